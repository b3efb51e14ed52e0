import type { Athlete } from '../../athlete/athlete.ts'
import type { Day } from '../../calendar/day.ts'
import type { Plan } from '../../plan/plan.ts'
import type { SpeedAt } from '../../workout/estimate.ts'

/** What a season is made of: a plan, whoever runs it, the day of the race, and the day on which it is asked. */
export interface FitRequest {
  readonly plan: Plan
  readonly athlete: Athlete
  readonly raceDay: Day
  readonly today: Day
  /** The athlete's speed at each named pace. */
  readonly speedAt: SpeedAt
}

export const FIT_FAULTS = [
  'race-in-the-past',
  'race-too-far',
  'no-weeks',
  'no-days',
  'race-day-blocked',
  'impossible-date',
  'unknown-zone',
  'contradictory-wishes',
] as const

/** Why no season can be made, and what to change. */
export interface FitFault {
  readonly code: (typeof FIT_FAULTS)[number]
  readonly message: string
  readonly change: string
}
