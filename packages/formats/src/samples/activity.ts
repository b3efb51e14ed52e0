import { seconds, type Duration } from '@bell-lap/core'
import { noteClock } from '../fit/clock.ts'
import { noteOnce } from '../fit/draft.ts'
import type { Activity, Column, ColumnName, Instant, Problem, Samples, Sport } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'
import type { RecordingDraft } from './draft.ts'
import { isInstant } from './instant.ts'
import { distanceAlong, isOnEarth } from './path.ts'
import { columnOf } from './rows.ts'

/** A first sample so long before or after what the summaries state has a wrong clock, in milliseconds. */
const OTHER_DAY = 30 * 86_400_000
/** Watches take their first sample soon after the start, in milliseconds. */
const SOON = 3_600_000

/** Where the activity starts: the earliest of the first sample and the starts stated shortly before it. */
const originOf = ({ sessions, laps }: RecordingDraft, time: Column | undefined): number | undefined => {
  const starts = [...sessions, ...laps].map(({ startAt }) => startAt).filter((start) => start !== undefined)
  const sample = time?.find((moment) => !Number.isNaN(moment))
  const [first] = starts
  if (sample === undefined || (first !== undefined && Math.abs(sample - first) > OTHER_DAY)) return first
  return starts.reduce((earliest, start) => (sample - start <= SOON ? Math.min(earliest, start) : earliest), sample)
}

const since = (moment: number, origin: number): Duration => seconds((moment - origin) / 1000)

/** What has a start, with the start counted from the beginning of the activity. */
const counted = <Part extends { readonly startAt?: number }>(
  { startAt, ...rest }: Part,
  origin: number,
): Omit<Part, 'startAt'> & { readonly start?: Duration } =>
  startAt === undefined ? rest : { start: since(startAt, origin), ...rest }

const COLUMNS = [
  'speed',
  'altitude',
  'heartRate',
  'cadence',
  'power',
  'latitude',
  'longitude',
  'temperature',
  'groundContact',
  'groundContactShare',
  'groundContactBalance',
  'verticalOscillation',
  'verticalRatio',
  'stepLength',
  'respiration',
] as const satisfies readonly ColumnName[]

const countOf = (column: Column): number => {
  let measured = 0
  for (const value of column) if (!Number.isNaN(value)) measured++
  return measured
}

const noteTimes = (time: Column, problems: Problem[]): void => {
  const known = countOf(time)
  if (known < time.length) {
    noteOnce(problems, 'no-times', `${time.length - known} of ${time.length} samples have no time.`)
    return
  }
  const first = time[0] ?? 0
  if (time.length > 1 && time.every((moment) => moment === first))
    noteOnce(problems, 'no-times', `All ${time.length} samples have the same time, which says nothing.`)
}

const notePlaces = (latitude: Column | undefined, longitude: Column | undefined, problems: Problem[]): void => {
  if (!latitude || !longitude) return
  const sample = latitude.findIndex((north, row) => {
    const east = longitude[row] ?? NaN
    return !Number.isNaN(north) && !Number.isNaN(east) && !isOnEarth(north, east)
  })
  if (sample < 0) return
  const message = `Sample ${sample} is the first at a place that is not on Earth.`
  problems.push({ code: 'impossible-position', message, sample })
}

/** The distance of the file, or what its positions come to. */
const distanceOf = ({ rows, breaks }: RecordingDraft, places: Places, problems: Problem[]): Column | undefined => {
  const measured = columnOf(rows, 'distance')
  const { latitude, longitude } = places
  if (measured || !latitude || !longitude) return measured
  const computed = distanceAlong(latitude, longitude, breaks)
  const total = computed.findLast((metres) => !Number.isNaN(metres))
  if (total === undefined) return undefined
  const message = `The samples state no distance: ${Math.round(total)} m are computed from ${countOf(computed)} positions.`
  noteOnce(problems, 'no-distance', message)
  return computed
}

/** No runner takes so many steps with one foot in a minute, nor so few with both. */
const BOTH_FEET = 130
const ON_FOOT: ReadonlySet<Sport | undefined> = new Set<Sport | undefined>(['running', 'walking', 'hiking', undefined])

const medianOf = (values: Column): number => values.toSorted()[values.length >> 1] ?? 0

/** Cadence of one foot: some apps write the steps of both. */
const cadenceOf = (cadence: Column | undefined, sport: Sport | undefined, problems: Problem[]): Column | undefined => {
  if (!cadence || !ON_FOOT.has(sport)) return cadence
  if (medianOf(cadence.filter((steps) => steps > 0)) <= BOTH_FEET) return cadence
  noteOnce(problems, 'other-unit', 'The cadence counts both feet: it is halved.')
  return cadence.map((steps) => steps / 2)
}

type Places = { readonly latitude?: Column; readonly longitude?: Column }

const samplesOf = (draft: RecordingDraft, time: Column, origin: number, problems: Problem[]): Samples => {
  const measured: { readonly [Name in ColumnName]?: Column } = stated(
    Object.fromEntries(COLUMNS.map((name) => [name, columnOf(draft.rows, name)])),
  )
  const distance = distanceOf(draft, measured, problems)
  notePlaces(measured.latitude, measured.longitude, problems)
  return {
    count: draft.rows.count,
    time: time.map((moment) => (moment - origin) / 1000),
    developer: [],
    ...measured,
    ...stated({ distance, cadence: cadenceOf(measured.cadence, draft.sessions[0]?.sport, problems) }),
  }
}

const noteMissing = (draft: RecordingDraft, time: Column, start: Instant | null, problems: Problem[]): void => {
  const { rows, zones, sessions } = draft
  if (sessions.length === 0)
    noteOnce(problems, 'no-session', 'The file sums nothing up: totals have to come from the samples.')
  if (rows.count === 0) noteOnce(problems, 'no-samples', 'The file holds no samples.')
  else noteTimes(time, problems)
  if (start === null) noteOnce(problems, 'no-date', 'The file does not know the date.')
  if (zones.without > 0) noteOnce(problems, 'no-zone', `${zones.without} times have no zone: they are taken for UTC.`)
}

/** A draft as an activity, its times counted from its start. Adds what is wrong with it to the problems. */
export const activityOf = (draft: RecordingDraft, problems: Problem[]): Activity => {
  const time = columnOf(draft.rows, 'time') ?? new Float64Array(draft.rows.count).fill(NaN)
  const origin = originOf(draft, time)
  const from = Math.round(origin ?? 0)
  const start = !draft.dateless && origin !== undefined && isInstant(from) ? from : null
  noteMissing(draft, time, start, problems)
  const samples = samplesOf(draft, time, from, problems)
  const sessions = draft.sessions.map((session) => counted(session, from))
  const pauses = draft.pauses.map(({ from: stop, to, ...rest }) => ({
    start: since(stop, from),
    end: since(to, from),
    ...rest,
  }))
  noteClock(samples.time, pauses, sessions, problems)
  return {
    start,
    ...stated({
      utcOffset: draft.zones.offset === undefined ? undefined : seconds(draft.zones.offset),
      device: draft.device,
    }),
    sessions,
    laps: draft.laps.map((lap) => counted(lap, from)),
    samples,
    events: draft.events.map(({ at, ...event }) => ({ ...event, time: since(at, from) })),
    pauses,
    problems,
  }
}
