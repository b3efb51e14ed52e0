import type { Problem } from '../fit/recorded.ts'
import { amountIn } from '../samples/amount.ts'
import { instantIn } from '../samples/instant.ts'
import { clearRow, nextRow, setValue, type RowColumn } from '../samples/rows.ts'
import { sportNamed } from '../samples/sport.ts'
import { wordTable } from '../samples/words.ts'
import type { Attributes, XmlReader } from '../xml/stretch.ts'
import type { GpxDraft, GpxTrack } from './draft.ts'
import { intensityNamed, LAP_AMOUNTS, TRACK_STATS, triggerNamed, type GpxLap } from './summary.ts'

/**
 * Numbers of a point by their own name, wherever in the point they stand: GPX 1.0 and 1.1 (Topografix 2002, 2004),
 * TrackPointExtension v1 and v2 (Garmin), GPX-Data (ClueTrust), and what apps write without a schema.
 */
const POINT = wordTable<RowColumn>({
  ele: 'altitude',
  speed: 'speed',
  hr: 'heartRate',
  heartrate: 'heartRate',
  heart_rate: 'heartRate',
  bpm: 'heartRate',
  cad: 'cadence',
  cadence: 'cadence',
  runcadence: 'cadence',
  power: 'power',
  watts: 'power',
  powerinwatts: 'power',
  atemp: 'temperature',
  temp: 'temperature',
  temperature: 'temperature',
  distance: 'distance',
})

const noteUnread = (draft: GpxDraft, text: string): void => {
  if (draft.unread === 0) draft.firstUnread = text.slice(0, 40)
  draft.unread++
}

/** A number of the file; NaN where nothing is written, or no number. */
const amountOf = (draft: GpxDraft, text: string | undefined): number => {
  const amount = amountIn(text ?? '')
  if (Number.isNaN(amount) && text !== undefined && text.trim() !== '') noteUnread(draft, text.trim())
  return amount
}

const startTrack = (draft: GpxDraft): GpxTrack => {
  const track = { summary: {}, firstRow: draft.recording.rows.count }
  draft.tracks.push(track)
  return track
}

/** Latitudes that MyTracks and OpenTracks wrote, beside longitude 0, where the recorder was stopped and started again. */
const STOPPED = 100
const RESTARTED = 200

const startPoint = (draft: GpxDraft, attributes: Attributes): undefined => {
  const { rows } = draft.recording
  if (draft.tracks.length === 0) startTrack(draft)
  clearRow(rows)
  draft.inPoint = true
  const [latitude, longitude] = [amountOf(draft, attributes['lat']), amountOf(draft, attributes['lon'])]
  if (longitude === 0 && latitude === STOPPED) draft.stops.push(rows.count)
  else if (longitude === 0 && latitude === RESTARTED) draft.restarts.push(rows.count)
  else {
    setValue(rows, 'latitude', latitude)
    setValue(rows, 'longitude', longitude)
  }
  rows.started = true
}

const startSegment = ({ recording: { rows }, tracks, segmentStarts }: GpxDraft): void => {
  const track = tracks.at(-1)
  if (track && rows.count > track.firstRow && segmentStarts.at(-1) !== rows.count) segmentStarts.push(rows.count)
}

const startLap = (draft: GpxDraft): Problem | undefined => {
  const lap: GpxLap = {}
  draft.lap = lap
  draft.laps.push(lap)
  if (draft.laps.length <= draft.limits.laps) return undefined
  return { code: 'too-many-laps', message: `There are more than ${draft.limits.laps} laps.` }
}

/** What laps state in attributes: how they ended, and what a number in them is about. */
const startLapPart = (draft: GpxDraft, lap: GpxLap, name: string, attributes: Attributes): undefined => {
  if (name === 'summary') draft.lapSummary = attributes['name'] ?? ''
  else if (name === 'trigger') lap.trigger = triggerNamed(attributes['kind'] ?? '')
}

const startTrackWithin = (draft: GpxDraft): Problem | undefined => {
  startTrack(draft)
  if (draft.tracks.length <= draft.limits.rows) return undefined
  return { code: 'too-many-messages', message: `There are more than ${draft.limits.rows} tracks.` }
}

const IGNORED: ReadonlySet<string> = new Set(['wpt', 'rte'])

const openIgnored = (draft: GpxDraft, name: string): undefined => {
  if (draft.ignored === 0) draft.passedOver[name === 'wpt' ? 'waypoints' : 'routes']++
  draft.ignored++
}

