import type { Timeline } from '../activity/timeline.ts'
import { scoreOf, type Emission } from './emission.ts'
import type { PlannedRep } from './planned-rep.ts'

/** Least mean score of a stretch of the planned length that may be a repetition. */
const LIKELY = 0.15

/** Second at which so many metres more (or, negative, fewer) than at `moment` are covered; two neighbours searched by halving. */
const secondAt = ({ covered, count }: Timeline, moment: number, way: number): number => {
  const wanted = (covered[Math.max(0, Math.min(count - 1, Math.round(moment)))] ?? 0) + way
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((covered[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  const [before, here] = [covered[low - 1] ?? 0, covered[low] ?? 0]
  return low > 0 && here > before ? low - (here - wanted) / (here - before) : low
}

/**
 * Moments that lie one planned length after or before a change of speed, where what lies between looks like work: a
 * runner who slows down by degrees, or jogs faster and faster, leaves no change at the other end.
 */
export const pinnedPoints = (
  timeline: Timeline,
  seen: Float64Array,
  reps: readonly PlannedRep[],
  emissions: ReadonlyMap<number, Emission>,
): readonly number[] => {
  const pinned: number[] = []
  const byGroup = new Map(reps.map((rep) => [rep.group, rep]))
  for (const [group, { distance, duration }] of byGroup) {
    const emission = emissions.get(group)
    if (!emission || (distance === undefined && duration === undefined)) continue
    for (const moment of seen) {
      const ahead = duration === undefined ? secondAt(timeline, moment, distance ?? 0) : moment + duration
      const behind = duration === undefined ? secondAt(timeline, moment, 0 - (distance ?? 0)) : moment - duration
      if (ahead < timeline.count - 1 && looksLikeWork(emission, moment, ahead)) pinned.push(ahead)
      if (behind > 0 && looksLikeWork(emission, behind, moment)) pinned.push(behind)
    }
  }
  return pinned
}

const looksLikeWork = (emission: Emission, start: number, end: number): boolean =>
  end > start && scoreOf(emission, start, end) >= LIKELY * (end - start)
