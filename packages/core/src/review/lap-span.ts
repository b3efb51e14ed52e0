import type { Lap } from '../activity/activity.ts'
import type { Timeline } from '../activity/timeline.ts'

/** A lap on the timeline. */
export interface LapSpan {
  readonly index: number
  /** Seconds from which the lap was run: a stop that it begins with is left out. */
  readonly start: number
  readonly end: number
  /** Metres and seconds by the watch's own summary. */
  readonly distance?: number
  readonly timer?: number
  readonly lap: Lap
}

/** Seconds by which the end of a lap and the start of the next may differ. */
const AGREEMENT = 2
/** Shorter laps are a slip of the finger or a skipped step. */
const SHORTEST = 5

/**
 * Laps with their ends made sound. Watches write starts in whole seconds, and elapsed times with stops of the lap
 * before in them; where the next lap starts decides between timer and elapsed. A stop inside a lap whose end is known
 * is taken to its front when the samples show it there.
 */
export const lapSpans = (timeline: Timeline, laps: readonly Lap[]): readonly LapSpan[] => {
  const spans: LapSpan[] = []
  laps.forEach((lap, index) => {
    if (lap.start === undefined) return
    const start = timeline.elapsed(lap.start)
    const timer = lap.timer ?? lap.elapsed
    if (timer === undefined || timer < SHORTEST) return
    const next = laps[index + 1]?.start
    const end = endOf(start, lap, next === undefined ? undefined : timeline.elapsed(next))
    const from = end - start - timer > AGREEMENT ? afterStop(timeline, { start, end, timer }) : start
    spans.push({
      index,
      start: from,
      end,
      timer,
      lap,
      ...(lap.distance === undefined ? {} : { distance: lap.distance }),
    })
  })
  return spans
}

const endOf = (start: number, { timer, elapsed }: Lap, next: number | undefined): number => {
  const ends = [timer, elapsed].flatMap((seconds) => (seconds === undefined ? [] : [start + seconds]))
  if (next === undefined) return Math.max(...ends)
  return ends.find((end) => Math.abs(end - next) <= AGREEMENT) ?? Math.max(next, ...ends.slice(0, 1))
}

interface Stopped {
  readonly start: number
  readonly end: number
  readonly timer: number
}

/** Where a lap that is longer than its timer begins to be run: at once, or after the stop. */
const afterStop = ({ covered, count }: Timeline, { start, end, timer }: Stopped): number => {
  const later = end - timer
  const at = (moment: number): number => covered[Math.max(0, Math.min(count - 1, Math.round(moment)))] ?? 0
  const inFront = at(later) - at(start)
  const mean = (at(end) - at(start)) / timer
  return inFront < (mean * (later - start)) / 2 ? later : start
}
