import { instantIn, type Zones } from './instant.ts'
import { amountIn } from './amount.ts'

/** How a cell writes a time: as a moment, as a clock that runs from some start, as a plain number. */
export const TIME_FORMS = ['none', 'moment', 'clock', 'number'] as const
export type TimeForm = (typeof TIME_FORMS)[number]

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,6})?)$/

/** Seconds of `1:02:03.5`, `62:03`; NaN for anything else. */
export const clockIn = (text: string): number => {
  const match = CLOCK.exec(text.trim())
  if (!match) return NaN
  const [hours, minutes, rest] = [match[1], match[2], match[3]?.replace(',', '.')].map((part) => Number(part ?? 0))
  if ((rest ?? 0) >= 60 || (match[1] !== undefined && (minutes ?? 0) >= 60)) return NaN
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0)
}

/** A time of a table: milliseconds since 1970 for a moment, seconds for a clock, the number itself for a number. */
export interface WrittenTime {
  readonly form: TimeForm
  readonly value: number
}
const NONE: WrittenTime = { form: 'none', value: NaN }

const firstKnown = (...times: readonly WrittenTime[]): WrittenTime =>
  times.find(({ value }) => !Number.isNaN(value)) ?? NONE

/** No clock counts farther: microseconds since 1970 come to 16 digits. */
const LARGEST_TIME = 1e16

export const timeIn = (cell: string | number, zones: Zones): WrittenTime => {
  if (typeof cell === 'number') return Math.abs(cell) < LARGEST_TIME ? { form: 'number', value: cell } : NONE
  const number = amountInTime(cell)
  if (!Number.isNaN(number)) return { form: 'number', value: number }
  return firstKnown({ form: 'clock', value: clockIn(cell) }, { form: 'moment', value: instantIn(cell, zones) })
}

/** Moments as numbers are larger than anything that is measured. */
const amountInTime = (text: string): number => {
  const trimmed = text.trim()
  return /^\d{10,16}(?:\.\d{1,9})?$/.test(trimmed) ? Number(trimmed) : amountIn(trimmed)
}

/** Seconds of the Unix clock between 1990 and 2100: what no recording counts in seconds from its start. */
const isUnixSeconds = (value: number): boolean => value > 631_152_000 && value < 4_102_444_800

/** Milliseconds since 1970 of a plain number that is a moment of the Unix clock; undefined where it is none. */
export const unixMoment = (value: number): number | undefined => {
  if (isUnixSeconds(value)) return value * 1000
  if (isUnixSeconds(value / 1000)) return value
  return isUnixSeconds(value / 1e6) ? value / 1000 : undefined
}
