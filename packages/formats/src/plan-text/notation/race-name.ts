import { HALF_MARATHON, MARATHON, miles, metres, distanceOf, type Distance, type DistanceUnit } from '@bell-lap/core'
import { entryOf } from './words.ts'

const NAMED: { readonly [name: string]: Distance } = { mile: miles(1), hm: HALF_MARATHON, marathon: MARATHON }
const UNITS: { readonly [unit: string]: DistanceUnit } = { m: 'm', km: 'km', K: 'K', k: 'K', mi: 'mi', yd: 'yd' }

/** Shortest bare figure that is metres: `race 1500`. */
const SHORTEST_BARE = 100

/** The distance that the name of a race says by itself: `5K`, `1500m`, `1500`, `mile`, `hm`, `marathon`. */
export const raceDistance = (name: string): Distance | undefined => {
  const named = entryOf(NAMED, name.toLowerCase())
  if (named !== undefined) return named
  const [, figure, unit] = /^(\d{1,6}(?:\.\d{1,6})?)([A-Za-z]*)$/.exec(name) ?? []
  if (figure === undefined || unit === undefined) return undefined
  if (unit === '') return Number(figure) >= SHORTEST_BARE ? metres(Number(figure)) : undefined
  const known = entryOf(UNITS, unit)
  return known === undefined ? undefined : distanceOf(Number(figure), known)
}
