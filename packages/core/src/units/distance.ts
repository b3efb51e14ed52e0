import type { Distance } from './quantity.ts'

/** Closed list of the units a coach writes distances in; `K` is the race style of kilometres (`5K`). */
export const DISTANCE_UNITS = ['m', 'km', 'K', 'mi', 'yd'] as const
export type DistanceUnit = (typeof DISTANCE_UNITS)[number]

/** The two units an athlete reads easy running in. */
export type LongUnit = 'km' | 'mi'

/** Metres in one of each unit; the international yard and mile (1959). */
export const METRES_PER: { readonly [Unit in DistanceUnit]: number } = {
  m: 1,
  km: 1000,
  K: 1000,
  mi: 1609.344,
  yd: 0.9144,
}

/** World Athletics distances of the two road races whose names stand for an odd number of metres. */
export const HALF_MARATHON = 21097.5 as Distance
export const MARATHON = 42195 as Distance

export const distanceOf = (amount: number, unit: DistanceUnit): Distance => (amount * METRES_PER[unit]) as Distance
export const metres = (amount: number): Distance => amount as Distance
export const kilometres = (amount: number): Distance => distanceOf(amount, 'km')
export const miles = (amount: number): Distance => distanceOf(amount, 'mi')

/** A distance as a plain number of the unit. */
export const amountIn = (distance: Distance, unit: DistanceUnit): number => distance / METRES_PER[unit]

export const addDistances = (distances: Iterable<Distance>): Distance => {
  let sum = 0
  for (const distance of distances) sum += distance
  return sum as Distance
}
