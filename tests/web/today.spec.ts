import { expect, settled, test, type Page } from './app.ts'

/** A session of the demo that was judged by its repetitions. */
const judged = async (address: string): Promise<{ id: string; reps: number }> => {
  const { last_review } = await (await fetch(`${address}/api/today`)).json()
  return { id: last_review.session.id, reps: last_review.review.reps.length }
}

const nextKey = async (address: string): Promise<{ id: string }> => {
  const calendar = await (await fetch(`${address}/api/calendar`)).json()
  const cards: { id: string; day: string; hardness: string }[] = calendar.weeks.flatMap(
    (week: { days: { sessions: [] }[] }) => week.days.flatMap((day) => day.sessions),
  )
  const found = cards.find(({ day, hardness }) => day > calendar.today && hardness === 'key')
  if (!found) throw new Error('the demo has a key session to come')
  return found
}

const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await settled(page)
}

test('Today: the session, the week around it, the last repetitions, what the rules say', async ({ page, demo }) => {
  const { reps } = await judged(demo.address)
  await open(page, demo.address)
  await expect(page.getByText(/, week \d+ of \d+/).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
  await expect(page.locator('.week-strip li')).toHaveCount(7)
  await expect(page.locator('.week-strip li[aria-current=date]')).toHaveCount(1)
  await expect(page.locator('table.reps tbody tr')).toHaveCount(reps)
  await expect(page.getByText(/^\d+ days to /)).toBeVisible()
})

test('a block that is pointed at tells its target per kilometre, mile and lap', async ({ page, demo }) => {
  const { id } = await nextKey(demo.address)
  await open(page, `${demo.address}/sessions/${id}`)
  const facts = page.locator('.drawing .facts')
  await expect(facts).toContainText(/\d:\d\d–\d:\d\d \/km/)
  await expect(facts).toContainText(/\d:\d\d–\d:\d\d \/mi/)
  await expect(facts).toContainText('each lap')
  const before = await facts.textContent()
  await page.locator('.blocks button').first().click()
  expect(await facts.textContent()).not.toBe(before)
  await page.keyboard.press('ArrowRight')
  expect(await facts.textContent()).toBe(before)
})

test('why: a rule can be asked for its words and its source', async ({ page, demo }) => {
  const { id } = await nextKey(demo.address)
  await open(page, `${demo.address}/sessions/${id}`)
  const rule = page.locator('.why .ask').first()
  const name = (await rule.textContent()) ?? ''
  await rule.click()
  await expect(page.getByRole('dialog').getByText(new RegExp(`^${name}, source 00\\d`))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a judged session: reasons, every repetition, the recording with its table and its sentence', async ({
  page,
  demo,
}) => {
  const { id, reps } = await judged(demo.address)
  await open(page, `${demo.address}/sessions/${id}`)
  await expect(page.getByRole('heading', { name: 'How it went' })).toBeVisible()
  await expect(page.locator('table.reps tbody tr')).toHaveCount(reps)
  await expect(page.locator('.chart canvas')).toBeVisible()
  await expect(page.getByRole('img', { name: /km in .* on average/ })).toBeVisible()
  await page.getByText('As a table').click()
  await expect(page.locator('details table tbody tr').first()).toBeVisible()
})

test('a workout goes to the watch as a FIT file', async ({ page, demo }) => {
  const { id } = await nextKey(demo.address)
  await open(page, `${demo.address}/sessions/${id}`)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Send to watch' }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.fit$/)
})

test('a phone has one column, its pages at the thumb, and nothing that scrolls sideways', async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { id } = await judged(demo.address)
  for (const path of ['/', '/calendar', `/sessions/${id}`]) {
    await open(page, demo.address + path)
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(wide, path).toBeLessThanOrEqual(seen ?? 0)
  }
  await page.locator('.bottom-bar').getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: 'Library' }).click()
  await expect(page).toHaveURL(/\/library$/)
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
})
