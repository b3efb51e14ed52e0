import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, makeDay } from '../../packages/core/src/calendar/day.ts'
import type { Change, Season, SeasonSession } from '../../packages/core/src/season/season.ts'
import { exportSeason, type ExportOptions } from '../../packages/formats/src/export/season.ts'
import { Calendar } from './calendar-client.ts'
import { athlete, dayOf, planFile, seasonAsWritten, seasonOf, workoutOf } from './session.ts'
import { runs } from './seed.ts'
import { propose, type Ledger, type LedgerFault } from '../../packages/core/src/season/ledger.ts'
import { accept, replay, undo } from '../../packages/core/src/season/replay.ts'
import type { Result } from '../../packages/core/src/result.ts'

const MADE = '2026-12-21T08:00:00Z'
const plan = planFile('advanced-5k.plan')
const season = seasonAsWritten(plan, dayOf('2026-12-28'))

const calendarOf = (of: Season, options: Partial<ExportOptions> = {}): string => {
  const { files, report } = exportSeason(of, 'ics', { made: MADE, ...options })
  const [file] = files
  if (typeof file?.content !== 'string' || files.length > 1) throw new Error('one calendar is one text')
  expect(report.sessions.every(({ fate }) => fate.kind === 'exact')).toBe(true)
  return file.content
}

const kept = (...texts: readonly string[]) => {
  const calendar = new Calendar()
  for (const text of texts) calendar.take(text)
  return calendar.entries
}

const sessionsOf = (of: Season): readonly SeasonSession[] => of.weeks.flatMap(({ sessions }) => sessions)

/** The season with its sessions changed, as a replay of the ledger leaves it. */
const withSessions = (of: Season, change: (session: SeasonSession) => SeasonSession | null): Season => ({
  ...of,
  weeks: of.weeks.map((week) => ({
    ...week,
    sessions: week.sessions.flatMap((session) => change(session) ?? []),
  })),
})

const changeOf = (number: number, before: SeasonSession | null, after: SeasonSession | null): Change => ({
  id: `c${number}`,
  cause: 'moved by the athlete',
  before,
  after,
})

describe('the calendar of a season', () => {
  test('holds every session that is planned, each once, on its day and hour', () => {
    const entries = kept(calendarOf(season))
    expect(entries).toHaveLength(sessionsOf(season).length)
    const starts = new Set(entries.map(({ start }) => start))
    for (const session of sessionsOf(season)) {
      const local = Temporal.PlainDateTime.from(`${makeDay(session.day)}T00:00`).add({ minutes: session.start })
      const instant = local.toZonedDateTime('Europe/Berlin').toInstant().toString({ fractionalSecondDigits: 3 })
      expect(starts).toContain(instant)
    }
  })

  test('addresses hold no date, and tell one season from another', () => {
    const uids = kept(calendarOf(season)).map(({ uid }) => uid)
    for (const uid of uids) expect(uid).not.toMatch(/20\d\d|\d{6,}/)
    const later = seasonAsWritten(plan, dayOf('2027-06-07'))
    const others = new Set(kept(calendarOf(later)).map(({ uid }) => uid))
    expect(uids.filter((uid) => others.has(uid))).toEqual([])
  })

  test('a season fitted anew to the same race keeps its addresses', () => {
    const faster = { ...season, athlete: { ...athlete, weekly: undefined }, today: addDays(season.today, 7) }
    const { weekly: _weekly, ...who } = faster.athlete
    const uids = (of: Season) => kept(calendarOf(of)).map(({ uid }) => uid)
    expect(uids({ ...faster, athlete: who })).toEqual(uids(season))
  })

  test('describes a session by the athlete’s own paces, the reason and the cue', () => {
    const [entry] = kept(calendarOf(seasonOf(workoutOf('8mi with 5 x 1000m @5K, jog 200m "drive the arms"'))))
    expect(entry?.title).toBe('8mi with 5 x 1000m @5K, jog 200m')
    expect(entry?.description).toContain('1000m @5K: 3:59-4:01/km, 3:59-4:01, 96 s a lap')
    expect(entry?.description).toContain('why: R46')
    expect(entry?.description).toContain('drive the arms')
  })

  test('holds strength with its exercises', () => {
    const [entry] = kept(calendarOf(seasonOf(workoutOf('back squat 4 x 5 @RPE8, rest 3min + side plank 3 x 30s'))))
    expect(entry?.title).toBe('strength: back squat, side plank')
    expect(entry?.description).toContain('back squat 4 x 5 @RPE8, rest 3min')
  })

  test('race day takes its time, sessions leave it free', () => {
    const entries = kept(calendarOf(season))
    const races = sessionsOf(season).filter(({ hardness }) => hardness === 'race')
    expect(races.length).toBeGreaterThan(0)
    expect(entries.filter(({ busy }) => busy)).toHaveLength(races.length)
  })

  test('whole days end on the next one', () => {
    for (const { allDay, start, end } of kept(calendarOf(season, { allDay: true }))) {
      expect(allDay).toBe(true)
      expect(Temporal.PlainDate.from(start).until(end).days).toBe(1)
    }
  })

  test('a week may stand over its days, with its totals', () => {
    const entries = kept(calendarOf(season, { weekBanner: true }))
    const banners = entries.filter(({ title }) => title.startsWith('week '))
    expect(banners).toHaveLength(season.weeks.length)
    for (const { start, end } of banners) expect(Temporal.PlainDate.from(start).until(end).days).toBe(7)
  })

  test('away from home a session starts by the clock there', () => {
    const away = { ...athlete, travel: [{ from: '2026-12-20', to: '2026-12-27', zone: 'America/New_York' }] }
    const [entry] = kept(calendarOf(seasonOf(workoutOf('8km easy'), away)))
    expect(entry?.start).toBe('2026-12-22T12:00:00.000Z')
  })

  test('a zone that nobody knows is no zone: hours float', () => {
    const text = calendarOf(seasonOf(workoutOf('8km easy'), { ...athlete, zone: 'Mars/Olympus' }))
    expect(text).toContain('DTSTART:20261222T070000\r\n')
  })
})

