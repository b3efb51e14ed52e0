import type { HeartRate, Distance, Duration, Range, Speed } from '../units/quantity.ts'
import type { Path } from '../workout/flatten.ts'
import type { Mode, Role } from '../workout/workout.ts'

/** How long a bout lasts on a watch: what the text states, until the button, or until recovered. */
export type Lasting =
  | { readonly kind: 'distance'; readonly distance: Distance }
  | { readonly kind: 'time'; readonly duration: Duration }
  | { readonly kind: 'open'; readonly because: string }

/** How hard, in figures: null where the plan names no pace or the athlete's marks give none. */
export type Aim =
  | { readonly kind: 'speed'; readonly speed: Range<Speed> }
  | { readonly kind: 'heart rate'; readonly heartRate: Range<HeartRate> }

/** One bout with the athlete's own figures. */
export interface PrescribedStep {
  readonly kind: 'step'
  readonly path: Path
  readonly role: Role
  readonly mode?: Mode
  readonly lasting: Lasting
  readonly aim: Aim | null
  /** The plan's own words for it: `1000m @T`. */
  readonly text: string
  readonly cue?: string
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
