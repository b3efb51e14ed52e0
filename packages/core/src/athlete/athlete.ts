import type { Slot, Weekday } from '../calendar/week.ts'
import type { LongUnit } from '../units/distance.ts'
import type { Distance, Duration, HeartRate } from '../units/quantity.ts'
import type { Mark } from './mark.ts'

/** A stretch of a weekday in minutes after midnight: `Tue 18:00-20:00`. */
export interface Opening {
  readonly day: Weekday
  readonly from: number
  readonly to: number
}

/** Days away, both ends included, with what is missing there. Unknown is left out. */
export interface Travel {
  readonly from: string
  readonly to: string
  /** IANA time zone of the place. */
  readonly zone?: string
  readonly gym?: boolean
  readonly track?: boolean
}

/** A race on the way to the goal. */
export interface TuneUp {
  readonly day: string
  readonly distance: Distance
  readonly priority: 'B' | 'C'
}

/** Time for training in each half of a weekday. A day that is not named is not available. */
export type Availability = { readonly [Day in Weekday]?: { readonly [Half in Slot]?: Duration } }

/**
 * One athlete, as far as known. All but the marks may be missing: what is missing is asked for or stated as an
 * assumption, never silently assumed. Days are civil text, `2026-10-11`; clock times are minutes after midnight.
 */
export interface Athlete {
  readonly marks: readonly Mark[]
  readonly name?: string
  /** A day, or only the year: `1988-05-02`, `1988`. */
  readonly born?: string
  readonly sex?: 'female' | 'male'
  readonly unit?: LongUnit
  /** Running in a usual week of the last month. */
  readonly weekly?: Distance
  /** Longest run of the last 30 days. */
  readonly longestRun?: Distance
  /** Running days a week. */
  readonly days?: number
  readonly availability?: Availability
  readonly longRunDay?: Weekday
  /** Whether two sessions a day are welcome. */
  readonly doubles?: boolean
  readonly gym?: boolean
  /** When a place is open to the athlete, by its name: `track`. */
  readonly resources?: { readonly [place: string]: readonly Opening[] }
  readonly yearsRunning?: number
  /** Mean running days a week over the last eight weeks. */
  readonly runDaysRecent?: number
  /** Height above the sea of the place of training. */
  readonly altitude?: Distance
  /** Measured, not from age. */
  readonly maxHeartRate?: HeartRate
  /** Heart rate at lactate threshold (LTHR): the mean of minutes 10 to 30 of a 30-minute trial alone. */
  readonly thresholdHeartRate?: HeartRate
  readonly restingHeartRate?: HeartRate
  /** IANA time zone at home. */
  readonly zone?: string
  readonly goal?: { readonly distance: Distance; readonly time: Duration }
  readonly surfaces?: readonly ('track' | 'grass' | 'road' | 'trail' | 'treadmill')[]
  readonly startTimes?: { readonly [Half in Slot]?: number }
  /** Days on which nothing can be done. */
  readonly blackout?: readonly string[]
  readonly travel?: readonly Travel[]
  readonly races?: readonly TuneUp[]
}

/** Whole years on a day; where only the year of birth is known, the age that the year brings. */
export const ageOn = (born: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return born.length > 4 && day.slice(5) < born.slice(5) ? years - 1 : years
}
