import type { Athlete } from '../athlete/athlete.ts'
import type { Day } from '../calendar/day.ts'
import type { Slot } from '../calendar/week.ts'
import type { Plan, PlanRace, WeekKind } from '../plan/plan.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import type { Hardness } from '../workout/hardness.ts'
import type { Exercise, Pillar, Workout } from '../workout/workout.ts'

/** Where a session of the season comes from: a session of the plan, or a week that the fit added. */
export type Origin =
  | { readonly kind: 'plan'; readonly week: number; readonly session: number }
  | { readonly kind: 'added'; readonly because: string }

/** One thing to do on one day. The id names its place in the plan, never its date: a moved session stays itself. */
export interface SeasonSession {
  readonly id: string
  readonly day: Day
  readonly slot: Slot
  /** Minutes after midnight, local time of the athlete on that day. */
  readonly start: number
  readonly workout: Workout
  readonly exercises: readonly Exercise[]
  readonly hardness: Hardness
  readonly pillars: readonly Pillar[]
  readonly estimated: { readonly distance: Distance | null; readonly duration: Duration | null }
  readonly origin: Origin
  /** Statements that it serves: `R46`. */
  readonly why: readonly string[]
  /** A cue for the athlete, from the plan. */
  readonly cue?: string
  /** Neither placement nor adaptation may touch it. */
  readonly locked?: true
}

export interface SeasonWeek {
  /** From 1. */
  readonly number: number
  readonly monday: Day
  readonly kind: WeekKind | null
  readonly phase: string | null
  readonly objective: string | null
  readonly sessions: readonly SeasonSession[]
}

/** What a decision is about. `assumption`: something that the athlete left open; `entry`: whether the plan is for them. */
export const DECISION_SUBJECTS = [
  'entry',
  'assumption',
  'weeks',
  'volume',
  'races',
  'strength',
  'session',
  'place',
] as const
export type DecisionSubject = (typeof DECISION_SUBJECTS)[number]

/** Why the season is as it is: what was done, because of what, by which rule. */
export interface Decision {
  readonly what: string
  /** The same words for the same reason, so that a reader may gather what rests on it. */
  readonly because: string
  /** A rule's id, an R number of the documents, or a C number of their conflicts. */
  readonly rule?: string
  readonly about?: DecisionSubject
  /** Week of the season from 1, where it concerns one. */
  readonly week?: number
  /** Id of the session that was changed, moved or dropped, where it concerns one. */
  readonly session?: string
}

/** One accepted change: what the session was and what it is; null where it was added or dropped. */
export interface Change {
  readonly id: string
  readonly cause: string
  readonly rule?: string
  readonly before: SeasonSession | null
  readonly after: SeasonSession | null
}

/** A plan fitted to one athlete and placed on dates up to a race: the base that changes are replayed over. */
export interface Season {
  readonly plan: Plan
  readonly athlete: Athlete
  readonly race: { readonly name: string; readonly day: Day; readonly detail?: PlanRace['detail'] }
  readonly today: Day
  readonly weeks: readonly SeasonWeek[]
  readonly decisions: readonly Decision[]
}
