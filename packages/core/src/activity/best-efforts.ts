import type { Distance, Duration } from '../units/quantity.ts'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Timeline } from './timeline.ts'

/** The fastest stretch of a recording. */
export interface BestEffort {
  /** Seconds since the start. */
  readonly start: Duration
  readonly distance: Distance
  readonly duration: Duration
}

/** The fastest stretch over a distance, stops included; undefined where the recording is shorter. Two pointers: linear. */
export const bestOverDistance = ({ covered, count }: Timeline, distance: Distance): BestEffort | undefined => {
  let [best, start] = [Infinity, 0]
  let at = 0
  for (let end = 1; end < count; end++) {
    const wanted = (covered[end] ?? 0) - distance
    if (wanted < (covered[0] ?? 0)) continue
    while ((covered[start + 1] ?? Infinity) <= wanted) start++
    const [here, next] = [covered[start] ?? 0, covered[start + 1] ?? 0]
    const from = next > here ? start + Math.min(1, (wanted - here) / (next - here)) : start
    if (end - from >= best) continue
    best = end - from
    at = from
  }
  return best === Infinity ? undefined : { start: seconds(at), distance, duration: seconds(best) }
}

/** The longest way of so many seconds, whole seconds; undefined where the recording is shorter. */
export const bestOverTime = ({ covered, count }: Timeline, duration: Duration): BestEffort | undefined => {
  const length = Math.round(duration)
  let [best, at] = [-1, 0]
  for (let start = 0; start + length < count; start++) {
    const way = (covered[start + length] ?? 0) - (covered[start] ?? 0)
    if (way <= best) continue
    best = way
    at = start
  }
  return best < 0 ? undefined : { start: seconds(at), distance: metres(best), duration: seconds(length) }
}
