import fc from 'fast-check'
import type { Activity, ActivitySession, Column, ColumnName, Lap, Pause } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'

// Recordings of the kind that TCX and GPX can hold whole, so that they come back as they went.

/** Smallest and largest value of each column, in steps of 1 / scale. */
const GRID = {
  altitude: [-4_000, 90_000, 10],
  speed: [0, 80_000, 1000],
  heartRate: [30, 240, 1],
  cadence: [0, 120, 1],
  power: [0, 2_000, 1],
  latitude: [-890_000_000, 890_000_000, 10_000_000],
  longitude: [-1_800_000_000, 1_800_000_000, 10_000_000],
  temperature: [-300, 500, 10],
} as const satisfies { readonly [Name in ColumnName]?: readonly [number, number, number] }
type GridColumn = keyof typeof GRID

const amount = (name: GridColumn): fc.Arbitrary<number> => {
  const [min, max, scale] = GRID[name]
  return fc.integer({ min, max }).map((value) => value / scale)
}

const values = (name: GridColumn, count: number, whole: boolean): fc.Arbitrary<Column | undefined> =>
  fc
    .array(whole ? amount(name) : fc.oneof({ weight: 6, arbitrary: amount(name) }, fc.constant(NaN)), {
      minLength: count,
      maxLength: count,
    })
    .map((column) => (column.every(Number.isNaN) ? undefined : Float64Array.from(column)))

const columns = (names: readonly GridColumn[], whole: readonly GridColumn[], count: number) =>
  fc
    .tuple(...names.map((name) => values(name, count, whole.includes(name)).map((column) => [name, column] as const)))
    .map((found): { readonly [Name in GridColumn]?: Column } => stated(Object.fromEntries(found)))

/** A stretch between two stops: how long it stood before, and the steps from point to point, in milliseconds. */
interface Stretch {
  readonly stop: number
  readonly steps: readonly number[]
}
const stretch = (fewest: number): fc.Arbitrary<Stretch> =>
  fc.record({
    stop: fc.integer({ min: 3_000, max: 900_000 }),
    steps: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(1000) }, fc.integer({ min: 1, max: 9_000 })), {
      minLength: fewest,
      maxLength: 12,
    }),
  })

interface Timeline {
  readonly times: readonly number[]
  readonly pauses: readonly { readonly from: number; readonly to: number }[]
}

/** One stretch after the other, from a moment on. */
const timeline = (from: number, stretches: readonly Stretch[]): Timeline => {
  const times: number[] = []
  const pauses: { from: number; to: number }[] = []
  let at = from
  for (const [index, { stop, steps }] of stretches.entries()) {
    if (index > 0) {
      pauses.push({ from: at, to: at + stop })
      at += stop
      times.push(at)
    }
    for (const step of index === 0 && times.length === 0 ? [0, ...steps] : steps) times.push((at += step))
  }
  return { times, pauses }
}

const seconds = (milliseconds: number): number => milliseconds / 1000
const START = fc.integer({ min: 946_684_800_000, max: 2_000_000_000_000 })
const SPORT = fc.constantFrom('running', 'cycling', 'other')
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const hundredths = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max }).map((value) => value / 100)

const lapTotals = fc.record({
  distance: hundredths(2_000_000),
  maxSpeed: optional(hundredths(1_000)),
  heartRate: optional(fc.integer({ min: 30, max: 240 })),
  maxHeartRate: optional(fc.integer({ min: 30, max: 240 })),
  intensity: fc.constantFrom('active', 'rest'),
  trigger: fc.constantFrom('manual', 'distance', 'time', 'position', 'heart rate'),
  speed: optional(hundredths(1_000)),
  cadence: optional(fc.integer({ min: 0, max: 120 })),
  power: optional(fc.integer({ min: 0, max: 2_000 })),
})

const device = fc.record({ name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) }).map(({ name }) => ({
  name: name.replace(/[\p{Cc}\p{Cs}\s\uFFFE\uFFFF]+/gu, ' ').trim() || 'watch',
}))

const pausesOf = ({ pauses }: Timeline): Pause[] =>
  pauses.map(({ from, to }) => ({ start: seconds(from), end: seconds(to) }) as Pause)

/** Laps that follow one another, each with its own stops. */
export const tcxActivities: fc.Arbitrary<Activity> = fc
  .record({
    start: START,
    sport: SPORT,
    device,
    laps: fc.array(fc.tuple(lapTotals, fc.array(stretch(1), { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 6,
    }),
    names: fc.subarray(['speed', 'heartRate', 'cadence', 'power', 'latitude', 'longitude'] as const),
    between: fc.integer({ min: 1, max: 9_000 }),
  })
  .chain(({ start, sport, device: made, laps, names, between }) => {
    const lines: Timeline[] = []
    for (const [, stretches] of laps) {
      const last = lines.at(-1)?.times.at(-1)
      lines.push(timeline(last === undefined ? 0 : last + between, stretches))
    }
    const times = lines.flatMap((line) => line.times)
    const stops = lines.map((line) => line.pauses.reduce((sum, { from, to }) => sum + to - from, 0))
    const summaries = laps.map(([totals], index): Lap => {
      const [from, to] = [lines[index]?.times[0] ?? 0, lines[index + 1]?.times[0] ?? times.at(-1) ?? 0]
      return stated({ start: seconds(from), timer: seconds(to - from - (stops[index] ?? 0)), ...totals }) as Lap
    })
    const session = {
      start: 0,
      sport,
      timer: summaries.reduce((sum, { timer }) => sum + (timer ?? 0), 0),
      distance: summaries.reduce((sum, { distance }) => sum + (distance ?? 0), 0),
      firstLap: 0,
      lapCount: laps.length,
    } as ActivitySession
    const distance = Float64Array.from(times, (_, row) => row * 3.25)
    return columns(['altitude', ...names], ['altitude'], times.length).map(
      (measured) =>
        ({
          start,
          device: made,
          sessions: [session],
          laps: summaries,
          samples: {
            count: times.length,
            time: Float64Array.from(times, seconds),
            developer: [],
            distance,
            ...measured,
          },
          events: [],
          pauses: lines.flatMap(pausesOf),
          problems: [],
        }) as unknown as Activity,
    )
  })

/** Tracks that follow one another, each cut into segments where it stopped. */
export const gpxActivities: fc.Arbitrary<Activity> = fc
  .record({
    start: START,
    device,
    tracks: fc.array(fc.tuple(SPORT, fc.array(stretch(1), { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    }),
    names: fc.subarray(['altitude', 'speed', 'heartRate', 'cadence', 'power', 'temperature'] as const),
    between: fc.integer({ min: 1, max: 900_000 }),
  })
  .chain(({ start, device: made, tracks, names, between }) => {
    const lines: Timeline[] = []
    for (const [, stretches] of tracks) {
      const last = lines.at(-1)?.times.at(-1)
      lines.push(timeline(last === undefined ? 0 : last + between, stretches))
    }
    const times = lines.flatMap((line) => line.times)
    return columns(['latitude', 'longitude', ...names], ['latitude', 'longitude'], times.length).map(
      (measured) =>
        ({
          start,
          device: made,
          sessions: tracks.map(([sport], index) => ({ start: seconds(lines[index]?.times[0] ?? 0), sport })),
          laps: [],
          samples: { count: times.length, time: Float64Array.from(times, seconds), developer: [], ...measured },
          events: [],
          pauses: lines.flatMap(pausesOf),
          problems: [],
        }) as unknown as Activity,
    )
  })
