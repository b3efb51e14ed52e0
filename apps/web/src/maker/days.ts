import { addDays, makeDay, mondayOf, parseDay } from '@bell-lap/core'

const two = (amount: number): string => String(amount).padStart(2, '0')

/** The civil day on this device's clock: `2027-02-16`. */
export const civilToday = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The Sunday at the end of the week so many weeks from a day's own. */
export const sundayAfter = (day: string, weeks: number): string => {
  const from = parseDay(day)
  return from === undefined ? day : makeDay(addDays(mondayOf(from), 6 + 7 * weeks))
}

/** Whole weeks from the Monday of one day to the Monday of another, both weeks counted. */
export const weeksBetween = (from: string, to: string): number => {
  const [first, last] = [parseDay(from), parseDay(to)]
  return first === undefined || last === undefined ? 0 : (mondayOf(last) - mondayOf(first)) / 7 + 1
}

export const dayAfter = (day: string, days: number): string => {
  const from = parseDay(day)
  return from === undefined ? day : makeDay(addDays(from, days))
}
