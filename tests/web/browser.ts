import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const CACHE = join(ROOT, 'node_modules', '.cache', 'chromium')

/** The browser of the tests: `BROWSER_BIN` where it is set, else the one that npm brought. */
export const browserPath = (): string => process.env.BROWSER_BIN ?? join(CACHE, 'chromium')

/** Unpacks the browser once, into a folder of the project's own: it would trust a half file of another run's. */
export const unpackBrowser = async (): Promise<void> => {
  if (process.env.BROWSER_BIN !== undefined) return
  mkdirSync(CACHE, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = CACHE
  const { default: chromium } = await import('@sparticuz/chromium')
  chromium.setGraphicsMode = true
  await chromium.executablePath()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
}
