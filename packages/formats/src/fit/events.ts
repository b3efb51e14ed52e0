import { seconds } from '@bell-lap/core'
import { EVENT, EVENT_NUMBER, EVENT_TYPE, TIMESTAMP } from './profile.ts'
import type { ActivityEvent, Pause } from './recorded.ts'
import { numberIn, type Row } from './row.ts'
import { stated } from './stated.ts'

const STOPS: ReadonlySet<number> = new Set([
  EVENT_TYPE.stop,
  EVENT_TYPE.stopAll,
  EVENT_TYPE.stopDisable,
  EVENT_TYPE.stopDisableAll,
])

const MARKS: { readonly [event: number]: ActivityEvent['kind'] } = {
  [EVENT_NUMBER.workoutStep]: 'workout step',
  [EVENT_NUMBER.session]: 'session',
  [EVENT_NUMBER.lap]: 'lap',
  [EVENT_NUMBER.recoveryHeartRate]: 'recovery heart rate',
  [EVENT_NUMBER.marker]: 'marker',
}

const kindOf = (event: number | undefined, type: number | undefined): ActivityEvent['kind'] | undefined => {
  if (event === undefined) return undefined
  if (event !== EVENT_NUMBER.timer) return MARKS[event]
  if (type === EVENT_TYPE.start) return 'start'
  return type !== undefined && STOPS.has(type) ? 'stop' : undefined
}

/** Who worked the timer (FIT profile, `timer_trigger`): 0 by hand, 1 by itself, 2 by the machine. */
const byOf = (kind: ActivityEvent['kind'], data: number | undefined): ActivityEvent['by'] => {
  if (data === undefined || (kind !== 'start' && kind !== 'stop')) return undefined
  return data === 0 ? 'hand' : data <= 2 ? 'device' : undefined
}

/** The events that a review can use; others and those without a time are passed over. `origin`: start of the activity. */
export const eventsOf = (rows: readonly Row[], origin: number): ActivityEvent[] =>
  rows.flatMap((row) => {
    const kind = kindOf(numberIn(row, EVENT.event), numberIn(row, EVENT.type))
    const time = numberIn(row, TIMESTAMP)
    if (kind === undefined || time === undefined) return []
    const data = numberIn(row, EVENT.data) ?? numberIn(row, EVENT.data16)
    const timer = kind === 'start' || kind === 'stop'
    return {
      kind,
      time: seconds(time - origin),
      ...stated({ by: byOf(kind, data), data: timer ? undefined : data }),
    }
  })

/** From each stop of the timer to the next start. The last stop is the end, not a pause. */
export const pausesOf = (events: readonly ActivityEvent[]): Pause[] => {
  const pauses: Pause[] = []
  let stop: ActivityEvent | undefined
  for (const event of events.toSorted((one, other) => one.time - other.time)) {
    if (event.kind === 'stop') stop ??= event
    if (event.kind !== 'start') continue
    if (stop && event.time > stop.time) pauses.push({ start: stop.time, end: event.time, ...stated({ by: stop.by }) })
    stop = undefined
  }
  return pauses
}
