import { consistencyOf, type Consistency } from '../activity/consistency.ts'
import { pacingOf, type Pacing, type Split } from '../activity/pacing.ts'
import type { Timeline } from '../activity/timeline.ts'
import { seconds } from '../units/duration.ts'
import type { Family } from '../workout/family.ts'
import { distanceBetween } from './align.ts'
import type { RunRep } from './judge-rep.ts'
import type { Kick, RepVerdict } from './reviewed.ts'

/** Repetitions that are compared with one another. */
export interface Evenness extends Consistency {
  readonly family: Family
  readonly reps: readonly RunRep[]
}

/** Evenness of the group with most running in it, in seconds a kilometre; cut and extra repetitions left out. */
export const evennessOf = (reps: readonly RunRep[], verdicts: readonly RepVerdict[]): Evenness | undefined => {
  const whole = reps.filter((rep, index) => rep.planned && rep.speed > 0 && verdicts[index] !== 'short')
  const groups = [...Map.groupBy(whole, ({ planned }) => planned?.group ?? -1).values()]
  const running = (group: readonly RunRep[]): number => group.reduce((sum, { timer }) => sum + timer, 0)
  const [most] = groups.filter(({ length }) => length > 1).toSorted((one, other) => running(other) - running(one))
  const found = most && consistencyOf(most.map(({ speed }) => 1000 / speed))
  const family = most?.[0]?.planned?.family
  return most && found && family ? { ...found, family, reps: most } : undefined
}

/** Races up to here are split by laps of the track, longer ones by kilometres. */
const LONGEST_BY_LAPS = 3000

/** Splits of a stretch, the rest at its end included where it is at least half of one. */
const splitsOf = (timeline: Timeline, start: number, end: number): readonly Split[] => {
  const total = distanceBetween(timeline, start, end)
  const length = total <= LONGEST_BY_LAPS ? 400 : 1000
  const splits: Split[] = []
  let [from, second] = [start, Math.floor(start)]
  const zero = (timeline.covered[Math.floor(start)] ?? 0) + 0
  for (let mark = length; mark <= total - length / 2; mark += length) {
    while (second < end && (timeline.covered[second] ?? 0) - zero < mark) second++
    const [high, low] = [timeline.covered[second] ?? 0, timeline.covered[second - 1] ?? 0]
    const at = high > low ? second - (high - zero - mark) / (high - low) : second
    splits.push({ distance: length, time: at - from })
    from = at
  }
  const rest = total - splits.length * length
  if (rest > length / 10 && end > from) splits.push({ distance: rest, time: end - from })
  return splits
}

export const pacingOver = (timeline: Timeline, start: number, end: number): Pacing | undefined =>
  pacingOf(splitsOf(timeline, start, end))

/** Shortest race whose end is held against the rest of it, in metres. */
const SHORTEST_RACE = 800

const timeOfLast = (timeline: Timeline, start: number, end: number, length: number): number => {
  const goal = distanceBetween(timeline, start, end) - length
  let second = Math.ceil(end)
  while (second > start && distanceBetween(timeline, start, second) > goal) second--
  const [low, high] = [distanceBetween(timeline, start, second), distanceBetween(timeline, start, second + 1)]
  return end - (high > low ? second + (goal - low) / (high - low) : second)
}

/** Last 400 and 200 m of a stretch against the mean speed of what came before; undefined under 800 m. */
export const kickOver = (timeline: Timeline, start: number, end: number): Kick | undefined => {
  const total = distanceBetween(timeline, start, end)
  if (total < SHORTEST_RACE) return undefined
  const [last400, last200] = [timeOfLast(timeline, start, end, 400), timeOfLast(timeline, start, end, 200)]
  const ratio = (length: number, time: number): number =>
    length / time / ((total - length) / Math.max(1, end - start - time))
  return {
    last400: seconds(last400),
    last200: seconds(last200),
    ratio400: ratio(400, last400),
    ratio200: ratio(200, last200),
  }
}
