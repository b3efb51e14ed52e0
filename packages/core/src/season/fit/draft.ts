import type { Slot, Weekday } from '../../calendar/week.ts'
import type { Duration } from '../../units/quantity.ts'
import { estimate } from '../../workout/estimate.ts'
import { hardnessOfRun, type Hardness } from '../../workout/hardness.ts'
import { pillarsOf } from '../../workout/pillar.ts'
import type { Exercise, Pillar, Workout } from '../../workout/workout.ts'
import type { Origin } from '../season.ts'
import type { DaySlot } from '../place/problem.ts'
import type { Pacing } from './scale.ts'

/** A session of one week before it has its place. */
export interface SessionDraft {
  readonly id: string
  readonly origin: Origin
  readonly workout: Workout
  readonly exercises: readonly Exercise[]
  readonly hardness: Hardness
  readonly pillars: readonly Pillar[]
  readonly duration: Duration | null
  readonly wish: { readonly day?: Weekday; readonly slot?: Slot }
  readonly fixed?: DaySlot
  readonly afterRun?: true
  readonly why: readonly string[]
  readonly cue?: string
}

/** What is given up last when days or minutes are few. */
const WORTH: { readonly [H in Hardness]: number } = {
  race: 100,
  test: 90,
  key: 80,
  long: 70,
  hard: 50,
  'heavy-strength': 40,
  'light-strength': 30,
  easy: 20,
  plyometrics: 18,
  mobility: 10,
  rest: 0,
}

/** Order in which sessions are kept: by hardness, strides before plain easy running, longer before shorter. */
export const worthOf = (draft: SessionDraft): number =>
  WORTH[draft.hardness] +
  (draft.pillars.includes('transition') ? 5 : 0) +
  Math.min(4, (draft.duration ?? 0) / 1800) -
  (draft.workout.optional ? 15 : 0)

/** A run session with what follows from its workout told anew. */
export const redraft = (draft: SessionDraft, workout: Workout, pacing: Pacing): SessionDraft => {
  const estimated = estimate(workout, pacing.speedAt, pacing.goal)
  return {
    ...draft,
    workout,
    hardness: draft.hardness === 'long' ? 'long' : hardnessOfRun(workout, estimated),
    pillars: workout.pillars ?? pillarsOf(workout, estimated),
    duration: estimated.duration,
  }
}
