import { METRES_PER } from './distance.ts'
import type { Distance, Duration, Speed } from './quantity.ts'

/** The stretch that a pace is told for: a kilometre, a mile, or a lap or half a lap of the track. */
export const PACE_UNITS = ['km', 'mi', '400m', '200m'] as const
export type PaceUnit = (typeof PACE_UNITS)[number]

const STRETCH: { readonly [Unit in PaceUnit]: number } = {
  km: METRES_PER.km,
  mi: METRES_PER.mi,
  '400m': 400,
  '200m': 200,
}

export const metresPerSecond = (amount: number): Speed => amount as Speed
export const speedOver = (distance: Distance, duration: Duration): Speed => (distance / duration) as Speed
export const timeOver = (distance: Distance, speed: Speed): Duration => (distance / speed) as Duration
export const distanceIn = (duration: Duration, speed: Speed): Distance => (duration * speed) as Distance

/** Speed of running one stretch in so many seconds. */
export const speedOfPace = (secondsPerStretch: number, unit: PaceUnit): Speed =>
  (STRETCH[unit] / secondsPerStretch) as Speed

/** Seconds for one stretch; `undefined` when standing still, which has no pace. */
export const paceOf = (speed: Speed, unit: PaceUnit): Duration | undefined =>
  speed > 0 ? ((STRETCH[unit] / speed) as Duration) : undefined

/** The same running with so many seconds more (or, negative, fewer) for each stretch. */
export const slowedBy = (speed: Speed, secondsMore: number, unit: PaceUnit): Speed =>
  (STRETCH[unit] / (STRETCH[unit] / speed + secondsMore)) as Speed
