import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { clockAt, onBoth, type Bench } from '../../../../tests/postgres/both.ts'
import type { Logbook } from '../logbook.ts'
import { addPlan, deletePlan, savePlan } from '../plans/edit-plan.ts'
import { seePlan } from '../plans/find-plan.ts'
import { listLibrary } from '../plans/list-library.ts'
import { LibraryView, PlanView, SeasonPreview } from '../views/making.ts'
import { CalendarView, ChangedView, MovesView, SessionView, TodayView } from '../views/season.ts'
import { exportSeasonFiles, exportSessionFile } from './export-season.ts'
import { beginSeason, makeSeason } from './make-season.ts'
import { moveSession } from './move-session.ts'
import { previewSeason } from './preview-season.ts'
import { keepReview, keepRun, valueOf, REQUEST } from './season.arbitrary.ts'
import { seeCalendar } from './see-calendar.ts'
import { seeMoves } from './see-moves.ts'
import { seeSession } from './see-session.ts'
import { seeToday } from './see-today.ts'
import { skipSession } from './skip-session.ts'
import { undoChange } from './undo-change.ts'

const MADE = '2026-11-23T06:00:00Z'
const LATER = '2026-12-29T06:00:00Z'

/** A season that was made five weeks ago. */
const lived = async (bench: Bench): Promise<Logbook> => {
  const clock = clockAt(MADE)
  const logbook = await bench.open({ now: clock.now })
  valueOf(await makeSeason(logbook, logbook.owner, REQUEST))
  clock.set(LATER)
  return logbook
}