describe('import, edit, export again, import again', () => {
  const [first, second, third] = sessionsOf(season)
  if (!first || !second || !third) throw new Error('the plan has no sessions')

  test('a moved session moves: no duplicate, a higher sequence', () => {
    const moved: SeasonSession = { ...first, day: addDays(first.day, 2), slot: 'pm', start: 1080 }
    const after = withSessions(season, (session) => (session === first ? moved : session))
    const [before, again] = [
      calendarOf(season),
      calendarOf(after, { made: '2026-12-22T08:00:00Z', changes: [changeOf(1, first, moved)] }),
    ]
    const entries = kept(before, again)
    expect(entries).toHaveLength(sessionsOf(season).length)
    const entry = entries.find(({ sequence }) => sequence === 1)
    expect(entry?.start).toBe('2026-12-30T17:00:00.000Z')
    expect(kept(before).some(({ uid }) => uid === entry?.uid)).toBe(true)
  })

  test('a dropped session goes away; undone, it comes back', () => {
    const gone = withSessions(season, (session) => (session === second ? null : session))
    const dropped = [changeOf(1, second, null)]
    const [one, two] = [calendarOf(season), calendarOf(gone, { made: '2026-12-22T08:00:00Z', changes: dropped })]
    expect(two).toContain('STATUS:CANCELLED')
    expect(kept(one, two)).toHaveLength(sessionsOf(season).length - 1)
    const undone = calendarOf(season, {
      made: '2026-12-23T08:00:00Z',
      changes: [...dropped, changeOf(2, null, second)],
    })
    expect(kept(one, two, undone)).toHaveLength(sessionsOf(season).length)
  })

  test('an older file does not undo a newer one', () => {
    const moved: SeasonSession = { ...first, day: addDays(first.day, 2) }
    const after = withSessions(season, (session) => (session === first ? moved : session))
    const newer = calendarOf(after, { made: '2026-12-22T08:00:00Z', changes: [changeOf(1, first, moved)] })
    expect(kept(newer, calendarOf(season))).toEqual(kept(newer))
  })

  test('the same season again changes nothing', () => {
    expect(kept(calendarOf(season), calendarOf(season))).toEqual(kept(calendarOf(season)))
  })

  const short = { ...season, weeks: season.weeks.slice(0, 3) }

  test('any run of moves, drops and undos: the calendar is the season, each session once', () => {
    const edit = fc.record({
      at: fc.nat(1000),
      what: fc.constantFrom('move', 'drop', 'back'),
      by: fc.integer({ min: -6, max: 6 }),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.boolean(), (edits, allDay) => {
        const calendar = new Calendar()
        const base = sessionsOf(short)
        const now = new Map<string, SeasonSession>(base.map((session) => [session.id, session]))
        const changes: Change[] = []
        const take = (step: number): void => {
          const made = Temporal.Instant.from(MADE).add({ minutes: step }).toString()
          calendar.take(
            calendarOf(
              withSessions(short, ({ id }) => now.get(id) ?? null),
              { made, changes, allDay },
            ),
          )
        }
        take(0)
        edits.forEach(({ at, what, by }, index) => {
          const original = base[at % base.length]
          if (!original) return
          const before = now.get(original.id) ?? null
          const after =
            what === 'drop' ? null : what === 'back' ? original : { ...original, day: addDays(original.day, by) }
          if (after) now.set(original.id, after)
          else now.delete(original.id)
          changes.push(changeOf(index, before, after))
          take(index + 1)
        })
        const day = (text: string): string => (allDay ? text : makeDayOf(text))
        expect(calendar.entries.map(({ start }) => day(start)).toSorted()).toEqual(
          [...now.values()].map((session) => makeDay(session.day)).toSorted(),
        )
      }),
      runs('edits of a calendar', 25, 1000),
    )
  })
})

