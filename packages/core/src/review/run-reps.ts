import type { Timeline } from '../activity/timeline.ts'
import { distanceBetween, type Stretch } from './align.ts'
import type { RunRep } from './judge-rep.ts'
import type { PlannedRep } from './planned-rep.ts'

/** A repetition found in the recording, measured. */
export interface FoundRep extends RunRep {
  readonly start: number
  readonly end: number
  readonly heartRate: number | null
  readonly lap?: number
}

/**
 * How much longer or shorter than the plan says positions may measure a distance that was run: on a 400 m oval they come
 * out up to 5 % long. Within this the planned distance counts, as it does for a coach with a stopwatch.
 */
const TRACK_ERROR = 0.06
/** Metres that two positions leave open, however short the way between them. */
const PLACE_ERROR = 10

const meanOf = (values: Float64Array | undefined, start: number, end: number): number | null => {
  if (!values) return null
  let [sum, count] = [0, 0]
  for (let second = Math.ceil(start); second <= end; second++) {
    const value = values[second] ?? NaN
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count > 0 ? sum / count : null
}

const stoppedIn = ({ running }: Timeline, start: number, end: number): number => {
  let stopped = 0
  for (let second = Math.ceil(start); second < end; second++) if (running[second] === 0) stopped++
  return stopped
}

/** Measures a stretch: lap-button splits and known distances win over positions. */
export const measureRep = (
  timeline: Timeline,
  { start, end, lap }: Omit<Stretch, 'rep'>,
  planned: PlannedRep | null,
): FoundRep => {
  const measured = lap?.distance ?? distanceBetween(timeline, start, end)
  const wanted = planned?.distance
  const known = wanted !== undefined && Math.abs(measured - wanted) <= Math.max(TRACK_ERROR * wanted, PLACE_ERROR)
  const distance = known ? wanted : measured
  const role = planned?.step.role
  const running = lap?.timer ?? Math.max(0, end - start - stoppedIn(timeline, start, end))
  // The clock of a race does not stand still with the watch.
  const timer = role === 'race' || role === 'test' ? end - start : running
  return {
    planned,
    start,
    end,
    distance,
    timer,
    speed: timer > 0 ? distance / timer : 0,
    exact: lap !== undefined && known,
    heartRate: meanOf(timeline.heartRate, start, end),
    ...(lap ? { lap: lap.index } : {}),
  }
}
