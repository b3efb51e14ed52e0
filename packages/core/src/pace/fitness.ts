import { fastestByDistance, isCurrent, type Mark, speedOfMark } from '../athlete/mark.ts'
import { fail, ok, type Result } from '../result.ts'
import { metres, miles } from '../units/distance.ts'
import { timeOver } from '../units/speed.ts'
import type { Distance } from '../units/quantity.ts'
import { INDEX_RANGE, indexOf } from './daniels-gilbert.ts'
import { horwillSpeed } from './horwill.ts'
import { markText } from './mark-text.ts'

const PACE_FAULTS = ['no marks', 'marks too short', 'mark too fast', 'mark too slow'] as const
export interface PaceFault {
  readonly code: (typeof PACE_FAULTS)[number]
  readonly message: string
}

/** What an athlete's marks say. */
export interface Fitness {
  /** Current, the fastest at each distance, shortest first. */
  readonly marks: readonly Mark[]
  /** The marks that the index rests on, each with its own. Never empty. */
  readonly anchors: readonly Anchor[]
  /** Daniels-Gilbert index over 5000 m: of the athlete's own 5K, else from the marks around it. */
  readonly index: number
  /** Index over 15 km, about an hour's race: what threshold and all slower training rests on. Without longer marks the same. */
  readonly endurance: number
  /** No mark of 1500 m or more: everything longer is stretched from a shorter one. */
  readonly stretched: boolean
  readonly notes: readonly string[]
}

export interface Anchor {
  readonly distance: Distance
  readonly index: number
}

/** An index that no runner has reached (the world records stand near 85), and one that is walking. */
const INDEX_POSSIBLE = { low: 10, high: 90 } as const
/** Metres a second over less than 800 m: faster than any 400 m, slower than a walk. */
const SHORT_POSSIBLE = { low: 1.8, high: 10.5 } as const

const ANCHOR_FROM = 1498
const ESTIMATE_FROM = 799
const BASE = metres(5000)
const HOUR_RACE = metres(15_000)
const MILE = miles(1)

const faultOf = (mark: Mark): PaceFault | undefined => {
  const short = mark.distance < ESTIMATE_FROM
  const value = short ? speedOfMark(mark) : indexOf(mark)
  const possible = short ? SHORT_POSSIBLE : INDEX_POSSIBLE
  // Written so that a figure that is not a number is refused as well.
  if (!(value >= possible.low)) {
    return { code: 'mark too slow', message: `${markText(mark)} is slower than walking: check the time.` }
  }
  if (value <= possible.high) return undefined
  return { code: 'mark too fast', message: `${markText(mark)} is faster than anybody has run: check the time.` }
}

/**
 * Marks that count on a day. Where none is younger than twelve months, those of the last year that has any,
 * with a note: an old mark is better than none when it is called old.
 */
const countedMarks = (marks: readonly Mark[], today: string | undefined): readonly Mark[] => {
  const current = marks.filter((mark) => isCurrent(mark, today))
  if (current.length > 0 || today === undefined) return current
  const past = marks.filter(({ day }) => day !== undefined && day <= today)
  const newest = past.map(({ day }) => day ?? '').toSorted((a, b) => (a < b ? 1 : -1))[0]
  return past.filter((mark) => isCurrent(mark, newest))
}

const isLong = ({ distance }: Mark): boolean => distance >= ANCHOR_FROM

const anchorsOf = (marks: readonly Mark[]): readonly Anchor[] => {
  const long = marks.filter(isLong)
  if (long.length > 0) return long.map((mark) => ({ distance: mark.distance, index: indexOf(mark) }))
  const longest = marks.filter(({ distance }) => distance >= ESTIMATE_FROM).at(-1)
  if (!longest) return []
  const mile = horwillSpeed(speedOfMark(longest), longest.distance, MILE)
  return [{ distance: MILE, index: indexOf({ distance: MILE, time: timeOver(MILE, mile) }) }]
}

