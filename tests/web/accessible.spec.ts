import { complaints, expect, expectAccessible, settled, test, type Page } from './app.ts'
import { SCREENS } from './screens.ts'

const look = async (page: Page, address: string, theme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  const found: string[] = []
  for (const { name, path } of SCREENS) {
    await page.goto(address + (await path(address)))
    await settled(page)
    // What lies under the bars at the top is not there to be pressed.
    await page.evaluate(() => scrollTo(0, 0))
    found.push(...(await complaints(page)).map((line) => `${name}: ${line}`))
  }
  expect(found).toEqual([])
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, ${theme}`, async ({ page, demo }) => {
    test.slow()
    await look(page, demo.address, theme)
  })

  test(`every screen of a phone, ${theme}`, async ({ page, demo }) => {
    test.slow()
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, demo.address, theme)
  })

  test(`the first screen and the dialogs, ${theme}`, async ({ page, empty, demo }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.goto(empty.address)
    await settled(page)
    await expectAccessible(page)
    await page.goto(`${demo.address}/calendar`)
    await settled(page)
    await page.locator('.week:not([data-past]) [data-free] [data-menu]').last().click()
    await page.locator('.move-cells button:enabled').first().click()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page)
  })
}
