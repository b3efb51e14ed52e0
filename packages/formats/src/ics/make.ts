import { makeDay, type Day } from '@bell-lap/core'
import { escapeText, fold } from './content-line.ts'
import { localText, makeTimeZone } from './time-zone.ts'

/** When an entry is: on the clock of the calendar's zone, or on whole days. */
export type EntryTime =
  | { readonly kind: 'timed'; readonly day: Day; readonly startMinutes: number; readonly minutes: number }
  | { readonly kind: 'all day'; readonly day: Day; readonly days: number }

export interface CalendarEntry {
  /** The same for as long as the entry is itself: it never holds a date. */
  readonly uid: string
  /** Goes up with each change, so that a calendar takes the newer one. */
  readonly sequence: number
  /** Instant of the last change, `2026-12-21T08:00:00Z`. */
  readonly changed: string
  readonly title: string
  readonly description: string
  readonly time: EntryTime
  /** Blocks the time, as a race does; training leaves it free. */
  readonly busy: boolean
  /** Was there once: a calendar that has it takes it away. */
  readonly cancelled?: true
  readonly categories?: readonly string[]
}

export interface Calendar {
  readonly name: string
  /** IANA name; without one, times are on whatever clock the reader's device has. */
  readonly zone?: string
  readonly entries: readonly CalendarEntry[]
}

/** How often a subscribed calendar may ask again; Google takes its own time, about 8 to 24 hours. */
const REFRESH = 'PT1H'

/** A calendar as iCalendar text (RFC 5545; REFRESH-INTERVAL from RFC 7986), lines folded and ended by CRLF. */
export const makeCalendar = (calendar: Calendar): string => {
  const { name, zone, entries } = calendar
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bell Lap//Season//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...(zone ? [`X-WR-TIMEZONE:${zone}`] : []),
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...(zone ? zoneLines(zone, entries) : []),
    ...entries.flatMap((entry) => entryLines(entry, zone)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const dateOf = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(makeDay(day))

const zoneLines = (zone: string, entries: readonly CalendarEntry[]): readonly string[] => {
  const days = entries.filter(({ time }) => time.kind === 'timed').map(({ time }) => dateOf(time.day))
  const [first, ...others] = days.toSorted((a, b) => Temporal.PlainDate.compare(a, b))
  return first ? makeTimeZone(zone, first, others.at(-1) ?? first) : []
}

const entryLines = (entry: CalendarEntry, zone: string | undefined): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(entry.uid)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${instantText(entry.changed)}`,
  `LAST-MODIFIED:${instantText(entry.changed)}`,
  ...timeLines(entry.time, zone),
  `SUMMARY:${escapeText(entry.title)}`,
  ...(entry.description === '' ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
  ...(entry.categories ? [`CATEGORIES:${entry.categories.map(escapeText).join(',')}`] : []),
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  `TRANSP:${entry.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
  'END:VEVENT',
]

/** `20261221T080000Z`. */
const instantText = (instant: string): string =>
  `${localText(Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').toPlainDateTime())}Z`

/** The end of an entry is the first moment, or day, that no longer belongs to it. */
const timeLines = (time: EntryTime, zone: string | undefined): readonly string[] => {
  const date = dateOf(time.day)
  if (time.kind === 'all day') {
    const plain = (day: Temporal.PlainDate): string => day.toString().replaceAll('-', '')
    return [`DTSTART;VALUE=DATE:${plain(date)}`, `DTEND;VALUE=DATE:${plain(date.add({ days: time.days }))}`]
  }
  const start = onClock(date.toPlainDateTime().add({ minutes: time.startMinutes }), zone)
  const end = zone
    ? start.toZonedDateTime(zone).add({ minutes: time.minutes }).toPlainDateTime()
    : start.add({ minutes: time.minutes })
  const parameter = zone ? `;TZID=${zone}` : ''
  return [`DTSTART${parameter}:${localText(start)}`, `DTEND${parameter}:${localText(end)}`]
}

/** A time that the clock jumps over in the night of a change is the one an hour later, as clocks show it. */
const onClock = (time: Temporal.PlainDateTime, zone: string | undefined): Temporal.PlainDateTime =>
  zone ? time.toZonedDateTime(zone, { disambiguation: 'compatible' }).toPlainDateTime() : time
