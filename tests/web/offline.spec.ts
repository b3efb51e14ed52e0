import { expect, settled, test, type Page } from './app.ts'

/** What the service worker keeps of the API. */
const keptPaths = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await (await caches.open('kept')).keys()).map(({ url }) => new URL(url).pathname))

test('Today, the calendar and the sessions of these weeks are read without the server, and it is said', async ({
  page,
  demo,
}) => {
  await page.goto(demo.address)
  await settled(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  // The second visit is the worker's: it keeps what is asked for, and the sessions that the page names.
  await page.reload()
  await settled(page)
  const kept = () => keptPaths(page)
  await expect.poll(kept).toContain('/api/today')
  await expect
    .poll(async () => (await kept()).filter((path) => path.startsWith('/api/sessions/')).length)
    .toBeGreaterThan(6)
  await page.goto(`${demo.address}/calendar`)
  await settled(page)
  await expect.poll(kept).toContain('/api/calendar')
  const { sessions, next } = await (await fetch(`${demo.address}/api/today`)).json()
  const session: string = sessions[0]?.session.id ?? next.id

  await demo.stop()
  await page.goto(demo.address)
  await expect(page.getByText(/, week \d+ of \d+/).first()).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/The server does not answer\. Shown as it was kept on/)).toBeVisible()
  await page.goto(`${demo.address}/calendar`)
  await expect(page.getByRole('heading', { name: /^Week \d+$/ }).first()).toBeVisible({ timeout: 20_000 })
  await page.goto(`${demo.address}/sessions/${session}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('This page could not be shown')
  await expect(page.getByText(/, week \d+ of \d+/).first()).toBeVisible({ timeout: 20_000 })
})

test('what was kept of the athlete goes when everything is deleted', async ({ page, demo }) => {
  await page.goto(demo.address)
  await settled(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await settled(page)
  await expect.poll(() => keptPaths(page)).toContain('/api/today')
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/everything', { method: 'DELETE', headers, body: JSON.stringify({ sure: 'delete' }) })
  })
  await settled(page)
  expect((await keptPaths(page)).filter((path) => path !== '/api/state')).toEqual([])
})
