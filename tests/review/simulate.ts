import { plannedReps } from '../../packages/core/src/review/planned-rep.ts'
import { reviewActivity } from '../../packages/core/src/review/review.ts'
import { readWorkout } from '../../packages/formats/src/plan-text/prose/read-workout.ts'
import { habitsOf, record, type Habits } from './device.ts'
import { randomOf } from './random.ts'
import { runLegs, type Parameters, type Truth } from './runner.ts'
import { sessionOf } from './session.ts'

/** Both ends of a repetition have to be within so many seconds. */
export const ROOM = 8

/** How one simulated recording was reviewed. */
export interface Trial {
  readonly seed: number
  readonly text: string
  readonly habits: Habits
  readonly truths: readonly Truth[]
  readonly found: readonly { readonly start: number; readonly end: number; readonly length: number }[]
  /** Indices of the truths that were found, and of what was found without being true. */
  readonly hits: readonly number[]
  readonly false: readonly number[]
  readonly offs: readonly number[]
}

/** Simulates one session and reviews it. */
export const trialOf = (seed: number, parameters: Parameters): Trial => {
  const random = randomOf(seed)
  const { text, legs } = sessionOf(random)
  const habits = habitsOf(random)
  const run = runLegs(legs, parameters, random)
  const activity = record(run, parameters, { habits, random })
  const { workout } = readWorkout(text, {})
  const { reps } = reviewActivity(activity, { workout })
  if (plannedReps(workout).length === 0) throw new Error(`no repetitions in ${text}`)
  const found = reps.flatMap(({ start, end, planned }) =>
    start === null || end === null ? [] : [{ start, end, length: planned?.expected ?? end - start }],
  )
  const taken = new Set<number>()
  const hits: number[] = []
  const offs: number[] = []
  run.truths.forEach((truth, index) => {
    const hit = found.findIndex(
      (one, at) => !taken.has(at) && Math.abs(one.start - truth.start) <= ROOM && Math.abs(one.end - truth.end) <= ROOM,
    )
    const one = found[hit]
    if (!one) return
    taken.add(hit)
    hits.push(index)
    offs.push(Math.abs(one.start - truth.start), Math.abs(one.end - truth.end))
  })
  return {
    seed,
    text,
    habits,
    truths: run.truths,
    found,
    hits,
    offs,
    false: [...found.keys()].filter((at) => !taken.has(at)),
  }
}

export const f1Of = (trials: readonly Trial[]): number => {
  const [hits, truths, found] = trials.reduce(
    ([a, b, c], trial) => [a + trial.hits.length, b + trial.truths.length, c + trial.found.length],
    [0, 0, 0],
  )
  return (2 * hits) / (truths + found)
}
