import type { Weekday } from '../../calendar/week.ts'
import type { LongUnit } from '../../units/distance.ts'
import type { LevelShape } from './levels.ts'
import type { RaceShape } from './races.ts'

/** What a recipe works from: the request, checked, with every default filled in. */
export interface Brief {
  readonly race: RaceShape
  readonly level: LevelShape
  readonly weeks: number
  readonly days: number
  readonly unit: LongUnit
  /** Step that runs and weeks are rounded to, in the unit: 0.5 or 1. */
  readonly grid: number
  /** Running a week at the start and at the highest, in the unit. */
  readonly start: number
  readonly peak: number
  /** Easy running around the work of a key session, in the unit. */
  readonly around: number
  /** Metres of the controlled test that ends a block (R151). */
  readonly test: number
  readonly gym: boolean
  readonly longRunDay: Weekday
  readonly raceDay: Weekday
  /** What the runner did not say, as sentences for the plan's notes. */
  readonly assumed: readonly string[]
}
