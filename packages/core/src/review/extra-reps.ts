import type { Timeline } from '../activity/timeline.ts'
import { distanceBetween, type Stretch } from './align.ts'
import { scoreOf, type Emission } from './emission.ts'
import type { LapSpan } from './lap-span.ts'
import type { PlannedRep } from './planned-rep.ts'

/** What an extra repetition is looked for in. */
export interface Search {
  readonly timeline: Timeline
  readonly reps: readonly PlannedRep[]
  readonly emissions: ReadonlyMap<number, Emission>
  readonly laps: readonly LapSpan[]
}

/** How much an unplanned repetition may differ in length from a planned one. */
const ALIKE = 0.2
/** Mean score below which a stretch is no repetition. */
const LEAST_SCORE = 0.55
/** Further away than so many times a usual repetition and recovery it belongs to something else: strides, a bus to catch. */
const NEAR = 3

/** Stretches of fast running in a gap: started where the score turns up, ended where it has fallen by too much. */
const fastStretches = (
  emission: Emission,
  from: number,
  to: number,
  patience: number,
): (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = []
  let [start, best, end] = [from, 0, from]
  for (let second = from; second <= to; second++) {
    const sum = scoreOf(emission, start, second)
    if (sum > best) [best, end] = [sum, second]
    if (sum > 0 && sum > best - patience && second < to) continue
    if (best > 0) found.push([start, end])
    ;[start, best, end] = [second, 0, second]
  }
  return found
}

/**
 * Repetitions beyond the plan: as long and as fast as planned ones, next to them, and not one of them. Between two sets
 * runners stride as they like: only gaps within a set and at the ends of the session are looked at. Where the runner
 * pressed the button for the others, an extra one has its lap too, or one end of it where a press was forgotten.
 */
export const extraReps = (search: Search, stretches: readonly Stretch[]): readonly Omit<Stretch, 'rep'>[] => {
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (!first || !last) return []
  const reach = Math.max((last.end - first.start) / stretches.length, 60) * NEAR
  const groupOf = (stretch: Stretch | undefined) => search.reps[stretch?.rep ?? -1]?.group
  const pressed = stretches.filter(({ lap }) => lap).length * 2 > stretches.length
  const extras: Omit<Stretch, 'rep'>[] = []
  for (let gap = 0; gap <= stretches.length; gap++) {
    const [before, after] = [stretches[gap - 1], stretches[gap]]
    if (before && after && groupOf(before) !== groupOf(after)) continue
    const from = before?.end ?? Math.max(0, first.start - reach)
    const to = Math.min(search.timeline.count - 1, after?.start ?? last.end + reach)
    extras.push(...extrasIn(search, from, to).filter((extra) => !pressed || isPressed(search, extra, from, to)))
  }
  return extras
}

const extrasIn = (search: Search, from: number, to: number): Omit<Stretch, 'rep'>[] => {
  const extras: Omit<Stretch, 'rep'>[] = []
  const byGroup = new Map(search.reps.map((rep) => [rep.group, rep]))
  for (const [group, rep] of byGroup) {
    const emission = search.emissions.get(group)
    if (!emission) continue
    for (const [start, end] of fastStretches(emission, from, to, 6)) {
      if (extras.some((extra) => start < extra.end && end > extra.start)) continue
      if (!isAlike(search.timeline, rep, start, end)) continue
      if (scoreOf(emission, start, end) < LEAST_SCORE * (end - start)) continue
      extras.push(withLap(search.laps, start, end))
    }
  }
  return extras
}

const isAlike = (timeline: Timeline, rep: PlannedRep, start: number, end: number): boolean => {
  const ratio =
    rep.distance === undefined
      ? (end - start) / (rep.duration ?? Infinity)
      : distanceBetween(timeline, start, end) / rep.distance
  return Math.abs(Math.log(Math.max(ratio, 0.01))) <= ALIKE
}

const isPressed = ({ laps }: Search, { start, end, lap }: Omit<Stretch, 'rep'>, from: number, to: number): boolean => {
  const near = (moment: number): boolean =>
    laps.some((one) =>
      [one.start, one.end].some((edge) => Math.abs(edge - moment) <= LAP_ROOM && edge > from && edge < to),
    )
  return lap !== undefined || near(start) || near(end)
}

/** Seconds by which a lap and what the samples show may differ. */
const LAP_ROOM = 8

const withLap = (laps: readonly LapSpan[], start: number, end: number): Omit<Stretch, 'rep'> => {
  const lap = laps.find((one) => Math.abs(one.start - start) <= LAP_ROOM && Math.abs(one.end - end) <= LAP_ROOM)
  return lap ? { start: lap.start, end: lap.end, lap } : { start, end }
}
