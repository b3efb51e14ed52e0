import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { addDays, makeDay, parseDay } from '../../packages/core/src/calendar/day.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import { FIT_FAULTS, type FitFault, type FitRequest } from '../../packages/core/src/season/fit/request.ts'
import { minutes } from '../../packages/core/src/units/duration.ts'
import { metres } from '../../packages/core/src/units/distance.ts'
import { askedArbitrary, type Asked } from './athlete.arbitrary.ts'
import { advanced5k, ownPlans } from './plans.ts'

const MONDAY = parseDay('2026-12-21')
if (MONDAY === undefined) throw new Error('2026-12-21 is a day')

const ask = (asked: Asked, plan: FitRequest['plan'] = advanced5k): ReturnType<typeof fitSeason> =>
  fitSeason({ plan, ...asked, speedAt: speedsOf(plan, asked.athlete) })

/** A reason to refuse a season, put into a request that has none; taken out again it is the request as it was. */
interface Reason {
  readonly name: string
  readonly code: FitFault['code']
  readonly put: (asked: Asked) => Asked
}

const withAthlete = (asked: Asked, more: Partial<Athlete>): Asked => ({
  ...asked,
  athlete: { ...asked.athlete, ...more },
})

const REASONS: readonly Reason[] = [
  {
    name: 'a race day before today',
    code: 'race-in-the-past',
    put: (asked) => ({ ...asked, raceDay: addDays(asked.today, -1) }),
  },
  {
    name: 'a race in two years',
    code: 'race-too-far',
    put: (asked) => ({ ...asked, raceDay: addDays(asked.today, 730) }),
  },
  {
    name: 'no minute on any weekday',
    code: 'no-days',
    put: (asked) => withAthlete(asked, { availability: { Tue: { am: minutes(0) } } }),
  },
  { name: 'no running day', code: 'no-days', put: (asked) => withAthlete(asked, { days: 0 }) },
  {
    name: 'a blackout on race day',
    code: 'race-day-blocked',
    put: (asked) => withAthlete(asked, { blackout: [...(asked.athlete.blackout ?? []), makeDay(asked.raceDay)] }),
  },
  {
    name: 'a day that no calendar has',
    code: 'impossible-date',
    put: (asked) => withAthlete(asked, { blackout: ['2027-02-30'] }),
  },
  {
    name: 'a zone that nobody keeps',
    code: 'unknown-zone',
    put: (asked) => withAthlete(asked, { zone: 'Mars/Olympus' }),
  },
  {
    name: 'an evening before the morning',
    code: 'contradictory-wishes',
    put: (asked) => withAthlete(asked, { startTimes: { am: 1100, pm: 600 } }),
  },
  {
    name: 'a long run where there is no time',
    code: 'contradictory-wishes',
    put: (asked) => withAthlete(asked, { availability: { Tue: { am: minutes(60) } }, longRunDay: 'Sun' }),
  },
  {
    name: 'a journey that ends before it begins',
    code: 'contradictory-wishes',
    put: (asked) => withAthlete(asked, { travel: [{ from: '2027-01-09', to: '2027-01-02' }] }),
  },
  {
    name: 'another race on race day',
    code: 'contradictory-wishes',
    put: (asked) =>
      withAthlete(asked, { races: [{ day: makeDay(asked.raceDay), distance: metres(3000), priority: 'B' }] }),
  },
  {
    name: 'a race on a blackout day',
    code: 'contradictory-wishes',
    put: (asked) => {
      const day = makeDay(addDays(asked.raceDay, -1))
      return withAthlete(asked, { blackout: [day], races: [{ day, distance: metres(3000), priority: 'C' }] })
    },
  },
]

describe('refusals', () => {
  test.each(REASONS)('$name: refused for that, and for nothing else', ({ code, put }) => {
    fc.assert(
      fc.property(askedArbitrary(MONDAY), fc.constantFrom(...ownPlans), (asked, plan) => {
        const refused = ask(put(asked), plan)
        expect(refused.ok ? 'a season' : refused.fault.code).toBe(code)
        if (!refused.ok) {
          expect(refused.fault.message).toMatch(/\.$/)
          expect(refused.fault.change).toMatch(/\.$/)
        }
        const season = ask(asked, plan)
        expect(season.ok ? 'a season' : season.fault.code).toBe('a season')
      }),
      { numRuns: 12 },
    )
  })

  test('a plan without weeks', () => {
    const asked: Asked = { athlete: { marks: [] }, today: MONDAY, raceDay: addDays(MONDAY, 20) }
    const refused = ask(asked, { ...advanced5k, phases: [] })
    expect(refused.ok ? 'a season' : refused.fault.code).toBe('no-weeks')
    expect(ask(asked).ok).toBe(true)
  })

  test('each code has a reason that leads to it', () => {
    const tested = new Set([...REASONS.map(({ code }) => code), 'no-weeks'])
    expect([...FIT_FAULTS].filter((code) => !tested.has(code))).toEqual([])
  })
})
