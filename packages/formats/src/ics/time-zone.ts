/** One stretch of constant offset that a calendar needs to know: when it began, from which offset to which. */
interface Observance {
  readonly start: Temporal.ZonedDateTime
  readonly before: string
  readonly after: string
  readonly name: 'STANDARD' | 'DAYLIGHT'
}

/** `+0200`: seconds, which no zone has used since 1972, are left out. */
const offsetText = (offset: string): string => offset.slice(0, 6).replace(':', '')

const two = (amount: number): string => String(amount).padStart(2, '0')

/** `20270328T020000`. */
export const localText = (time: Temporal.PlainDateTime): string =>
  `${String(time.year).padStart(4, '0')}${two(time.month)}${two(time.day)}T${two(time.hour)}${two(time.minute)}${two(time.second)}`

/** Whether the zone knows a name: IANA names only. */
export const isZone = (zone: string): boolean => {
  try {
    Temporal.PlainDateTime.from('2000-01-01T00:00').toZonedDateTime(zone)
    return true
  } catch {
    return false
  }
}

/** The changes of the clock from the last one before `from` to the last one before `to`. */
const observancesOf = (zone: string, from: Temporal.PlainDate, to: Temporal.PlainDate): readonly Observance[] => {
  const first = from.toZonedDateTime(zone)
  const end = to.add({ days: 1 }).toZonedDateTime(zone)
  const found: Observance[] = [opening(first)]
  let change = first.getTimeZoneTransition('next')
  while (change && Temporal.ZonedDateTime.compare(change, end) <= 0) {
    found.push(observance(change, change.subtract({ nanoseconds: 1 }).offset))
    change = change.getTimeZoneTransition('next')
  }
  return found
}

/** The offset in force when the calendar begins, as if it had always been so where the zone never changed. */
const opening = (first: Temporal.ZonedDateTime): Observance => {
  const change = first.getTimeZoneTransition('previous')
  return change
    ? observance(change, change.subtract({ nanoseconds: 1 }).offset)
    : { start: first, before: first.offset, after: first.offset, name: 'STANDARD' }
}

const observance = (start: Temporal.ZonedDateTime, before: string): Observance => {
  const forward = start.offsetNanoseconds > start.subtract({ nanoseconds: 1 }).offsetNanoseconds
  return { start, before, after: start.offset, name: forward ? 'DAYLIGHT' : 'STANDARD' }
}

/** When it began on the clock that was then in force (RFC 5545, 3.6.5). */
const clockBefore = ({ start, before }: Observance): Temporal.PlainDateTime =>
  start.toInstant().toZonedDateTimeISO(before).toPlainDateTime()

/** VTIMEZONE of a zone for the days of a calendar, both included. */
export const makeTimeZone = (zone: string, from: Temporal.PlainDate, to: Temporal.PlainDate): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  ...observancesOf(zone, from, to).flatMap((each) => [
    `BEGIN:${each.name}`,
    `DTSTART:${localText(clockBefore(each))}`,
    `TZOFFSETFROM:${offsetText(each.before)}`,
    `TZOFFSETTO:${offsetText(each.after)}`,
    `END:${each.name}`,
  ]),
  'END:VTIMEZONE',
]
