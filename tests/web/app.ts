import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as plain, type Page } from '@playwright/test'
import { copyDemo } from './demo-folder.ts'
import { serve, type Served } from './served.ts'

interface Apps {
  /** A server over an empty folder: nothing is kept yet. */
  readonly empty: Served
  /** A server over a copy of the demo. */
  readonly demo: Served
  /** Everything that the page complained about; a test that ends with a complaint fails. */
  readonly quiet: void
}

const served = async (
  fill: (folder: string) => Promise<void>,
  use: (served: Served) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'bell-lap-web-'))
  await fill(folder)
  const app = await serve(folder)
  await use(app)
  await app.stop()
  await rm(folder, { recursive: true, force: true })
}

export const test = plain.extend<Apps>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  empty: async ({}, use) => served(async () => {}, use),
  // oxlint-disable-next-line no-empty-pattern -- as above
  demo: async ({}, use) => served(copyDemo, use),
  quiet: [
    async ({ page }, use) => {
      const said: string[] = []
      page.on('pageerror', (error) => said.push(error.message))
      page.on('console', (message) => {
        // What is refused or not heard is told on the page; the browser's own note of it is no complaint.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          said.push(message.text())
      })
      await use()
      expect(said, 'the page complains of nothing').toEqual([])
    },
    { auto: true },
  ],
})

export { expect, type Page }

/** The page has been drawn and nothing is on its way. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle').catch(() => {})
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** What axe finds against WCAG 2.2 A and AA and good practice, each in a line. */
export const complaints = async (page: Page): Promise<readonly string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 140))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await complaints(page)).toEqual([])
}
