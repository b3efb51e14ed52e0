import type { Exercise, Load } from '../workout/workout.ts'
import { classOf } from './exercise.ts'
import type { StrengthDay } from './days.ts'
import type { StrengthWeek } from './phases.ts'

/** An RPE above this is close to failure, which no set of a runner needs (R114). */
export const HIGHEST_RPE = 8

const easier = (load: Load | undefined, steps: number): Load | undefined =>
  load?.kind === 'rpe' ? { kind: 'rpe', rpe: Math.max(5, Math.min(load.rpe, HIGHEST_RPE) - steps) } : load

/** A week that eases takes about a third of the sets off, at one RPE less; jumps are halved (R148; shares are convention). */
const inDeload = (exercise: Exercise): Exercise => {
  const share = classOf(exercise) === 'jump' ? 0.5 : 2 / 3
  const load = easier(exercise.load, 1)
  return {
    ...exercise,
    ...(exercise.sets === null ? {} : { sets: Math.max(1, Math.ceil(exercise.sets * share)) }),
    ...(load ? { load } : {}),
  }
}

/**
 * Double progression through a stage: the repetitions climb from the low to the high end of the range, one a week,
 * then the load goes up and they start again at the low end. The first heavy week is one RPE easier; while the lifts are
 * learned everything is two easier, which is not heavy to anybody's legs.
 */
const exerciseIn = (exercise: Exercise, week: Pick<StrengthWeek, 'stage' | 'deload' | 'since'>): Exercise => {
  const { reps, repsTo } = exercise
  const steps = reps === undefined || repsTo === undefined ? 1 : repsTo - reps + 1
  const { repsTo: _range, ...rest } = exercise
  const climbed = reps === undefined ? exercise : { ...rest, reps: reps + (week.since % steps) }
  const load = easier(climbed.load, easierBy(week))
  const prescribed: Exercise = { ...climbed, ...(load ? { load } : {}) }
  return week.deload ? inDeload(prescribed) : prescribed
}

const easierBy = ({ stage, since }: Pick<StrengthWeek, 'stage' | 'since'>): number => {
  if (stage === 'introduce') return 2
  return stage === 'heavy' && since === 0 ? 1 : 0
}

/** A strength day as it is done in one week. */
export const dayIn = (day: StrengthDay, week: Pick<StrengthWeek, 'stage' | 'deload' | 'since'>): StrengthDay => ({
  ...day,
  exercises: day.exercises.map((exercise) => exerciseIn(exercise, week)),
})

/** One exercise as it was done: repetitions of each set, and how hard the last one was. */
export interface LiftLog {
  readonly kilograms: number
  readonly reps: readonly number[]
  readonly rpe: number
}

/** What to lift next, and why. */
export interface NextLift {
  readonly kilograms: number
  readonly reps: number
  readonly because: string
}

/** Smallest pair of plates; below 40 kg a step is at most a twentieth. */
const stepAbove = (kilograms: number): number => (kilograms < 40 ? 1.25 : 2.5)

/**
 * Next load after a logged set (double progression): all sets at the top of the range and not too hard, the load goes
 * up and the repetitions start again; short of the range or too hard, a step down; otherwise one repetition more.
 */
export const nextLift = (range: { readonly low: number; readonly high: number }, log: LiftLog): NextLift => {
  const fewest = Math.min(...log.reps)
  const step = stepAbove(log.kilograms)
  if (fewest < range.low || log.rpe > 9) {
    return {
      kilograms: Math.max(0, log.kilograms - step),
      reps: range.low,
      because: 'short of the range, or close to failure: a step down',
    }
  }
  if (fewest >= range.high && log.rpe <= HIGHEST_RPE) {
    return { kilograms: log.kilograms + step, reps: range.low, because: 'every set at the top of the range: a step up' }
  }
  const reps = Math.min(range.high, fewest + (log.rpe <= HIGHEST_RPE ? 1 : 0))
  return { kilograms: log.kilograms, reps, because: 'same load, one repetition more while it stays controlled' }
}
