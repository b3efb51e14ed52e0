import type { Slot, Weekday } from '../calendar/week.ts'
import type { PaceName } from '../pace/names.ts'
import type { LongUnit } from '../units/distance.ts'
import type { Distance } from '../units/quantity.ts'
import type { Amount, RaceDetail, Workout } from '../workout/workout.ts'

export const WEEK_KINDS = ['base', 'build', 'recovery', 'peak', 'taper', 'race'] as const
export type WeekKind = (typeof WEEK_KINDS)[number]

export const PACE_MODELS = ['offsets', 'equivalent', 'measured'] as const
export type PaceModelName = (typeof PACE_MODELS)[number]

/** Comments of the source lines around an element, kept on printing where they stood. Texts without `#`. */
export interface Margin {
  readonly before?: readonly string[]
  readonly after?: string
}

/** Silences one rule (by id or R number) for the element it stands under, with a reason. */
export interface Allow {
  readonly rule: string
  readonly reason: string
  readonly margin?: Margin
}

/** What every element of a plan may carry. */
export interface Annotated {
  readonly allows?: readonly Allow[]
  readonly notes?: readonly string[]
  /** One for each note, in their order; only where the source has comments beside a note. */
  readonly noteMargins?: readonly Margin[]
  readonly margin?: Margin
}

/** `pace T = 5K+15..25s/mi`: the author's own definition, seconds added to the base pace, low end first. */
export interface PaceDefinition extends Annotated {
  readonly pace: PaceName
  readonly base: PaceName
  readonly from: number
  readonly to: number
  readonly per: LongUnit
}

/** The race a plan leads to. `distance` null: the plan does not say. */
export interface PlanRace extends Annotated {
  readonly distance: Distance
  /** As written: `5K`, `1500m`, `hm`. */
  readonly name: string
  readonly detail?: RaceDetail
}

/** A session defined once and used by name: `strength A`. */
export interface NamedSession extends Annotated {
  readonly kind: 'strength' | 'plyometrics' | 'mobility' | 'session'
  readonly name: string
  readonly total: Amount | null
  readonly cue?: string
  /** One line each, done in order. */
  readonly lines: readonly { readonly workout: Workout; readonly margin?: Margin }[]
}

/** One thing to do on one day. `any`: the author names no weekday. */
export interface Session extends Annotated {
  readonly day: Weekday | 'any'
  readonly slot: Slot | null
  /** Minutes after midnight where the author names a clock time. */
  readonly clock?: number
  readonly workout: Workout
}

export interface Week extends Annotated {
  /** As printed on the page; countdown plans run down. */
  readonly number: number
  readonly kind: WeekKind | null
  /** Stated by the author: checked, never trusted. */
  readonly statedTotal: Amount | null
  readonly objective: string | null
  readonly objectiveMargin?: Margin
  /** In the order of the text; several a day are several entries. */
  readonly sessions: readonly Session[]
}

export interface Phase extends Annotated {
  /** Null for weeks before the first phase line. */
  readonly name: string | null
  readonly weeks: readonly Week[]
}

/** What a coach wrote: weeks of sessions, symbolic paces, no dates, no athlete. */
export interface Plan extends Annotated {
  readonly name: string | null
  /** The first is the goal; empty when the plan names none. */
  readonly races: readonly PlanRace[]
  readonly unit: LongUnit
  /** The pace model that the author means; null when not stated. */
  readonly paces: PaceModelName | null
  readonly definitions: readonly PaceDefinition[]
  /** Source documents whose rules bind this plan, by their number: `000`. */
  readonly follows: readonly string[]
  readonly library: readonly NamedSession[]
  readonly phases: readonly Phase[]
  /** Comments beside the lines that have no element of their own. */
  readonly lineMargins?: { readonly units?: Margin; readonly paces?: Margin; readonly follows?: Margin }
  /** Comments after the last line. */
  readonly closing?: readonly string[]
}

/** Where in a plan something stands. Indices count from 0; `week` counts over all phases. */
export type Place =
  | { readonly kind: 'plan' }
  | { readonly kind: 'phase'; readonly phase: number }
  | { readonly kind: 'week'; readonly week: number }
  | { readonly kind: 'day'; readonly week: number; readonly day: Weekday }
  | { readonly kind: 'session'; readonly week: number; readonly session: number }

export const weeksOf = (plan: Plan): readonly Week[] => plan.phases.flatMap((phase) => phase.weeks)
