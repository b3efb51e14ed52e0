import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, settled, test } from './app.ts'

// Each starts a server of its own: a machine that is busy with other work takes its time for it.
test.describe.configure({ timeout: 150_000 })

test('everything is taken out, deleted, and put back in', async ({ page, demo }) => {
  await page.goto(`${demo.address}/settings`)
  const kept = page.getByRole('region', { name: 'What is kept' })
  const before = await kept.locator('dd').first().innerText()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    kept.getByRole('link', { name: 'Take everything out' }).click(),
  ])
  const archive = await readFile(await download.path())
  expect(archive.length).toBeGreaterThan(10_000)

  const away = page.getByRole('region', { name: 'Delete everything' })
  await away.getByRole('button', { name: 'Delete everything' }).click()
  await expect(away.getByText('Type the word delete to go on.')).toBeVisible()
  await away.getByLabel('Type delete').fill('delete')
  await away.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByRole('link', { name: 'Make my season' })).toBeVisible()

  await page.goto(`${demo.address}/settings`)
  await expect(kept.locator('dd').first()).toHaveText('0')
  await page
    .getByRole('region', { name: 'Put an archive back in' })
    .locator('input[type=file]')
    .setInputFiles({ name: 'bell-lap.zip', mimeType: 'application/zip', buffer: archive })
  await expect(kept.locator('dd').first()).toHaveText(before, { timeout: 60_000 })
  await page.goto(demo.address)
  await expect(page.getByText(/week \d+ of \d+/).first()).toBeVisible()
})

test('a result is added, saved, and makes paces; what is wrong is named', async ({ page, empty }) => {
  await page.goto(`${empty.address}/settings`)
  const marks = page.getByRole('region', { name: 'Races and tests' })
  await marks.getByLabel('Time').fill('19.45')
  await marks.getByRole('button', { name: 'Add the result' }).click()
  await expect(marks.getByRole('row').filter({ hasText: '19:45' })).toBeVisible()
  const heart = page.getByRole('region', { name: 'Heart rate' })
  await heart.getByLabel('Highest').fill('999')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/max_heart_rate/)).toBeVisible()
  // Nothing that was typed is lost, not even by a reload.
  await page.reload()
  await expect(heart.getByLabel('Highest')).toHaveValue('999')
  await heart.getByLabel('Highest').fill('190')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(heart.getByText('Zone 1')).toBeVisible()
  await page.goto(`${empty.address}/progress`)
  await expect(page.getByText('19:45', { exact: true })).toBeVisible()
})

test('days, travel, races on the way are kept', async ({ page, empty }) => {
  await page.goto(`${empty.address}/settings`)
  await page.getByLabel('Tuesday morning, minutes').fill('60')
  const away = page.getByRole('region', { name: 'Away' })
  await away.getByLabel('Day', { exact: true }).fill('2027-01-02')
  await away.getByRole('button', { name: 'Add the day' }).click()
  await away.getByLabel('First day').fill('2027-02-01')
  await away.getByLabel('Last day').fill('2027-02-08')
  await away.getByLabel('Time zone, if another').fill('Europe/Madrid')
  await away.getByRole('button', { name: 'Add the travel' }).click()
  const races = page.getByRole('region', { name: 'Races on the way' })
  await races.getByLabel('Day').fill('2027-01-17')
  await races.getByRole('button', { name: 'Add the race' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Tuesday morning, minutes')).toHaveValue('60')
  await expect(away.getByText('Europe/Madrid')).toBeVisible()
  await expect(races.getByRole('listitem')).toHaveCount(1)
})

test('units and colours hold at once, everywhere', async ({ page, demo }) => {
  await page.goto(`${demo.address}/settings`)
  await page.getByLabel('Colours').selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
  await page.getByLabel('Distances').selectOption('mi')
  await expect(page.getByText('mi', { exact: true }).first()).toBeVisible()
  await saved
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByLabel('Distances')).toHaveValue('mi')
})

test('the calendar gets an address once, serves, and ends', async ({ page, demo }) => {
  await page.goto(`${demo.address}/settings`)
  const feed = page.getByRole('region', { name: 'Calendar' })
  await feed.getByRole('button', { name: 'Make an address' }).click()
  const address = await feed.getByLabel('Address of the calendar').inputValue()
  const first = await fetch(address)
  expect(await first.text()).toContain('BEGIN:VCALENDAR')
  await page.reload()
  await expect(feed.getByLabel('Address of the calendar')).toHaveCount(0)
  await feed.getByRole('button', { name: 'End it' }).click()
  await expect(feed.getByRole('button', { name: 'Make an address' })).toBeVisible()
  expect((await fetch(address)).status).toBe(404)
})

for (const theme of ['light', 'dark'] as const) {
  test(`settings have nothing for axe to find, ${theme}`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${demo.address}/settings`)
    await settled(page)
    await expectAccessible(page)
  })
}