describe('the calendar of a season and its ledger', () => {
  const base: Season = { ...season, weeks: season.weeks.slice(0, 4) }
  const on = base.today

  test('a session that was moved and moved back has changed twice', () => {
    const [first] = sessionsOf(base)
    if (!first) throw new Error('the season has sessions')
    const change = changeOf(1, first, { ...first, day: addDays(first.day, 1) })
    const moved = added(accept(base, added(propose([], change, on)), 'c1', on))
    const back = added(undo(base, moved, on))
    const entryOf = (ledger: Ledger) => kept(calendarOf(replay(base, ledger), { ledger }))[0]
    expect([[], moved, back].map((ledger) => entryOf(ledger)?.sequence)).toEqual([0, 1, 2])
    expect(entryOf(back)?.uid).toBe(entryOf([])?.uid)
  })

  test('a season fitted anew begins above the calendars of the one before it', () => {
    const again = calendarOf(base, { made: MADE, firstSequence: 7 })
    expect(kept(calendarOf(base), again).every(({ sequence }) => sequence === 7)).toBe(true)
  })

  test('whatever is accepted and undone: the calendar is the season, each session once', () => {
    const deed = fc.record({
      at: fc.nat(1000),
      what: fc.constantFrom('move', 'drop', 'undo'),
      by: fc.integer({ min: -3, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 14 }), (deeds) => {
        const calendar = new Calendar()
        let ledger: Ledger = []
        calendar.take(calendarOf(base))
        deeds.forEach(({ at, what, by }, step) => {
          ledger = after(base, ledger, { at, what, by, on, step })
          const made = Temporal.Instant.from(MADE)
            .add({ minutes: step + 1 })
            .toString()
          calendar.take(calendarOf(replay(base, ledger), { made, ledger }))
        })
        const now = sessionsOf(replay(base, ledger))
        expect(calendar.entries.map(({ start }) => makeDayOf(start)).toSorted()).toEqual(
          now.map((session) => makeDay(session.day)).toSorted(),
        )
      }),
      runs('ledgers and their calendars', 25, 1000),
    )
  })
})

const added = (result: Result<Ledger, LedgerFault>): Ledger => {
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}

interface Deed {
  readonly at: number
  readonly what: 'move' | 'drop' | 'undo'
  readonly by: number
  readonly on: Season['today']
  readonly step: number
}

/** The ledger after one deed; what the ledger does not take leaves it as it was. */
const after = (base: Season, ledger: Ledger, { at, what, by, on, step }: Deed): Ledger => {
  if (what === 'undo') {
    const undone = undo(base, ledger, on)
    return undone.ok ? undone.value : ledger
  }
  const sessions = sessionsOf(replay(base, ledger))
  const before = sessions[at % sessions.length]
  if (!before) return ledger
  const change = changeOf(step, before, what === 'drop' ? null : { ...before, day: addDays(before.day, by) })
  const accepted = accept(base, added(propose(ledger, change, on)), change.id, on)
  return accepted.ok ? accepted.value : ledger
}

/** Civil day in Berlin of an instant. */
const makeDayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
