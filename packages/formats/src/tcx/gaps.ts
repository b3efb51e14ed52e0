import { addDurations, seconds } from '@bell-lap/core'
import type { Column } from '../fit/recorded.ts'
import type { DraftPause } from '../samples/draft.ts'
import type { TcxLap } from './draft.ts'

/** Moments between which the timer may have stood. */
interface Gap {
  readonly from: number
  readonly to: number
}

const isBare = (columns: readonly Column[], row: number): boolean =>
  columns.every((column) => Number.isNaN(column[row]))

/**
 * Where the timer may have stood: before each further track of a lap, and between two trackpoints that have a time and
 * nothing else, as the Forerunners of the 2000s marked it.
 */
const gapsIn = (lap: TcxLap, lastRow: number, time: Column, measures: readonly Column[]): Gap[] => {
  const gaps: Gap[] = []
  const starts = new Set(lap.trackStarts)
  for (let row = lap.firstRow + 1; row < lastRow; row++) {
    if (!starts.has(row) && !(isBare(measures, row) && isBare(measures, row - 1))) continue
    const [from = NaN, to = NaN] = [time[row - 1], time[row]]
    if (to > from) gaps.push({ from, to })
  }
  return gaps
}

/** From the start of the lap to that of the next, or to its last sample, in seconds; NaN where that is not known. */
const elapsedIn = (lap: TcxLap, next: TcxLap | undefined, lastRow: number, time: Column): number =>
  ((next?.summary.startAt ?? time[lastRow - 1] ?? NaN) - (lap.summary.startAt ?? NaN)) / 1000

/**
 * The pauses of a recording. A lap states how long its timer ran: gaps are pauses where the lap took longer by about as
 * much as they come to; a lap that ran through them only lost its signal.
 * `time`: milliseconds since 1970; `measures`: all other columns.
 */
export const pausesIn = (laps: readonly TcxLap[], time: Column, measures: readonly Column[]): DraftPause[] =>
  laps.flatMap((lap, index) => {
    const next = laps[index + 1]
    const lastRow = next?.firstRow ?? time.length
    const gaps = gapsIn(lap, lastRow, time, measures)
    const all = addDurations(gaps.map(({ from, to }) => seconds((to - from) / 1000)))
    const stopped = elapsedIn(lap, next, lastRow, time) - (lap.summary.timer ?? NaN)
    return stopped < all / 2 ? [] : gaps
  })
