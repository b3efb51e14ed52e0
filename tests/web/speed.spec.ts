import { expect, settled, test, type Page } from './app.ts'

// Figures that the issue asks for. Time limits hold for a quiet machine, so they are checked where BELL_LAP_TIMED is set;
// elsewhere they are printed.
const TIMED = process.env.BELL_LAP_TIMED !== undefined

// The recorder's pictures of the page are drawn by the page itself.
test.use({ trace: 'off', screenshot: 'off' })

const slowed = async (page: Page, times: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}

const asked = async (address: string, path: string) => (await fetch(address + path)).json()

/** A season of 24 weeks and some 200 sessions in place of the demo's. */
const makeLongSeason = async (address: string): Promise<void> => {
  const { athlete } = await asked(address, '/api/settings')
  const { today } = await asked(address, '/api/today')
  const DAY_MS = 86_400_000
  const day = new Date(`${today}T00:00:00Z`)
  const sunday = new Date(day.getTime() + (((7 - day.getUTCDay()) % 7) + 7 * 23) * DAY_MS).toISOString().slice(0, 10)
  const plan = { kind: 'recipe', race: '10K', weeks: 24, level: 'seasoned' }
  const made = await fetch(`${address}/api/seasons`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ plan, athlete, race_day: sunday }),
  })
  expect(made.ok, await made.text()).toBe(true)
}

test('dragging through the calendar: script in a frame at the 95th percentile', async ({ page, demo }) => {
  await makeLongSeason(demo.address)
  await page.goto(`${demo.address}/calendar`)
  await settled(page)
  await expect(page.locator('.week')).toHaveCount(24)
  expect(await page.locator('[data-session]').count()).toBeGreaterThanOrEqual(190)
  await slowed(page, 4)
  await page.evaluate(() => {
    const spent: number[] = []
    Object.assign(globalThis, { spent })
    const real = globalThis.requestAnimationFrame.bind(globalThis)
    // All that a pointer's move sets off runs in one frame: what it takes is what the drag costs.
    globalThis.requestAnimationFrame = (run) =>
      real((time) => {
        const begun = performance.now()
        run(time)
        spent.push(performance.now() - begun)
      })
  })
  const cdp = await page.context().newCDPSession(page)
  // Time of the page's own thread: what other programs take of the machine is not the drag's.
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await cdp.send('Performance.enable')
  const scripted = async (): Promise<number> =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
  const card = page.locator('.week:not([data-past]) [data-free]').first()
  await card.hover()
  await page.mouse.down()
  await page.mouse.move(420, 400, { steps: 3 })
  await page.locator('[data-welcome]').first().waitFor()
  const before = await scripted()
  const frames = () => page.evaluate<number>('spent.length')
  const first = await frames()
  for (let round = 0; round < 4; round += 1) {
    await page.mouse.move(1050, 300 + round * 60, { steps: 30 })
    await page.mouse.move(240, 330 + round * 60, { steps: 30 })
  }
  const mean = ((await scripted()) - before) / Math.max(1, (await frames()) - first)
  const spent = await page.evaluate<number[]>('spent')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  const sorted = spent.toSorted((a, b) => a - b)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  console.log(
    `drag: ${sorted.length} frames, script of its own thread ${(mean * 1000).toFixed(2)} ms a frame on average; by the clock p50 ${sorted[sorted.length >> 1]?.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, most ${sorted.at(-1)?.toFixed(2)} ms, CPU slowed 4x`,
  )
  expect(sorted.length).toBeGreaterThan(20)
  if (TIMED) expect(p95).toBeLessThanOrEqual(8)
})

test('first paint, shifts and the answer to a press, with the CPU slowed 4x', async ({ page, demo }) => {
  await slowed(page, 4)
  await page.addInitScript(() => {
    const seen = { shift: 0, press: 0 }
    const presses: PerformanceObserverInit & { durationThreshold: number } = {
      type: 'event',
      buffered: true,
      durationThreshold: 16,
    }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!('hadRecentInput' in entry && entry.hadRecentInput))
          seen.shift += Number('value' in entry ? entry.value : 0)
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      // Presses and keys alone: a pointer that passes over a page in the making asks for nothing.
      for (const entry of list.getEntries())
        if ('interactionId' in entry && Number(entry.interactionId) > 0)
          seen.press = Math.max(seen.press, entry.duration)
    }).observe(presses)
  })
  await page.goto(demo.address)
  await settled(page)
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  await page.locator('.why .ask').first().click()
  await page.keyboard.press('Escape')
  await page.locator('.blocks button').first().click()
  await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).first().click()
  await settled(page)
  await page.waitForTimeout(300)
  const seen = await page.evaluate<{ shift: number; press: number }>('seen')
  console.log(
    `first paint ${paint.toFixed(0)} ms, shift ${seen.shift.toFixed(4)}, slowest press ${seen.press} ms, CPU slowed 4x`,
  )
  expect(seen.shift).toBeLessThan(0.1)
  if (TIMED) {
    expect(paint).toBeLessThan(1_000)
    expect(seen.press).toBeLessThan(100)
  }
})
