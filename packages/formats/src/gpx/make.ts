import type { Activity, ActivitySession, ColumnName, Samples } from '../fit/recorded.ts'
import { instantText } from '../samples/instant.ts'
import { around, decimal, document, escaped, leaf, type Lines } from '../xml/write.ts'

const root = (creator: string): string =>
  `gpx version="1.1" creator="${escaped(creator)}" xmlns="http://www.topografix.com/GPX/1/1"` +
  ' xmlns:x="http://www.garmin.com/xmlschemas/TrackPointExtension/v2"'

const pointLines = ({ time, ...samples }: Samples, row: number, start: number | null): Lines => {
  const value = (name: ColumnName): number | undefined => samples[name]?.[row]
  const [latitude = NaN, longitude = NaN] = [value('latitude'), value('longitude')]
  const extension = [
    ...leaf('x:atemp', value('temperature')),
    ...leaf('x:hr', value('heartRate')),
    ...leaf('x:cad', value('cadence')),
    ...leaf('x:speed', value('speed')),
  ]
  const moment = start === null ? NaN : start + (time[row] ?? NaN) * 1000
  const power = leaf('power', value('power'))
  const lines = [
    ...leaf('ele', value('altitude')),
    ...(Number.isNaN(moment) ? [] : leaf('time', instantText(moment))),
    ...around('extensions', [...power, ...around('x:TrackPointExtension', extension)]),
  ]
  const opening = `trkpt lat="${decimal(latitude)}" lon="${decimal(longitude)}"`
  return lines.length > 0 ? around(opening, lines) : [`<${opening}/>`]
}

/** A point needs a place: samples without one cannot be in the file. */
const hasPlace = ({ latitude, longitude }: Samples, row: number): boolean =>
  !Number.isNaN(latitude?.[row] ?? NaN) && !Number.isNaN(longitude?.[row] ?? NaN)

const segmentLines = (samples: Samples, from: number, to: number, start: number | null): Lines => {
  const rows = Array.from({ length: to - from }, (_, index) => from + index).filter((row) => hasPlace(samples, row))
  return around(
    'trkseg',
    rows.flatMap((row) => pointLines(samples, row, start)),
  )
}

const rowFrom = ({ time, count }: Samples, moment: number): number => {
  const row = time.findIndex((seconds) => seconds >= moment)
  return row < 0 ? count : row
}

const trackLines = (activity: Activity, session: ActivitySession, from: number, to: number): Lines => {
  const { samples, pauses, start } = activity
  const cuts = pauses.map(({ end }) => rowFrom(samples, end)).filter((row) => row > from && row < to)
  const segments = [from, ...cuts].flatMap((row, index) => segmentLines(samples, row, cuts[index] ?? to, start))
  return around('trk', [...leaf('type', session.sport), ...segments])
}

/** An activity as a GPX file: its sessions as tracks, cut into segments where it paused. Laps have no place in it. */
export const makeGpx = (activity: Activity): string => {
  const { sessions, samples, device } = activity
  const tracks: readonly ActivitySession[] = sessions.length > 0 ? sessions : [{}]
  const from = (index: number): number => (index === 0 ? 0 : rowFrom(samples, tracks[index]?.start ?? Infinity))
  const lines = tracks.flatMap((session, index) =>
    trackLines(activity, session, from(index), index === tracks.length - 1 ? samples.count : from(index + 1)),
  )
  return document(around(root(device?.name ?? 'Bell Lap'), lines))
}
