import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { fitOf, intervals } from '../../packages/logbook/src/done/runs.arbitrary.ts'
import { expect, expectAccessible, settled, test } from './app.ts'

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const reps = (day: string, seed = 1): Uint8Array =>
  fitOf({ at: `${day}T09:00:00Z`, legs: intervals(6, 400, 4.8), seed })

// Each starts a server of its own: a machine that is busy with other work takes its time for it.
test.describe.configure({ timeout: 150_000 })

test('a recording comes in, and its repetitions are read', async ({ page, empty }) => {
  await page.goto(`${empty.address}/import`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(file('intervals.fit', reps('2026-10-20')))
  const row = page.getByRole('listitem').filter({ hasText: 'intervals.fit' })
  await expect(row).toContainText('added', { timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'Files read: 1' })).toBeVisible({ timeout: 60_000 })
  await row.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/activities\//)
  await expect(page.getByRole('table').first()).toBeVisible()
})

test('each file of a zip gets its own verdict; the same run twice is told, nonsense is refused by name', async ({
  page,
  empty,
}) => {
  const zip = zipSync({
    'watch/a.fit': reps('2026-10-20'),
    'watch/again.fit': reps('2026-10-20'),
    'watch/b.fit': reps('2026-10-22', 2),
    'watch/notes.txt': new TextEncoder().encode('rest day, slept well'),
  })
  await page.goto(`${empty.address}/import`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('runs.zip', zip), file('broken.fit', new Uint8Array([1, 2, 3]))])
  await expect(page.getByRole('heading', { name: /^Files read: / })).toBeVisible({ timeout: 60_000 })
  const rows = page.getByRole('listitem')
  await expect(rows.filter({ hasText: 'watch/a.fit' })).toContainText('added')
  await expect(rows.filter({ hasText: 'watch/again.fit' })).toContainText(/known already|same run again/)
  await expect(rows.filter({ hasText: 'watch/b.fit' })).toContainText('added')
  await expect(rows.filter({ hasText: 'broken.fit' })).toContainText('refused')
  await page
    .getByRole('group', { name: 'Show' })
    .getByRole('button', { name: /^refused/ })
    .click()
  await expect(rows.filter({ hasText: 'watch/a.fit' })).toHaveCount(0)

  // The import is in the address: a reload finds it again.
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: 'watch/b.fit' })).toContainText('added')
  // The same files again add nothing.
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(file('a.fit', reps('2026-10-20')))
  await expect(page.getByRole('heading', { name: 'Files read: 1' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('listitem').first()).toContainText(/known already|same run again/)
})

test('what is dropped anywhere on the page is taken in', async ({ page, empty }) => {
  await page.goto(`${empty.address}/import`)
  await settled(page)
  const bytes = [...reps('2026-10-24')]
  const transfer = await page.evaluateHandle((data) => {
    const made = new DataTransfer()
    made.items.add(new File([new Uint8Array(data)], 'dropped.fit'))
    return made
  }, bytes)
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('Let go: they are taken in')).toBeVisible()
  await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('listitem').filter({ hasText: 'dropped.fit' })).toContainText('added', {
    timeout: 60_000,
  })
})

test('a whole folder is taken in', async ({ page, empty }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-folder-'))
  writeFileSync(join(folder, 'one.fit'), reps('2026-10-20'))
  writeFileSync(join(folder, 'two.fit'), reps('2026-10-21', 3))
  await page.goto(`${empty.address}/import`)
  await settled(page)
  await page.locator('input[type=file]').nth(1).setInputFiles(folder)
  await expect(page.getByRole('heading', { name: 'Files read: 2' })).toBeVisible({ timeout: 60_000 })
})

for (const theme of ['light', 'dark'] as const) {
  test(`import has nothing for axe to find, ${theme}`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${demo.address}/import`)
    await settled(page)
    await expectAccessible(page)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([file('x.fit', new Uint8Array([9])), file('intervals.fit', reps('2026-10-20'))])
    await expect(page.getByRole('heading', { name: /^Files read: / })).toBeVisible({ timeout: 60_000 })
    await settled(page)
    await expectAccessible(page)
  })
}
