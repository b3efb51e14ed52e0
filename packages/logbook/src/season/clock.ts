import { makeDay, parseDay, weekdayOf, type Athlete, type Day } from '@bell-lap/core'

/** Where the athlete is at a moment: the zone of a journey, else the one at home, else that of this machine. */
export const zoneAt = ({ zone, travel = [] }: Athlete, ms: number): string => {
  const home = zone ?? Temporal.Now.timeZoneId()
  const day = civil(ms, home)
  return travel.find(({ from, to }) => from <= day && day <= to)?.zone ?? home
}

const civil = (ms: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The athlete's civil day at a moment (milliseconds since 1970 in UTC). */
export const dayAt = (athlete: Athlete, ms: number): Day => dayOfText(civil(ms, zoneAt(athlete, ms)))

/** A day that was checked before. Throws a RangeError for any other text. */
export const dayOfText = (text: string): Day => {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`${text} is no day.`)
  return day
}

/** `07:00` for minutes after midnight. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.round(minutes) % 60).padStart(2, '0')}`

/** Whether the athlete can do nothing on a day: a day off, or no time in either half of such days. */
export const isBlocked = ({ blackout, availability }: Athlete, day: Day): boolean => {
  const halves = availability?.[weekdayOf(day)]
  const noTime = availability !== undefined && (halves?.am ?? 0) <= 0 && (halves?.pm ?? 0) <= 0
  return noTime || blackout?.includes(makeDay(day)) === true
}
