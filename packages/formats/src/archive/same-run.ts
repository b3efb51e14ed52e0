import type { Activity, Column } from '../fit/recorded.ts'
import { metresBetween, isOnEarth } from '../samples/path.ts'

/** Whether two recordings are of the same run, and what speaks for it and against it. */
export interface SameRun {
  /** `likely`: start and length agree, and nothing that both recorded can tell more. */
  readonly verdict: 'same' | 'likely' | 'different'
  readonly because: readonly string[]
}

/** Seconds by which starts of one run may differ: a watch waits for a press, a phone for its satellites. */
const START_TOLERANCE = 60
/** Sites round time zones wrongly: whole quarters of an hour apart may be the same moment. */
const QUARTER_HOUR = 900
const FARTHEST_ZONE = 14 * 3600
/** Parts by which lengths of one run may differ: pauses are cut out by one and kept by another. */
const TIME_TOLERANCE = 0.05
const DISTANCE_TOLERANCE = 0.05
/** Metres that two recordings of one path are apart at the same moment: two receivers, smoothing, a second of delay. */
const PATH_TOLERANCE = 60
const PATH_SHARE = 0.9
/** Beats by which two records of one heart differ. */
const BEAT_TOLERANCE = 3
/** Moments that are compared. */
const PROBES = 200
const FEWEST_PROBES = 10

const lastOf = (column: Column | undefined): number | undefined => column?.findLast((value) => !Number.isNaN(value))
const sumOf = (amounts: readonly (number | undefined)[]): number | undefined => {
  const known = amounts.filter((amount) => amount !== undefined)
  return known.length === amounts.length && known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : undefined
}

/** What a recording comes to, from what it states or from its samples. */
interface Whole {
  readonly start: number | null
  readonly elapsed: number | undefined
  readonly distance: number | undefined
}

const wholeOf = ({ start, sessions, samples, laps }: Activity): Whole => ({
  start,
  elapsed:
    lastOf(samples.time) ?? sumOf(sessions.map(({ elapsed }) => elapsed)) ?? sumOf(laps.map(({ elapsed }) => elapsed)),
  distance: sumOf(sessions.map(({ distance }) => distance)) ?? lastOf(samples.distance),
})

const share = (one: number, other: number): number => Math.abs(one - other) / Math.max(one, other, 1e-9)

/** How far the clock of the second is ahead in whole zones; undefined where the starts do not belong together. */
const shiftBetween = (one: number, other: number): number | undefined => {
  const apart = (other - one) / 1000
  const zones = Math.abs(apart) <= START_TOLERANCE ? 0 : Math.round(apart / QUARTER_HOUR) * QUARTER_HOUR
  return Math.abs(zones) <= FARTHEST_ZONE && Math.abs(apart - zones) <= START_TOLERANCE ? zones : undefined
}

/** Whether two recordings start at one moment as far as their clocks can tell; true where one has no date. */
export const startsTogether = ({ start: one }: Activity, { start: other }: Activity): boolean =>
  one === null || other === null || shiftBetween(one, other) !== undefined

/** Rows of a recording by their time, to be asked in order. */
const rowAt = (time: Column): ((moment: number) => number) => {
  let row = 0
  return (moment) => {
    while (row + 1 < time.length && !((time[row + 1] ?? NaN) > moment)) row++
    return row
  }
}

interface Compared {
  readonly probes: number
  readonly near: number
}

/** At how many of the moments that both have something, what they have is near. `delay`: seconds the second is later. */
const compare = (
  one: Activity,
  other: Activity,
  delay: number,
  isNear: (row: number, otherRow: number) => boolean | undefined,
): Compared => {
  const end = Math.min(lastOf(one.samples.time) ?? 0, (lastOf(other.samples.time) ?? 0) + delay)
  const [first, second] = [rowAt(one.samples.time), rowAt(other.samples.time)]
  let [probes, near] = [0, 0]
  for (let probe = 0; probe < PROBES; probe++) {
    const moment = (end * (probe + 0.5)) / PROBES
    const verdict = isNear(first(moment), second(moment - delay))
    if (verdict !== undefined) probes++
    if (verdict === true) near++
  }
  return { probes, near }
}

