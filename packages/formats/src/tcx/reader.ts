import { beatsPerMinute, metres, metresPerSecond, seconds } from '@bell-lap/core'
import type { LapIntensity, LapTrigger, Problem } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'
import { amountIn } from '../samples/amount.ts'
import { instantIn } from '../samples/instant.ts'
import { clearRow, nextRow, setValue, type RowColumn } from '../samples/rows.ts'
import { sportNamed } from '../samples/sport.ts'
import { wordTable } from '../samples/words.ts'
import { elementOf } from '../xml/element.ts'
import type { Attributes, XmlReader } from '../xml/stretch.ts'
import { emptyTcxRecording, noteUnread, recordingIn, type TcxDraft, type TcxLap } from './draft.ts'

// Names are those of the schemas TrainingCenterDatabase v2 and ActivityExtension v2 (Garmin 2007, 2010).

const TPX = wordTable<RowColumn>({ Speed: 'speed', RunCadence: 'cadence', Watts: 'power' })

/** Numbers of a trackpoint: by the element that they stand in, and their own name. */
const POINT = wordTable<ReadonlyMap<string, RowColumn>>({
  Trackpoint: wordTable({
    AltitudeMeters: 'altitude',
    DistanceMeters: 'distance',
    HeartRateBpm: 'heartRate',
    Cadence: 'cadence',
  }),
  Position: wordTable({ LatitudeDegrees: 'latitude', LongitudeDegrees: 'longitude' }),
  HeartRateBpm: wordTable({ Value: 'heartRate' }),
  TPX,
  ActivityTrackpointExtension: TPX,
})

type Summary = TcxLap['summary']
type SetAmount = (summary: Summary, amount: number) => void

const LAP = wordTable<SetAmount>({
  TotalTimeSeconds: (lap, amount) => (lap.timer = seconds(amount)),
  DistanceMeters: (lap, amount) => (lap.distance = metres(amount)),
  MaximumSpeed: (lap, amount) => (lap.maxSpeed = metresPerSecond(amount)),
  Cadence: (lap, amount) => (lap.cadence ??= amount),
})
const LX = wordTable<SetAmount>({
  AvgSpeed: (lap, amount) => (lap.speed = metresPerSecond(amount)),
  AvgRunCadence: (lap, amount) => (lap.cadence = amount),
  AvgWatts: (lap, amount) => (lap.power = amount),
})
/** Numbers of a lap, found as those of a trackpoint are. */
const LAP_AMOUNTS = wordTable<ReadonlyMap<string, SetAmount>>({
  Lap: LAP,
  Transition: LAP,
  AverageHeartRateBpm: wordTable({ Value: (lap, amount) => (lap.heartRate = beatsPerMinute(amount)) }),
  MaximumHeartRateBpm: wordTable({ Value: (lap, amount) => (lap.maxHeartRate = beatsPerMinute(amount)) }),
  LX,
  ActivityLapExtension: LX,
})

const INTENSITY = wordTable<LapIntensity>({ Active: 'active', Resting: 'rest' })
const TRIGGER = wordTable<LapTrigger>({
  Manual: 'manual',
  Distance: 'distance',
  Location: 'position',
  Time: 'time',
  HeartRate: 'heart rate',
})

/** A number of the file; undefined where nothing is written, or no number. */
const amountOf = (draft: TcxDraft, text: string): number | undefined => {
  const amount = amountIn(text)
  if (!Number.isNaN(amount)) return amount
  if (text.trim() !== '') noteUnread(draft, text.trim())
  return undefined
}

const momentOf = (draft: TcxDraft, text: string | undefined): number | undefined => {
  if (text === undefined || text.trim() === '') return undefined
  const moment = instantIn(text, recordingIn(draft).draft.zones)
  if (!Number.isNaN(moment)) return moment
  noteUnread(draft, text.trim())
  return undefined
}

const startSession = (draft: TcxDraft, sport: string): undefined => {
  if (!draft.inMultisport || draft.recordings.length === 0) draft.recordings.push(emptyTcxRecording())
  const { sessions, laps } = recordingIn(draft)
  sessions.push({ summary: sportNamed(sport), firstLap: laps.length })
}

const startLap = (draft: TcxDraft, attributes: Attributes): Problem | undefined => {
  const { draft: recorded, laps } = recordingIn(draft)
  const summary: Summary = stated({ startAt: momentOf(draft, attributes['StartTime']) })
  draft.lap = { summary, firstRow: recorded.rows.count, trackStarts: [] }
  laps.push(draft.lap)
  draft.laps++
  if (draft.laps <= draft.limits.laps) return undefined
  return { code: 'too-many-laps', message: `There are more than ${draft.limits.laps} laps.` }
}

const startTrack = (draft: TcxDraft): undefined => {
  const { rows } = recordingIn(draft).draft
  if (draft.lap && rows.count > draft.lap.firstRow) draft.lap.trackStarts.push(rows.count)
}

const startPoint = (draft: TcxDraft): undefined => {
  draft.inPoint = true
  clearRow(recordingIn(draft).draft.rows)
}

const OPENING = wordTable<(draft: TcxDraft, attributes: Attributes) => Problem | undefined>({
  MultiSportSession: (draft) => {
    draft.inMultisport = true
    draft.recordings.push(emptyTcxRecording())
    return undefined
  },
  Activity: (draft, attributes) => startSession(draft, attributes['Sport'] ?? ''),
  Transition: (draft, attributes) => {
    startSession(draft, 'transition')
    return startLap(draft, attributes)
  },
  Lap: startLap,
  Track: startTrack,
  Trackpoint: startPoint,
  Course: (draft) => {
    draft.inCourse = true
    draft.courses++
    return undefined
  },
})

