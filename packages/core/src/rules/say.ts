import { WEEKDAYS } from '../calendar/week.ts'
import { amountIn, metres, type LongUnit } from '../units/distance.ts'
import { plainNumber } from '../units/text.ts'
import type { ScheduledSession, ScheduledWeek } from '../schedule/schedule.ts'

/** `51 mi`: metres in the plan's own unit, one decimal at most. */
export const lengthText = (distance: number, unit: LongUnit): string =>
  `${plainNumber(amountIn(metres(distance), unit), 1)} ${unit}`

/** `1200 m`, whole metres. */
export const metresText = (distance: number): string => `${Math.round(distance)} m`

/** `33 %` of a fraction. */
export const percentText = (share: number): string => `${Math.round(share * 100)} %`

/** `+7.5 %`, `-23 %`: how far a value is from another. */
export const changeText = (value: number, against: number): string => {
  const change = (value / against - 1) * 100
  return `${change < 0 ? '-' : '+'}${plainNumber(Math.abs(change), 1)} %`
}

/** `23.5 h`. */
export const hoursText = (hours: number): string => `${plainNumber(hours, 1)} h`

/** `1, 2 and 5`. */
export const listText = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `week 4`, `weeks 1 to 3, 5 and 7`, by the numbers that the author gave them. */
export const weeksText = (weeks: readonly ScheduledWeek[]): string => {
  const runs: ScheduledWeek[][] = []
  for (const week of weeks) {
    const open = runs.at(-1)
    if (open && open.at(-1)?.index === week.index - 1) open.push(week)
    else runs.push([week])
  }
  return `${weeks.length === 1 ? 'week' : 'weeks'} ${listText(runs.flatMap(runText))}`
}

const runText = (run: readonly ScheduledWeek[]): readonly (string | number)[] => {
  const numbers = run.map(({ source }) => source.number)
  return run.length > 2 ? [`${numbers[0]} to ${numbers.at(-1)}`] : numbers
}

/** The same with a capital, to begin a sentence. */
export const beginning = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Tue`, or `a day` where the author names none. */
export const dayText = ({ day }: Pick<ScheduledSession, 'day'>): string =>
  day === null ? 'a day' : (WEEKDAYS[day % WEEKDAYS.length] ?? 'a day')

/** `1 week`, `3 weeks`. */
export const countText = (count: number, noun: string): string =>
  `${plainNumber(count, 1)} ${noun}${count === 1 ? '' : 's'}`
