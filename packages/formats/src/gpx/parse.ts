import { ok, type Result } from '@bell-lap/core'
import { noteOnce } from '../fit/draft.ts'
import type { Activity, Column, Problem } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'
import { activityOf } from '../samples/activity.ts'
import type { DraftPause } from '../samples/draft.ts'
import { TEXT_LIMITS, type TextLimits } from '../samples/limits.ts'
import { refuse, type Refusal } from '../samples/refusal.ts'
import { columnOf } from '../samples/rows.ts'
import { decodeXml } from '../xml/decode.ts'
import { readXml } from '../xml/read.ts'
import { emptyDraft, type GpxDraft } from './draft.ts'
import { gpxReader } from './reader.ts'

/** What a GPX file holds: its tracks as the sessions of one activity. */
export interface GpxFile {
  readonly activity: Activity
  /** The name and the description of the first track that has one. */
  readonly title?: string
  readonly notes?: string
  readonly problems: readonly Problem[]
}

export interface GpxOptions {
  readonly limits?: Partial<TextLimits>
}

const pause = (time: Column, from: number, to: number): DraftPause[] => {
  const [stop = NaN, start = NaN] = [time[from], time[to]]
  return start > stop ? [{ from: stop, to: start }] : []
}

/** A segment begins where the recorder was switched on again, or found its satellites again (GPX 1.1, `trksegType`). */
const pausesOf = ({ segmentStarts, stops, restarts }: GpxDraft, time: Column): DraftPause[] => {
  const coded = stops.flatMap((stop, index) => {
    const restart = restarts.find((row) => row > stop)
    const isNext = restart !== undefined && restart < (stops[index + 1] ?? Infinity)
    return isNext ? pause(time, stop, restart) : []
  })
  const between = segmentStarts.flatMap((row) => pause(time, row - 1, row))
  return [...coded, ...between].toSorted((one, other) => one.from - other.from)
}

const startOf = (time: Column | undefined, from: number, to: number | undefined): number | undefined =>
  time?.subarray(from, to).find((moment) => !Number.isNaN(moment))

const finish = (draft: GpxDraft): Activity => {
  const { recording, tracks, segmentStarts, stops, restarts } = draft
  const time = columnOf(recording.rows, 'time')
  for (const [index, { summary, firstRow }] of tracks.entries()) {
    const startAt = startOf(time, firstRow, tracks[index + 1]?.firstRow)
    recording.sessions.push({ ...stated({ startAt }), ...summary })
  }
  recording.laps.push(...draft.laps.filter((lap) => Object.keys(lap).length > 0))
  if (time) recording.pauses.push(...pausesOf(draft, time))
  const starts = tracks.map(({ firstRow }) => firstRow)
  recording.breaks.push(...[...starts, ...segmentStarts, ...stops, ...restarts].toSorted((one, other) => one - other))
  return activityOf(recording, draft.problems)
}

const noteLeftOut = ({ passedOver, stops, restarts, unread, firstUnread, problems }: GpxDraft): void => {
  const { waypoints, routes } = passedOver
  if (waypoints + routes > 0)
    noteOnce(
      problems,
      'passed-over',
      `${waypoints} waypoints and ${routes} routes are no recording: they are passed over.`,
    )
  const codes = stops.length + restarts.length
  if (codes > 0)
    noteOnce(
      problems,
      'impossible-position',
      `${codes} points off the Earth say that the recorder was stopped or started.`,
    )
  if (unread > 0)
    noteOnce(problems, 'bad-value', `${unread} values are no number or time; the first is "${firstUnread}".`)
}

/** Only what was recorded: a file of routes and waypoints holds nothing that was run. */
const nothingIn = ({ problems, passedOver }: GpxDraft): Result<GpxFile, Refusal> => {
  const damage = problems.find(({ code }) => code === 'truncated' || code === 'lost-sync')
  if (damage) return refuse(damage.code, damage.message, problems)
  const { waypoints, routes } = passedOver
  const instead = waypoints + routes > 0 ? `, but ${waypoints} waypoints and ${routes} routes` : ''
  return refuse('empty', `The file holds no track${instead}.`, problems)
}

/**
 * Reads a GPX file (1.0 and 1.1 with the extensions of Garmin, ClueTrust and others) in one pass and returns what is
 * recoverable with what is wrong named. Refused is what is no GPX file, holds no points of a track, has a document type,
 * or goes beyond the limits.
 */
export const parseGpx = (bytes: Uint8Array, options: GpxOptions = {}): Result<GpxFile, Refusal> => {
  const limits = { ...TEXT_LIMITS, ...options.limits }
  if (bytes.length > limits.bytes)
    return refuse('too-large', `The file has ${bytes.length} bytes; ${limits.bytes} are read at most.`)
  const problems: Problem[] = []
  const draft = emptyDraft(limits, problems)
  const fault = readXml(decodeXml(bytes, problems), gpxReader(draft), limits, problems)
  if (fault) return refuse(fault.code, fault.message, [...problems, fault])
  noteLeftOut(draft)
  if (draft.recording.rows.count === 0) return nothingIn(draft)
  return ok({ activity: finish(draft), ...stated({ title: draft.title, notes: draft.notes }), problems })
}
