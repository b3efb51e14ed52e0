import type { Activity } from '../activity/activity.ts'
import type { Timeline } from '../activity/timeline.ts'
import type { Emission } from './emission.ts'
import type { LapSpan } from './lap-span.ts'
import { pinnedPoints } from './pinned.ts'
import type { PlannedRep } from './planned-rep.ts'

/** Seconds before and after a moment whose mean speeds are compared. */
const SIDE = 8
/** Least change, as a share of the way from the edge to the speed of work. */
const LEAST_CHANGE = 0.6
/** Candidates this close to one another are one. */
const APART = 2

const meanSpeed = ({ covered, count }: Timeline, from: number, to: number): number => {
  const [start, end] = [Math.max(0, from), Math.min(count - 1, to)]
  return end > start ? ((covered[end] ?? 0) - (covered[start] ?? 0)) / (end - start) : 0
}

/** Moments at which the speed changes most within their surroundings, by comparing both sides: linear in the seconds. */
const steps = (timeline: Timeline, least: number): number[] => {
  const moments: number[] = []
  const change = new Float64Array(timeline.count)
  for (let second = 0; second < timeline.count; second++) {
    change[second] = Math.abs(meanSpeed(timeline, second, second + SIDE) - meanSpeed(timeline, second - SIDE, second))
  }
  for (let second = 1; second < timeline.count - 1; second++) {
    const here = change[second] ?? 0
    if (here >= least && here >= (change[second - 1] ?? 0) && here > (change[second + 1] ?? 0)) moments.push(second)
  }
  return moments
}

/** Moments at which the running goes from one side of the edge of a level to the other, with a change around them. */
const crossings = (timeline: Timeline, { level }: Emission): number[] => {
  const moments: number[] = []
  const least = (level.work - level.edge) * LEAST_CHANGE
  for (let second = 1; second < timeline.count; second++) {
    const [before, here] = [timeline.speed[second - 1] ?? NaN, timeline.speed[second] ?? NaN]
    if (before > level.edge === here > level.edge) continue
    const change = meanSpeed(timeline, second, second + SIDE) - meanSpeed(timeline, second - SIDE, second)
    if (Math.abs(change) >= least) moments.push(second - 0.5)
  }
  return moments
}

/** Change points are looked for in this. */
interface Field {
  readonly timeline: Timeline
  readonly reps: readonly PlannedRep[]
  readonly emissions: ReadonlyMap<number, Emission>
  /** Empty: the samples alone. */
  readonly laps: readonly LapSpan[]
  readonly pauses: Activity['pauses']
}

/**
 * Where a bout may start or end, in order: changes of speed, stops, one planned length from either, and the ends of laps.
 */
export const changePoints = ({ timeline, reps, emissions, laps, pauses }: Field): Float64Array => {
  const all = [...emissions.values()]
  const least = Math.min(...all.map(({ level }) => level.work - level.edge)) * LEAST_CHANGE
  const stops = pauses.flatMap(({ start, end }) => [timeline.elapsed(start), timeline.elapsed(end)])
  const turns = [...steps(timeline, least), ...all.flatMap((emission) => crossings(timeline, emission))]
  const seen = spaced([...turns, ...stops, 0, timeline.count - 1])
  const sure = laps.flatMap(({ start, end }) => [start, end])
  const pinned = pinnedPoints(timeline, seen, reps, emissions)
  return Float64Array.from(new Set([...spaced([...seen, ...pinned]), ...sure])).toSorted()
}

const spaced = (moments: readonly number[]): Float64Array => {
  const kept: number[] = []
  for (const moment of moments.toSorted((one, other) => one - other)) {
    if (moment - (kept.at(-1) ?? -Infinity) >= APART) kept.push(moment)
  }
  return Float64Array.from(kept)
}
