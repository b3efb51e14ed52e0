import type { Activity } from '../../packages/core/src/activity/activity.ts'
import { timelineOf, type Timeline } from '../../packages/core/src/activity/timeline.ts'
import type { Parameters } from './runner.ts'

/** A recording with the laps that were repetitions. */
export interface Known {
  readonly activity: Activity
  readonly work: readonly number[]
}

/** As fitted to the five interval sessions; used where those are not at hand, and printed beside a new fit. */
export const FITTED: Parameters = {
  wobble: 0.066,
  press: 1.48,
  runnerLag: 0.72,
  jitter: 0.034,
  smoothing: 1,
  bursts: 0.1,
}

const median = (values: readonly number[]): number =>
  values.filter((value) => !Number.isNaN(value)).toSorted((one, other) => one - other)[values.length >> 1] ?? NaN

const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

interface Measured {
  readonly wobble: number
  readonly jitter: number
  readonly press: readonly number[]
}

const at = ({ covered }: Timeline, second: number): number => covered[Math.round(second)] ?? NaN

/** First second around a press at which the speed is on the far side of the middle between before and after. */
const crossing = (timeline: Timeline, press: number, rising: boolean): number => {
  const before = (at(timeline, press - 8) - at(timeline, press - 25)) / 17
  const after = (at(timeline, press + 25) - at(timeline, press + 8)) / 17
  const middle = (before + after) / 2
  for (let off = -8; off <= 8; off++) {
    const speed = timeline.speed[Math.round(press) + off] ?? NaN
    if (rising ? speed > middle : speed < middle) return off
  }
  return NaN
}

const measure = (timeline: Timeline, start: number, end: number): Measured => {
  const tens: number[] = []
  for (let second = start + 15; second + 10 < end - 8; second += 10) {
    tens.push((at(timeline, second + 10) - at(timeline, second)) / 10)
  }
  const mean = tens.reduce((sum, speed) => sum + speed, 0) / tens.length
  const jitters: number[] = []
  for (let second = Math.ceil(start) + 15; second < end - 10; second++) {
    const around = (at(timeline, second + 3) - at(timeline, second - 2)) / 5
    jitters.push((at(timeline, second + 1) - at(timeline, second) - around) / mean)
  }
  const press = [crossing(timeline, start, true), crossing(timeline, end, false)].filter((off) => !Number.isNaN(off))
  return { wobble: tens.length > 2 ? spread(tens) / mean : NaN, jitter: spread(jitters), press }
}

/** A repetition whose distance jitters by more than this share of the speed had leaping positions. */
const LEAPING = 0.2

/**
 * Parameters of the simulator from recordings whose repetitions are known. The runner's lag and the device's smoothing
 * cannot be told apart in a recording: each is given half of the delay from press to change.
 */
export const fitParameters = (known: readonly Known[]): Parameters => {
  const measured = known.flatMap(({ activity, work }) => {
    const timeline = timelineOf(activity)
    return work.flatMap((index) => {
      const { start, timer } = activity.laps[index] ?? {}
      if (start === undefined || timer === undefined) return []
      return [{ ...measure(timeline, start, start + timer), thumb: activity.laps[index]?.trigger === 'manual' }]
    })
  })
  const presses = measured.filter(({ thumb }) => thumb).flatMap(({ press }) => press)
  const delay = Math.max(0.5, median(presses))
  const press = 1.4826 * median(presses.map((off) => Math.abs(off - delay)))
  return {
    wobble: median(measured.map(({ wobble }) => wobble).filter((value) => !Number.isNaN(value))),
    press,
    runnerLag: delay / 2 / Math.LN2,
    jitter: median(measured.map(({ jitter }) => jitter)),
    smoothing: delay,
    bursts: measured.filter(({ jitter }) => jitter > LEAPING).length / measured.length,
  }
}
