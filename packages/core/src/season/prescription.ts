import type { HeartRate, Distance, Duration, Range, Speed } from '../units/quantity.ts'
import type { Path } from '../workout/flatten.ts'
import type { Exercise, Mode, Other, Part, Role, Step, Target } from '../workout/workout.ts'

/** Where a bout stands: `between` other bouts, as a recovery does that is no run of its own. */
export interface StepContext {
  readonly between: boolean
}

/** How hard a step is for the athlete on the day; null where nothing honest can be said. */
export type AimOf = (step: Step, context: StepContext) => Aim | null

/** The plan's own words for a part, given by whoever can print them. */
export type TextOf = (part: Part) => string

/** What a total leaves to bouts that have no length of their own: so much for all of them together. */
export interface Left {
  readonly distance: Distance | null
  readonly duration: Duration | null
  /** How many bouts share it. */
  readonly bouts: number
}

/** How long a bout lasts on a watch: what the text states, so many repetitions of an exercise, or until the button. */
export type Lasting =
  | { readonly kind: 'distance'; readonly distance: Distance }
  | { readonly kind: 'time'; readonly duration: Duration }
  | { readonly kind: 'reps'; readonly reps: number }
  | { readonly kind: 'open'; readonly because: string; readonly left?: Left }

/**
 * How hard, in figures: null where the plan names no pace or the athlete's marks give none. `progress` is where a
 * progressive bout starts and ends; an end that a heart rate has not, it has not.
 */
export type Aim =
  | {
      readonly kind: 'speed'
      readonly speed: Range<Speed>
      readonly progress?: { readonly start: Range<Speed>; readonly end: Range<Speed> }
    }
  | { readonly kind: 'heart rate'; readonly heartRate: Partial<Range<HeartRate>> }

/** One bout with the athlete's own figures. */
export interface PrescribedStep {
  readonly kind: 'step'
  readonly path: Path
  readonly role: Role
  readonly mode?: Mode
  readonly lasting: Lasting
  readonly aim: Aim | null
  /** What the plan says of how hard: where there is none, `aim` rests on the role. */
  readonly target: Target | null
  /** The plan's own words for it: `1000m @T`. */
  readonly text: string
  readonly cue?: string
  /** Done instead of running: one set of an exercise, or a block of something else. */
  readonly beside?: Exercise | Other
}

/** Parts done `times` over; a recovery that does not follow the last repetition stands outside. */
export interface PrescribedSet {
  readonly kind: 'set'
  readonly path: Path
  readonly times: number
  readonly parts: readonly PrescribedPart[]
}

export type PrescribedPart = PrescribedStep | PrescribedSet

/** A workout resolved for an athlete on a day. */
export interface Prescription {
  readonly parts: readonly PrescribedPart[]
  /** What the resolution had to decide: `times 6-8: 6`, `first of two options`. */
  readonly assumptions: readonly string[]
}
