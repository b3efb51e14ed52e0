import type { Workout } from '../workout/workout.ts'
import { plannedReps } from './planned-rep.ts'

/** Less work than this is strides at the end of a run, which nobody is told by; seconds. */
const LEAST_WORK = 120

interface Work {
  readonly count: number
  readonly length: number
}

const workIn = (workout: Workout): Work | undefined => {
  const reps = plannedReps(workout)
  const length = reps.reduce((sum, { expected }) => sum + expected, 0)
  return length < LEAST_WORK || reps.length < 2 ? undefined : { count: reps.length, length }
}

const share = (one: number, other: number): number => Math.min(one, other) / Math.max(one, other)

/**
 * How much a session that was read off a recording looks like a planned one, from 0 to 1: by how many repetitions, and
 * how much work in all. Continuous runs are all alike.
 */
export const likeness = (planned: Workout, seen: Workout): number => {
  const [wanted, done] = [workIn(planned), workIn(seen)]
  if (!wanted || !done) return wanted === done ? 1 : 0
  return (share(wanted.count, done.count) + share(wanted.length, done.length)) / 2
}
