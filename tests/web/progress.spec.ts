import { expect, expectAccessible, settled, test } from './app.ts'

test('every chart has a sentence, a table twin, and figures for the keyboard', async ({ page, demo }) => {
  await page.goto(`${demo.address}/progress`)
  for (const title of ['Distance a week, by intensity', 'How much of it was easy', 'Best efforts', 'Repetitions']) {
    const frame = page.locator('section').filter({ has: page.getByRole('heading', { name: title, level: 2 }) })
    await expect(frame.locator('.chart-summary')).toContainText(/\d/)
    await frame.getByRole('button', { name: 'As a table' }).click()
    await expect(frame.getByRole('table')).toBeVisible()
    expect(await frame.getByRole('row').count()).toBeGreaterThan(1)
    await frame.getByRole('button', { name: 'As a chart' }).click()
  }
  const weeks = page.getByRole('toolbar', { name: /^Distance a week/ })
  await weeks.locator('button[tabindex="0"]').focus()
  const frame = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Distance a week/ }) })
  const told = await frame.locator('.readout').innerText()
  await page.keyboard.press('ArrowLeft')
  await expect(frame.locator('.readout')).not.toHaveText(told)
  await page.keyboard.press('End')
  await expect(frame.locator('.readout')).toHaveText(told)
})

test('without runs it says so, and where they come in', async ({ page, empty }) => {
  await page.goto(`${empty.address}/progress`)
  await expect(page.getByRole('heading', { name: 'Nothing to show yet' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Import runs' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import runs')
})

for (const theme of ['light', 'dark'] as const) {
  test(`progress has nothing for axe to find, ${theme}`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${demo.address}/progress`)
    await settled(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'As a table' }).first().click()
    await expectAccessible(page)
  })
}
