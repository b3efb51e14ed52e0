import { WEEKDAYS, weekdayIndex, type Weekday } from '../../calendar/week.ts'
import type { Brief } from './brief.ts'

/** What a day of the usual week is for. */
export type DayRole = 'long' | 'first' | 'second' | 'easy' | 'strides' | 'spare' | 'free'

/**
 * Days after the long run, and what they are for: two days from it to the first hard day, two to the second, three back
 * to the long run, so that nothing hard touches anything hard (R139, R142). Strides end the run before the long one.
 */
const ROLES: { readonly [days: number]: readonly DayRole[] } = {
  4: ['long', 'free', 'first', 'free', 'second', 'free', 'strides'],
  5: ['long', 'free', 'first', 'easy', 'second', 'free', 'strides'],
  6: ['long', 'free', 'first', 'easy', 'second', 'easy', 'strides'],
  7: ['long', 'spare', 'first', 'easy', 'second', 'easy', 'strides'],
}

/** Days after the long run that strength, jumps and mobility stand on: a day and a half or more before a key session. */
export const HEAVY_DAY = 5
export const LIGHT_DAY = 3
export const JUMP_DAY = 6
export const MOBILITY_DAY = 1

const daysAfterLong = (brief: Brief, day: number): number => (day - weekdayIndex(brief.longRunDay) + 7) % 7

const isHard = (role: DayRole): boolean => role === 'first' || role === 'second'

const plainRole = (brief: Brief, day: number): DayRole => ROLES[brief.days]?.[daysAfterLong(brief, day)] ?? 'free'

/**
 * What a weekday, Monday 0, is for in a usual week. The hard day that comes first between Monday and Sunday is the first,
 * so that a test ends its week whichever day the long run is on.
 */
export const roleOf = (brief: Brief, day: number): DayRole => {
  const role = plainRole(brief, day)
  if (!isHard(role)) return role
  const earlier = WEEKDAYS.some((_, before) => before < day && isHard(plainRole(brief, before)))
  return earlier ? 'second' : 'first'
}

/** Weekday, Monday 0, that lies so many days after the long run. */
export const weekdayAfterLong = (brief: Brief, days: number): number => (weekdayIndex(brief.longRunDay) + days) % 7

export const weekdayNamed = (day: number): Weekday => WEEKDAYS[day] ?? 'Mon'
