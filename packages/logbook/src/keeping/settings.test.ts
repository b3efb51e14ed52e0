import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { onBoth, PLAN_FOLDER } from '../../../../tests/postgres/both.ts'
import { shortSeason } from '../done/season.arbitrary.ts'
import { feedCalendar, makeFeed, revokeFeed } from './feed.ts'
import { upgradeRow } from './older.ts'
import { PROGRAM } from './program.ts'
import { saveSettings } from './save-settings.ts'
import { seeSettings } from './see-settings.ts'

test('the program tells the version of its package', () => {
  const json: unknown = JSON.parse(readFileSync(join(PLAN_FOLDER, '../package.json'), 'utf8'))
  expect(json).toMatchObject({ version: PROGRAM })
})

test('rows of an older archive go through every step from their shape on', () => {
  const steps = {
    1: (_: string, row: unknown) => ({ ...Object(row), one: 1 }),
    2: (table: string, row: unknown) => (table === 'plans' ? { ...Object(row), two: 2 } : row),
  }
  expect(upgradeRow('plans', { id: 'p' }, 1, steps)).toEqual({ id: 'p', one: 1, two: 2 })
  expect(upgradeRow('plans', { id: 'p' }, 2, steps)).toEqual({ id: 'p', two: 2 })
  expect(upgradeRow('files', { id: 'f' }, 1, steps)).toEqual({ id: 'f', one: 1 })
})

onBoth('settings', (bench) => {
  test('what is left out stays; zones follow the heart rates and say what they rest on', async () => {
    const logbook = await bench.open()
    const first = await seeSettings(logbook, logbook.owner)
    expect(first).toMatchObject({ ok: true, value: { version: 0, zones: [], zones_from: null, feed: null } })
    const athlete = { marks: [], max_heart_rate: 190, resting_heart_rate: 50 }
    const saved = await saveSettings(logbook, logbook.owner, { version: 0, athlete })
    if (!saved.ok) throw new Error(saved.fault.message)
    expect(saved.value).toMatchObject({ version: 1, athlete, display: { unit: 'km' } })
    expect(saved.value.zones.map(({ low_bpm }) => low_bpm)).toEqual([120, 134, 148, 162, 176])
    expect(saved.value.zones_from).toContain('reserve')
  })

  test('a stale edit is refused with what stands now, and changes nothing', async () => {
    const logbook = await bench.open()
    const display = { unit: 'mi', theme: 'dark', shortcuts: false, locale: null } as const
    await saveSettings(logbook, logbook.owner, { version: 0, display })
    const stale = await saveSettings(logbook, logbook.owner, { version: 0, display: { ...display, unit: 'km' } })
    expect(stale).toMatchObject({ ok: false, fault: { code: 'stale', current: { version: 1, value: { display } } } })
    expect(await seeSettings(logbook, logbook.owner)).toMatchObject({ ok: true, value: { version: 1, display } })
  })

  test('a choice that was kept by an older program and is no more is read past', async () => {
    const logbook = await bench.open()
    const display = { unit: 'mi', theme: 'dark', shortcuts: false, locale: null } as const
    const older = JSON.stringify({ ...display, week_starts: 'Sun' })
    await logbook.store.db
      .updateTable('athletes')
      .set({ display: older })
      .where('athlete', '=', logbook.owner)
      .execute()
    const seen = await seeSettings(logbook, logbook.owner)
    expect(seen.ok && seen.value.display).toEqual(display)
  })

  test('of two edits at once exactly one is taken', async () => {
    const logbook = await bench.open()
    const edits = ['km', 'mi'] as const
    const display = { theme: 'dark', shortcuts: false, locale: null } as const
    const done = await Promise.all(
      edits.map((unit) => saveSettings(logbook, logbook.owner, { version: 0, display: { ...display, unit } })),
    )
    expect(done.filter(({ ok }) => ok).length).toBe(1)
  })

  test('a field that is wrong is named with what to write', async () => {
    const logbook = await bench.open()
    const wrong = await saveSettings(logbook, logbook.owner, {
      version: 0,
      athlete: { marks: [], max_heart_rate: 'fast' },
    })
    expect(wrong).toMatchObject({
      ok: false,
      fault: { code: 'invalid', message: expect.stringContaining('max_heart_rate') },
    })
  })
})

onBoth('the calendar feed', (bench) => {
  const tokenIn = (path: string): string => /^\/feed\/([A-Za-z0-9_-]{43})\.ics$/.exec(path)?.[1] ?? ''

  test('opens with its token alone, of which the hash is kept, until it is made anew or revoked', async () => {
    const logbook = await bench.open()
    await shortSeason(logbook)
    const made = await makeFeed(logbook, logbook.owner)
    if (!made.ok) throw new Error(made.fault.message)
    const token = tokenIn(made.value.path)
    expect(token.length).toBe(43)
    const [row] = await logbook.store.db.selectFrom('feeds').selectAll().execute()
    expect(row?.token_hash).toBe(createHash('sha256').update(token).digest('hex'))
    expect(JSON.stringify(row)).not.toContain(token)
    const calendar = await feedCalendar(logbook, token)
    expect(calendar.ok && calendar.value).toMatch(/BEGIN:VEVENT/)
    expect(calendar.ok && calendar.value).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H/)
    expect(await seeSettings(logbook, logbook.owner)).toMatchObject({
      value: { feed: { read: '2026-11-23T06:00:00.000Z' } },
    })
    expect(await feedCalendar(logbook, `${token}x`)).toMatchObject({ ok: false, fault: { code: 'not-found' } })
    const again = await makeFeed(logbook, logbook.owner)
    expect((await feedCalendar(logbook, token)).ok).toBe(false)
    const next = again.ok ? tokenIn(again.value.path) : ''
    expect((await feedCalendar(logbook, next)).ok).toBe(true)
    await revokeFeed(logbook, logbook.owner)
    expect((await feedCalendar(logbook, next)).ok).toBe(false)
  })

  test('is an empty calendar while there is no season', async () => {
    const logbook = await bench.open()
    const made = await makeFeed(logbook, logbook.owner)
    const calendar = await feedCalendar(logbook, made.ok ? tokenIn(made.value.path) : '')
    expect(calendar.ok && calendar.value).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
  })
})
