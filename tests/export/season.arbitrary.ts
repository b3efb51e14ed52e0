import fc, { type Arbitrary } from 'fast-check'
import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { addDays } from '../../packages/core/src/calendar/day.ts'
import type { Plan } from '../../packages/core/src/plan/plan.ts'
import { speedAt } from '../../packages/core/src/pace/book.ts'
import { paceBookFor } from '../../packages/core/src/schedule/nominal.ts'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import type { Season } from '../../packages/core/src/season/season.ts'
import { kilometres, metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { beatsPerMinute } from '../../packages/core/src/units/heart-rate.ts'
import { dayOf } from './session.ts'

const maybe = <Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined })

/** Runners from 15 to 32 minutes over 5K, who say more or less of themselves. */
const athletes: Arbitrary<Athlete> = fc
  .record({
    fiveK: fc.integer({ min: 900, max: 1920 }),
    goal: maybe(fc.integer({ min: 880, max: 1800 })),
    weekly: maybe(fc.integer({ min: 15, max: 130 })),
    days: maybe(fc.integer({ min: 3, max: 7 })),
    unit: fc.constantFrom('km' as const, 'mi' as const),
    gym: maybe(fc.boolean()),
    maxHeartRate: maybe(fc.integer({ min: 165, max: 210 })),
    zone: maybe(fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata')),
  })
  .map(({ fiveK, goal, weekly, maxHeartRate, days, gym, zone, unit }) => ({
    unit,
    marks: [{ distance: metres(5000), time: seconds(fiveK), day: '2026-10-11', kind: 'race' as const }],
    ...(goal === undefined ? {} : { goal: { distance: metres(5000), time: seconds(goal) } }),
    ...(weekly === undefined ? {} : { weekly: kilometres(weekly), longestRun: kilometres(weekly / 4) }),
    ...(maxHeartRate === undefined ? {} : { maxHeartRate: beatsPerMinute(maxHeartRate) }),
    ...(days === undefined ? {} : { days }),
    ...(gym === undefined ? {} : { gym }),
    ...(zone === undefined ? {} : { zone }),
  }))

/** A plan fitted to one of them, for a race in 4 to 20 weeks; null where no season can be made. */
export const fittedSeason = (plan: Plan): Arbitrary<Season | null> =>
  fc.tuple(athletes, fc.integer({ min: 28, max: 140 })).map(([athlete, days]) => {
    const today = dayOf('2026-12-21')
    const book = paceBookFor(plan, athlete)
    const season = fitSeason({
      plan,
      athlete,
      today,
      raceDay: addDays(today, days),
      speedAt: (pace) => speedAt(book, pace),
    })
    return season.ok ? season.value : null
  })
