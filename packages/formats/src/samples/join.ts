import { seconds, type Duration } from '@bell-lap/core'
import type { Activity, Column, ColumnName, Samples } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'

const COLUMNS = [
  'distance',
  'speed',
  'altitude',
  'heartRate',
  'cadence',
  'power',
  'latitude',
  'longitude',
  'temperature',
  'respiration',
] as const satisfies readonly ColumnName[]

const inOne = (columns: readonly (Column | undefined)[], counts: readonly number[]): Column | undefined => {
  if (columns.every((column) => column === undefined)) return undefined
  const whole = new Float64Array(counts.reduce((sum, count) => sum + count, 0)).fill(NaN)
  let at = 0
  for (const [index, column] of columns.entries()) {
    if (column) whole.set(column, at)
    at += counts[index] ?? 0
  }
  return whole
}

/** Distances that each begin at zero, one after the other. */
const goingOn = (columns: readonly (Column | undefined)[]): readonly (Column | undefined)[] => {
  let before = 0
  return columns.map((column) => {
    const from = before
    before = from + (column?.findLast((metres) => !Number.isNaN(metres)) ?? 0)
    return from === 0 ? column : column?.map((metres) => metres + from)
  })
}

const samplesIn = (activities: readonly Activity[], shifts: readonly number[]): Samples => {
  const counts = activities.map(({ samples }) => samples.count)
  const columns = (name: ColumnName): readonly (Column | undefined)[] => activities.map(({ samples }) => samples[name])
  const time = activities.map(({ samples }, index) => samples.time.map((moment) => moment + (shifts[index] ?? 0)))
  return {
    count: counts.reduce((sum, count) => sum + count, 0),
    time: inOne(time, counts) ?? new Float64Array(),
    developer: [],
    ...stated(
      Object.fromEntries(
        COLUMNS.map((name) => [name, inOne(name === 'distance' ? goingOn(columns(name)) : columns(name), counts)]),
      ),
    ),
  }
}

const later = (moment: Duration, shift: number): Duration => seconds(moment + shift)

const movedStart = <Part extends { readonly start?: Duration }>(part: Part, shift: number): Part =>
  part.start === undefined ? part : { ...part, start: later(part.start, shift) }

/** Several activities of one file as one with their sessions in the order of their starts; times count from the first. */
export const joinActivities = (given: readonly Activity[]): Activity | undefined => {
  const activities = given.toSorted((one, other) => (one.start ?? Infinity) - (other.start ?? Infinity))
  const [first] = activities
  if (!first || activities.length === 1) return first
  const shifts = activities.map(({ start }) =>
    start === null || first.start === null ? 0 : (start - first.start) / 1000,
  )
  const shiftOf = (index: number): number => shifts[index] ?? 0
  let laps = 0
  const sessions = activities.flatMap((activity, index) => {
    const before = laps
    laps += activity.laps.length
    return activity.sessions.map((session) => ({
      ...movedStart(session, shiftOf(index)),
      ...(session.firstLap === undefined ? {} : { firstLap: session.firstLap + before }),
    }))
  })
  return {
    ...first,
    sessions,
    laps: activities.flatMap((activity, index) => activity.laps.map((lap) => movedStart(lap, shiftOf(index)))),
    samples: samplesIn(activities, shifts),
    events: activities.flatMap(({ events }, index) =>
      events.map((event) => ({ ...event, time: later(event.time, shiftOf(index)) })),
    ),
    pauses: activities.flatMap(({ pauses }, index) =>
      pauses.map((pause) => ({
        ...pause,
        start: later(pause.start, shiftOf(index)),
        end: later(pause.end, shiftOf(index)),
      })),
    ),
  }
}
