import { expect, expectAccessible, settled, test } from './app.ts'

test('the first season is made by a few answers, in well under a minute', async ({ page, empty }) => {
  await page.goto(empty.address)
  const started = Date.now()
  await page.getByRole('link', { name: 'Make my season' }).click()
  await page.getByLabel('Time', { exact: true }).fill('1945')
  await page.getByLabel('Distance a week').fill('64')
  await page.getByLabel('Longest run').fill('16')
  const season = page.getByRole('region', { name: 'The season' })
  await expect(season.getByRole('button', { name: /^Week \d+/ }).nth(7)).toBeVisible()
  await season.getByRole('button', { name: 'Live this season' }).click()
  await expect(page.getByText(/week \d+ of \d+/).first()).toBeVisible()
  expect(Date.now() - started).toBeLessThan(60_000)
})

test('times are taken as runners type them, and what is none is told beside the field', async ({ page, empty }) => {
  await page.goto(`${empty.address}/season/new`)
  const time = page.getByLabel('Time', { exact: true })
  for (const typed of ['19:45', '1945', '19.45']) {
    await time.fill(typed)
    await expect(time).toHaveAttribute('aria-invalid', 'false')
  }
  await time.fill('quick')
  await expect(time).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('No time over this distance: write 19:45, 1945 or 19.45.')).toBeVisible()
  await expect(page.getByText('The season comes back as soon as')).toBeVisible()
})

test('nothing that was answered is lost by a reload', async ({ page, empty }) => {
  await page.goto(`${empty.address}/season/new`)
  await page.getByLabel('Time', { exact: true }).fill('4:21')
  await page.getByLabel('Race', { exact: true }).selectOption('1500')
  await page.getByLabel('Race or test over').selectOption('1500')
  await page.getByLabel('Distance a week').fill('48')
  await expect(page.getByRole('region', { name: 'The season' }).getByRole('heading', { level: 2 })).toContainText(
    '1500',
  )
  await page.reload()
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('4:21')
  await expect(page.getByLabel('Race', { exact: true })).toHaveValue('1500')
  await expect(page.getByLabel('Distance a week')).toHaveValue('48')
})

test('a race that is too near is refused at its field, with what to do', async ({ page, empty }) => {
  await page.goto(`${empty.address}/season/new`)
  await page.getByLabel('Race day').fill('2020-01-05')
  await expect(page.getByText('That day has passed')).toBeVisible()
})

test('another plan is one click away, and so is the way back', async ({ page, empty }) => {
  await page.goto(`${empty.address}/season/new`)
  await page.getByLabel('Distance a week').fill('70')
  await page.getByLabel('Time', { exact: true }).fill('18:30')
  const season = page.getByRole('region', { name: 'The season' })
  await expect(season.getByRole('heading', { level: 2 })).toHaveText('Advanced 5K')
  const other = season.locator('.others').getByRole('button').first()
  await other.click()
  await expect(season.getByRole('heading', { level: 2 })).not.toHaveText('Advanced 5K')
  await season.getByRole('button', { name: 'Let the answers choose the plan' }).click()
  await expect(season.getByRole('heading', { level: 2 })).toHaveText('Advanced 5K')
})

test('a plan of the library is copied, deleted, and brought back', async ({ page, empty }) => {
  await page.goto(`${empty.address}/library`)
  const own = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Your plans' }) })
  await page.getByRole('row').filter({ hasText: 'Advanced 5K' }).getByRole('button', { name: 'Copy' }).click()
  await expect(own.getByRole('row').filter({ hasText: 'Advanced 5K, copy' })).toBeVisible()
  await own.getByRole('button', { name: 'Delete' }).click()
  await expect(own.getByRole('row').filter({ hasText: 'Advanced 5K, copy' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(own.getByRole('row').filter({ hasText: 'Advanced 5K, copy' })).toBeVisible()
})

test('a recipe is read before it is kept', async ({ page, empty }) => {
  await page.goto(`${empty.address}/library`)
  const written = page.getByLabel('The plan as text')
  await expect(written).toContainText('race    1500m')
  await page.getByLabel('Weeks, the race week included').fill('3')
  await expect(page.getByRole('button', { name: 'Put it with your plans' })).toBeDisabled()
  await page.getByLabel('Weeks, the race week included').fill('10')
  await page.getByLabel('Race', { exact: true }).selectOption('800')
  await expect(written).toContainText('race    800m')
  await page.getByRole('button', { name: 'Put it with your plans' }).click()
  await expect(page).toHaveURL(/\/plans\/.+/)
})

for (const theme of ['light', 'dark'] as const) {
  test(`maker and library have nothing for axe to find, ${theme}`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${demo.address}/season/new`)
    await expect(page.getByRole('button', { name: /^Week 1,/ })).toBeVisible()
    await settled(page)
    await expectAccessible(page)
    await page.goto(`${demo.address}/library`)
    await expect(page.getByLabel('The plan as text')).toContainText('plan')
    await settled(page)
    await expectAccessible(page)
  })
}

test('by phone: the five questions and the season fit the width', async ({ page, empty }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/season/new', '/library', '/settings', '/import', '/plans', '/progress']) {
    await page.goto(`${empty.address}${path}`)
    await settled(page)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect([path, wider]).toEqual([path, 0])
  }
})
