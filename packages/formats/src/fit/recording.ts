import { seconds, type Duration } from '@bell-lap/core'
import { noteClock } from './clock.ts'
import { writtenRows } from './columns.ts'
import { deviceOf } from './device.ts'
import { noteOnce, rowsOf, type Draft } from './draft.ts'
import { eventsOf, pausesOf } from './events.ts'
import { ACTIVITY, instantOf, LAP, MESSAGE, SESSION, TIMESTAMP } from './profile.ts'
import type { Activity, Beats, Instant } from './recorded.ts'
import { numberIn } from './row.ts'
import { countedFrom, samplesOf } from './samples.ts'
import { stated } from './stated.ts'
import { beginningOf, lapOf, sessionOf } from './summaries.ts'

/** A first sample so long before or after the start that the summaries state has a wrong clock, in seconds. */
const OTHER_DAY = 30 * 86_400
/** Watches take their first sample soon after the start, in seconds. */
const SOON = 3600

/**
 * Where the activity starts on the FIT clock: the first thing that was recorded, which is the earliest of the first
 * sample and the starts of sessions and laps shortly before it.
 */
const originOf = (draft: Draft): number | undefined => {
  const starts = [
    ...rowsOf(draft, MESSAGE.session).map((row) => beginningOf(row, SESSION)),
    ...rowsOf(draft, MESSAGE.lap).map((row) => beginningOf(row, LAP)),
  ].filter((start) => start !== undefined)
  const sample = writtenRows(draft.records, 'time').find((time) => !Number.isNaN(time))
  const [stated] = starts
  if (sample === undefined || (stated !== undefined && Math.abs(sample - stated) > OTHER_DAY)) return stated
  return Math.min(sample, ...starts.filter((start) => sample - start <= SOON))
}

const beatsOf = ({ intervals: { count, values, times } }: Draft, origin: number): Beats | undefined =>
  count === 0
    ? undefined
    : { count, interval: values.slice(0, count), time: countedFrom(times.slice(0, count), origin) }

const QUARTER_HOUR = 900
const FARTHEST_ZONE = 14 * 3600

/** Local time less UTC, as the activity message states both; rounded to the quarter hour that zones keep to. */
const utcOffsetOf = (draft: Draft): Duration | undefined => {
  const row = rowsOf(draft, MESSAGE.activity).at(-1)
  const local = numberIn(row, ACTIVITY.localTimestamp)
  const utc = numberIn(row, TIMESTAMP)
  if (local === undefined || utc === undefined) return undefined
  const offset = Math.round((local - utc) / QUARTER_HOUR) * QUARTER_HOUR
  return Math.abs(offset) <= FARTHEST_ZONE ? seconds(offset) : undefined
}

const startOf = (origin: number | undefined): Instant | null =>
  origin === undefined ? null : (instantOf(origin) ?? null)

const hasActivity = (draft: Draft): boolean =>
  draft.records.rows > 0 || rowsOf(draft, MESSAGE.session).length > 0 || rowsOf(draft, MESSAGE.lap).length > 0

const noteMissing = (draft: Draft, start: Instant | null): void => {
  if (rowsOf(draft, MESSAGE.session).length === 0)
    noteOnce(draft.problems, 'no-session', 'The device wrote no session: totals have to come from the samples.')
  if (draft.records.rows === 0) noteOnce(draft.problems, 'no-samples', 'The device wrote no samples.')
  if (start === null) noteOnce(draft.problems, 'no-date', 'The device did not know the date.')
}

/** The activity in a draft, or null where nothing was recorded. Adds what is wrong with it to the draft's problems. */
export const activityOf = (draft: Draft): Activity | null => {
  if (!hasActivity(draft)) return null
  const origin = originOf(draft)
  const start = startOf(origin)
  noteMissing(draft, start)
  const from = origin ?? 0
  const samples = samplesOf(draft, from)
  const sessions = rowsOf(draft, MESSAGE.session).map((row) => sessionOf(row, from))
  const events = eventsOf(rowsOf(draft, MESSAGE.event), from)
  const pauses = pausesOf(events)
  noteClock(samples.time, pauses, sessions, draft.problems)
  return {
    start,
    ...stated({ utcOffset: utcOffsetOf(draft), device: deviceOf(draft), beats: beatsOf(draft, from) }),
    sessions,
    laps: rowsOf(draft, MESSAGE.lap).map((row) => lapOf(row, from)),
    samples,
    events,
    pauses,
    problems: draft.problems,
  }
}
