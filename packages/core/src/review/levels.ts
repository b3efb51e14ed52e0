import type { Timeline } from '../activity/timeline.ts'
import type { PlannedRep } from './planned-rep.ts'

/** How fast the repetitions of one group are run in this recording, and what parts them from all else. */
export interface Level {
  /** Metres a second of the repetitions. */
  readonly work: number
  /** Metres a second between work and what is not work. */
  readonly edge: number
}

interface Window {
  readonly start: number
  readonly end: number
  readonly speed: number
}

/** Speed of the stretch that starts at each second and is as long as the repetition: two pointers, one pass. */
const windowsOf = (timeline: Timeline, rep: PlannedRep, every: number): Window[] => {
  const { covered, count } = timeline
  const windows: Window[] = []
  let end = 0
  for (let start = 0; start < count; start += every) {
    const wanted = (covered[start] ?? 0) + (rep.distance ?? Infinity)
    end = Math.max(end, start + 1)
    if (rep.distance === undefined) end = start + Math.round(rep.duration ?? rep.expected)
    else while (end < count && (covered[end] ?? 0) < wanted) end++
    if (end >= count) break
    windows.push({ start, end, speed: ((covered[end] ?? 0) - (covered[start] ?? 0)) / (end - start) })
  }
  return windows
}

/** The fastest stretches that do not overlap one another or what is taken, as many as there are repetitions. */
const fastest = (windows: readonly Window[], count: number, taken: Uint8Array): Window[] => {
  const picks: Window[] = []
  for (const window of windows.toSorted((one, other) => other.speed - one.speed)) {
    if (picks.length >= count) break
    const middle = (window.start + window.end) >> 1
    if (taken[window.start] || taken[window.end] || taken[middle]) continue
    taken.fill(1, window.start, window.end + 1)
    picks.push(window)
  }
  return picks
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** Seconds that are looked at to tell easy running by: every so many. */
const SPARSE = 3

const speedsWhere = (timeline: Timeline, from: number, to: number, taken: Uint8Array): number[] => {
  const speeds: number[] = []
  for (let second = Math.max(0, Math.floor(from)); second < Math.min(timeline.count, to); second += SPARSE) {
    if (!taken[second]) speeds.push(timeline.speed[second] ?? NaN)
  }
  return speeds
}

/** Work counts as such above this share of the way from the faster of recovery and easy running up to the work. */
const EDGE = 0.5
/** Fewest values that a speed of recovery or of easy running may rest on. */
const ENOUGH = 10

/** Level between groups' speeds of work and the rest of the recording, given where the work is. */
export const levelsOf = (
  timeline: Timeline,
  spans: readonly { readonly start: number; readonly end: number; readonly group: number }[],
): ReadonlyMap<number, Level> => {
  const taken = new Uint8Array(timeline.count + 1)
  for (const { start, end } of spans) taken.fill(1, Math.max(0, Math.floor(start) - 4), Math.ceil(end) + 5)
  const first = Math.min(...spans.map(({ start }) => start))
  const last = Math.max(...spans.map(({ end }) => end))
  const rests = speedsWhere(timeline, first, last, taken)
  const outer = [...speedsWhere(timeline, 0, first, taken), ...speedsWhere(timeline, last, timeline.count, taken)]
  const easy = Math.max(
    rests.length >= ENOUGH ? quantile(rests, 0.5) : 0,
    outer.length >= ENOUGH ? quantile(outer, 0.5) : 0,
  )
  const levels = new Map<number, Level>()
  for (const group of new Set(spans.map((span) => span.group))) {
    const speeds = spans.filter((span) => span.group === group).map((span) => speedOver(timeline, span))
    const work = quantile(speeds, 0.5)
    levels.set(group, { work, edge: easy + (work - easy) * EDGE })
  }
  return levels
}

const speedOver = ({ covered, count }: Timeline, { start, end }: { start: number; end: number }): number => {
  const [from, to] = [Math.max(0, Math.round(start)), Math.min(count - 1, Math.round(end))]
  return to > from ? ((covered[to] ?? 0) - (covered[from] ?? 0)) / (to - from) : 0
}

/** A first guess at the levels: the fastest stretches of the planned lengths, longest first. */
export const firstLevels = (timeline: Timeline, reps: readonly PlannedRep[]): ReadonlyMap<number, Level> => {
  const taken = new Uint8Array(timeline.count + 1)
  const every = Math.max(1, Math.round(timeline.count / 3600))
  const groups = Map.groupBy(reps, ({ group }) => group)
  const longestFirst = [...groups].toSorted(([, [one]], [, [other]]) => (other?.expected ?? 0) - (one?.expected ?? 0))
  const spans = longestFirst.flatMap(([group, ofGroup]) => {
    const [rep] = ofGroup
    const picks = rep ? fastest(windowsOf(timeline, rep, every), ofGroup.length, taken) : []
    return picks.map(({ start, end }) => ({ start, end, group }))
  })
  return spans.length > 0 ? levelsOf(timeline, spans) : new Map()
}
