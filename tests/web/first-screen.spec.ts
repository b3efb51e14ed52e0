import { expect, settled, test } from './app.ts'

test('the first screen offers a season, the demo and a restore', async ({ page, empty }) => {
  await page.goto(empty.address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From a plan to a season you can live')
  await expect(page.getByRole('link', { name: 'Make my season' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible()
})

test('the demo is one press away from Today', async ({ page, empty }) => {
  await page.goto(empty.address)
  await page.getByRole('button', { name: 'Look at the demo' }).click()
  await expect(page.getByText(/week \d+ of \d+/).first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('This is the demo')).toBeVisible()
})

test('a restore of something else is refused by name, and the screen stays', async ({ page, empty }) => {
  await page.goto(empty.address)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'holiday.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') })
  await expect(page.getByRole('status').filter({ hasText: /\w/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Make my season' })).toBeVisible()
})

test('every page of the header opens', async ({ page, demo }) => {
  await page.goto(demo.address)
  for (const name of ['Calendar', 'Plans', 'Progress', 'Library', 'Import', 'Settings', 'Today']) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click()
    await expect(page.getByRole('link', { name, exact: true }).first()).toHaveAttribute('aria-current', 'page')
    await settled(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('an address that names nothing says so and leads home', async ({ page, demo }) => {
  await page.goto(`${demo.address}/sessions/nothing-of-the-kind`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown')
  await page.getByRole('main').getByRole('link', { name: 'To Today' }).click()
  await expect(page.getByText(/week \d+ of \d+/).first()).toBeVisible()
})
