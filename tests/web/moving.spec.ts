import { expect, expectAccessible, settled, test, type Page } from './app.ts'

/** A key session of next week that may still be moved, and an empty half day of that week. */
const someSession = async (address: string) => {
  const calendar = await (await fetch(`${address}/api/calendar`)).json()
  const week = calendar.weeks.find((week: { monday: string }) => week.monday > calendar.today)
  const days: {
    day: string
    sessions: { id: string; slot: string; hardness: string; fixed: boolean; title: string }[]
  }[] = week.days
  const session = days.flatMap((day) => day.sessions).find(({ hardness, fixed }) => hardness === 'key' && !fixed)
  if (!session) throw new Error('the demo has a key session next week')
  const moves = await (await fetch(`${address}/api/sessions/${session.id}/moves`)).json()
  const cells: {
    to: { day: string; slot: string }
    legal: boolean
    closed: string | null
    breaks: unknown[]
    repair: unknown
  }[] = moves.cells
  const inWeek = cells.filter(({ to }) => days.some(({ day }) => day === to.day))
  const here = `${moves.from.day} ${moves.from.slot}`
  const keyOf = (cell: (typeof cells)[number] | undefined): string => `${cell?.to.day} ${cell?.to.slot}`
  const free = inWeek.find((cell) => cell.legal && cell.repair === null && keyOf(cell) !== here)
  const clash = inWeek.find((cell) => cell.closed === null && cell.breaks.length > 0)
  return { session, here, free: keyOf(free), clash: keyOf(clash) }
}

const cell = (page: Page, key: string) => page.locator(`[data-cell="${key}"]`)
const card = (page: Page, key: string, id: string) => cell(page, key).locator(`[data-session="${id}"]`)

const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/calendar`)
  await settled(page)
}

const carry = async (page: Page, from: string, id: string, to: string): Promise<void> => {
  await card(page, from, id).scrollIntoViewIfNeeded()
  await card(page, from, id).hover()
  await page.mouse.down()
  await page.mouse.move(400, 420, { steps: 4 })
  await expect(page.locator('[data-moving]')).toBeVisible()
  const box = await cell(page, to).boundingBox()
  if (!box) throw new Error(`no cell ${to}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 })
  await expect(cell(page, to)).toHaveAttribute('data-target', '')
}

test('by mouse: the rules are shown before the drop, the move is said, undo takes it back', async ({ page, demo }) => {
  const { session, here, free } = await someSession(demo.address)
  await open(page, demo.address)
  await carry(page, here, session.id, free)
  await expect(cell(page, free)).toHaveAttribute('data-said', /.+/)
  await expect(page.locator('.move-panel')).toBeVisible()
  await page.mouse.up()
  await expect(card(page, free, session.id)).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(card(page, here, session.id)).toBeVisible()
})

test('by mouse onto a clash: the rules are told and nothing moves before a yes', async ({ page, demo }) => {
  const { session, here, clash } = await someSession(demo.address)
  await open(page, demo.address)
  await carry(page, here, session.id, clash)
  await expect(cell(page, clash)).toHaveAttribute('data-welcome', 'breaks')
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: /^Move / })
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(card(page, here, session.id)).toBeVisible()
})

test('with the keyboard alone: m, arrows, Enter; u takes it back', async ({ page, demo }) => {
  const { session, here, free } = await someSession(demo.address)
  await open(page, demo.address)
  await card(page, here, session.id).getByRole('link').focus()
  await page.keyboard.press('m')
  await expect(cell(page, here)).toHaveAttribute('data-target', '')
  const [fromDay = '', fromSlot = ''] = here.split(' ')
  const [toDay = '', toSlot = ''] = free.split(' ')
  const days = Math.round((Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000)
  for (let day = 0; day < Math.abs(days); day += 1) await page.keyboard.press(days > 0 ? 'ArrowRight' : 'ArrowLeft')
  if (toSlot !== fromSlot) await page.keyboard.press(toSlot === 'pm' ? 'ArrowDown' : 'ArrowUp')
  await expect(cell(page, free)).toHaveAttribute('data-target', '')
  await expect(page.locator('[aria-live="assertive"]')).toContainText(/morning|evening/)
  await page.keyboard.press('Enter')
  await expect(card(page, free, session.id)).toBeVisible()
  await expect(card(page, free, session.id).getByRole('link')).toBeFocused()
  await page.keyboard.press('u')
  await expect(card(page, here, session.id)).toBeVisible()
})

test('keys that come before it is known where a session may go are followed all the same', async ({ page, demo }) => {
  const { session, here } = await someSession(demo.address)
  await page.route('**/moves', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await open(page, demo.address)
  const link = card(page, here, session.id).getByRole('link')
  await link.focus()
  await page.keyboard.press('m')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-moving]')).toHaveCount(0)
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  const [day = '', slot = ''] = here.split(' ')
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  await expect(cell(page, `${next} ${slot}`)).toHaveAttribute('data-target', '')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-moving]')).toHaveCount(0)
  await expect(link).toBeFocused()
})

