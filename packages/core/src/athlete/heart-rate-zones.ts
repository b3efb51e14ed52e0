import { beatsPerMinute } from '../units/heart-rate.ts'
import type { HeartRate, Range } from '../units/quantity.ts'
import type { Athlete } from './athlete.ts'

/** One zone. An open end is left out: nothing lies below the lowest, nothing above the highest. */
export interface HeartRateZone {
  readonly name: string
  readonly low?: HeartRate
  readonly high?: HeartRate
}

/** Where a set of zones comes from, so that it can be said beside the figures. */
export const ZONE_METHODS = ['LTHR', 'reserve', 'HRmax'] as const
export type ZoneMethod = (typeof ZONE_METHODS)[number]

export interface HeartRateZones {
  readonly method: ZoneMethod
  readonly zones: readonly HeartRateZone[]
}

/** Share of the heart-rate reserve (Karvonen, Kentala & Mustala 1957): rest + share x (max - rest). */
export const ofReserve = (share: number, rest: HeartRate, max: HeartRate): HeartRate =>
  beatsPerMinute(rest + share * (max - rest))

export const ofMax = (share: number, max: HeartRate): HeartRate => beatsPerMinute(share * max)

/** Lower ends of the five zones, as shares of the maximum or the reserve (Edwards 1993). */
const FIVE_ZONES = [0.5, 0.6, 0.7, 0.8, 0.9] as const

const fiveZones = (at: (share: number) => HeartRate): readonly HeartRateZone[] =>
  FIVE_ZONES.map((share, index) => {
    const next = FIVE_ZONES[index + 1]
    const name = String(index + 1)
    return next === undefined ? { name, low: at(share) } : { name, low: at(share), high: at(next) }
  })

/** Five zones by share of the highest heart rate. */
export const zonesOfMax = (max: HeartRate): HeartRateZones => ({
  method: 'HRmax',
  zones: fiveZones((share) => ofMax(share, max)),
})

/** Five zones by share of the reserve; the share of the reserve follows that of oxygen uptake (Swain 1997). */
export const zonesOfReserve = (rest: HeartRate, max: HeartRate): HeartRateZones => ({
  method: 'reserve',
  zones: fiveZones((share) => ofReserve(share, rest, max)),
})

/** Friel's running zones in whole per cents of the threshold heart rate: under 85, 85-89, ..., over 106. */
const FRIEL = [
  { name: '1', high: 85 },
  { name: '2', low: 85, high: 89 },
  { name: '3', low: 90, high: 94 },
  { name: '4', low: 95, high: 99 },
  { name: '5a', low: 100, high: 102 },
  { name: '5b', low: 103, high: 106 },
  { name: '5c', low: 106 },
] as const satisfies readonly { readonly name: string; readonly low?: number; readonly high?: number }[]

/** Seven running zones from the heart rate at lactate threshold (Friel, The Triathlete's Training Bible). */
export const zonesOfThreshold = (threshold: HeartRate): HeartRateZones => ({
  method: 'LTHR',
  zones: FRIEL.map((zone) => ({
    name: zone.name,
    ...('low' in zone ? { low: beatsPerMinute((zone.low / 100) * threshold) } : {}),
    ...('high' in zone ? { high: beatsPerMinute((zone.high / 100) * threshold) } : {}),
  })),
})

/**
 * The zones that rest on the best that is known: threshold heart rate, then maximum with rest, then maximum.
 * `undefined` without a measured value: zones from age alone are off by more than a zone for one runner in three.
 */
export const zonesOf = (athlete: Athlete): HeartRateZones | undefined => {
  const { thresholdHeartRate, maxHeartRate, restingHeartRate } = athlete
  if (thresholdHeartRate !== undefined) return zonesOfThreshold(thresholdHeartRate)
  if (maxHeartRate === undefined) return undefined
  return restingHeartRate === undefined ? zonesOfMax(maxHeartRate) : zonesOfReserve(restingHeartRate, maxHeartRate)
}

/** From the start of one numbered zone to the end of another; Friel's 5a, 5b and 5c are together zone 5. */
export const heartRateOfZones = (
  zones: HeartRateZones,
  from: number,
  to = from,
): Partial<Range<HeartRate>> | undefined => {
  const first = zones.zones.find(({ name }) => Number.parseInt(name, 10) === Math.min(from, to))
  const last = zones.zones.findLast(({ name }) => Number.parseInt(name, 10) === Math.max(from, to))
  if (first === undefined || last === undefined) return undefined
  return {
    ...(first.low === undefined ? {} : { low: first.low }),
    ...(last.high === undefined ? {} : { high: last.high }),
  }
}

/** Seiler's three zones, parted by the two thresholds (about 2 and 4 mmol/l). */
const SEILER_ZONES = [1, 2, 3] as const
export type SeilerZone = (typeof SEILER_ZONES)[number]

/** Zone of three for a zone of five: 1 and 2 are easy, 3 is between the thresholds, 4 and 5 above. */
export const seilerZone = (zone: number): SeilerZone => {
  if (zone <= 2) return 1
  return zone <= 3 ? 2 : 3
}

/** Zone of three by heart rate, from the two threshold heart rates. */
export const seilerZoneAt = (heartRate: HeartRate, thresholds: Range<HeartRate>): SeilerZone => {
  if (heartRate < thresholds.low) return 1
  return heartRate <= thresholds.high ? 2 : 3
}

/**
 * Zone of three where only the speed is known, by its oxygen cost as a share of the Daniels-Gilbert index:
 * under 80 % easy, over 90 % hard. A convention, to be called one where it is shown.
 */
export const seilerZoneOfShare = (share: number): SeilerZone => {
  if (share < 0.8) return 1
  return share <= 0.9 ? 2 : 3
}
