import type { Activity, Column } from './activity.ts'

/** A gap of the watch's clock: readings from `from` on are `seconds` ahead of the time that went by. */
interface Shift {
  readonly from: number
  readonly seconds: number
}

/** Elapsed seconds of the samples, jumps of the clock taken out, and the same for any other reading of that clock. */
export interface Clock {
  /** NaN where no time is known or the sample is older than the one before. */
  readonly time: Column
  readonly elapsed: (reading: number) => number
}

/** What is left of a leap: the next sample came about a second later. */
const USUAL_STEP = 1

const shiftsOf = ({ samples, problems }: Activity): readonly Shift[] => {
  const shifts: Shift[] = []
  for (const { code, sample, seconds } of problems) {
    if (code !== 'clock-jump' || sample === undefined || seconds === undefined) continue
    const from = samples.time[sample]
    if (from !== undefined && !Number.isNaN(from)) shifts.push({ from, seconds: seconds - USUAL_STEP })
  }
  return shifts.toSorted((one, other) => one.from - other.from)
}

/** The watch's clock made to run evenly: named leaps are taken out, samples that go back in time are left out. */
export const clockOf = (activity: Activity): Clock => {
  const shifts = shiftsOf(activity)
  const elapsed = (reading: number): number => {
    let result = reading
    for (const { from, seconds } of shifts) if (reading >= from) result -= seconds
    return result
  }
  const { count, time: raw } = activity.samples
  const time = new Float64Array(count)
  let last = -Infinity
  for (let index = 0; index < count; index++) {
    const moment = elapsed(raw[index] ?? NaN)
    const follows = moment > last
    time[index] = follows ? moment : NaN
    if (follows) last = moment
  }
  return { time, elapsed }
}
