import { distanceOf, durationOf, METRES_PER, type Amount, type DistanceUnit, type TimeUnit } from '@bell-lap/core'
import type { ReadingContext } from '../reading.ts'
import type { Figure } from './figures.ts'
import type { WrittenUnit } from './units.ts'

/** What a length is for, which decides what `m` and a bare number mean. */
export interface Use {
  readonly as: 'rep' | 'run' | 'recovery' | 'total'
  /** Short and fast: strides, sprints, hills. */
  readonly short?: boolean
  /** Easy, steady or tempo running, which lasts. */
  readonly lasting?: boolean
  /** Spent resting or walking, not jogging. */
  readonly still?: boolean
  readonly flying?: boolean
  readonly walk?: boolean
  /** The only length of the session. */
  readonly lone?: boolean
  /** Unit of the part before it or of its neighbours in a list. */
  readonly sibling?: Resolved | undefined
}

/** What the whole text shows about its units. */
export interface Evidence {
  readonly context: ReadingContext
  /** Metres or track lengths occur. */
  readonly metres: boolean
  readonly miles: boolean
  readonly kilometres: boolean
  readonly minutes: boolean
  /** `2m15` occurs: m is minutes in this text. */
  readonly minuteM: boolean
  /** `3E`, `2T`: figures at letters count the page's long unit. */
  readonly letters: boolean
  /** Bouts in seconds or m:ss, and no distance: `m` is minutes. */
  readonly timed: boolean
}

export type Resolved = DistanceUnit | TimeUnit

export interface Decision {
  readonly amount: Amount
  /** The unit is not written, or `m` was decided: which other reading was near. */
  readonly guess?: string
}

/** Beyond these a number is a slip of the pen: metres and seconds. */
/** Larger than this, a number without a unit is no length. */
const LARGEST_BARE = 50_000
const FARTHEST = 1_000_000
const LONGEST = 172_800

/** The unit that a figure is in, where it is written so that only one reading remains. */
export const plainUnit = (unit: WrittenUnit | null): Resolved | undefined => {
  switch (unit) {
    case 'metre':
      return 'm'
    case 'km':
    case 'mi':
    case 'yd':
    case 's':
    case 'min':
    case 'h':
      return unit
    case 'K':
      return 'K'
    case 'clock':
      return 's'
    default:
      return undefined
  }
}

const isTrack = (amount: number): boolean => amount >= 100 && amount % 50 === 0

/** Turns a figure into an amount; `undefined` where it is out of any range that a person would write. */
export const decideAmount = (figure: Figure, use: Use, evidence: Evidence): Decision | undefined => {
  const hours = hoursOf(figure, use)
  if (hours) return { amount: hours, guess: 'read as hours and minutes' }
  if (figure.unit === null && figure.low > LARGEST_BARE) return undefined
  const plain = plainUnit(figure.unit)
  const unit = plain ?? guessUnit(figure, use, evidence)
  const amount = amountOf(figure, unit)
  if (!amount) return undefined
  const close = plain === undefined && isClose(figure, unit, use)
  return close ? { amount, guess: `read as ${unit}` } : { amount }
}

/** `1:30 easy`: a run of its own that would last a minute and a half is told in hours. */
const hoursOf = (figure: Figure, use: Use): Amount | undefined => {
  const hours = figure.unit === 'clock' && figure.figures === 2 && use.as === 'run' && use.lone === true
  if (!hours || figure.low > 240 || figure.low < 45) return undefined
  const to = figure.high === undefined ? {} : { to: durationOf(figure.high, 'min') }
  return { kind: 'time', duration: durationOf(figure.low, 'min'), unit: 'min', ...to }
}

/** A guess is worth a word where the size alone does not decide: small `m`, and numbers without a unit. */
const isClose = (figure: Figure, unit: Resolved, use: Use): boolean => {
  if (figure.unit === null) return !(unit === 'm' && isTrack(figure.low))
  if (figure.unit === 'm') return !(unit === 'm' && figure.low >= 100)
  return figure.unit === 'plural' && use.as === 'rep' && figure.low >= 60
}

const guessUnit = (figure: Figure, use: Use, evidence: Evidence): Resolved => {
  switch (figure.unit) {
    case 'm':
      return guessM(figure, use, evidence)
    case 'M':
      return figure.low >= 50 ? 'm' : 'mi'
    case 'plural':
      return guessPlural(figure, use)
    default:
      return guessBare(figure, use, evidence)
  }
}

/** `300s` are repetitions of 300 m, `30s` seconds; flying 30s are metres again. */
const guessPlural = ({ low }: Figure, { as, flying }: Use): Resolved => {
  if (flying) return 'm'
  return as !== 'recovery' && low >= 100 && (low % 50 === 0 || low >= 1000) ? 'm' : 's'
}

