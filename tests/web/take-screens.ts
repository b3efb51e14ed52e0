// Takes every screen of the app in both themes and two sizes into docs/screens: look at them after each change.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { browserPath, unpackBrowser } from './browser.ts'
import { makeDemoFolder } from './demo-folder.ts'
import { SCREENS, type Screen } from './screens.ts'
import { serve } from './served.ts'

const INTO = join(import.meta.dirname, '..', '..', 'docs', 'screens')
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const
const THEMES = ['light', 'dark'] as const
/** Names on the command line take only those. */
const WANTED = new Set(process.argv.slice(2))

const take = async (page: Page, address: string, { name, path }: Screen, file: string): Promise<void> => {
  if (WANTED.size > 0 && !WANTED.has(name)) return
  await page.goto(address + (await path(address)))
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
  await page.screenshot({ path: join(INTO, file), animations: 'disabled' })
}

await unpackBrowser()
await mkdir(INTO, { recursive: true })
const demo = await makeDemoFolder()
const nothing = await mkdtemp(join(tmpdir(), 'bell-lap-nothing-'))
const [served, empty] = await Promise.all([serve(demo), serve(nothing)])
const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'], chromiumSandbox: false })
const first: Screen = { name: 'welcome', path: async () => '/' }
try {
  for (const theme of THEMES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({
        viewport,
        colorScheme: theme,
        locale: 'en-GB',
        serviceWorkers: 'block',
      })
      const page = await context.newPage()
      await take(page, empty.address, first, `welcome-${size}-${theme}.png`)
      for (const screen of SCREENS) await take(page, served.address, screen, `${screen.name}-${size}-${theme}.png`)
      await context.close()
    }
  }
} finally {
  await browser.close()
  await Promise.all([served.stop(), empty.stop()])
  await Promise.all([demo, nothing].map((folder) => rm(folder, { recursive: true, force: true })))
}
