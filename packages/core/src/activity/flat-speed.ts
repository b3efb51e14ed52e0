import { DOWNHILL_FLOOR, gradeFactor } from '../pace/grade.ts'
import type { Timeline } from './timeline.ts'

/** Metres over which a grade is taken: heights of watches jitter by a metre or two. */
const SPAN = 30
/** Seconds to each side that heights are averaged over first. */
const SMOOTHING = 7
/** Steepest grade that is believed of a watch, up or down. */
const STEEPEST = 0.3

const smoothed = (values: Float64Array): Float64Array => {
  const sums = new Float64Array(values.length + 1)
  const counts = new Int32Array(values.length + 1)
  values.forEach((value, index) => {
    const known = !Number.isNaN(value)
    sums[index + 1] = (sums[index] ?? 0) + (known ? value : 0)
    counts[index + 1] = (counts[index] ?? 0) + (known ? 1 : 0)
  })
  return values.map((_, index) => {
    const [from, to] = [Math.max(0, index - SMOOTHING), Math.min(values.length, index + SMOOTHING + 1)]
    const known = (counts[to] ?? 0) - (counts[from] ?? 0)
    return known > 0 ? ((sums[to] ?? 0) - (sums[from] ?? 0)) / known : NaN
  })
}

/**
 * Speed on the flat that costs the same as the speed run, second by second; undefined without altitude. Cost of grades:
 * Minetti et al. 2002, downhill held at 0.85 since braking is not in that cost.
 */
export const flatSpeed = ({ covered, speed, altitude, count }: Timeline): Float64Array | undefined => {
  if (!altitude) return undefined
  const heights = smoothed(altitude)
  const result = new Float64Array(count)
  let [from, to] = [0, 0]
  for (let second = 0; second < count; second++) {
    const here = covered[second] ?? 0
    while ((covered[from] ?? 0) < here - SPAN / 2 && from < second) from++
    while (to < count - 1 && (covered[to] ?? 0) < here + SPAN / 2) to++
    const way = (covered[to] ?? 0) - (covered[from] ?? 0)
    const rise = (heights[to] ?? NaN) - (heights[from] ?? NaN)
    const grade = way >= SPAN / 2 ? Math.min(STEEPEST, Math.max(-STEEPEST, rise / way)) : 0
    const factor = Number.isNaN(grade) ? 1 : Math.max(DOWNHILL_FLOOR, gradeFactor(grade))
    result[second] = (speed[second] ?? NaN) * factor
  }
  return result
}
