import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, expectAccessible, settled, test, type Page } from './app.ts'

const SEEDS = join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds')
const seed = existsSync(SEEDS) ? readdirSync(SEEDS).find((name) => name.startsWith('000')) : undefined

const PLAN = `plan    Two weeks
race    5K
units   km

week 1
  Mon    8km easy
  Tue    8km with 5 x 1000m @T, jog 200m
  Thu    8km with 6 x 400m @5K, jog 200m
  Sun    12km long
week 2
  Mon    8km easy
  Sun    race 5K
`

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the plan' })

/** Puts a text into the editor as a browser's paste does, over all that stands there. */
const paste = async (page: Page, pasted: string): Promise<void> => {
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await text(page).evaluate((element, data) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', data)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, pasted)
}

const lines = (page: Page) => text(page).locator('.cm-line')

test('a plan is edited as text: findings follow, a click goes to the line, undo takes it back', async ({
  page,
  empty,
}) => {
  await page.goto(`${empty.address}/plans`)
  await paste(page, PLAN)
  const findings = page.getByRole('region', { name: 'Findings' })
  await expect(findings.getByRole('listitem').first()).toBeVisible()
  await expect(findings.getByText('no such line')).toHaveCount(0)
  const before = await findings.getByRole('listitem').count()

  // A line that is none of a plan's: the reader says what it expected, the margin and the text show where.
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('nonsense')
  const fault = findings.getByRole('listitem').filter({ hasText: 'error' })
  await expect(fault).toContainText('line 13')
  await expect(text(page).locator('.found-error')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Home')
  await fault.getByRole('button', { name: 'Go to line 13' }).click()
  await expect(page.locator('.cm-activeLine')).toContainText('nonsense')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(fault).toHaveCount(0)

  // A session as coaches write it is read all the same, and written in the notation by one click.
  await lines(page).filter({ hasText: '8km easy' }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' easy')
  const loose = findings.getByRole('listitem').filter({ hasText: 'not in the notation' })
  await loose.getByRole('button', { name: 'Write it so' }).click()
  await expect(lines(page).nth(5)).toHaveText('  Mon    8km easy')
  await expect(loose).toHaveCount(0)
  await expect.poll(() => findings.getByRole('listitem').count()).toBe(before)
})

test('a finding is allowed with a reason by one click, and its mark is gone', async ({ page, empty }) => {
  await page.goto(`${empty.address}/plans`)
  await paste(page, PLAN)
  const findings = page.getByRole('region', { name: 'Findings' })
  const first = findings
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Allow it here…' }) })
    .first()
  const told = await first.locator('p').first().innerText()
  await first.getByRole('button', { name: 'Allow it here…' }).click()
  await expect(lines(page).filter({ hasText: /allow \S+ "because"/ })).toHaveCount(1)
  await expect(findings.getByText(told, { exact: true })).toHaveCount(0)
})

test('words are completed with what they mean, by keyboard alone', async ({ page, empty }) => {
  await page.goto(`${empty.address}/plans`)
  await paste(page, PLAN)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('  Sat 6 x 400m @')
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('option', { name: /^5K/ })).toBeVisible()
  await page.keyboard.type('mi')
  await page.keyboard.press('Enter')
  await expect(lines(page).last()).toHaveText('  Sat 6 x 400m @mile')
})

test('what was typed outlives a reload, and is saved to the own plans', async ({ page, empty }) => {
  await page.goto(`${empty.address}/plans`)
  await paste(page, PLAN)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two weeks')
  await page.reload()
  await expect(lines(page).first()).toHaveText('plan    Two weeks')
  await page.getByRole('button', { name: 'Save to your plans' }).click()
  await expect(page).toHaveURL(/\/plans\/.+/)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.goto(`${empty.address}/library`)
  await expect(page.getByRole('row').filter({ hasText: 'Two weeks' })).toBeVisible()
})

test('a plan that was saved elsewhere is not written over: both are shown, one is chosen', async ({ page, empty }) => {
  const headers = { origin: empty.address, 'content-type': 'application/json' }
  const send = (method: string, path: string, body: object) =>
    fetch(`${empty.address}${path}`, { method, headers, body: JSON.stringify(body) })
  const made: unknown = await (await send('POST', '/api/plans', { name: 'Two weeks', text: PLAN })).json()
  const id = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : ''
  const version = typeof made === 'object' && made !== null && 'version' in made ? Number(made.version) : 0
  await page.goto(`${empty.address}/plans/${id}`)
  await expect(lines(page).first()).toHaveText('plan    Two weeks')
  const theirs = PLAN.replace('12km long', '14km long')
  expect((await send('PUT', `/api/plans/${id}`, { name: 'Two weeks', text: theirs, version })).ok).toBe(true)

  await page.keyboard.press('Tab')
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('  Sat 5km easy\n')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const choice = page.getByRole('dialog', { name: 'This plan was changed elsewhere' })
  await expect(choice).toContainText('Sat 5km easy')
  await expect(choice).toContainText('14km long')
  await choice.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const kept: unknown = await (await fetch(`${empty.address}/api/plans/${id}`)).json()
  expect(JSON.stringify(kept)).toContain('Sat 5km easy')
})

test.describe('a page of the web', () => {
  test.skip(seed === undefined, 'needs ../shared/seeds, which is not here')

  test('is read as it is pasted, and turned into notation and back', async ({ page, empty }) => {
    const pasted = readFileSync(join(SEEDS, seed ?? ''), 'utf8')
    await page.goto(`${empty.address}/plans`)
    await paste(page, pasted)
    const coverage = page.getByRole('region', { name: 'How the page was read' })
    await expect(coverage).toContainText('12 weeks')
    await expect(coverage).toContainText('0 unread')
    await expect(
      page.getByRole('complementary', { name: 'The season it makes' }).getByRole('button', { name: /^Week 12/ }),
    ).toBeVisible()
    await settled(page)
    await expectAccessible(page)
    await coverage.getByRole('button', { name: 'Turn into notation' }).click()
    await expect(coverage).toHaveCount(0)
    await expect(
      lines(page)
        .filter({ hasText: /^units\s+mi/ })
        .first(),
    ).toBeVisible()
    await text(page).click()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(coverage).toContainText('12 weeks')
  })
})

test('a long text never holds the typing up', async ({ page, empty }) => {
  await page.goto(`${empty.address}/plans`)
  const week = PLAN.slice(PLAN.indexOf('week 1'))
  await paste(page, PLAN + week.repeat(400))
  await page.keyboard.press('ControlOrMeta+End')
  const slowest = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let longest = 0
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
        }).observe({ entryTypes: ['longtask'] })
        setTimeout(() => resolve(longest), 2500)
      }),
  )
  expect(slowest).toBeLessThan(400)
  await page.keyboard.type('  Mon 5km easy')
  await expect(lines(page).last()).toHaveText('  Mon 5km easy')
})

for (const theme of ['light', 'dark'] as const) {
  test(`the editor has nothing for axe to find, ${theme}`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${demo.address}/library`)
    await page.getByRole('link', { name: 'Advanced 5K' }).first().click()
    await expect(page.getByRole('region', { name: 'Findings' }).getByRole('listitem').first()).toBeVisible()
    await settled(page)
    await expectAccessible(page)
  })
}
