import type { Slot } from '../calendar/week.ts'
import type { Phase, Place, Plan, Session, Week } from '../plan/plan.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import type { Estimate, EstimatedBout, SpeedAt } from '../workout/estimate.ts'
import type { Family } from '../workout/family.ts'
import type { Hardness } from '../workout/hardness.ts'
import type { Exercise, Pillar, Workout } from '../workout/workout.ts'

/** A session on its day, with what rules ask about it. */
export interface ScheduledSession {
  readonly place: Extract<Place, { kind: 'session' }>
  /** Days from Monday of the first week; null where the author names no day. */
  readonly day: number | null
  readonly slot: Slot | null
  /** Hours from Monday 0:00 of the first week; where only the order is known, the slot's usual start. Null without a day. */
  readonly start: number | null
  readonly end: number | null
  readonly hardness: Hardness
  readonly workout: Workout
  readonly estimate: Estimate
  /** The bouts above steady running; strides, pickups and recoveries left out. */
  readonly work: readonly EstimatedBout[]
  /** The author's own tags, else what the work is for. */
  readonly pillars: readonly Pillar[]
  /** Exercises, those of a named session included. */
  readonly exercises: readonly Exercise[]
  /** The plan's session that this stands for. */
  readonly source: Session
}

export interface ScheduledWeek {
  /** From 0. */
  readonly index: number
  readonly source: Week
  readonly phase: Phase
  readonly phaseIndex: number
  /** First session of each day first; sessions without a day last. */
  readonly sessions: readonly ScheduledSession[]
  /** Running, stated or estimated; null when a run has neither. */
  readonly distance: Distance | null
  readonly duration: Duration | null
}

/** The view that rules and placement share: a plan or a season as sessions in time. */
export interface Schedule {
  readonly plan: Plan
  readonly weeks: readonly ScheduledWeek[]
  /** All sessions in time order. */
  readonly sessions: readonly ScheduledSession[]
  /** Family of the race that it leads to. */
  readonly goal: Family
  readonly speedAt: SpeedAt
}