/** Fitness from the marks that count on `today` (civil day; without it age does not matter). */
export const fitnessOf = (all: readonly Mark[], today?: string): Result<Fitness, PaceFault> => {
  const counted = countedMarks(all, today)
  const fault = counted.map(faultOf).find((found) => found !== undefined)
  if (fault) return fail(fault)
  const marks = fastestByDistance(counted)
  const anchors = anchorsOf(marks)
  if (marks.length === 0) {
    return fail({
      code: 'no marks',
      message: 'No race or test result that counts: paces need one mark, as 5K in 19:30.',
    })
  }
  if (anchors.length === 0) {
    const message = `${marks.map(markText).join(', ')}: too short to tell any longer pace; give one mark of 800 m or more.`
    return fail({ code: 'marks too short', message })
  }
  const index = indexAt(anchors, BASE)
  return ok({
    marks,
    anchors,
    index,
    endurance: indexAt(anchors, HOUR_RACE),
    stretched: !marks.some(isLong),
    notes: notesOn(counted, marks, anchors, today),
  })
}

/**
 * Index over a distance: that of the athlete's own mark there; between two marks in proportion of the logarithms of
 * distance; beyond the outermost mark, that mark's.
 */
export const indexAt = (anchors: readonly Anchor[], distance: Distance): number => {
  const above = anchors.findIndex((anchor) => anchor.distance >= distance)
  const upper = anchors[above] ?? anchors.at(-1)
  const lower = anchors[above - 1] ?? upper
  if (!upper || !lower) throw new RangeError('fitness without an anchor')
  if (above <= 0) return upper.index
  const share = Math.log(distance / lower.distance) / Math.log(upper.distance / lower.distance)
  return lower.index + (upper.index - lower.index) * share
}

/** Index points between two marks of one runner that are worth a word. */
const DISAGREEMENT = 3
/** A newer race this much slower than the one that counts is worth a word. */
const SLOWER = 0.97

const notesOn = (
  counted: readonly Mark[],
  marks: readonly Mark[],
  anchors: readonly Anchor[],
  today: string | undefined,
): readonly string[] => {
  const notes: string[] = []
  if (counted.length > 0 && !counted.some((mark) => isCurrent(mark, today))) {
    notes.push(`No mark from the last twelve months: the paces rest on older ones (${marks.map(markText).join(', ')}).`)
  }
  if (!marks.some(isLong)) {
    notes.push('No mark from 1500 m up: longer paces are a hint only, by four seconds a lap from 800 m to the mile.')
  }
  const indices = anchors.map((anchor) => anchor.index)
  if (Math.max(...indices) - Math.min(...indices) > DISAGREEMENT) {
    const list = marks.filter(isLong).map((mark) => `${markText(mark)} is ${indexOf(mark).toFixed(1)}`)
    notes.push(`The marks disagree on the index (${list.join(', ')}): the model "measured" uses all of them.`)
  }
  const index = indexAt(anchors, BASE)
  if (index < INDEX_RANGE.low || index > INDEX_RANGE.high) {
    notes.push(
      `The published tables run from index ${INDEX_RANGE.low} to ${INDEX_RANGE.high}: here the formula is alone.`,
    )
  }
  return [...notes, ...outOfTime(marks), ...newerAndSlower(counted, marks)]
}

/** A marathon of five hours is still the best that is known of its runner, and is said to be beyond the formula. */
const outOfTime = (marks: readonly Mark[]): readonly string[] =>
  marks
    .filter((mark) => isLong(mark) && (mark.time < INDEX_RANGE.shortest || mark.time > INDEX_RANGE.longest))
    .map((mark) => `${markText(mark)} lies outside the 3.5 minutes to 4 hours that the index is made for.`)

const newerAndSlower = (counted: readonly Mark[], marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((mark) => {
    const newer = counted
      .filter((other) => Math.abs(other.distance / mark.distance - 1) < 0.001 && (other.day ?? '') > (mark.day ?? '~'))
      .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))[0]
    if (!newer || speedOfMark(newer) >= speedOfMark(mark) * SLOWER) return []
    return [`The newer ${markText(newer)} is slower than ${markText(mark)}, which counts as the faster of the year.`]
  })
