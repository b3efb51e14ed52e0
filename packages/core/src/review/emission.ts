import type { Timeline } from '../activity/timeline.ts'
import type { Level } from './levels.ts'

/**
 * How much each second looks like work (1) or like anything else (-1), summed up from the start, so that any stretch
 * is judged by one subtraction. A second that was not measured says nothing.
 */
export interface Emission {
  readonly sums: Float64Array
  /** The same with only the seconds that look like work. */
  readonly fast: Float64Array
  readonly level: Level
}

/** Positions lose more seconds of a repetition than they make fast ones of a recovery: slow seconds prove less. */
const SLOWEST = -0.7

export const emissionOf = (timeline: Timeline, level: Level): Emission => {
  const [sums, fast] = [new Float64Array(timeline.count + 1), new Float64Array(timeline.count + 1)]
  const half = Math.max(level.work - level.edge, 0.05)
  for (let second = 0; second < timeline.count; second++) {
    const speed = timeline.speed[second] ?? NaN
    const score = Number.isNaN(speed) ? 0 : Math.min(1, Math.max(SLOWEST, (speed - level.edge) / half))
    sums[second + 1] = (sums[second] ?? 0) + score
    fast[second + 1] = (fast[second] ?? 0) + Math.max(0, score)
  }
  return { sums, fast, level }
}

/** Sum of the scores from one moment to another; parts of a second count in part. A speed stands for the second around it. */
export const scoreOf = ({ sums }: Emission, start: number, end: number): number => at(sums, end) - at(sums, start)

/** The same sum over the seconds that look like work. */
export const fastScoreOf = ({ fast }: Emission, start: number, end: number): number => at(fast, end) - at(fast, start)

const at = (sums: Float64Array, moment: number): number => {
  const place = Math.min(sums.length - 1, Math.max(0, moment + 0.5))
  const whole = Math.floor(place)
  const low = sums[whole] ?? 0
  return low + ((sums[whole + 1] ?? low) - low) * (place - whole)
}