onBoth('a season', (bench) => {
  test('is previewed, made and seen: today, calendar, session, each in its shape', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const preview = SeasonPreview.parse(valueOf(await previewSeason(logbook, me, REQUEST)))
    expect(preview.weeks.length).toBeGreaterThan(6)
    const today = TodayView.parse(valueOf(await seeToday(logbook, me)))
    expect(today).toMatchObject({ today: '2026-12-29', race: { day: '2027-02-21', days_to: 54, distance_m: 5000 } })
    expect(today.sessions.map(({ session }) => session.title)).toEqual(['5 x 1200m @5K'])
    const session = SessionView.parse(valueOf(await seeSession(logbook, me, 'w5-2')))
    expect(session.paces_from).toMatch(/5K 19:30/)
    expect(session.why.map(({ rule }) => rule)).toContain('R46')
    expect(session.parts.some((part) => part.kind === 'set' && part.times === 4)).toBe(true)
    const calendar = CalendarView.parse(valueOf(await seeCalendar(logbook, me)))
    expect(calendar.weeks).toHaveLength(13)
    expect(calendar.weeks.at(-1)?.days.at(-1)).toMatchObject({ race: '5K' })
    const past = calendar.weeks[0]?.days.flatMap(({ sessions }) => sessions) ?? []
    expect(past.every(({ fixed }) => fixed)).toBe(true)
    expect(new Set(past.map(({ standing }) => standing))).toEqual(new Set(['planned']))
  })

  test('another day is looked at, and a day without sessions names the next', async () => {
    const logbook = await lived(bench)
    const rest = valueOf(await seeToday(logbook, logbook.owner, { day: '2027-01-01' }))
    expect(rest.sessions).toEqual([])
    expect(rest.next?.day).toBe('2027-01-02')
  })

  test('without a season there is nothing to see, and what is missing is said', async () => {
    const logbook = await bench.open()
    for (const asked of [seeToday, seeCalendar])
      expect(await asked(logbook, logbook.owner)).toMatchObject({ ok: false, fault: { code: 'not-found' } })
  })

  test('moves, its repair with it, and one undo takes both back', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const before = valueOf(await seeCalendar(logbook, me))
    const moves = MovesView.parse(valueOf(await seeMoves(logbook, me, 'w5-A')))
    const cell = moves.cells.find(({ to }) => to.day === '2026-12-30' && to.slot === 'pm')
    expect(cell).toMatchObject({ legal: false, closed: null })
    expect(cell?.breaks[0]?.message).toMatch(/12\.5 h after it ends; key sessions need 24 h at least \(R105\)/)
    expect(cell?.repair?.moves.length).toBe(1)
    const edit = { to: { day: '2026-12-30', slot: 'pm' as const }, repair: true, version: moves.version }
    const moved = ChangedView.parse(valueOf(await moveSession(logbook, me, 'w5-A', edit)))
    expect(moved.version).toBe(moves.version + 1)
    const shown = valueOf(await seeSession(logbook, me, 'w5-A'))
    expect(shown.session).toMatchObject({ day: '2026-12-30', slot: 'pm', changed: true })
    expect(shown.changes).toMatchObject([{ state: 'accepted', because: 'you moved it' }])
    const undone = valueOf(await undoChange(logbook, me, { version: moved.version }))
    expect(undone.undoable).toBeNull()
    const after = valueOf(await seeCalendar(logbook, me))
    expect(after.weeks).toEqual(before.weeks)
  })

  test('a move that rests on an older season is refused with what stands now', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const edit = { to: { day: '2026-12-30', slot: 'pm' as const }, repair: false, version: 1 }
    const both = await Promise.all([
      moveSession(logbook, me, 'w5-2', edit),
      skipSession(logbook, me, 'w5-4', { version: 1 }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const stale = both.find(({ ok }) => !ok)
    expect(stale).toMatchObject({ fault: { code: 'stale', current: { version: 2 } } })
  })

  test('what is past, the race and closed days are refused in words', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const move = (id: string, day: string) =>
      moveSession(logbook, me, id, { to: { day, slot: 'am' }, repair: false, version: 1 })
    expect(await move('w1-2', '2026-12-30')).toMatchObject({ fault: { code: 'refused', reason: 'past' } })
    expect(await move('w5-2', '2026-12-28')).toMatchObject({ fault: { code: 'refused', reason: 'past' } })
    expect(await move('w5-2', '2027-01-01')).toMatchObject({ fault: { code: 'refused', reason: 'blackout' } })
    expect(await move('w5-2', '2026-12-30')).toMatchObject({
      fault: { reason: 'one-a-slot', message: /recovery already/ },
    })
    expect(await move('nobody', '2026-12-30')).toMatchObject({ fault: { code: 'not-found' } })
    const race = valueOf(await seeCalendar(logbook, me))
      .weeks.at(-1)
      ?.days.at(-1)?.sessions[0]
    expect(await seeMoves(logbook, me, race?.id ?? '')).toMatchObject({ fault: { code: 'refused', reason: 'race' } })
    expect(await skipSession(logbook, me, 'w1-2', { version: 1 })).toMatchObject({ fault: { reason: 'past' } })
    expect(valueOf(await seeCalendar(logbook, me)).version).toBe(1)
  })

  test('what is left out stays to be seen, and comes back', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const before = valueOf(await seeSession(logbook, me, 'w5-4'))
    valueOf(await skipSession(logbook, me, 'w5-4', { because: 'ill', version: 1 }))
    const calendar = valueOf(await seeCalendar(logbook, me))
    const cards = calendar.weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions))
    expect(cards.find(({ id }) => id === 'w5-4')).toMatchObject({ standing: 'skipped', fixed: true })
    expect(calendar.undoable).toMatch(/left out/)
    const left = SessionView.parse(valueOf(await seeSession(logbook, me, 'w5-4')))
    expect(left.session).toEqual(cards.find(({ id }) => id === 'w5-4'))
    expect(left).toMatchObject({ week: before.week, asks: null, review: null })
    expect(left.parts).toEqual(before.parts)
    expect(left.changes).toMatchObject([{ state: 'accepted', because: 'you left it out: ill' }])
    expect(await skipSession(logbook, me, 'w5-4', { version: 2 })).toMatchObject({ fault: { code: 'not-found' } })
    expect(await seeSession(logbook, me, 'w99-1')).toMatchObject({ fault: { code: 'not-found' } })
    valueOf(await undoChange(logbook, me, { version: 2 }))
    expect(valueOf(await seeSession(logbook, me, 'w5-4')).session.standing).toBe('planned')
  })

  test('shows what became of each session: done, asking, missed, unknown, and what was run beside', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const { season } = valueOf(await seeCalendar(logbook, me))
    await keepRun(logbook, 'a1', '2026-12-22')
    await keepReview(logbook, season, { session: 'w4-2', activity: 'a1', state: 'done', day: '2026-12-22' })
    await keepRun(logbook, 'a2', '2026-12-24')
    await keepReview(logbook, season, { session: 'w4-4', activity: 'a2', state: 'asks', day: '2026-12-24' })
    await keepRun(logbook, 'a3', '2026-12-26')
    const { weeks } = CalendarView.parse(valueOf(await seeCalendar(logbook, me)))
    const cards = weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions))
    const standing = (id: string) => cards.find((card) => card.id === id)?.standing
    expect(standing('w4-2')).toBe('close')
    expect(standing('w4-4')).toBe('asks')
    expect(standing('w4-3')).toBe('missed')
    expect(standing('w4-B')).toBe('planned')
    expect(standing('w4-7')).toBe('planned')
    expect(weeks[4]?.days[5]?.unplanned).toMatchObject([{ activity: 'a3', start: '06:40' }])
    expect(weeks[4]?.done).toEqual({ distance_m: 36_000, duration_s: 10_800, easy_share: 0.75, key_sessions: 1 })
    const today = TodayView.parse(valueOf(await seeToday(logbook, me)))
    expect(today.last_review).toMatchObject({ session: { id: 'w4-2', activity: 'a1' }, review: { verdict: 'close' } })
    const asking = SessionView.parse(valueOf(await seeSession(logbook, me, 'w4-4')))
    expect(asking).toMatchObject({ asks: { activity: 'a2', title: 'run a2', because: 'same day' }, review: null })
    expect(valueOf(await seeSession(logbook, me, 'w4-2')).review?.reps).toHaveLength(1)
  })

  test('what was done stays where it was done', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const to = { day: '2026-12-29', slot: 'pm' as const }
    valueOf(await moveSession(logbook, me, 'w5-2', { to, repair: false, version: 1 }))
    const { season } = valueOf(await seeCalendar(logbook, me))
    await keepRun(logbook, 'a1', '2026-12-29')
    await keepReview(logbook, season, { session: 'w5-2', activity: 'a1', state: 'done', day: '2026-12-29' })
    expect(await undoChange(logbook, me, { version: 2 })).toMatchObject({ fault: { code: 'refused', reason: 'done' } })
    expect(await skipSession(logbook, me, 'w5-2', { version: 2 })).toMatchObject({ fault: { reason: 'done' } })
    expect(await seeMoves(logbook, me, 'w5-2')).toMatchObject({ fault: { reason: 'done' } })
  })

  test('a change that reached into the past is not taken back', async () => {
    const clock = clockAt(MADE)
    const logbook = await bench.open({ now: clock.now })
    const me = logbook.owner
    valueOf(await beginSeason(logbook, me, REQUEST))
    valueOf(await skipSession(logbook, me, 'b1-2', { version: 1 }))
    clock.set(LATER)
    expect(await undoChange(logbook, me, { version: 2 })).toMatchObject({ fault: { code: 'refused', reason: 'past' } })
  })

  test('a new season takes the place of the old one, and an edit of the old one is stale', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const made = valueOf(await beginSeason(logbook, me, { ...REQUEST, race_day: '2027-04-11' }))
    expect(made.version).toBeGreaterThan(1)
    expect(await skipSession(logbook, me, 'w5-4', { version: 1 })).toMatchObject({ fault: { code: 'stale' } })
    const kept = await logbook.store.db.selectFrom('seasons').select('active').where('athlete', '=', me).execute()
    expect(kept.map(({ active }) => active).toSorted((a, b) => a - b)).toEqual([0, 1])
  })

  test('an impossible request names what to change', async () => {
    const logbook = await bench.open()
    const me = logbook.owner
    const past = await makeSeason(logbook, me, { ...REQUEST, race_day: '2026-01-01' })
    expect(past).toMatchObject({ fault: { code: 'refused', reason: 'race-in-the-past' } })
    const who = await makeSeason(logbook, me, { ...REQUEST, athlete: { marks: [{ distance_m: 5000, time: 'fast' }] } })
    expect(who).toMatchObject({ fault: { code: 'invalid', reason: 'athlete', message: /marks\[0\]\.time/ } })
    const plan = await makeSeason(logbook, me, { ...REQUEST, plan: { kind: 'plan', id: 'none' } })
    expect(plan).toMatchObject({ fault: { code: 'not-found' } })
  })

  test('is made of a text and of a recipe as well', async () => {
    const logbook = await bench.open()
    const me = logbook.owner
    const text = 'week 1\n  Tue 5 x 1000m @T, jog 200m\n  Sun 10mi long\nweek 2\n  Sun race 5K\n'
    const ofText = { ...REQUEST, plan: { kind: 'text' as const, text }, race_day: '2026-12-06' }
    expect(valueOf(await previewSeason(logbook, me, ofText)).weeks.length).toBe(2)
    const recipe = { kind: 'recipe' as const, race: '5K' as const, weeks: 12, level: 'intermediate' as const }
    const ofRecipe = valueOf(await previewSeason(logbook, me, { ...REQUEST, plan: recipe }))
    expect(ofRecipe.weeks.length).toBeGreaterThan(8)
  })

  test('goes out as files: one, or a zip with its report', async () => {
    const logbook = await lived(bench)
    const me = logbook.owner
    const ics = valueOf(await exportSeasonFiles(logbook, me, 'ics'))
    expect(new TextDecoder().decode(ics.bytes)).toMatch(/^BEGIN:VCALENDAR/)
    const fit = valueOf(await exportSeasonFiles(logbook, me, 'fit'))
    const names = Object.keys(unzipSync(fit.bytes))
    expect(names).toContain('report.txt')
    expect(names).toContain('report.json')
    expect(names.filter((name) => name.endsWith('.fit')).length).toBeGreaterThan(50)
    const one = valueOf(await exportSessionFile(logbook, me, 'w5-2', 'fit'))
    expect(one.name).toMatch(/\.fit$/)
    expect(await exportSessionFile(logbook, me, 'w5-A', 'zwo')).toMatchObject({ fault: { code: 'refused' } })
  })
})

