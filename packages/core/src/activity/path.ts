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

/** Places that are none are left out. */
export interface Path {
  readonly rows: Int32Array
  readonly time: Float64Array
  readonly latitude: Float64Array
  readonly longitude: Float64Array
}

export const pathOf = ({ count, latitude, longitude }: Samples, time: Column): Path => {
  const rows = Int32Array.from({ length: count }, (_, row) => row).filter(
    (row) => isPlace(latitude?.[row] ?? NaN, longitude?.[row] ?? NaN) && !Number.isNaN(time[row] ?? NaN),
  )
  const of = (column: Column | undefined): Float64Array => Float64Array.from(rows, (row) => column?.[row] ?? NaN)
  return { rows, time: of(time), latitude: of(latitude), longitude: of(longitude) }
}

/** Samples further apart than this, in seconds, jitter less than they move. */
const DENSE = 2
/** Every so many are looked at. */
const SPARSE = 7

/**
 * By how many metres positions are off the middle of their neighbours, in the median: what a runner on a bend is off by
 * stays under a metre, what a bad receiver makes is more. 0 where samples are far apart.
 */
const jitterOf = ({ time, latitude, longitude }: Path): number => {
  const offs: number[] = []
  for (let index = 1; index < time.length - 1; index += SPARSE) {
    if ((time[index + 1] ?? NaN) - (time[index - 1] ?? NaN) > 2 * DENSE) continue
    const middle = (values: Float64Array): number => ((values[index - 1] ?? NaN) + (values[index + 1] ?? NaN)) / 2
    offs.push(metresBetween(latitude[index] ?? NaN, longitude[index] ?? NaN, middle(latitude), middle(longitude)))
  }
  return offs.length < 20 ? 0 : (offs.toSorted((one, other) => one - other)[offs.length >> 1] ?? 0)
}

/** Jitter from which positions are averaged first, over how many seconds to each side, and with bad ones. */
const JITTERY = 0.8
const HALF = 2
const BAD = 2
const BAD_HALF = 4

/** Whether the way along these positions is longer than the way that was run, because they jitter. */
export const isJittery = (path: Path): boolean => jitterOf(path) > JITTERY

/** Each position as the mean of those within some seconds: two pointers and running sums. */
const averaged = ({ time }: Path, values: Float64Array, half: number): Float64Array => {
  const result = new Float64Array(values.length)
  let [from, to, sum] = [0, 0, 0]
  for (let index = 0; index < values.length; index++) {
    const now = time[index] ?? NaN
    for (; to < values.length && (time[to] ?? NaN) <= now + half; to++) sum += values[to] ?? 0
    for (; (time[from] ?? NaN) < now - half; from++) sum -= values[from] ?? 0
    result[index] = sum / Math.max(1, to - from)
  }
  return result
}

const steadied = (path: Path): Path => {
  const jitter = jitterOf(path)
  if (jitter <= JITTERY) return path
  const half = jitter > BAD ? BAD_HALF : HALF
  const { latitude, longitude } = path
  return { ...path, latitude: averaged(path, latitude, half), longitude: averaged(path, longitude, half) }
}

/** Metres along the positions at each of `count` samples, jitter averaged out; NaN where there is no place. */
export const alongPath = (path: Path, count: number): Column => {
  const { rows, latitude, longitude } = steadied(path)
  const covered = new Float64Array(count).fill(NaN)
  let sum = 0
  rows.forEach((row, index) => {
    const before = index - 1
    if (index > 0)
      sum += metresBetween(latitude[before] ?? 0, longitude[before] ?? 0, latitude[index] ?? 0, longitude[index] ?? 0)
    covered[row] = sum
  })
  return covered
}