const pageUnit = (evidence: Evidence): 'km' | 'mi' =>
  evidence.context.unit ?? (evidence.kilometres && !evidence.miles ? 'km' : 'mi')

const MINUTES_FROM = 23

/** `m`: metres from about 100, below that miles, minutes or a sprint's metres. */
const guessM = (figure: Figure, use: Use, evidence: Evidence): Resolved => {
  const { low } = figure
  if (low >= 100) return 'm'
  if (evidence.minuteM) return 'min'
  const whole = Number.isInteger(low)
  if (use.as === 'recovery') {
    if (low < 10) return low <= 1 && !whole ? 'mi' : 'min'
    return low < 20 && use.still ? 'min' : 'm'
  }
  if (use.as === 'rep') return guessRepM(low, use, evidence)
  if (low >= 50) return use.lasting || evidence.timed ? 'min' : use.sibling === 'm' ? 'm' : 'min'
  if (!whole && (low * 2) % 1 !== 0) return 'mi'
  if (low >= MINUTES_FROM) return use.sibling === 'm' ? 'm' : 'min'
  if (use.sibling === 'mi' || use.sibling === 'min' || use.sibling === 'm') return use.sibling
  if (evidence.timed && !evidence.miles && !evidence.metres) return 'min'
  return evidence.context.unit === 'km' ? 'min' : 'mi'
}

const guessRepM = (low: number, use: Use, evidence: Evidence): Resolved => {
  if (use.short && low >= 10) return 'm'
  if (low >= 40 || use.sibling === 'm') return 'm'
  if (low >= 20 && !use.lasting) return 'm'
  if (use.sibling === 'mi' && low <= 5) return 'mi'
  if (!evidence.timed && !evidence.minutes && low <= 3) return evidence.miles || evidence.metres ? 'mi' : 'min'
  return 'min'
}

/** A number without a unit: metres of the track, else seconds, minutes or the page's long unit by size. */
const guessBare = (figure: Figure, use: Use, evidence: Evidence): Resolved => {
  const { low } = figure
  const { sibling } = use
  if (use.as === 'recovery') {
    if (low >= 100) return low % 50 === 0 || low % 20 !== 0 ? 'm' : 's'
    if (low < 10) return 'min'
    return 's'
  }
  if (use.as === 'rep') {
    if (use.flying) return 'm'
    if (low >= 80 && low !== 90) return 'm'
    if (sibling === 's' || (sibling === 'min' && low <= 20)) return sibling
    if (sibling && sibling !== 'm' && low <= 15) return sibling
    if (evidence.letters && low <= 10) return pageUnit(evidence)
    if (low <= 12) return 'min'
    return use.short && low >= 50 && low !== 60 && low !== 90 ? 'm' : 's'
  }
  if (low >= 100) return 'm'
  if (use.walk) return 'min'
  const { bareNumber } = evidence.context
  if (bareNumber) return bareNumber
  if (sibling && sibling !== 'm') return sibling
  return low >= MINUTES_FROM ? 'min' : pageUnit(evidence)
}

/** A clock and a sum of hours, minutes and seconds print in the largest unit that holds them plainly. */
const timeUnit = (figure: Figure, unit: TimeUnit): { unit: TimeUnit; scale: number } => {
  const written = figure.unit === 'clock' || (figure.unit === 's' && figure.low > 120)
  if (!written || unit !== 's') return { unit, scale: 1 }
  const high = figure.high ?? figure.low
  return figure.low % 60 === 0 && high % 60 === 0 ? { unit: 'min', scale: 60 } : { unit: 's', scale: 1 }
}

const isTimeUnit = (unit: Resolved): unit is TimeUnit => unit === 's' || unit === 'min' || unit === 'h'

const amountOf = (figure: Figure, resolved: Resolved): Amount | undefined => {
  const { low } = figure
  const high = figure.high ?? figure.levels?.at(-1)
  if (!Number.isFinite(low)) return undefined
  if (isTimeUnit(resolved)) {
    const { unit, scale } = timeUnit(figure, resolved)
    const duration = durationOf(low / scale, unit)
    if (duration > LONGEST) return undefined
    return { kind: 'time', duration, unit, ...(high === undefined ? {} : { to: durationOf(high / scale, unit) }) }
  }
  if (low * METRES_PER[resolved] > FARTHEST) return undefined
  return {
    kind: 'distance',
    distance: distanceOf(low, resolved),
    unit: resolved,
    ...(high === undefined ? {} : { to: distanceOf(high, resolved) }),
  }
}
