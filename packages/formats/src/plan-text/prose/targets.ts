import type { Role, Target } from '@bell-lap/core'
import type { Span } from '../reading.ts'

/** How hard, as far as the words alone tell it. */
export type DraftTarget =
  | { readonly kind: 'known'; readonly target: Target }
  /** Only a role: easy, steady, tempo. */
  | { readonly kind: 'role' }
  /** A time in seconds without the stretch it is for: of the repetition, or a pace. */
  | { readonly kind: 'time'; readonly low: number; readonly high?: number; readonly pace: boolean; readonly rep?: true }
  /** `at that pace`: the one before. */
  | { readonly kind: 'same' }
  /** `at 6.0`: a treadmill's number without a unit. */
  | { readonly kind: 'belt'; readonly low: number; readonly high?: number }
  /** `5k/3k/mile pace`: one for each of so many bouts. */
  | { readonly kind: 'each'; readonly targets: readonly Target[] }
  /** Words that no target can hold (`85 %` of something not named); they stay in a cue. */
  | { readonly kind: 'words' }

export interface TargetAt {
  readonly target: DraftTarget
  readonly role?: Role
  /** How much the words insist: feel words give way to names. */
  readonly feel?: true
  /** Words of the phrase that the target does not hold. */
  readonly cue?: Span
  /** `all at`, `throughout`: for everything before it. */
  readonly all?: true
  readonly next: number
}
