import ICAL from 'ical.js'

/** One entry as a calendar keeps it. */
export interface KeptEntry {
  readonly uid: string
  readonly sequence: number
  readonly stamp: string
  readonly title: string
  readonly description: string
  /** Instants where the calendar has a zone, else civil text. */
  readonly start: string
  readonly end: string
  readonly allDay: boolean
  readonly busy: boolean
}

/** A calendar as phones keep it: entries by their address, newer over older (RFC 5546, 2.1.5), cancelled ones gone. */
export class Calendar {
  readonly #entries = new Map<string, KeptEntry>()

  /** Takes a file in; what an independent reader does not read whole is an error. */
  take(text: string): void {
    const component = new ICAL.Component(ICAL.parse(text))
    for (const zone of component.getAllSubcomponents('vtimezone'))
      ICAL.TimezoneService.register(new ICAL.Timezone(zone))
    const seen = new Set<string>()
    for (const each of component.getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(each)
      const stamp = String(each.getFirstPropertyValue('dtstamp'))
      if (seen.has(event.uid)) throw new Error(`${event.uid} is twice in one file`)
      seen.add(event.uid)
      this.#take(event, each, stamp)
    }
  }

  #take(event: InstanceType<typeof ICAL.Event>, each: InstanceType<typeof ICAL.Component>, stamp: string): void {
    const before = this.#entries.get(event.uid)
    if (before && (event.sequence < before.sequence || (event.sequence === before.sequence && stamp < before.stamp)))
      return
    if (each.getFirstPropertyValue('status') === 'CANCELLED') {
      this.#entries.delete(event.uid)
      return
    }
    const allDay = event.startDate.isDate
    const text = (time: typeof event.startDate): string => (allDay ? time.toString() : time.toJSDate().toISOString())
    this.#entries.set(event.uid, {
      uid: event.uid,
      sequence: event.sequence,
      stamp,
      title: event.summary,
      description: event.description ?? '',
      start: text(event.startDate),
      end: text(event.endDate),
      allDay,
      busy: each.getFirstPropertyValue('transp') === 'OPAQUE',
    })
  }

  get entries(): readonly KeptEntry[] {
    return [...this.#entries.values()]
  }
}
