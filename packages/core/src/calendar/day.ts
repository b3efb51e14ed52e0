import { WEEKDAYS, type Weekday } from './week.ts'

declare const dayNumber: unique symbol

/** A civil day as whole days since 1970-01-01: plans know no hour and no zone, and adding days is adding numbers. */
export type Day = number & { readonly [dayNumber]: 'day' }

const DAYS_PER_ERA = 146_097 // 400 Gregorian years
const EPOCH_SHIFT = 719_468 // days from 0000-03-01 to 1970-01-01

/**
 * Day of a proleptic Gregorian date (Hinnant 2013, days_from_civil: years start in March, so that leap days come last).
 * Months from 1. The date has to exist.
 */
const dayOfDate = (year: number, month: number, date: number): Day => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT) as Day
}

const dateOfDay = (day: Day): readonly [year: number, month: number, date: number] => {
  const shifted = day + EPOCH_SHIFT
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1]
}

const digits = (amount: number, length: number): string => String(amount).padStart(length, '0')

/** `2027-03-21`. */
export const makeDay = (day: Day): string => {
  const [year, month, date] = dateOfDay(day)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}`
}

/** Reads `2027-03-21`; undefined for any other form and for dates that do not exist. */
export const parseDay = (text: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined
  const day = dayOfDate(year, month, date)
  return makeDay(day) === text ? day : undefined
}

export const addDays = (day: Day, days: number): Day => (day + days) as Day

/** Monday of the week that holds the day. */
export const mondayOf = (day: Day): Day => addDays(day, -weekdayNumber(day))

/** 0 is Monday; 1970-01-01 was a Thursday. */
const weekdayNumber = (day: Day): number => (((day + 3) % 7) + 7) % 7

export const weekdayOf = (day: Day): Weekday => WEEKDAYS[weekdayNumber(day)] ?? 'Mon'
