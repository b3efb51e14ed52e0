import { seconds } from '../units/duration.ts'
import { metresPerSecond, speedOver } from '../units/speed.ts'
import type { Mark } from '../athlete/mark.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'

/**
 * Daniels-Gilbert index (VDOT): the oxygen cost of a race's speed over the share of the maximum that its duration allows.
 * Source: J. Daniels & J. Gilbert, Oxygen Power: Performance Tables for Distance Runners, 1979.
 * Made for races of 3.5 minutes to 4 hours on flat ground at sea level; its tables run from 30 to 85.
 */
export const INDEX_RANGE = { shortest: seconds(210), longest: seconds(14_400), low: 30, high: 85 } as const

const COST = { constant: -4.6, linear: 0.182258, square: 0.000104 } as const
const MINUTE = 60

/** Oxygen cost of running at a speed, in ml/kg/min. Negative where nobody runs: under 0.4 m/s. */
export const oxygenCost = (speed: Speed): number => {
  const perMinute = speed * MINUTE
  return COST.constant + COST.linear * perMinute + COST.square * perMinute ** 2
}

/** Speed that costs so much oxygen (ml/kg/min): the exact inverse of `oxygenCost`. */
export const speedOfCost = (cost: number): Speed => {
  const root = Math.sqrt(COST.linear ** 2 + 4 * COST.square * (cost - COST.constant))
  return metresPerSecond((root - COST.linear) / (2 * COST.square) / MINUTE)
}

/** Share of the maximal oxygen uptake that can be held for so long: 1 at 11 minutes, more for less. */
export const sustainableShare = (time: Duration): number => {
  const minutes = time / MINUTE
  return 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes)
}

/** Index of a race, 49.8 for 5000 m in 20:00. */
export const indexOf = ({ distance, time }: Pick<Mark, 'distance' | 'time'>): number =>
  oxygenCost(speedOver(distance, time)) / sustainableShare(time)

/** Speed that an index can hold for so long. */
export const speedFor = (index: number, time: Duration): Speed => speedOfCost(index * sustainableShare(time))

/** Speed whose oxygen cost is this share of the index: 0.88 is threshold. */
export const speedAtShare = (index: number, share: number): Speed => speedOfCost(index * share)

/** Share of the index that a speed costs. */
export const shareAtSpeed = (index: number, speed: Speed): number => oxygenCost(speed) / index

const BISECTIONS = 80

/**
 * Time over a distance that has the same index: the index falls with time, so bisection finds the only one.
 * Exact to a microsecond. The index must be positive.
 */
export const equivalentTime = (index: number, distance: Distance): Duration => {
  // No share is above 1.29 or under 0.8, so the answer lies between the times at those two speeds.
  let fast = distance / speedOfCost(index * 1.3)
  let slow = distance / speedOfCost(index * 0.8)
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (fast + slow) / 2
    if (indexOf({ distance, time: seconds(middle) }) > index) fast = middle
    else slow = middle
  }
  return seconds((fast + slow) / 2)
}

/** Race speed over a distance at an index. */
export const equivalentSpeed = (index: number, distance: Distance): Speed =>
  speedOver(distance, equivalentTime(index, distance))
