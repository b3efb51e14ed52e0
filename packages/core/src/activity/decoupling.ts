import type { Timeline } from './timeline.ts'

/** Speed over heart rate of two halves: `100 (EF1 - EF2) / EF1`, in per cent; above 5 is drift (Friel). */
export const decouplingOf = (
  first: { readonly speed: number; readonly heartRate: number },
  second: { readonly speed: number; readonly heartRate: number },
): number => {
  const efficiency = first.speed / first.heartRate
  return (100 * (efficiency - second.speed / second.heartRate)) / efficiency
}

/** Seconds that the body takes to settle, left out. */
const SETTLING = 600
/** Shortest steady run that drift can be told of, settling included: 40 min. */
const SHORTEST = 2400
/** Share of the seconds that need both speed and heart rate. */
const ENOUGH = 0.8

interface Half {
  readonly speed: number
  readonly heartRate: number
  readonly seconds: number
}

const halfOf = (speed: Float64Array, heartRate: Float64Array, from: number, to: number): Half => {
  let [speeds, beats, seconds] = [0, 0, 0]
  for (let second = from; second < to; second++) {
    const [fast, rate] = [speed[second] ?? NaN, heartRate[second] ?? NaN]
    if (!(fast >= 0) || !(rate > 0)) continue
    speeds += fast
    beats += rate
    seconds++
  }
  return { speed: speeds / seconds, heartRate: beats / seconds, seconds }
}

/**
 * Aerobic decoupling of a run in per cent, halves by time after the first ten minutes, at `speed` (grade-adjusted where
 * known). Undefined for runs under 40 min and where heart rate or speed are missing for a fifth of the time.
 */
export const decouplingOfRun = (timeline: Timeline, speed: Float64Array = timeline.speed): number | undefined => {
  const { heartRate, count } = timeline
  if (!heartRate || count < SHORTEST) return undefined
  const middle = Math.floor((SETTLING + count) / 2)
  const [first, second] = [halfOf(speed, heartRate, SETTLING, middle), halfOf(speed, heartRate, middle, count)]
  if (Math.min(first.seconds, second.seconds) < ENOUGH * (middle - SETTLING) || !(first.speed > 0)) return undefined
  return decouplingOf(first, second)
}
