import type { Column } from '../fit/recorded.ts'

/** Mean radius of the Earth in metres (IUGG 1980, R1). */
const EARTH_RADIUS = 6_371_008.8
const RADIANS = Math.PI / 180

/** Great-circle distance in metres between two places in degrees (haversine formula, Sinnott 1984). */
export const metresBetween = (latitude: number, longitude: number, toLatitude: number, toLongitude: number): number => {
  const north = Math.sin(((toLatitude - latitude) * RADIANS) / 2)
  const east = Math.sin(((toLongitude - longitude) * RADIANS) / 2)
  const chord = north * north + Math.cos(latitude * RADIANS) * Math.cos(toLatitude * RADIANS) * east * east
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, chord)))
}

export const isOnEarth = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180

/**
 * Metres along the positions, from the first one on; NaN where there is none on Earth. Nothing is added over a break
 * (`breaks`: the rows, in order, before which the path is interrupted).
 */
export const distanceAlong = (latitude: Column, longitude: Column, breaks: readonly number[]): Column => {
  const distance = new Float64Array(latitude.length).fill(NaN)
  let [from, total, next] = [-1, 0, 0]
  for (let row = 0; row < latitude.length; row++) {
    for (; (breaks[next] ?? Infinity) <= row; next++) from = -1
    const [north = NaN, east = NaN] = [latitude[row], longitude[row]]
    if (!isOnEarth(north, east)) continue
    if (from >= 0) total += metresBetween(latitude[from] ?? 0, longitude[from] ?? 0, north, east)
    distance[row] = total
    from = row
  }
  return distance
}
