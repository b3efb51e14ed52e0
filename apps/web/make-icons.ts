// Draws the PNG icons from the SVG one in the browser of the tests: `node apps/web/make-icons.ts` after each change of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserPath, unpackBrowser } from '../../tests/web/browser.ts'

const ICONS = join(import.meta.dirname, 'public', 'icons')
const SVG = readFileSync(join(ICONS, 'bell-lap.svg'), 'utf8')
/** A launcher may cut a maskable icon to a circle of four fifths: it fills its square and keeps its drawing small. */
const MASKABLE = SVG.replace('rx="112"', 'rx="0"')
  .replace('viewBox="0 0 512 512"', 'viewBox="-64 -64 640 640"')
  .replace('<rect width="512" height="512"', '<rect x="-64" y="-64" width="640" height="640"')
const WANTED = [
  { name: 'bell-lap-180.png', size: 180, svg: SVG.replace('rx="112"', 'rx="0"') },
  { name: 'bell-lap-192.png', size: 192, svg: SVG },
  { name: 'bell-lap-512.png', size: 512, svg: SVG },
  { name: 'bell-lap-maskable.png', size: 512, svg: MASKABLE },
] as const

await unpackBrowser()
const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'], chromiumSandbox: false })
for (const { name, size, svg } of WANTED) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  await page.screenshot({ path: join(ICONS, name), omitBackground: true })
  await page.close()
}
await browser.close()
