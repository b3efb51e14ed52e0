import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Extent } from '../workout/workout.ts'
import { quantile } from './levels.ts'

const DISTANCES = [100, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 2400, 3000, 3200, 5000]
const TIMES = [15, 20, 30, 40, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 420, 480, 600, 720, 900, 1200, 1500, 1800]

interface Round {
  readonly value: number
  /** Mean distance from the round number, as a share. */
  readonly off: number
}

const roundest = (values: readonly number[], steps: readonly number[]): Round => {
  const usual = quantile(values, 0.5)
  const value = steps.reduce((best, step) =>
    Math.abs(Math.log(step / usual)) < Math.abs(Math.log(best / usual)) ? step : best,
  )
  const off = values.reduce((sum, one) => sum + Math.abs(one / value - 1), 0) / values.length
  return { value, off }
}

/** Distances are planned more often than times: both fitting, it is a distance. */
const COMMON = 0.015

/** A round distance or a round time, whichever the lengths are closer to. */
export const extentOf = (
  pieces: readonly { readonly distance: number; readonly time: number }[],
): { extent: Extent; off: number } => {
  const distance = roundest(
    pieces.map((piece) => piece.distance),
    DISTANCES,
  )
  const time = roundest(
    pieces.map((piece) => piece.time),
    TIMES,
  )
  if (distance.off <= time.off + COMMON) {
    return { extent: { kind: 'distance', distance: metres(distance.value), unit: 'm' }, off: distance.off }
  }
  const unit = time.value >= 120 && time.value % 60 === 0 ? 'min' : 's'
  return { extent: { kind: 'time', duration: seconds(time.value), unit }, off: time.off }
}
