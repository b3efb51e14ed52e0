import type { Athlete, Opening, Travel } from '../../athlete/athlete.ts'
import { addDays, makeDay, weekdayOf, type Day } from '../../calendar/day.ts'
import { SLOT_START, SLOTS, WEEKDAYS, type Slot, type Weekday } from '../../calendar/week.ts'
import type { DaySlot, PlacementDay } from '../place/problem.ts'

/** Minutes of a slot that the athlete says nothing about: no limit that a run would meet. */
const UNLIMITED = 300
const MINUTES_A_DAY = 24 * 60

/** Minutes after midnight at which the athlete's slots start. */
export const startTimesOf = ({ startTimes }: Athlete): { readonly am: number; readonly pm: number } => ({
  am: startTimes?.am ?? SLOT_START.am * 60,
  pm: startTimes?.pm ?? SLOT_START.pm * 60,
})

const minutesIn = (duration: number | undefined): number => Math.floor((duration ?? 0) / 60)

/**
 * Minutes that the athlete has in a half of a weekday: where nobody states availability, as many as any run takes; never
 * more than there are to the start of the next half.
 */
export const minutesOn = (athlete: Athlete, { day, slot }: DaySlot): number => {
  const { am, pm } = startTimesOf(athlete)
  const until = slot === 'am' ? pm - am : am + MINUTES_A_DAY - pm
  const { availability } = athlete
  return Math.min(until, availability ? minutesIn(availability[day]?.[slot]) : UNLIMITED)
}

/** Weekdays on which the athlete can train at all. */
export const trainingDays = (athlete: Athlete): readonly Weekday[] =>
  WEEKDAYS.filter((day) => SLOTS.some((slot) => minutesOn(athlete, { day, slot }) > 0))

/** Days of one calendar week on which something can be done, from the first to the last day that is asked for. */
export interface RoomRequest {
  readonly athlete: Athlete
  readonly monday: Day
  /** First and last day of the season. */
  readonly from: Day
  readonly to: Day
}

/** Slots of one week with their minutes: what lies outside the season, blackout days and what the athlete cannot do are left out. */
export const roomOf = ({ athlete, monday, from, to }: RoomRequest): readonly PlacementDay[] =>
  WEEKDAYS.flatMap((weekday, index): readonly PlacementDay[] => {
    const day = addDays(monday, index)
    if (day < from || day > to || athlete.blackout?.includes(makeDay(day))) return []
    const slots = slotsOn(athlete, weekday)
    return Object.keys(slots).length > 0 ? [{ day: weekday, slots }] : []
  })

/** Without doubles a day has one slot: the longer one, the morning where they are alike. */
const slotsOn = (athlete: Athlete, day: Weekday): PlacementDay['slots'] => {
  const am = minutesOn(athlete, { day, slot: 'am' })
  const pm = minutesOn(athlete, { day, slot: 'pm' })
  if (athlete.doubles === false && am > 0 && pm > 0) return am >= pm ? { am } : { pm }
  return { ...(am > 0 ? { am } : {}), ...(pm > 0 ? { pm } : {}) }
}

export const slotMinutes = (room: readonly PlacementDay[], { day, slot }: DaySlot): number =>
  room.find((each) => each.day === day)?.slots[slot] ?? 0

/** Longest slot of a day; 0 where there is none. */
export const longestOn = (room: readonly PlacementDay[], day: Weekday): number =>
  Math.max(...SLOTS.map((slot) => slotMinutes(room, { day, slot })))

/** Longest slot of the week. */
export const longestSlot = (room: readonly PlacementDay[]): number =>
  Math.max(0, ...room.map(({ day }) => longestOn(room, day)))

/** The slot of a day that holds most, the morning where they are alike. */
export const bestSlot = (room: readonly PlacementDay[], day: Weekday): Slot =>
  slotMinutes(room, { day, slot: 'pm' }) > slotMinutes(room, { day, slot: 'am' }) ? 'pm' : 'am'

/** The journey that a day is part of. */
export const travelOn = ({ travel = [] }: Athlete, day: Day): Travel | undefined => {
  const text = makeDay(day)
  return travel.find(({ from, to }) => from <= text && text <= to)
}

/** When the track is open to the athlete on a day; null where nobody limits it, empty where it is out of reach. */
export const trackHours = (athlete: Athlete, day: Day): readonly Opening[] | null => {
  const travel = travelOn(athlete, day)
  if (travel?.track === false) return []
  if (travel?.track === true) return null
  if (athlete.surfaces && !athlete.surfaces.includes('track')) return []
  const openings = athlete.resources?.['track']
  return openings ? openings.filter((opening) => opening.day === weekdayOf(day)) : null
}
