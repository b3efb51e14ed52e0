import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { addDays, parseDay, type Day } from '../../packages/core/src/calendar/day.ts'
import { SLOTS } from '../../packages/core/src/calendar/week.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import {
  acceptedIn,
  decline,
  openIn,
  propose,
  stateOf,
  type Ledger,
  type LedgerFault,
} from '../../packages/core/src/season/ledger.ts'
import { accept, replay, replayed, undo } from '../../packages/core/src/season/replay.ts'
import type { Change, Season, SeasonSession } from '../../packages/core/src/season/season.ts'
import { kilometres, metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import type { Result } from '../../packages/core/src/result.ts'
import { sessionsOf } from './judge.ts'
import { advanced5k } from './plans.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

const TODAY = day('2026-12-28')
const athlete: Athlete = {
  marks: [{ distance: metres(5000), time: seconds(1200) }],
  weekly: kilometres(80),
  longestRun: kilometres(20),
  days: 6,
}

const made = fitSeason({
  plan: advanced5k,
  athlete,
  today: TODAY,
  raceDay: day('2027-03-21'),
  speedAt: speedsOf(advanced5k, athlete),
})
if (!made.ok) throw new Error(made.fault.message)
const base: Season = made.value
const frozen = JSON.stringify(base)

const must = <Value>(result: Result<Value, LedgerFault>): Value => {
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.message}`)
  return result.value
}
const codeOf = (result: Result<unknown, LedgerFault>): string => (result.ok ? 'ok' : result.fault.code)

/** A session moved, dropped or made longer, as adaptation would. */
const changeOf = (session: SeasonSession, what: number, id: string): Change => {
  const moved = { ...session, day: addDays(session.day, (what % 5) - 2), slot: SLOTS[what % 2] ?? 'am' }
  const longer = { ...session, cue: `number ${what}` }
  return { id, cause: 'a test', before: session, after: what % 3 === 0 ? null : what % 3 === 1 ? moved : longer }
}

const future = sessionsOf(base).filter(
  ({ day: on, hardness }) => on >= TODAY + 9 && on <= base.race.day - 3 && hardness !== 'race',
)

/** Changes of sessions that all differ. */
const changesArbitrary = fc
  .array(fc.tuple(fc.integer({ min: 0, max: future.length - 1 }), fc.integer({ min: 0, max: 30 })), { maxLength: 8 })
  .map((picks) => {
    const seen = new Set<number>()
    return picks.flatMap(([index, what]) => {
      const session = future[index]
      if (!session || seen.has(index)) return []
      seen.add(index)
      return [changeOf(session, what, `change ${index}`)]
    })
  })

const ON = addDays(TODAY, 3)

const acceptAll = (changes: readonly Change[], from: Ledger = []): Ledger =>
  changes.reduce((ledger, change) => must(accept(base, must(propose(ledger, change, ON)), change.id, ON)), from)

describe('a ledger replayed', () => {
  test('nothing accepted is the base itself', () => {
    expect(replay(base, [])).toBe(base)
    const change = changeOf(future[0] as SeasonSession, 1, 'open')
    const ledger = must(propose([], change, ON))
    expect(replay(base, ledger)).toBe(base)
    expect(replay(base, must(decline(ledger, 'open', ON)))).toBe(base)
  })

  test('the same ledger gives the same season, and the base stays as it is', () => {
    fc.assert(
      fc.property(changesArbitrary, (changes) => {
        const ledger = acceptAll(changes)
        expect(replay(base, structuredClone(ledger))).toEqual(replay(base, ledger))
        expect(JSON.stringify(base)).toBe(frozen)
        expect(replayed(base, ledger).left).toEqual([])
      }),
    )
  })

  test('undo after do is what was before', () => {
    fc.assert(
      fc.property(changesArbitrary, (changes) => {
        const [last, ...others] = changes.toReversed()
        if (!last) return
        const before = acceptAll(others.toReversed())
        const undone = must(undo(base, acceptAll([last], before), ON))
        expect(replay(base, undone)).toEqual(replay(base, before))
        expect(stateOf(undone, last.id)).toBe('undone')
      }),
    )
  })

  test('all undone is the base', () => {
    fc.assert(
      fc.property(changesArbitrary, (changes) => {
        let ledger = acceptAll(changes)
        while (acceptedIn(ledger).length > 0) ledger = must(undo(base, ledger, ON))
        expect(replay(base, ledger)).toEqual(base)
        expect(codeOf(undo(base, ledger, ON))).toBe('nothing-to-undo')
      }),
    )
  })

  test('the order does not matter where the sessions differ', () => {
    fc.assert(
      fc.property(changesArbitrary, fc.infiniteStream(fc.nat()), (changes, keys) => {
        const shuffled = changes
          .map((change) => ({ change, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ change }) => change)
        expect(replay(base, acceptAll(shuffled))).toEqual(replay(base, acceptAll(changes)))
      }),
    )
  })
})

describe('what is refused', () => {
  const [first, second] = future as [SeasonSession, SeasonSession]

  test('a past session never changes, and nothing moves into the past', () => {
    const late = addDays(first.day, 1)
    const open = must(propose([], changeOf(first, 2, 'late'), late))
    expect(codeOf(accept(base, open, 'late', late))).toBe('past')
    const back: Change = { id: 'back', cause: 'a test', before: second, after: { ...second, day: addDays(ON, -1) } }
    expect(codeOf(accept(base, must(propose([], back, ON)), 'back', ON))).toBe('past')
  })

  test('a ledger that was tampered with changes no past session either', () => {
    const change = changeOf(first, 0, 'forged')
    const on = addDays(first.day, 1)
    const forged: Ledger = [
      { kind: 'proposed', change, on },
      { kind: 'accepted', id: 'forged', on },
    ]
    expect(replay(base, forged)).toBe(base)
    expect(replayed(base, forged).left).toEqual([{ change, because: 'past' }])
  })

  test('a locked session never changes', () => {
    const locked: Season = {
      ...base,
      weeks: base.weeks.map((week) => ({
        ...week,
        sessions: week.sessions.map((each) => (each.id === first.id ? { ...each, locked: true as const } : each)),
      })),
    }
    const ledger = must(propose([], changeOf(first, 2, 'locked'), ON))
    expect(codeOf(accept(locked, ledger, 'locked', ON))).toBe('locked')
  })

  test('a session that another change has altered since is left alone', () => {
    const one = changeOf(first, 2, 'one')
    const two = changeOf(first, 5, 'two')
    const ledger = must(propose(must(propose([], one, ON)), two, ON))
    const accepted = must(accept(base, ledger, 'one', ON))
    expect(codeOf(accept(base, accepted, 'two', ON))).toBe('stale')
    expect(openIn(accepted).map(({ id }) => id)).toEqual(['two'])
  })

  test('a change is answered once', () => {
    const ledger = must(propose([], changeOf(first, 2, 'once'), ON))
    expect(codeOf(propose(ledger, changeOf(second, 2, 'once'), ON))).toBe('known-change')
    const accepted = must(accept(base, ledger, 'once', ON))
    expect(codeOf(accept(base, accepted, 'once', ON))).toBe('not-open')
    expect(codeOf(decline(accepted, 'once', ON))).toBe('not-open')
    expect(codeOf(accept(base, accepted, 'never', ON))).toBe('unknown-change')
  })

  test('a change that has reached into the past cannot be undone', () => {
    const ledger = acceptAll([changeOf(first, 2, 'run')])
    expect(codeOf(undo(base, ledger, addDays(first.day, 1)))).toBe('past')
  })

  test('what is added gets its place, under a name of its own', () => {
    const extra: SeasonSession = { ...first, id: 'extra', day: addDays(first.day, 1) }
    const added: Change = { id: 'add', cause: 'a test', before: null, after: extra }
    const season = replay(base, acceptAll([added]))
    expect(sessionsOf(season).some(({ id }) => id === 'extra')).toBe(true)
    const twice: Change = { id: 'again', cause: 'a test', before: null, after: { ...extra, id: second.id } }
    expect(codeOf(accept(base, must(propose([], twice, ON)), 'again', ON))).toBe('stale')
  })
})