const paths = (one: Activity, other: Activity, delay: number): Compared =>
  compare(one, other, delay, (row, otherRow) => {
    const [latitude = NaN, longitude = NaN] = [one.samples.latitude?.[row], one.samples.longitude?.[row]]
    const [north = NaN, east = NaN] = [other.samples.latitude?.[otherRow], other.samples.longitude?.[otherRow]]
    if (!isOnEarth(latitude, longitude) || !isOnEarth(north, east)) return undefined
    return metresBetween(latitude, longitude, north, east) <= PATH_TOLERANCE
  })

const hearts = (one: Activity, other: Activity, delay: number): Compared =>
  compare(one, other, delay, (row, otherRow) => {
    const apart = (one.samples.heartRate?.[row] ?? NaN) - (other.samples.heartRate?.[otherRow] ?? NaN)
    return Number.isNaN(apart) ? undefined : Math.abs(apart) <= BEAT_TOLERANCE
  })

const percent = ({ near, probes }: Compared): string => `${Math.round((100 * near) / probes)} %`
const agrees = ({ near, probes }: Compared): boolean | undefined =>
  probes < FEWEST_PROBES ? undefined : near >= probes * PATH_SHARE

const different = (...because: readonly string[]): SameRun => ({ verdict: 'different', because })

/** What both say of lengths: the first that differs too much, or all in words. */
const lengthsOf = (one: Whole, other: Whole): { readonly differ: boolean; readonly words: readonly string[] } => {
  const words: string[] = []
  let differ = false
  const judge = (first: number | undefined, second: number | undefined, tolerance: number, unit: string): void => {
    if (first === undefined || second === undefined) return
    differ ||= share(first, second) > tolerance
    words.push(`they come to ${Math.round(first)} ${unit} and ${Math.round(second)} ${unit}`)
  }
  judge(one.elapsed, other.elapsed, TIME_TOLERANCE, 's')
  judge(one.distance, other.distance, DISTANCE_TOLERANCE, 'm')
  return { differ, words }
}

const judgeSamples = (one: Activity, other: Activity, delay: number, words: readonly string[]): SameRun => {
  const [path, heart] = [paths(one, other, delay), hearts(one, other, delay)]
  const [samePath, sameHeart] = [agrees(path), agrees(heart)]
  const because = [
    ...words,
    ...(samePath === undefined ? [] : [`the paths lie within ${PATH_TOLERANCE} m at ${percent(path)} of the moments`]),
    ...(sameHeart === undefined ? [] : [`the heart rates agree at ${percent(heart)} of the moments`]),
  ]
  if (samePath === false) return different(...because)
  if (samePath === true || sameHeart === true) return { verdict: 'same', because }
  return { verdict: 'likely', because }
}

/**
 * Whether two recordings are of the same run from two sources: a watch and a phone, the watch's own file and what a site
 * makes of it. Starts, lengths and, where both have them, paths and heart rates at the same moments are compared.
 */
export const sameRun = (one: Activity, other: Activity): SameRun => {
  const [first, second] = [wholeOf(one), wholeOf(other)]
  const { differ, words } = lengthsOf(first, second)
  if (first.start === null || second.start === null) {
    if (differ || words.length < 2) return different('one of them has no date', ...words)
    return judgeSamples(one, other, 0, ['one of them has no date', ...words])
  }
  const shift = shiftBetween(first.start, second.start)
  const apart = (second.start - first.start) / 1000
  if (shift === undefined) return different(`they start ${Math.round(Math.abs(apart))} s apart`)
  const starts = [
    `they start ${Math.round(Math.abs(apart - shift))} s apart`,
    ...(shift === 0 ? [] : [`their clocks are ${shift / 3600} h apart, as zones are`]),
  ]
  if (differ) return different(...starts, ...words)
  return judgeSamples(one, other, apart - shift, [...starts, ...words])
}