test('Escape puts a session back where it was', async ({ page, demo }) => {
  const { session, here } = await someSession(demo.address)
  await open(page, demo.address)
  await card(page, here, session.id).getByRole('link').focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-moving]')).toHaveCount(0)
  await expect(card(page, here, session.id).getByRole('link')).toBeFocused()
})

test('by menu alone: every half day in words, then a yes', async ({ page, demo }) => {
  const { session, here, free } = await someSession(demo.address)
  await open(page, demo.address)
  await card(page, here, session.id).hover()
  await card(page, here, session.id)
    .getByRole('button', { name: /^Move / })
    .click()
  const dialog = page.getByRole('dialog', { name: /^Move / })
  const [day = '', slot = ''] = free.split(' ')
  const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const name = `${long.format(new Date(`${day}T00:00:00Z`))}, ${slot}`
  await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await dialog.getByRole('button', { name: 'Move it' }).click()
  await expect(card(page, free, session.id)).toBeVisible()
})

test('the session page leaves a session out, and undo brings it back', async ({ page, demo }) => {
  const { session } = await someSession(demo.address)
  await page.goto(`${demo.address}/sessions/${session.id}`)
  await page.getByRole('button', { name: 'Can’t do it' }).click()
  await page.getByLabel('Why, for your own record').fill('a cold')
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await expect(page.getByRole('status').getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(page.locator(`[data-session="${session.id}"]`)).toContainText('left out')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator(`[data-session="${session.id}"]`)).not.toContainText('left out')
})

test('the keys have a sheet', async ({ page, demo }) => {
  await open(page, demo.address)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('strength')
  await expect(page.getByText(/^\d+ sessions$/)).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('by finger: a long press lifts the session, the rules are told, letting go moves it', async ({ page, demo }) => {
    const { session, here, free } = await someSession(demo.address)
    await open(page, demo.address)
    const link = card(page, here, session.id)
    await link.scrollIntoViewIfNeeded()
    const cdp = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    const from = await link.boundingBox()
    if (!from) throw new Error('the card is on the page')
    const [x, y] = [from.x + 60, from.y + 12]
    await touch('touchStart', x, y)
    await expect(page.locator('[data-moving]')).toBeVisible()
    // The page scrolls along at its edges: the cell comes to the finger, however far it was.
    await expect
      .poll(async () => {
        const box = await cell(page, free).boundingBox()
        if (!box) return 'nowhere'
        await touch('touchMove', x, Math.max(120, Math.min(740, box.y + box.height / 2)))
        return (await cell(page, free).getAttribute('data-target')) === '' ? 'there' : 'on its way'
      })
      .toBe('there')
    await touch('touchEnd')
    await expect(card(page, free, session.id)).toBeVisible()
  })
})

test('a season that was changed in another tab is not written over: what stands now is shown', async ({
  page,
  context,
  demo,
}) => {
  const { session, here, free } = await someSession(demo.address)
  // This tab is deaf: it hears of nothing that happens elsewhere.
  await page.route('**/api/events', (route) => route.abort())
  await open(page, demo.address)
  await carry(page, here, session.id, free)
  const other = await context.newPage()
  await open(other, demo.address)
  const gone = other.locator('.week:not([data-past]) [data-free]').last()
  const id = (await gone.getAttribute('data-session')) ?? ''
  await gone.getByRole('link').click()
  await other.getByRole('button', { name: 'Can’t do it' }).click()
  await other.getByRole('button', { name: 'Leave it out' }).click()
  await expect(other).toHaveURL(/\/calendar$/)
  await expect(other.locator(`[data-session="${id}"] [data-standing=skipped]`).first()).toBeVisible()
  await page.mouse.up()
  await expect(page.getByRole('status')).toContainText('changed elsewhere meanwhile')
  await expect(card(page, here, session.id)).toBeVisible()
  await expect(page.locator(`[data-session="${id}"] [data-standing=skipped]`).first()).toBeVisible()
  await carry(page, here, session.id, free)
  await page.mouse.up()
  await expect(card(page, free, session.id)).toBeVisible()
})

test('what was left out can be looked at, and says what took it out', async ({ page, demo }) => {
  const { session, here } = await someSession(demo.address)
  await page.goto(`${demo.address}/sessions/${session.id}`)
  await page.getByRole('button', { name: 'Can’t do it' }).click()
  await page.getByLabel('Why, for your own record').fill('a cold')
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await card(page, here, session.id).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('article header .standing')).toHaveText('left out')
  await expect(page.getByRole('complementary')).toContainText('a cold')
  await expect(page.getByRole('button', { name: 'Move to' })).toHaveCount(0)
  await settled(page)
  await expectAccessible(page)
})
