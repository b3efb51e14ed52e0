import { addDays, parseDay, type Day } from '@bell-lap/core'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { makeCalendar, type CalendarEntry } from './make.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

const session: CalendarEntry = {
  uid: 'w05-tue-am@bell-lap',
  sequence: 0,
  changed: '2026-12-21T08:00:00Z',
  title: '10mi with 5 x 1200m @5K, jog 400m',
  description: '5K 3:58-4:02/km\nwhy: R46; lanes, not cards',
  busy: false,
  time: { kind: 'timed', day: day('2027-02-16'), startMinutes: 7 * 60, minutes: 80 },
}

/** The independent reader: events of a calendar with their times as instants where they have a zone. */
const read = (text: string) => {
  const component = new ICAL.Component(ICAL.parse(text))
  for (const zone of component.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  }
  return component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

describe('a calendar', () => {
  test('reads back: title, text, hours on the clock of the zone', () => {
    const [event] = read(makeCalendar({ name: 'Season', zone: 'Europe/Berlin', entries: [session] }))
    expect(event?.summary).toBe(session.title)
    expect(event?.description).toBe(session.description)
    expect(event?.startDate.toJSDate().toISOString()).toBe('2027-02-16T06:00:00.000Z')
    expect(event?.endDate.toJSDate().toISOString()).toBe('2027-02-16T07:20:00.000Z')
  })

  test('keeps 7:00 at 7:00 across the change of the clock', () => {
    const march = [27, 28, 29].map((date): CalendarEntry => ({
      ...session,
      uid: `d${date}`,
      time: { kind: 'timed', day: day(`2027-03-${date}`), startMinutes: 420, minutes: 60 },
    }))
    const events = read(makeCalendar({ name: 'Season', zone: 'Europe/Berlin', entries: march }))
    expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual([
      '2027-03-27T06:00:00.000Z',
      '2027-03-28T05:00:00.000Z',
      '2027-03-29T05:00:00.000Z',
    ])
  })

  test('ends a whole day on the next one', () => {
    const race: CalendarEntry = { ...session, busy: true, time: { kind: 'all day', day: day('2027-03-21'), days: 1 } }
    const text = makeCalendar({ name: 'Season', entries: [race] })
    expect(text).toContain('DTSTART;VALUE=DATE:20270321\r\n')
    expect(text).toContain('DTEND;VALUE=DATE:20270322\r\n')
    expect(text).toContain('TRANSP:OPAQUE\r\n')
  })

  test('a moved session is the same one with a higher sequence', () => {
    const moved: CalendarEntry = {
      ...session,
      sequence: 1,
      time: { kind: 'timed', day: addDays(day('2027-02-16'), 1), startMinutes: 420, minutes: 80 },
    }
    const [before] = read(makeCalendar({ name: 'Season', entries: [session] }))
    const [after] = read(makeCalendar({ name: 'Season', entries: [moved] }))
    expect(after?.uid).toBe(before?.uid)
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0)
  })

  test('without a zone times float, and no zone is told', () => {
    const text = makeCalendar({ name: 'Season', entries: [session] })
    expect(text).toContain('DTSTART:20270216T070000\r\n')
    expect(text).not.toContain('VTIMEZONE')
  })

  test('any text comes back whole, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 80 }),
        (title, description) => {
          const clean = (text: string): string =>
            text
              .replaceAll(/\r\n?/g, '\n')
              .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
              .toWellFormed()
          const text = makeCalendar({ name: 'n', entries: [{ ...session, title, description: `.${description}` }] })
          for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          const [event] = read(text)
          expect(event?.summary).toBe(clean(title))
          expect(event?.description).toBe(clean(`.${description}`))
        },
      ),
    )
  })

  test.each([
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'UTC',
    'America/Sao_Paulo',
  ])('hours in %s are those of the zone', (zone) => {
    const entries = Array.from({ length: 60 }, (_, week): CalendarEntry => ({
      ...session,
      uid: `w${week}`,
      time: { kind: 'timed', day: addDays(day('2026-11-01'), week * 7), startMinutes: 1080, minutes: 45 },
    }))
    const events = read(makeCalendar({ name: 'Season', zone, entries }))
    for (const event of events) {
      const local = Temporal.Instant.from(event.startDate.toJSDate().toISOString()).toZonedDateTimeISO(zone)
      expect(`${local.hour}:${local.minute}`).toBe('18:0')
    }
  })
})
