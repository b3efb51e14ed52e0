import type { Athlete } from '../athlete/athlete.ts'
import { heartRateOfZones, zonesOf, type ZoneMethod } from '../athlete/heart-rate-zones.ts'
import { beatsPerMinute } from '../units/heart-rate.ts'
import type { HeartRate, Range } from '../units/quantity.ts'
import type { PaceName } from './names.ts'

/** Easy running stays under this share of a measured maximum, where nothing better is known. */
const EASY_OF_MAX = 0.8

type ZoneSpan = readonly [from: number, to: number]

/**
 * Zones that a pace is run in: easy is zones 1 and 2 (R9), steady 3, threshold 4 and, by threshold heart rate, 5a.
 * Shorter paces have none: the heart lags behind repetitions.
 */
const ZONES: { readonly [Pace in PaceName]?: ZoneSpan } = {
  recovery: [1, 1],
  easy: [1, 2],
  long: [1, 2],
  steady: [3, 3],
  threshold: [4, 4],
}

/** Upper end of zone 5a, as a share of the threshold heart rate. */
const THRESHOLD_TOP = 1.02

const EASY_PACES: ReadonlySet<PaceName> = new Set(['recovery', 'easy', 'long'])

/** A heart rate for a pace, with what it rests on. An open lower end is left out. */
export interface PaceHeartRate extends Partial<Range<HeartRate>> {
  readonly method: ZoneMethod
}

/**
 * Heart rate that belongs to a pace, where the athlete's is measured. From the maximum alone only the ceiling of easy
 * running is told. `undefined` where nothing is known or the pace is too short for the heart to follow.
 */
export const heartRateAt = (athlete: Athlete, pace: PaceName): PaceHeartRate | undefined => {
  const zones = zonesOf(athlete)
  const span = ZONES[pace]
  if (!zones || !span) return undefined
  const { method } = zones
  if (method === 'HRmax') {
    const { maxHeartRate } = athlete
    if (!EASY_PACES.has(pace) || maxHeartRate === undefined) return undefined
    return { method, high: beatsPerMinute(maxHeartRate * EASY_OF_MAX) }
  }
  const rate = heartRateOfZones(zones, ...span)
  const { thresholdHeartRate } = athlete
  if (method === 'LTHR' && pace === 'threshold' && thresholdHeartRate !== undefined) {
    return { ...rate, method, high: beatsPerMinute(thresholdHeartRate * THRESHOLD_TOP) }
  }
  return rate && { ...rate, method }
}
