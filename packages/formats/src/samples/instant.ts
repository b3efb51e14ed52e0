import type { Instant } from '../fit/recorded.ts'

/** What a written time says beside the moment. */
export interface Zones {
  /** Times that had no zone and were taken for UTC. */
  without: number
  /** Seconds that local time is ahead of UTC, as the first time that says so has it; `Z` says nothing of it. */
  offset: number | undefined
}

export const noZones = (): Zones => ({ without: 0, offset: undefined })

/** Instants are whole milliseconds. */
export const isInstant = (milliseconds: number): milliseconds is Instant => Number.isSafeInteger(milliseconds)

const DAY_MS = 86_400_000

/** Days from 1970-01-01 of a date of the Gregorian calendar (Hinnant 2013, `days_from_civil`). */
const dayNumber = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isDate = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0))
}

/** Milliseconds since 1970 of a date and a time of day; NaN where there is no such moment. */
export const momentOf = (date: readonly [year: number, month: number, day: number], secondsOfDay: number): number =>
  isDate(...date) ? dayNumber(...date) * DAY_MS + secondsOfDay * 1000 : NaN

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48
  return code >= 0 && code <= 9 ? code : NaN
}
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

const isTimeOfDay = (hour: number, minute: number, second: number): boolean =>
  (hour < 24 && minute < 60 && second <= 60) || (hour === 24 && minute === 0 && second === 0)

/** `2016-12-29T19:05:22Z`, with or without thousandths: nearly all times that devices write. NaN for all others. */
const plainInstant = (text: string): number => {
  const { length } = text
  if (text.charCodeAt(length - 1) !== 90 || (length !== 20 && length !== 24)) return NaN
  const thousandths = length === 20 ? 0 : digit(text, 20) * 100 + two(text, 21)
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)]
  const marks = text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':'
  if (!marks || (length === 24 && text[19] !== '.') || !isTimeOfDay(hour, minute, second)) return NaN
  const year = two(text, 0) * 100 + two(text, 2)
  return momentOf([year, two(text, 5), two(text, 8)], hour * 3600 + minute * 60 + second) + thousandths
}

const INSTANT =
  /^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,12}))?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i

const offsetOf = (zone: string): number => {
  if (!/^[+-]/.test(zone)) return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60
}

const FARTHEST_ZONE = 14 * 3600

/**
 * A moment in ISO 8601 as milliseconds since 1970, NaN where the text is none. A time without a zone is taken for UTC
 * and counted; `zones` remembers what the first zone said.
 */
export const instantIn = (text: string, zones: Zones): number => {
  const plain = plainInstant(text)
  if (!Number.isNaN(plain)) return plain
  const match = INSTANT.exec(text.trim())
  if (!match) return NaN
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const offset = match[8] === undefined ? 0 : offsetOf(match[8])
  if (!isTimeOfDay(hour, minute, second) || Math.abs(offset) > FARTHEST_ZONE) return NaN
  const moment = momentOf([year, month, day], hour * 3600 + minute * 60 + second - offset)
  if (Number.isNaN(moment)) return NaN
  if (match[8] === undefined) zones.without++
  else if (/^[+-]/.test(match[8])) zones.offset ??= offset
  return moment + Math.round(Number(`0.${match[7] ?? 0}`) * 1e6) / 1000
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Year, month and day of a day number (Hinnant 2013, `civil_from_days`). */
const dateOf = (days: number): readonly [year: number, month: number, day: number] => {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day]
}

/** A moment as `2016-12-29T19:05:22Z`, with thousandths where it has some. */
export const instantText = (milliseconds: number): string => {
  const whole = Math.round(milliseconds)
  const days = Math.floor(whole / DAY_MS)
  const rest = whole - days * DAY_MS
  const [year, month, day] = dateOf(days)
  const clock = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60].map((part) => pad(Math.floor(part), 2))
  const thousandths = rest % 1000
  const part = thousandths === 0 ? '' : `.${pad(thousandths, 3)}`
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock.join(':')}${part}Z`
}
