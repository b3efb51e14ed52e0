import { WEEKDAYS, type Weekday } from '@bell-lap/core'
import type { DayMark } from './day-mark.ts'
import type { DayName } from './draft.ts'

/** Most entries name one weekday and nothing else: they share their names. */
const PLAIN: ReadonlyMap<Weekday, DayName> = new Map(WEEKDAYS.map((day) => [day, { days: [day] }]))

/** What a mark says about the day of its entry. */
export const dayNameOf = (mark: DayMark): DayName => {
  const [day, ...more] = mark.days
  const plain = mark.letter === undefined && mark.number === undefined && !mark.date && !mark.choice
  const shared = plain && day !== undefined && more.length === 0 ? PLAIN.get(day) : undefined
  return shared ?? fullName(mark)
}

const fullName = ({ days, letter, number, date, choice, form }: DayMark): DayName => ({
  days,
  ...(letter === undefined ? {} : { letter }),
  ...(number === undefined ? {} : { number }),
  ...(date ? { date } : {}),
  ...(choice ? { choice } : {}),
  ...(form === 'session' ? { unplaced: true } : {}),
})
