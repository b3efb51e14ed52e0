import type { Activity, ActivitySession, ColumnName, Lap, LapTrigger, Samples } from '../fit/recorded.ts'
import { instantText } from '../samples/instant.ts'
import { around, document, escaped, leaf, type Lines } from '../xml/write.ts'

/** Words of the schema; what it has no word for is `Other`, `Manual`. */
const SPORTS: { readonly [sport: string]: string } = { running: 'Running', cycling: 'Biking' }
const TRIGGERS: { readonly [Trigger in LapTrigger]?: string } = {
  distance: 'Distance',
  position: 'Location',
  time: 'Time',
  'heart rate': 'HeartRate',
}

const ROOT =
  'TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"' +
  ' xmlns:x="http://www.garmin.com/xmlschemas/ActivityExtension/v2"'

/** Rows of a lap, from one row up to another, each track of it apart. */
type Tracks = readonly (readonly [from: number, to: number])[]

const pointLines = (samples: Samples, row: number, start: number): Lines => {
  const value = (name: ColumnName): number | undefined => samples[name]?.[row]
  const position = [...leaf('LatitudeDegrees', value('latitude')), ...leaf('LongitudeDegrees', value('longitude'))]
  const extension = [
    ...leaf('x:Speed', value('speed')),
    ...leaf('x:RunCadence', value('cadence')),
    ...leaf('x:Watts', value('power')),
  ]
  const time = samples.time[row] ?? NaN
  return around('Trackpoint', [
    ...(Number.isNaN(time) ? [] : leaf('Time', instantText(start + time * 1000))),
    ...around('Position', position),
    ...leaf('AltitudeMeters', value('altitude')),
    ...leaf('DistanceMeters', value('distance')),
    ...around('HeartRateBpm', leaf('Value', value('heartRate'))),
    ...around('Extensions', around('x:TPX', extension)),
  ])
}

const trackLines = (samples: Samples, [from, to]: readonly [number, number], start: number): Lines =>
  around('Track', Array.from({ length: to - from }, (_, index) => pointLines(samples, from + index, start)).flat())

const lapLines = (lap: Lap, tracks: Tracks, { samples }: Activity, start: number): Lines => {
  const extension = [
    ...leaf('x:AvgSpeed', lap.speed),
    ...leaf('x:AvgRunCadence', lap.cadence),
    ...leaf('x:AvgWatts', lap.power),
  ]
  const attributes = lap.start === undefined ? '' : ` StartTime="${instantText(start + lap.start * 1000)}"`
  const lines = [
    ...leaf('TotalTimeSeconds', lap.timer),
    ...leaf('DistanceMeters', lap.distance),
    ...leaf('MaximumSpeed', lap.maxSpeed),
    ...around('AverageHeartRateBpm', leaf('Value', lap.heartRate)),
    ...around('MaximumHeartRateBpm', leaf('Value', lap.maxHeartRate)),
    ...leaf('Intensity', lap.intensity === 'rest' ? 'Resting' : 'Active'),
    ...leaf('TriggerMethod', (lap.trigger && TRIGGERS[lap.trigger]) ?? 'Manual'),
    ...tracks.flatMap((track) => trackLines(samples, track, start)),
    ...around('Extensions', around('x:LX', extension)),
  ]
  return around(`Lap${attributes}`, lines)
}

/** The first row from which on samples are of a later moment. */
const rowFrom = ({ time, count }: Samples, moment: number): number => {
  const row = time.findIndex((seconds) => seconds >= moment)
  return row < 0 ? count : row
}

const tracksOf = ({ samples, pauses }: Activity, from: number, to: number): Tracks => {
  const cuts = pauses.map(({ end }) => rowFrom(samples, end)).filter((row) => row > from && row < to)
  return [from, ...cuts].map((row, index) => [row, cuts[index] ?? to])
}

const sessionLines = (activity: Activity, session: ActivitySession, start: number): Lines => {
  const { laps, samples } = activity
  const first = session.firstLap ?? 0
  const own = laps.slice(first, first + (session.lapCount ?? laps.length))
  const lines = own.flatMap((lap, index) => {
    const place = first + index
    const from = place === 0 ? 0 : rowFrom(samples, lap.start ?? 0)
    const to = place === laps.length - 1 ? samples.count : rowFrom(samples, laps[place + 1]?.start ?? Infinity)
    return lapLines(lap, tracksOf(activity, from, to), activity, start)
  })
  const name = activity.device?.name
  const creator = around('Creator', [...leaf('Name', name), ...leaf('ProductID', activity.device?.product)])
  const id = leaf('Id', instantText(start + (session.start ?? 0) * 1000))
  const sport = escaped(SPORTS[session.sport ?? 'other'] ?? 'Other')
  return around(`Activity Sport="${sport}"`, [...id, ...lines, ...creator])
}

/** What has no laps is one. */
const withLaps = (activity: Activity): Activity => {
  if (activity.laps.length > 0) return activity
  const { firstLap: _first, lapCount: _count, ...summary } = activity.sessions[0] ?? {}
  return { ...activity, laps: [summary] }
}

const inSports = (sessions: readonly Lines[], start: number): Lines => {
  const [first = [], ...next] = sessions
  if (next.length === 0) return first
  const parts = [...around('FirstSport', first), ...next.flatMap((lines) => around('NextSport', lines))]
  return around('MultiSportSession', [...leaf('Id', instantText(start)), ...parts])
}

/** An activity as a TCX file; undefined where it has no date, which the format cannot do without. */
export const makeTcx = (given: Activity): string | undefined => {
  const { start } = given
  if (start === null) return undefined
  const activity = withLaps(given)
  const sessions = activity.sessions.length > 0 ? activity.sessions : [{ firstLap: 0 }]
  const lines = sessions.map((session) => sessionLines(activity, session, start))
  return document(around(ROOT, around('Activities', inSports(lines, start))))
}