onBoth('plans', (bench) => {
  test('are added, changed at their version, and forgotten; shipped ones never', async () => {
    const logbook = await bench.open()
    const me = logbook.owner
    const text = 'plan Mine\nweek 1\n  Tue 5mi easy\n'
    const mine = PlanView.parse(valueOf(await addPlan(logbook, me, { name: ' Mine ', text })))
    expect(mine).toMatchObject({ name: 'Mine', kept: 'own', version: 1, weeks: 1 })
    const saved = valueOf(await savePlan(logbook, me, mine.id, { name: 'Mine', text: `${text}week 2\n`, version: 1 }))
    expect(saved.version).toBe(2)
    const stale = await savePlan(logbook, me, mine.id, { name: 'Theirs', text, version: 1 })
    expect(stale).toMatchObject({ fault: { code: 'stale', current: { version: 2, value: { text: saved.text } } } })
    const library = LibraryView.parse(valueOf(await listLibrary(logbook, me)))
    expect(library.plans.map(({ id }) => id)).toEqual([
      mine.id,
      'advanced-5k',
      'fusion-1500',
      'fusion-800',
      'strength-5k',
    ])
    const shipped = await savePlan(logbook, me, 'advanced-5k', { name: 'x', text, version: 0 })
    expect(shipped).toMatchObject({ fault: { code: 'refused', reason: 'library' } })
    expect(await deletePlan(logbook, me, mine.id, { version: 1 })).toMatchObject({ fault: { code: 'stale' } })
    valueOf(await deletePlan(logbook, me, mine.id, { version: 2 }))
    expect(await seePlan(logbook, me, mine.id)).toMatchObject({ fault: { code: 'not-found' } })
    expect(await addPlan(logbook, me, { name: '  ', text })).toMatchObject({ fault: { code: 'invalid' } })
  })
})