const open = (draft: GpxDraft, name: string, attributes: Attributes): Problem | undefined => {
  if (draft.ignored > 0 || IGNORED.has(name)) return openIgnored(draft, name)
  if (name === 'trkpt') return startPoint(draft, attributes)
  if (draft.inPoint) return undefined
  if (draft.lap) return startLapPart(draft, draft.lap, name, attributes)
  if (name === 'trk') return startTrackWithin(draft)
  if (name === 'lap') return startLap(draft)
  if (name === 'trkseg') startSegment(draft)
  const creator = name === 'gpx' ? (attributes['creator']?.trim() ?? '') : ''
  if (creator !== '') draft.recording.device = { name: creator }
  return undefined
}

const endPoint = (draft: GpxDraft): Problem | undefined => {
  draft.inPoint = false
  const { rows } = draft.recording
  nextRow(rows)
  if (rows.count <= draft.limits.samples) return undefined
  return { code: 'too-many-messages', message: `There are more than ${draft.limits.samples} points.` }
}

const closePoint = (draft: GpxDraft, name: string, text: string, parent: string): void => {
  const { rows, zones } = draft.recording
  if (name === 'time' && parent === 'trkpt') {
    const moment = instantIn(text, zones)
    if (Number.isNaN(moment) && text.trim() !== '') noteUnread(draft, text.trim())
    setValue(rows, 'time', moment)
    return
  }
  const column = POINT.get(name) ?? POINT.get(name.toLowerCase())
  if (column === undefined) return
  const amount = amountOf(draft, text)
  // A heart that does not beat is a strap that is not worn.
  if (!Number.isNaN(amount) && (amount !== 0 || column !== 'heartRate')) setValue(rows, column, amount)
}

const closeTrackPart = (draft: GpxDraft, name: string, text: string): void => {
  const words = text.trim()
  const track = draft.tracks.at(-1)
  if (words === '' || !track) return
  if (name === 'type') Object.assign(track.summary, sportNamed(words))
  else if (name === 'name') draft.title ??= words
  else if (name === 'desc' || name === 'cmt') draft.notes ??= words
}

const closeLapPart = (draft: GpxDraft, lap: GpxLap, name: string, text: string): void => {
  if (name === 'lap') draft.lap = undefined
  else if (name === 'startTime') {
    const moment = instantIn(text, draft.recording.zones)
    if (!Number.isNaN(moment)) lap.startAt = moment
  } else if (name === 'intensity') lap.intensity = intensityNamed(text.trim())
  else {
    const amount = amountOf(draft, text)
    if (!Number.isNaN(amount)) LAP_AMOUNTS.get(name === 'summary' ? draft.lapSummary : name)?.(lap, amount)
  }
}

const closeTrackStats = (draft: GpxDraft, name: string, text: string): void => {
  const [summary, amount] = [draft.tracks.at(-1)?.summary, amountIn(text)]
  if (summary && !Number.isNaN(amount)) TRACK_STATS.get(name)?.(summary, amount)
}

const close = (draft: GpxDraft, name: string, text: string, parent: string): Problem | undefined => {
  if (draft.ignored > 0) draft.ignored--
  else if (name === 'trkpt') return endPoint(draft)
  else if (draft.inPoint) closePoint(draft, name, text, parent)
  else if (draft.lap) closeLapPart(draft, draft.lap, name, text)
  else if (parent === 'trk') closeTrackPart(draft, name, text)
  else if (parent === 'TrackStatsExtension') closeTrackStats(draft, name, text)
  return undefined
}

const losePoint = (draft: GpxDraft): void => {
  const { rows } = draft.recording
  draft.inPoint = false
  clearRow(rows)
  for (const marks of [draft.stops, draft.restarts]) if (marks.at(-1) === rows.count) marks.pop()
}

const lose = (draft: GpxDraft, name: string): void => {
  if (draft.ignored > 0) draft.ignored--
  else if (name === 'trkpt') losePoint(draft)
  else if (name === 'lap') draft.lap = undefined
}

/** Gathers what a GPX file tells into a draft. */
export const gpxReader = (draft: GpxDraft): XmlReader => ({
  open: (name, attributes) => open(draft, name, attributes),
  close: (name, text, parent) => close(draft, name, text, parent),
  lose: (name) => lose(draft, name),
  resumeAt: { trkpt: 'trkseg', trkseg: 'trk', trk: 'gpx', wpt: 'gpx', rte: 'gpx', gpx: '' },
})
