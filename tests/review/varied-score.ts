import { reviewActivity } from '../../packages/core/src/review/review.ts'
import { readWorkout } from '../../packages/formats/src/plan-text/prose/read-workout.ts'
import { randomOf } from './random.ts'
import { ROOM } from './simulate.ts'
import type { Varied } from './varied-sessions.ts'
import { wear, type VariedTruth } from './varied.ts'

const SEEDS = [7717, 15_434, 23_151]

/** Repetitions that were found of one session, run three times, and true and found ones together. */
export interface Score {
  readonly hits: number
  readonly all: number
}

const scoreOnce = ({ text, bouts, watch }: Varied, seed: number): Score => {
  const { activity, truths } = wear(bouts, watch, randomOf(seed))
  const { reps } = reviewActivity(activity, { workout: readWorkout(text, {}).workout })
  const found = reps.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
  const isHit = (truth: VariedTruth): boolean =>
    found.some((one) => Math.abs(one.start - truth.start) <= ROOM && Math.abs(one.end - truth.end) <= ROOM)
  return { hits: truths.filter(isHit).length, all: truths.length + found.length }
}

export const added = (scores: readonly Score[]): Score =>
  scores.reduce((sum, one) => ({ hits: sum.hits + one.hits, all: sum.all + one.all }), { hits: 0, all: 0 })

export const scoreOf = (varied: Varied): Score => added(SEEDS.map((seed) => scoreOnce(varied, seed)))

export const f1 = ({ hits, all }: Score): number => (2 * hits) / all
