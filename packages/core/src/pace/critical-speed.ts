import { seconds } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'

/**
 * Critical speed (CS), the border between what can be held and what cannot, and the metres that can be run above it (D').
 * Sources: Hill 1925; Monod & Scherrer 1965; for running Hughson 1984; Jones & Vanhatalo 2017, Sports Med 47.
 * Predicts badly under 2 and over 20 minutes (5000 m come out 6 to 9 % too fast: Nimmerichter 2017).
 */
export interface CriticalSpeed {
  readonly speed: Speed
  readonly reserve: Distance
}

/** With a highest speed, so that short efforts stay finite (Morton 1996). */
export interface CappedCriticalSpeed extends CriticalSpeed {
  readonly fastest: Speed
}

/** Time that a speed can be held; `undefined` at or under critical speed, which the model holds for ever. */
export const timeToExhaustion = ({ speed, reserve }: CriticalSpeed, at: Speed): Duration | undefined =>
  at > speed ? seconds(reserve / (at - speed)) : undefined

/** Mean speed over a time: CS + D' / t. */
export const criticalSpeedFor = ({ speed, reserve }: CriticalSpeed, time: Duration): Speed =>
  metresPerSecond(speed + reserve / time)

/** Morton's time: D' / (v - CS) - D' / (vmax - CS); `undefined` outside CS to vmax. */
export const cappedTimeToExhaustion = (model: CappedCriticalSpeed, at: Speed): Duration | undefined => {
  const { speed, reserve, fastest } = model
  if (!(at > speed && at <= fastest)) return undefined
  return seconds(reserve / (at - speed) - reserve / (fastest - speed))
}

/** Morton's speed: CS + (vmax - CS) D' / (D' + (vmax - CS) t). */
export const cappedSpeedFor = ({ speed, reserve, fastest }: CappedCriticalSpeed, time: Duration): Speed =>
  metresPerSecond(speed + ((fastest - speed) * reserve) / (reserve + (fastest - speed) * time))
