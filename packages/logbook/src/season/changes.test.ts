import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, makeDay, replay, SLOTS, type Day, type Season, type SeasonSession } from '@bell-lap/core'
import { clockAt, onBoth } from '../../../../tests/postgres/both.ts'
import type { Logbook } from '../logbook.ts'
import { dayOfText } from './clock.ts'
import { activeSeason, forgetSeasons, type KeptSeason } from './kept-season.ts'
import { beginSeason } from './make-season.ts'
import { moveSession } from './move-session.ts'
import { REQUEST, valueOf } from './season.arbitrary.ts'
import { skipSession } from './skip-session.ts'
import { undoChange } from './undo-change.ts'

const LONG = process.env['BELL_LAP_LONG'] === '1'
const RUNS = { sqlite: LONG ? 200 : 12, postgres: LONG ? 40 : 4 }
const FIRST_DAY = dayOfText('2026-11-30')

/** What the athlete may do; sessions and places are drawn by number and stand for whatever is there. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('move'),
      session: fc.nat(200),
      days: fc.integer({ min: -9, max: 9 }),
      slot: fc.constantFrom(...SLOTS),
      repair: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('skip'), session: fc.nat(200) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sleep'), days: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stale'), session: fc.nat(200) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** What has to be known to say what each step must come to. */
interface World {
  readonly logbook: Logbook
  readonly setToday: (day: Day) => void
  today: Day
  version: number
  /** How the season stood before each change in force, the first below. */
  readonly before: Season['weeks'][]
}

const kept = async ({ logbook }: World): Promise<KeptSeason> => {
  const season = await activeSeason(logbook, logbook.store.db, logbook.owner)
  if (!season) throw new Error('there is a season')
  return season
}

const sessionsOf = ({ weeks }: Pick<Season, 'weeks'>): readonly SeasonSession[] =>
  weeks.flatMap(({ sessions }) => sessions)

const doStep = async (world: World, what: Step): Promise<void> => {
  const { logbook, version } = world
  const me = logbook.owner
  const was = (await kept(world)).season
  const sessions = sessionsOf(was)
  const picked = 'session' in what ? sessions[what.session % sessions.length] : undefined
  if (what.kind === 'sleep' && 'days' in what) {
    world.today = addDays(world.today, what.days)
    world.setToday(world.today)
    return
  }
  if (what.kind === 'undo') return undo(world, was)
  if (!picked) return
  if (what.kind === 'stale') {
    const refused = await skipSession(logbook, me, picked.id, { version: version - 1 })
    expect(refused).toMatchObject({ ok: false, fault: { code: 'stale', current: { version } } })
    return
  }
  const done =
    'slot' in what
      ? await moveSession(logbook, me, picked.id, {
          to: { day: makeDay(addDays(picked.day, what.days)), slot: what.slot },
          repair: what.repair,
          version,
        })
      : await skipSession(logbook, me, picked.id, { version })
  if (!done.ok) {
    expect(done.fault.code).toBe('refused')
    expect((await kept(world)).season.weeks).toEqual(was.weeks)
    return
  }
  world.before.push(was.weeks)
  world.version = done.value.version
  expect(done.value.version).toBe(version + 1)
}

const undo = async (world: World, was: Season): Promise<void> => {
  const { logbook, version, before } = world
  const undone = await undoChange(logbook, logbook.owner, { version })
  if (!undone.ok) {
    expect(undone.fault.code).toBe('refused')
    expect((await kept(world)).season.weeks).toEqual(was.weeks)
    return
  }
  world.version = undone.value.version
  expect((await kept(world)).season.weeks).toEqual(before.pop())
}

/** What holds after every step, whatever it was. */
const alwaysHolds = async (world: World, base: string, pastBefore: readonly SeasonSession[]): Promise<void> => {
  const { logbook } = world
  const now = await kept(world)
  expect(now.version).toBe(world.version)
  expect(sessionsOf(now.season).filter(({ day }) => day < world.today)).toEqual(
    pastBefore.filter(({ day }) => day < world.today),
  )
  const row = await logbook.store.db
    .selectFrom('seasons')
    .select('base')
    .where('athlete', '=', logbook.owner)
    .where('id', '=', now.id)
    .executeTakeFirstOrThrow()
  expect(row.base).toBe(base)
  forgetSeasons(logbook)
  const again = await kept(world)
  expect(again.season).toEqual(now.season)
  expect(replay(again.base, again.ledger)).toEqual(now.season)
}

const live = async (logbook: Logbook, clock: ReturnType<typeof clockAt>, steps: readonly Step[]) => {
  const setToday = (day: Day): void => clock.set(`${makeDay(day)}T06:00:00Z`)
  setToday(FIRST_DAY)
  const made = valueOf(await beginSeason(logbook, logbook.owner, REQUEST))
  const world: World = { logbook, setToday, today: FIRST_DAY, version: made.version, before: [] }
  const { base } = await logbook.store.db
    .selectFrom('seasons')
    .select('base')
    .where('athlete', '=', logbook.owner)
    .where('id', '=', made.season)
    .executeTakeFirstOrThrow()
  for (const what of steps) {
    const past = sessionsOf((await kept(world)).season)
    await doStep(world, what)
    await alwaysHolds(world, base, past)
  }
}

onBoth('changes of a season', (bench) => {
  test('in any order keep base and past, replay to the same season, and undo brings back exactly what was', async () => {
    const clock = clockAt('2026-11-30T06:00:00Z')
    const logbook = await bench.open({ now: clock.now })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => live(logbook, clock, steps)),
      { numRuns: RUNS[bench.kind], endOnFailure: true },
    )
  }, 600_000)

  test('of many edits of one version exactly one is kept, and the others are told', async () => {
    const clock = clockAt('2026-11-30T06:00:00Z')
    const logbook = await bench.open({ now: clock.now })
    const me = logbook.owner
    const made = valueOf(await beginSeason(logbook, me, REQUEST))
    let { version } = made
    for (let round = 0; round < 5; round++) {
      const season = await activeSeason(logbook, logbook.store.db, me)
      const free = sessionsOf(season?.season ?? { weeks: [] }).filter(
        ({ day, hardness }) => day > dayOfText('2026-11-30') && hardness !== 'race',
      )
      const edits = await Promise.all(free.slice(0, 8).map(({ id }) => skipSession(logbook, me, id, { version })))
      const done = edits.filter(({ ok }) => ok)
      expect(done).toHaveLength(1)
      expect(edits.flatMap((edit) => (edit.ok ? [] : [edit.fault.code]))).toEqual(Array(7).fill('stale'))
      version += 1
      const rows = await logbook.store.db
        .selectFrom('ledger')
        .select('seq')
        .where('athlete', '=', me)
        .where('season', '=', made.season)
        .execute()
      expect(rows).toHaveLength(2 * (round + 1))
    }
  })
})
