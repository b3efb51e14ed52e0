import {
  distanceOf,
  durationOf,
  type Amount,
  type DistanceExtent,
  type DistanceUnit,
  type Extent,
  type RelativeExtent,
  type TimeExtent,
  type TimeUnit,
} from '@bell-lap/core'
import type { Cursor } from './cursor.ts'
import { entryOf } from './words.ts'

const DISTANCE_WORDS: { readonly [word: string]: DistanceUnit } = {
  m: 'm',
  km: 'km',
  K: 'K',
  k: 'K',
  mi: 'mi',
  yd: 'yd',
}
const TIME_WORDS: { readonly [word: string]: TimeUnit } = { s: 's', min: 'min', h: 'h' }

/** Units keep their case: `M` is no metre. */
const isUnit = (cursor: Cursor, ahead: number): boolean => {
  const { kind, text } = cursor.peek(ahead)
  return kind === 'word' && (Object.hasOwn(DISTANCE_WORDS, text) || Object.hasOwn(TIME_WORDS, text))
}

/** Tokens that a number or a range of numbers takes here, its unit not counted; 0 when none stands here. */
export const figureLength = (cursor: Cursor, start = 0): number => {
  if (!cursor.isNumber(start)) return 0
  if (!cursor.isSign('-', start + 1) || !cursor.isNumber(start + 2)) return 1
  return 3
}

/** Whether `8mi`, `3-4km` or `8mi-10mi` stands here. */
export const isAmountAhead = (cursor: Cursor, start = 0): boolean => {
  const length = figureLength(cursor, start)
  return length > 0 && isUnit(cursor, start + length)
}

interface Figure {
  readonly low: number
  readonly high: number | undefined
  readonly unit: string
}

const takeUnit = (cursor: Cursor): string | undefined =>
  isUnit(cursor, 0) ? cursor.take().text : cursor.fail('a unit: m, km, K, mi, yd, s, min or h')

/** `3-4km`, and `3km-4km` with the same unit twice. */
const parseFigure = (cursor: Cursor): Figure | undefined => {
  const low = cursor.takeNumber('a length')
  if (low === undefined) return undefined
  const first = isUnit(cursor, 0) ? cursor.take().text : undefined
  if (!cursor.isSign('-') || !cursor.isNumber(1)) return finishFigure(cursor, { low, high: undefined, unit: first })
  cursor.take()
  const high = cursor.takeNumber()
  if (high === undefined) return undefined
  if (first !== undefined && cursor.peek().text !== first) return cursor.fail(`both ends of the range in ${first}`)
  return finishFigure(cursor, { low, high, unit: first === undefined ? undefined : cursor.take().text })
}

const finishFigure = (
  cursor: Cursor,
  figure: Omit<Figure, 'unit'> & { readonly unit: string | undefined },
): Figure | undefined => {
  const unit = figure.unit ?? takeUnit(cursor)
  return unit === undefined ? undefined : { ...figure, unit }
}

const amountOf = ({ low, high, unit }: Figure): Amount => {
  const distance = entryOf(DISTANCE_WORDS, unit)
  if (distance !== undefined) return distanceExtent(low, high, distance)
  return timeExtent(low, high, entryOf(TIME_WORDS, unit) ?? 's')
}

const distanceExtent = (low: number, high: number | undefined, unit: DistanceUnit): DistanceExtent => ({
  kind: 'distance',
  distance: distanceOf(low, unit),
  ...(high === undefined ? {} : { to: distanceOf(high, unit) }),
  unit,
})

const timeExtent = (low: number, high: number | undefined, unit: TimeUnit): TimeExtent => ({
  kind: 'time',
  duration: durationOf(low, unit),
  ...(high === undefined ? {} : { to: durationOf(high, unit) }),
  unit,
})

const withTwin = (amount: Amount, twin: Amount): Amount | undefined => {
  if (amount.kind === 'distance') return twin.kind === 'time' ? { ...amount, or: twin } : undefined
  return twin.kind === 'distance' ? { ...amount, or: twin } : undefined
}

/** `9mi`, `8-10mi`, `9mi (90min)`: the same bout stated a second time the other way. */
export const parseAmount = (cursor: Cursor): Amount | undefined => {
  const figure = parseFigure(cursor)
  if (figure === undefined) return undefined
  const amount = amountOf(figure)
  if (!cursor.isSign('(') || !cursor.isNumber(1)) return amount
  cursor.take()
  const other = amount.kind === 'distance' ? 'a time' : 'a distance'
  const twin = parseFigure(cursor)
  if (twin === undefined) return undefined
  const both = withTwin(amount, amountOf(twin))
  if (both === undefined) return cursor.fail(`${other} in brackets after the length`)
  return cursor.expectSign(')') && both
}

const MEASURES: { readonly [word: string]: 'time' | 'distance' } = { time: 'time', distance: 'distance' }

const withMeasure = (cursor: Cursor, extent: Omit<RelativeExtent, 'measure'>): RelativeExtent => {
  const measure = entryOf(MEASURES, cursor.word())
  if (measure === undefined) return extent
  cursor.take()
  return { ...extent, measure }
}

const parseShare = (cursor: Cursor): RelativeExtent | undefined => {
  if (cursor.takeSign('?')) {
    return cursor.expectSign('%') && withMeasure(cursor, { kind: 'relative', relative: 'share' })
  }
  const low = cursor.takeNumber()
  const high = cursor.takeSign('-') ? cursor.takeNumber() : low
  if (low === undefined || high === undefined || !cursor.expectSign('%')) return undefined
  const share = { low: low / 100, high: high / 100 }
  return withMeasure(cursor, { kind: 'relative', relative: 'share', share })
}

const parseCycle = (cursor: Cursor): Extent | undefined => {
  cursor.take()
  const figure = parseFigure(cursor)
  if (figure === undefined) return undefined
  const unit = entryOf(TIME_WORDS, figure.unit)
  if (unit === undefined || figure.high !== undefined) return cursor.fail('one time after `every`')
  return { kind: 'cycle', duration: durationOf(figure.low, unit), unit }
}

/**
 * A length after the word that says how it is run: `200m`, `equal time`, `50-90% distance`, `back`, `every 90s`, `open`,
 * `?`. Null: the text does not say, which `?` says in so many words.
 */
export const parseExtent = (cursor: Cursor): Extent | null | undefined => {
  const word = cursor.word()
  if (cursor.isNumber() || cursor.isSign('?')) return parseFiguredExtent(cursor)
  switch (word) {
    case 'equal':
    case 'half':
    case 'full':
    case 'back':
    case 'down':
      cursor.take()
      return withMeasure(cursor, { kind: 'relative', relative: word })
    case 'remaining':
    case 'open':
      cursor.take()
      return { kind: word }
    case 'every':
      return parseCycle(cursor)
    default:
      return null
  }
}

const parseFiguredExtent = (cursor: Cursor): Extent | null | undefined => {
  const figure = figureLength(cursor)
  if (cursor.isSign('%', figure === 0 ? 1 : figure)) return parseShare(cursor)
  if (cursor.takeSign('?')) return null
  return parseAmount(cursor)
}
