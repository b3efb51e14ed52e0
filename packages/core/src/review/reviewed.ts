import type { Totals } from '../activity/totals.ts'
import type { Pacing } from '../activity/pacing.ts'
import type { Distance, Duration, HeartRate, Speed } from '../units/quantity.ts'
import type { Workout } from '../workout/workout.ts'
import type { PlannedRecovery, PlannedRep } from './planned-rep.ts'

export const REP_VERDICTS = ['on', 'fast', 'slow', 'short', 'missed', 'extra'] as const
export type RepVerdict = (typeof REP_VERDICTS)[number]

/** What a repetition was held against: the target's speeds, or the other repetitions where there is no such target. */
export const YARDSTICKS = ['target', 'consistency'] as const
export type Yardstick = (typeof YARDSTICKS)[number]

export const CONFIDENCES = ['high', 'medium', 'low', 'cannot tell'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** One repetition, as done. What a missed one, or a typed split, does not have is null. */
export interface ReviewedRep {
  readonly planned: PlannedRep | null
  /** Seconds since the start of the activity. */
  readonly start: Duration | null
  readonly end: Duration | null
  readonly distance: Distance | null
  /** Stops included. */
  readonly duration: Duration | null
  /** Stops of the timer left out. */
  readonly timer: Duration | null
  readonly speed: Speed | null
  readonly heartRate: HeartRate | null
  readonly verdict: RepVerdict
  /** Index of the lap that it is. */
  readonly lap?: number
}

export const RECOVERY_VERDICTS = ['kept', 'short', 'long'] as const

export interface ReviewedRecovery {
  readonly planned: PlannedRecovery | null
  readonly start: Duration
  readonly end: Duration
  readonly distance: Distance
  readonly duration: Duration
  /** Null where the plan states no length. */
  readonly verdict: (typeof RECOVERY_VERDICTS)[number] | null
}

/** How a race or test ended: speeds of the last 400 and 200 m over the mean speed before (R110). */
export interface Kick {
  readonly last400: Duration
  readonly last200: Duration
  readonly ratio400: number
  readonly ratio200: number
}

export const SESSION_VERDICTS = ['as planned', 'close', 'different', 'missed'] as const
export type SessionVerdict = (typeof SESSION_VERDICTS)[number]

/** Planned against done. */
export interface Review {
  /** Null where splits were typed and nothing was recorded. */
  readonly totals: Totals | null
  /** The workout that was reviewed against: the planned one, or the one that was recognised. */
  readonly workout: Workout | null
  /** No workout was given: this one was read off the recording. */
  readonly recognised: boolean
  readonly reps: readonly ReviewedRep[]
  readonly recoveries: readonly ReviewedRecovery[]
  readonly yardstick: Yardstick
  readonly fadePercent: number | null
  readonly cvPercent: number | null
  readonly decouplingPercent: number | null
  readonly kick: Kick | null
  readonly pacing: Pacing | null
  /** Null where nothing was planned. */
  readonly verdict: SessionVerdict | null
  readonly confidence: Confidence
  /** Reasons with their numbers, the weightiest first. */
  readonly because: readonly string[]
  /** What had to be mended in the recording. */
  readonly notes: readonly string[]
}
