import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { metres } from '../units/distance.ts'

/** Critical speed, and the metres that can be run above it. */
export interface Capacity {
  readonly criticalSpeed: Speed
  readonly dPrime: Distance
}

/**
 * Metres of D' left after so long at one speed: spent above critical speed, regained below it towards the full reserve
 * by `D' - (D' - D0) e^(-(CS - v) t / D')`. Source: Skiba et al. 2015, differential form, with speed for power. May
 * fall below zero, which says that critical speed or D' are out of date. A relative stress, never a limit: Galbraith
 * et al. found that it does not predict exhaustion in interval running.
 */
export const balanceAfter = (balance: Distance, speed: Speed, duration: Duration, capacity: Capacity): Distance => {
  const { criticalSpeed, dPrime } = capacity
  const under = criticalSpeed - speed
  if (under <= 0) return metres(balance + under * duration)
  return metres(dPrime - (dPrime - balance) * Math.exp((-under * duration) / dPrime))
}

/** The balance second by second over a recording, in metres, by steps of one second; unknown speed leaves it as it was. */
export const balanceOver = (speed: Float64Array, { criticalSpeed, dPrime }: Capacity): Float64Array => {
  const result = new Float64Array(speed.length)
  let balance: number = dPrime
  for (let second = 0; second < speed.length; second++) {
    const under = criticalSpeed - (speed[second] ?? NaN)
    if (under <= 0) balance += under
    else if (under > 0) balance += (under * (dPrime - balance)) / dPrime
    result[second] = balance
  }
  return result
}

/**
 * Time constant in seconds of the older integral form, of power: `546 e^(-0.01 (CP - P)) + 316` with watts below
 * critical power. Source: Skiba et al. 2012. Not valid for speeds.
 */
export const recoveryTimeConstant = (wattsBelow: number): number => 546 * Math.exp(-0.01 * wattsBelow) + 316
