import type { Hardness } from '../workout/hardness.ts'
import type { Exercise } from '../workout/workout.ts'
import { classOf, isHeavy, type ExerciseClass } from './exercise.ts'

/** Whether a session is heavy, light or jumps; without any exercise named nobody can say it is heavy. */
export const hardnessOfStrength = (kind: 'strength' | 'plyometrics', exercises: readonly Exercise[]): Hardness => {
  if (kind === 'plyometrics') return 'plyometrics'
  return exercises.some(isHeavy) ? 'heavy-strength' : 'light-strength'
}

/** Seconds of rest after a set where the author states none (convention; squats rest 3 min). */
const USUAL_REST: { readonly [C in ExerciseClass]: number } = {
  'main lift': 150,
  'single-leg': 60,
  jump: 60,
  calf: 60,
  core: 30,
  mobility: 0,
  other: 60,
}
const SECONDS_A_REP = 3

const secondsOfSet = (exercise: Exercise): number => {
  const one = exercise.duration ?? (exercise.repsTo ?? exercise.reps ?? 10) * SECONDS_A_REP
  return exercise.eachSide ? one * 2 : one
}

/** Estimated minutes: sets times work and rest, the last set of an exercise without its rest (R116). */
export const minutesOfStrength = (exercises: readonly Exercise[]): number =>
  exercises.reduce((sum, exercise) => {
    const sets = exercise.sets ?? 1
    const rest = exercise.rest ?? USUAL_REST[classOf(exercise)]
    return sum + (sets * secondsOfSet(exercise) + Math.max(0, sets - 1) * rest) / 60
  }, 0)
