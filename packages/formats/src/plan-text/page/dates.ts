import { parseDay, weekdayOf, type Day, type Weekday } from '@bell-lap/core'
import { monthNamed } from './words.ts'

/** A date as a page writes it; the year is often left out. */
export interface WrittenDate {
  readonly year: number | null
  /** From 1. */
  readonly month: number
  readonly day: number
  /** Characters it takes. */
  readonly length: number
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]{1,2}([A-Za-z]{3,9})\b\.?(?:,?[\s-](\d{4})\b)?/i
const MONTH_DAY = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]|\s*[x×])(?:,?\s(\d{4})\b)?/i
const FIGURES = /^(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|\.(\d{1,2})\.(\d{4}|\d{2})?)(?![\d/])/

/** A date at the very start of a text. Of two figures the first is the day, unless it cannot be (`1/24`). */
export const dateAt = (text: string): WrittenDate | undefined => {
  const head = text.slice(0, 40)
  return isoDate(head) ?? namedDate(head) ?? figuresDate(head)
}

const isoDate = (head: string): WrittenDate | undefined => {
  const match = ISO.exec(head)
  return match ? checked(Number(match[1]), Number(match[2]), Number(match[3]), match[0].length) : undefined
}

const namedDate = (head: string): WrittenDate | undefined => {
  const before = DAY_MONTH.exec(head)
  const month = before?.[2] === undefined ? undefined : monthNamed(before[2])
  if (before && month !== undefined) return checked(yearOf(before[3]), month, Number(before[1]), before[0].length)
  const after = MONTH_DAY.exec(head)
  const named = after?.[1] === undefined ? undefined : monthNamed(after[1])
  return after && named !== undefined ? checked(yearOf(after[3]), named, Number(after[2]), after[0].length) : undefined
}

const figuresDate = (head: string): WrittenDate | undefined => {
  const match = FIGURES.exec(head)
  if (!match) return undefined
  const [whole, one, slashed, slashedYear, dotted, dottedYear] = match
  const year = slashedYear ?? dottedYear
  const first = Number(one)
  const second = Number(slashed ?? dotted)
  const full = year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year)
  return second > 12 ? checked(full, first, second, whole.length) : checked(full, second, first, whole.length)
}

const yearOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

const checked = (year: number | null, month: number, day: number, length: number): WrittenDate | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 && (year === null || (year >= 1900 && year < 2200))
    ? { year, month, day, length }
    : undefined

/** The civil day of a date; a year has to be given. Undefined for dates that do not exist. */
export const dayIn = (year: number, { month, day }: Pick<WrittenDate, 'month' | 'day'>): Day | undefined =>
  parseDay(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`)

const digits = (amount: number, length: number): string => String(amount).padStart(length, '0')

/** The weekday of a date whose year is written. */
export const weekdayOfDate = (date: WrittenDate): Weekday | undefined => {
  const day = date.year === null ? undefined : dayIn(date.year, date)
  return day === undefined ? undefined : weekdayOf(day)
}
