import { addDays, makeDay, mondayOf, parseDay, type Day } from '@bell-lap/core'

const two = (amount: number): string => String(amount).padStart(2, '0')

/** The civil day on this device's clock: `2027-02-16`. */
export const civilToday = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Weeks count from the Monday of a week of which most is left. */
const firstMonday = (today: Day): Day => addDays(mondayOf(today), today - mondayOf(today) > 2 ? 7 : 0)

/** The Sunday that leaves so many whole weeks up to the race. */
export const raceDayAfter = (today: string, weeks: number): string => {
  const from = parseDay(today)
  return from === undefined ? today : makeDay(addDays(firstMonday(from), 7 * weeks - 1))
}

/** Whole weeks from a day to a race day, the race week counted. */
export const wholeWeeks = (today: string, raceDay: string): number => {
  const [from, to] = [parseDay(today), parseDay(raceDay)]
  return from === undefined || to === undefined ? 0 : (mondayOf(to) - firstMonday(from)) / 7 + 1
}
