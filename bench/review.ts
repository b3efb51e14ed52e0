// Time that the review of a recording takes, and how it grows with its length:
//   node bench/review.ts
// Runs of one to sixteen hours with repetitions in the last hour, sampled each second; the lower quartile of many reviews.
import { reviewActivity } from '../packages/core/src/review/review.ts'
import { readWorkout } from '../packages/formats/src/plan-text/prose/read-workout.ts'
import { record } from '../tests/review/device.ts'
import { FITTED } from '../tests/review/fit-parameters.ts'
import { randomOf } from '../tests/review/random.ts'
import { runLegs, type Leg } from '../tests/review/runner.ts'

const WORKOUT = '8 x 800m @5K, jog 400m'
const HOURS = [1, 2, 5, 10, 16] as const
const MOST_MS: { readonly [hours: number]: number } = { 1: 20, 5: 120 }
const SECONDS_EACH = 2

const legsOf = (hours: number): Leg[] => {
  const sets = Array.from({ length: 8 }, (): Leg[] => [
    { kind: 'rep', speed: 4.5, distance: 800, length: 178 },
    { kind: 'recovery', speed: 2.6, distance: 400, length: 154 },
  ]).flat()
  const easy = hours * 3600 - 8 * 332
  return [{ kind: 'easy', speed: 3, duration: easy, length: easy }, ...sets]
}

const lowerQuartile = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 2] ?? NaN

const { workout } = readWorkout(WORKOUT, {})
let slow = false
let first = NaN
for (const hours of HOURS) {
  const random = randomOf(hours)
  const habits = { sampling: '1 s', button: 'none', treadmill: false, dropouts: 0 } as const
  const activity = record(runLegs(legsOf(hours), FITTED, random), FITTED, { habits, random })
  const times: number[] = []
  const end = performance.now() + 1000 * SECONDS_EACH
  while (times.length < 5 || performance.now() < end) {
    const start = performance.now()
    reviewActivity(activity, { workout })
    times.push(performance.now() - start)
  }
  const time = lowerQuartile(times)
  if (hours === 1) first = time
  const limit = MOST_MS[hours]
  slow ||= limit !== undefined && time > limit
  const target = limit === undefined ? '' : `  (at most ${limit} ms: ${time <= limit ? 'kept' : 'NOT KEPT'})`
  const growth = `${(time / first / hours).toFixed(2)} of the first, each hour`
  process.stdout.write(
    `${String(hours).padStart(2)} h  ${activity.samples.count} samples  ${time.toFixed(1)} ms  ${growth}${target}\n`,
  )
}
process.exitCode = slow ? 1 : 0
