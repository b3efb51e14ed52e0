import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, makeDay, mondayOf, parseDay } from '@bell-lap/core'
import { PLAN_FOLDER } from '../../../../tests/postgres/both.ts'
import { seeProgress } from '../done/see-progress.ts'
import type { Logbook } from '../logbook.ts'
import { openLogbook } from '../open.ts'
import { activeSeason } from '../season/kept-season.ts'
import { seeCalendar } from '../season/see-calendar.ts'
import { seeToday } from '../season/see-today.ts'
import type { CalendarView } from '../views/season.ts'
import { makeDemo } from './make-demo.ts'
import { demoFiles } from './recordings.ts'

const NOW = '2026-11-26T11:00:00Z'
const folder = mkdtempSync(join(tmpdir(), 'bell-lap-demo-'))
let logbook: Logbook

beforeAll(async () => {
  const opened = await openLogbook({ folder, now: () => Date.parse(NOW), planFolder: PLAN_FOLDER })
  if (!opened.ok) throw new Error(opened.fault.message)
  logbook = opened.value
  const made = await makeDemo(logbook, logbook.owner)
  if (!made.ok) throw new Error(made.fault.message)
  expect(made.value).toMatchObject({ demo: true, athlete: 'Demo athlete' })
}, 120_000)

afterAll(async () => {
  await logbook.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const calendar = async (): Promise<CalendarView> => {
  const view = await seeCalendar(logbook, logbook.owner)
  if (!view.ok) throw new Error(view.fault.message)
  return view.value
}

describe('the demo', () => {
  test('shows every standing that sessions can have by themselves', async () => {
    const { weeks, today } = await calendar()
    const cards = weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions))
    const standings = new Set(cards.map(({ standing }) => standing))
    for (const standing of ['planned', 'asks', 'done', 'as planned', 'close', 'different', 'missed'])
      expect([...standings], standing).toContain(standing)
    expect(cards.filter(({ day, standing }) => day > today && standing !== 'planned')).toEqual([])
    const unplanned = weeks.flatMap(({ days }) => days.flatMap((day) => day.unplanned))
    expect(unplanned.length).toBe(1)
  })

  test('stands in the fifth or sixth week, with a review by its reps to look at', async () => {
    const view = await seeToday(logbook, logbook.owner)
    if (!view.ok) throw new Error(view.fault.message)
    expect([5, 6]).toContain(view.value.week.number)
    expect(view.value.last_review?.review.reps.length).toBeGreaterThan(0)
    expect(view.value.this_week.done.distance_m).toBeGreaterThan(10_000)
  })

  test('one key session faded, and the review says so with its figures', async () => {
    const view = await seeProgress(logbook, logbook.owner)
    if (!view.ok) throw new Error(view.fault.message)
    const fades = view.value.reps.filter(({ fade_percent, reps }) => reps > 2 && (fade_percent ?? 0) > 4)
    expect(fades.length).toBe(1)
    expect(view.value.easy.done.by_time).toBeGreaterThan(0.8)
    const [first, last] = [view.value.best_efforts[0], view.value.best_efforts.at(-1)]
    expect([first?.distance_m, last?.distance_m]).toEqual([200, 21_097.5])
  })

  test('its files are the same for the same day, and others on another', async () => {
    const kept = await activeSeason(logbook, logbook.store.db, logbook.owner)
    const today = parseDay(NOW.slice(0, 10))
    if (!kept || today === undefined) throw new Error('no season')
    const [one, other] = [demoFiles(kept.season, today, 'UTC'), demoFiles(kept.season, today, 'UTC')]
    expect(one.map(({ name }) => name)).toEqual(other.map(({ name }) => name))
    expect(one.every(({ bytes }, index) => Buffer.compare(bytes, other[index]?.bytes ?? new Uint8Array()) === 0)).toBe(
      true,
    )
    expect(new Set(one.map(({ name }) => name)).size).toBe(one.length)
    expect(demoFiles(kept.season, addDays(today, -7), 'UTC').length).toBeLessThan(one.length)
    expect(kept.season.weeks[4]?.monday).toBe(mondayOf(today))
    expect(makeDay(kept.season.race.day) > NOW).toBe(true)
  })

  test('is refused where anything is kept, and leaves that alone', async () => {
    const count = () => logbook.store.db.selectFrom('activities').select('id').execute()
    const before = await count()
    const again = await makeDemo(logbook, logbook.owner)
    expect(again).toMatchObject({ ok: false, fault: { code: 'refused', reason: 'not-empty' } })
    expect(await count()).toEqual(before)
  })
})