const endPoint = (draft: TcxDraft): Problem | undefined => {
  const { rows } = recordingIn(draft).draft
  draft.inPoint = false
  if (!rows.started) return undefined
  nextRow(rows)
  draft.samples++
  if (draft.samples <= draft.limits.samples) return undefined
  return { code: 'too-many-messages', message: `There are more than ${draft.limits.samples} trackpoints.` }
}

const closePoint = (draft: TcxDraft, name: string, text: string, parent: string): void => {
  const { rows } = recordingIn(draft).draft
  const column = POINT.get(parent)?.get(name)
  if (column !== undefined) {
    const amount = amountOf(draft, text)
    // A heart that does not beat is a strap that is not worn.
    if (amount !== undefined && (amount !== 0 || column !== 'heartRate')) setValue(rows, column, amount)
  } else if (name === 'Time' && parent === 'Trackpoint') setValue(rows, 'time', momentOf(draft, text) ?? NaN)
}

const closeLapPart = (draft: TcxDraft, lap: TcxLap, name: string, text: string, parent: string): boolean => {
  const set = LAP_AMOUNTS.get(parent)?.get(name)
  if (set) {
    const amount = amountOf(draft, text)
    if (amount !== undefined) set(lap.summary, amount)
    return true
  }
  if (parent !== 'Lap' && parent !== 'Transition') return false
  if (name === 'Intensity') lap.summary.intensity = INTENSITY.get(text.trim()) ?? 'other'
  else if (name === 'TriggerMethod') lap.summary.trigger = TRIGGER.get(text.trim()) ?? 'other'
  else return false
  return true
}

const closeCreatorPart = ({ device }: ReturnType<typeof recordingIn>, name: string, text: string): void => {
  const product = amountIn(text)
  if (name === 'Name' && text.trim() !== '') device.name = text.trim()
  else if (name === 'ProductID' && Number.isInteger(product)) device.product = product
}

const closeOther = (draft: TcxDraft, name: string, text: string, parent: string): void => {
  const words = text.trim()
  if (parent === 'Creator') closeCreatorPart(recordingIn(draft), name, text)
  else if (parent === 'Activity' && name === 'Id') {
    const session = recordingIn(draft).sessions.at(-1)
    const moment = momentOf(draft, text)
    if (session && moment !== undefined) session.summary.startAt = moment
  } else if (parent === 'Activity' && name === 'Notes' && words !== '') draft.notes ??= words
  else if (parent === 'Plan' && name === 'Name' && words !== '') draft.title ??= words
}

/** Workouts are small: each is kept as a tree until it is whole. */
const openPlanned = (draft: TcxDraft, name: string, attributes: Attributes): Problem | undefined => {
  const element = elementOf(name, attributes)
  draft.elements.at(-1)?.children.push(element)
  draft.elements.push(element)
  draft.planned++
  if (draft.planned <= draft.limits.rows) return undefined
  return { code: 'too-many-messages', message: `The workouts have more than ${draft.limits.rows} parts.` }
}

const closePlanned = (draft: TcxDraft, text: string | undefined): undefined => {
  const element = draft.elements.pop()
  if (!element) return
  if (text !== undefined) element.text = text
  if (draft.elements.length === 0) draft.workouts.push(element)
}

const open = (draft: TcxDraft, name: string, attributes: Attributes): Problem | undefined => {
  if (draft.elements.length > 0 || (name === 'Workout' && !draft.inCourse)) return openPlanned(draft, name, attributes)
  return draft.inCourse ? undefined : OPENING.get(name)?.(draft, attributes)
}

const close = (draft: TcxDraft, name: string, text: string, parent: string): Problem | undefined => {
  if (draft.elements.length > 0) return closePlanned(draft, text)
  if (name === 'Course') draft.inCourse = false
  if (draft.inCourse) return undefined
  if (name === 'Trackpoint') return endPoint(draft)
  if (draft.inPoint) closePoint(draft, name, text, parent)
  else if (name === 'Lap' || name === 'Transition') draft.lap = undefined
  else if (name === 'MultiSportSession') draft.inMultisport = false
  else if (!draft.lap || !closeLapPart(draft, draft.lap, name, text, parent)) closeOther(draft, name, text, parent)
  return undefined
}

/** What was open is over, as far as it came; of a trackpoint nothing is taken. */
const lose = (draft: TcxDraft, name: string): void => {
  if (draft.elements.length > 0) closePlanned(draft, undefined)
  else if (name === 'Course') draft.inCourse = false
  else if (name === 'Trackpoint') {
    draft.inPoint = false
    clearRow(recordingIn(draft).draft.rows)
  } else if (name === 'Lap' || name === 'Transition') draft.lap = undefined
  else if (name === 'MultiSportSession') draft.inMultisport = false
}

const ROOT = 'TrainingCenterDatabase'

/** Gathers what a TCX file tells into a draft. */
export const tcxReader = (draft: TcxDraft): XmlReader => ({
  open: (name, attributes) => open(draft, name, attributes),
  close: (name, text, parent) => close(draft, name, text, parent),
  lose: (name) => lose(draft, name),
  resumeAt: {
    Trackpoint: 'Track',
    Track: 'Lap',
    Lap: 'Activity',
    Activity: 'Activities',
    Activities: ROOT,
    Course: 'Courses',
    Courses: ROOT,
    Workout: 'Workouts',
    Workouts: ROOT,
    [ROOT]: '',
  },
})
