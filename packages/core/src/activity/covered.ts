import type { Column, Samples } from './activity.ts'

/** Mean radius of the Earth in metres (IUGG 1980). */
const EARTH_RADIUS = 6_371_008.8
const RADIANS = Math.PI / 180

const isPlace = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(latitude === 0 && longitude === 0)

/** Metres along the great circle between two places in degrees (haversine formula). */
const metresBetween = (fromLatitude: number, fromLongitude: number, latitude: number, longitude: number): number => {
  const [down, across] = [(latitude - fromLatitude) * RADIANS, (longitude - fromLongitude) * RADIANS]
  const half =
    Math.sin(down / 2) ** 2 +
    Math.cos(fromLatitude * RADIANS) * Math.cos(latitude * RADIANS) * Math.sin(across / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}

const fromPlaces = ({ count, latitude, longitude }: Samples): Column => {
  const covered = new Float64Array(count).fill(NaN)
  let [sum, lastLatitude, lastLongitude] = [0, NaN, NaN]
  for (let index = 0; index < count; index++) {
    const [north, east] = [latitude?.[index] ?? NaN, longitude?.[index] ?? NaN]
    if (!isPlace(north, east)) continue
    if (!Number.isNaN(lastLatitude)) sum += metresBetween(lastLatitude, lastLongitude, north, east)
    covered[index] = sum
    ;[lastLatitude, lastLongitude] = [north, east]
  }
  return covered
}

const LONGEST_STEP = 30

const fromSpeed = (time: Column, speed: Column): Column => {
  const covered = new Float64Array(time.length).fill(NaN)
  let [sum, lastTime, lastSpeed] = [0, NaN, NaN]
  for (let index = 0; index < time.length; index++) {
    const [now, fast] = [time[index] ?? NaN, speed[index] ?? NaN]
    if (Number.isNaN(now) || Number.isNaN(fast)) continue
    const step = now - lastTime
    if (step > 0 && step <= LONGEST_STEP) sum += (step * (fast + lastSpeed)) / 2
    covered[index] = sum
    ;[lastTime, lastSpeed] = [now, fast]
  }
  return covered
}

const known = (column: Column | undefined): number => {
  let count = 0
  for (const value of column ?? []) if (!Number.isNaN(value)) count++
  return count
}

const moves = (column: Column | undefined): boolean => {
  for (const value of column ?? []) if (value > 0) return true
  return false
}

/** What the distance of the samples rests on. */
export type DistanceSource = 'distance' | 'speed' | 'positions' | 'none'

/**
 * Metres covered at each sample, from the device's own distance, else its speed, else the places. NaN where not known.
 * The device's distance follows a change of speed at once, while its speed is smoothed over some seconds.
 */
export const coveredBy = (
  samples: Samples,
  time: Column,
): { readonly covered: Column; readonly source: DistanceSource } => {
  const { distance, speed, latitude } = samples
  const enough = Math.max(2, samples.count / 10)
  if (distance && known(distance) >= enough && moves(distance)) return { covered: distance, source: 'distance' }
  if (speed && known(speed) >= enough && moves(speed)) return { covered: fromSpeed(time, speed), source: 'speed' }
  if (latitude && known(latitude) >= 2) return { covered: fromPlaces(samples), source: 'positions' }
  return { covered: new Float64Array(samples.count).fill(NaN), source: 'none' }
}
