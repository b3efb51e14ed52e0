import type { Athlete } from '../../athlete/athlete.ts'
import { addDays, makeDay, type Day } from '../../calendar/day.ts'
import { SLOT_START, SLOTS, WEEKDAYS, type Slot, type Weekday } from '../../calendar/week.ts'
import type { PlacementDay } from '../place/problem.ts'

/** Minutes of a slot that the athlete says nothing about: no limit that a run would meet. */
const UNLIMITED = 300

/** Minutes after midnight at which the athlete's slots start. */
export const startTimesOf = ({ startTimes }: Athlete): { readonly am: number; readonly pm: number } => {
  const am = startTimes?.am ?? SLOT_START.am * 60
  const pm = startTimes?.pm ?? SLOT_START.pm * 60
  return am < pm ? { am, pm } : { am: SLOT_START.am * 60, pm: SLOT_START.pm * 60 }
}

/** Weekdays on which the athlete can train at all. */
export const trainingDays = ({ availability }: Athlete): readonly Weekday[] =>
  availability ? WEEKDAYS.filter((day) => SLOTS.some((slot) => minutesOf(availability[day]?.[slot]) > 0)) : WEEKDAYS

const minutesOf = (duration: number | undefined): number => Math.floor((duration ?? 0) / 60)

/** Slots of one week with their minutes: past days, blackout days and whatever the athlete cannot do are left out. */
export const roomOf = (athlete: Athlete, monday: Day, today: Day): readonly PlacementDay[] =>
  WEEKDAYS.flatMap((weekday, index): readonly PlacementDay[] => {
    const day = addDays(monday, index)
    if (day < today || athlete.blackout?.includes(makeDay(day))) return []
    const slots = slotsOn(athlete, weekday)
    return Object.keys(slots).length > 0 ? [{ day: weekday, slots }] : []
  })

const slotsOn = ({ availability }: Athlete, weekday: Weekday): PlacementDay['slots'] => {
  if (!availability) return { am: UNLIMITED, pm: UNLIMITED }
  const minutes = (slot: Slot): number => minutesOf(availability[weekday]?.[slot])
  return { ...(minutes('am') > 0 ? { am: minutes('am') } : {}), ...(minutes('pm') > 0 ? { pm: minutes('pm') } : {}) }
}

/** Longest slot of the week. */
export const longestSlot = (room: readonly PlacementDay[]): number =>
  Math.max(0, ...room.flatMap(({ slots }) => [slots.am ?? 0, slots.pm ?? 0]))
