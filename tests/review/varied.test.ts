import { describe, expect, test } from 'vitest'
import { reviewActivity } from '../../packages/core/src/review/review.ts'
import { readWorkout } from '../../packages/formats/src/plan-text/prose/read-workout.ts'
import { randomOf } from './random.ts'
import { ROOM } from './simulate.ts'
import { VARIED, type Varied } from './varied-sessions.ts'
import { wear, type VariedTruth } from './varied.ts'

const SEEDS = [7717, 15_434, 23_151]

const review = ({ text, bouts, watch }: Varied, seed: number) => {
  const { activity, truths } = wear(bouts, watch, randomOf(seed))
  const { reps } = reviewActivity(activity, { workout: readWorkout(text, {}).workout })
  const found = reps.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
  const isHit = (truth: VariedTruth): boolean =>
    found.some((one) => Math.abs(one.start - truth.start) <= ROOM && Math.abs(one.end - truth.end) <= ROOM)
  return { hits: truths.filter(isHit).length, all: truths.length + found.length }
}

describe('sessions and watches unlike those that the review was made with', () => {
  const totals = { hits: 0, all: 0 }

  test.each(VARIED)('$name: $text', (varied) => {
    const seen = SEEDS.map((seed) => review(varied, seed))
    const [hits, all] = seen.reduce(([a, b], one) => [a + one.hits, b + one.all], [0, 0])
    totals.hits += hits
    totals.all += all
    expect((2 * hits) / all).toBeGreaterThanOrEqual(0.75)
  })

  test('repetitions found with F1 of at least 0.97 in all', () => {
    expect((2 * totals.hits) / totals.all).toBeGreaterThanOrEqual(0.97)
  })
})
