import { makeDay, weekdayOf, type Day } from '@bell-lap/core'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Tue 16 Feb`. */
export const dateText = (day: Day): string => {
  const [, month, date] = makeDay(day).split('-').map(Number)
  return `${weekdayOf(day)} ${date} ${MONTHS[(month ?? 1) - 1] ?? ''}`
}

/** `Tue 16 Feb 2027`. */
export const longDateText = (day: Day): string => `${dateText(day)} ${makeDay(day).slice(0, 4)}`
