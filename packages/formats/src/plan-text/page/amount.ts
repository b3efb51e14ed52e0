import { distanceOf, durationOf, type Amount, type DistanceUnit, type LongUnit, type TimeUnit } from '@bell-lap/core'

/** A quantity as the page prints it, for a whole week or day. */
export interface WrittenAmount {
  readonly low: number
  readonly high?: number
  /** Null when only a figure is written. */
  readonly unit: DistanceUnit | TimeUnit | null
  /** `about 40`, `~40`, `40+`. */
  readonly about: boolean
  /** Digits after the point, of the finer of both ends: how exact the author wants to be. */
  readonly decimals: number
  /** Characters it takes, from the start of the text. */
  readonly length: number
}

const ABOUT =
  /^(?:(?:~|≈|±|about|approx\.?|approximately|around|circa|c\.|ca\.|roughly|some|up to|almost|nearly|at most|max\.?)\s*)/i
const FIGURES = /^(\d{1,4}(?:[.,]\d{1,2})?|(?=[½¼¾]))([½¼¾])?(?:\s*(?:-|–|—|to)\s*(\d{1,4}(?:[.,]\d{1,2})?))?/i
const UNIT =
  /^\+?\s?(miles?|milers?|mi|mls?|km'?s?|k|kilomet(?:re|er)s?|klicks?|met(?:re|er)s|m|hours?|hrs?|h|minutes?|mins?|')(?![a-z0-9])\.?/i
const MORE = /^\s?\+/
const FRACTIONS: { readonly [sign: string]: number } = { '½': 0.5, '¼': 0.25, '¾': 0.75 }
const CLOCKED = /^(\d{1,2})(?::| ?(?:hours?|hrs?|h) ?)(\d{2})(?: ?(?:hours|hrs?|h|minutes|mins?|m))?(?![\d:])/i

/** A quantity at the very start of a text; undefined when none stands there. */
export const writtenAmount = (text: string): WrittenAmount | undefined => {
  const head = text.slice(0, 80)
  const about = ABOUT.exec(head)?.[0] ?? ''
  const rest = head.slice(about.length)
  return clockedAmount(rest, about) ?? figuredAmount(rest, about)
}

const clockedAmount = (rest: string, about: string): WrittenAmount | undefined => {
  const match = CLOCKED.exec(rest)
  if (!match) return undefined
  const low = Number(match[1]) * 60 + Number(match[2])
  return { low, unit: 'min', about: about !== '', decimals: 0, length: about.length + match[0].length }
}

const figuredAmount = (rest: string, about: string): WrittenAmount | undefined => {
  const match = FIGURES.exec(rest)
  if (!match || match[0] === '') return undefined
  const [figures, first = '', fraction, second] = match
  const after = rest.slice(figures.length)
  const unit = UNIT.exec(after)
  const used = figures.length + (unit?.[0].length ?? 0)
  const more = MORE.exec(rest.slice(used))?.[0] ?? ''
  const low = figure(first) + (fraction === undefined ? 0 : (FRACTIONS[fraction] ?? 0))
  return {
    low,
    ...(second === undefined ? {} : { high: figure(second) }),
    unit: unit?.[1] === undefined ? null : unitNamed(unit[1], low),
    about: about !== '' || more !== '' || after.startsWith('+'),
    decimals: Math.max(decimalsOf(first), decimalsOf(second ?? '')),
    length: about.length + used + more.length,
  }
}

const figure = (text: string): number => (text === '' ? 0 : Number(text.replace(',', '.')))
const decimalsOf = (text: string): number => /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0

/** `m` is miles up to so many: nobody states a week or a day of running in metres below it. */
const MOST_MILES = 250

/** The unit that a word stands for beside a week's or day's figure. */
const unitNamed = (word: string, figures: number): DistanceUnit | TimeUnit => {
  const lower = word.toLowerCase()
  if (lower.startsWith('k')) return 'km'
  if (lower.startsWith('h')) return 'h'
  if (lower.startsWith('min') || lower === "'") return 'min'
  if (lower.startsWith('met')) return 'm'
  return lower === 'm' && figures > MOST_MILES ? 'm' : 'mi'
}

/** As an amount of the core; a figure without a unit is in the page's. Low end first, whatever the order on the page. */
export const amountOf = (written: WrittenAmount, unit: LongUnit): Amount => {
  const { low, high } = written
  const both = high !== undefined && high > low
  const named = written.unit ?? unit
  if (named === 's' || named === 'min' || named === 'h') {
    return {
      kind: 'time',
      duration: durationOf(low, named),
      ...(both ? { to: durationOf(high, named) } : {}),
      unit: named,
    }
  }
  return {
    kind: 'distance',
    distance: distanceOf(low, named),
    ...(both ? { to: distanceOf(high, named) } : {}),
    unit: named,
  }
}
