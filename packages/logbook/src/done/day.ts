import { parseDay, type Activity, type Athlete, type Day } from '@bell-lap/core'
import { zoneAt } from '../season/clock.ts'

/** Where an activity stands on the athlete's own calendar. */
interface LocalStart {
  readonly day: Day
  /** Minutes after midnight. */
  readonly minutes: number
}

/** Days that are written with four figures of the year; before and after those nobody ran with a watch. */
const [FIRST, LAST] = [Date.UTC(1980), Date.UTC(9000)]

/** The civil day and clock of a start, by the watch's own offset, else in the zone where the athlete was. Undefined where the recording knows no date. */
export const localStart = (
  { start, utcOffset }: Pick<Activity, 'start' | 'utcOffset'>,
  athlete: Athlete,
): LocalStart | undefined => {
  if (start === null || start < FIRST || start > LAST) return undefined
  const shift = utcOffset === undefined ? 0 : Math.round(1000 * utcOffset)
  const zone = utcOffset === undefined ? zoneAt(athlete, start) : 'UTC'
  const time = Temporal.Instant.fromEpochMilliseconds(Math.round(start) + shift).toZonedDateTimeISO(zone)
  const day = parseDay(time.toPlainDate().toString())
  return day === undefined ? undefined : { day, minutes: time.hour * 60 + time.minute }
}
