import type { Duration } from '@bell-lap/core'
import fc from 'fast-check'
import { pausesOf } from './events.ts'
import type { FitStyle } from './make.ts'
import { FIT_EPOCH, INTENSITY_NAMES, LAP_TRIGGER_NAMES, MAKERS, SPORT_NAMES, SUB_SPORT_NAMES } from './profile.ts'
import { SEMICIRCLES } from './record-plan.ts'
import type { Activity, ActivityEvent, ActivitySession, Column, ColumnName, DeveloperColumn, Lap } from './recorded.ts'
import { stated } from './stated.ts'

/** Columns with the steps that FIT has room for: smallest and largest whole number, scale and offset. */
const GRIDS: { readonly [Name in ColumnName]: readonly [low: number, high: number, scale: number, offset: number] } = {
  distance: [0, 20_000_000, 100, 0],
  speed: [0, 70_000, 1000, 0],
  altitude: [0, 40_000, 5, 500],
  heartRate: [0, 254, 1, 0],
  cadence: [0, 254, 1, 0],
  power: [0, 65_534, 1, 0],
  latitude: [-1_000_000_000, 1_000_000_000, SEMICIRCLES, 0],
  longitude: [-2_147_483_648, 2_147_483_646, SEMICIRCLES, 0],
  temperature: [-128, 126, 1, 0],
  groundContact: [0, 65_534, 10_000, 0],
  groundContactShare: [0, 65_534, 100, 0],
  groundContactBalance: [0, 65_534, 100, 0],
  verticalOscillation: [0, 65_534, 10_000, 0],
  verticalRatio: [0, 65_534, 100, 0],
  stepLength: [0, 65_534, 10_000, 0],
  respiration: [0, 65_534, 100, 0],
}
const COLUMN_NAMES = Object.keys(GRIDS).filter((name): name is ColumnName => name in GRIDS)

const orMissing = (value: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(NaN) })

const columnOf = (value: fc.Arbitrary<number>, count: number): fc.Arbitrary<Column | undefined> =>
  fc
    .array(orMissing(value), { minLength: count, maxLength: count })
    .map((values) => (values.every(Number.isNaN) ? undefined : Float64Array.from(values)))

const gridValue = (name: ColumnName): fc.Arbitrary<number> => {
  const [low, high, scale, offset] = GRIDS[name]
  const whole = fc.integer({ min: low, max: high }).map((number) => number / scale - offset)
  if (name !== 'cadence') return whole
  return fc.tuple(whole, fc.integer({ min: 0, max: 127 })).map(([cadence, part]) => cadence + part / 128)
}

const text = (most: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .map((value) => value.replace(/\p{Cc}/gu, ' ').trim())
    .filter((value) => value !== '')

const developerColumn = (count: number): fc.Arbitrary<DeveloperColumn | undefined> =>
  fc
    .record({
      name: text(20),
      unit: fc.option(text(8), { nil: undefined }),
      standsFor: fc.option(fc.constantFrom(...COLUMN_NAMES), { nil: undefined }),
      values: columnOf(fc.double({ noNaN: true, noDefaultInfinity: true }), count),
    })
    .map(({ name, unit, standsFor, values }) => (values ? { name, ...stated({ unit, standsFor }), values } : undefined))

/** Times that do not go back, most of them a second apart, some with a part of a second. */
const times = (count: number): fc.Arbitrary<Column> =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 0, max: 90 })), {
        minLength: count,
        maxLength: count,
      }),
      fc.array(fc.constantFrom(0, 0, 0, 0.25, 127 / 128), { minLength: count, maxLength: count }),
    )
    .map(([steps, parts]) => {
      let whole = -(steps[0] ?? 0)
      let last = 0
      return Float64Array.from(steps, (step, row) => {
        whole += step
        last = Math.max(last, whole + (parts[row] ?? 0))
        return last
      })
    })

const milliseconds = fc.integer({ min: 0, max: 100_000_000 }).map((value) => value / 1000)
const wholeSeconds = fc.integer({ min: 0, max: 100_000 })
const named = <Name extends string>(names: { readonly [number: number]: Name }): fc.Arbitrary<Name> =>
  fc.constantFrom(...Object.values(names).filter((name) => name !== 'other'))

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const summaryFields = {
  start: optional(wholeSeconds),
  elapsed: optional(milliseconds),
  timer: optional(milliseconds),
  moving: optional(milliseconds),
  distance: optional(fc.integer({ min: 0, max: 20_000_000 }).map((value) => value / 100)),
  speed: optional(fc.integer({ min: 0, max: 20_000 }).map((value) => value / 1000)),
  maxSpeed: optional(fc.integer({ min: 0, max: 20_000 }).map((value) => value / 1000)),
  heartRate: optional(fc.integer({ min: 0, max: 254 })),
  maxHeartRate: optional(fc.integer({ min: 0, max: 254 })),
  cadence: optional(fc.integer({ min: 0, max: 254 * 128 }).map((value) => value / 128)),
  power: optional(fc.integer({ min: 0, max: 65_534 })),
  ascent: optional(fc.integer({ min: 0, max: 65_534 })),
  descent: optional(fc.integer({ min: 0, max: 65_534 })),
  sport: optional(named(SPORT_NAMES)),
  subSport: optional(named(SUB_SPORT_NAMES)),
}

const lap: fc.Arbitrary<Lap> = fc
  .record({
    ...summaryFields,
    intensity: optional(named(INTENSITY_NAMES)),
    trigger: optional(named(LAP_TRIGGER_NAMES)),
    step: optional(fc.integer({ min: 0, max: 0x0fff })),
  })
  .map((entries) => stated(entries) as Lap)

const session: fc.Arbitrary<ActivitySession> = fc
  .record({
    ...summaryFields,
    firstLap: optional(fc.integer({ min: 0, max: 100 })),
    lapCount: optional(fc.integer({ min: 0, max: 100 })),
  })
  .map((entries) => stated(entries) as ActivitySession)

const event: fc.Arbitrary<ActivityEvent> = fc
  .record({
    kind: fc.constantFrom('start', 'stop', 'lap', 'workout step', 'marker', 'recovery heart rate', 'session'),
    time: wholeSeconds.map((seconds) => seconds as Duration),
    by: optional(fc.constantFrom('hand', 'device')),
    data: optional(fc.integer({ min: 0, max: 4_000_000_000 })),
  })
  .map(({ kind, time, by, data }) => {
    const timer = kind === 'start' || kind === 'stop'
    return { kind, time, ...stated(timer ? { by } : { data }) }
  })

const device = fc
  .record({
    maker: optional(fc.oneof(fc.constantFrom(...Object.values(MAKERS)), fc.constant('maker 9999'))),
    product: optional(fc.integer({ min: 0, max: 65_534 })),
    name: optional(text(30)),
  })
  .map(stated)
  .map((found) => (Object.keys(found).length > 0 ? found : undefined))

/** Beats stand at whole seconds at which there is a sample, in order: that is as much as the file can say. */
const beats = (time: Column) => {
  const moments = time.filter(Number.isInteger)
  if (moments.length === 0) return fc.constant(undefined)
  const beat = fc.tuple(fc.constantFrom(...moments), fc.integer({ min: 1, max: 65_534 }))
  return fc.option(fc.array(beat, { minLength: 1, maxLength: 40 }), { nil: undefined }).map((found) => {
    if (!found) return undefined
    const sorted = found.toSorted(([one], [other]) => one - other)
    return {
      count: sorted.length,
      interval: Float64Array.from(sorted, ([, ticks]) => ticks / 1000),
      time: Float64Array.from(sorted, ([at]) => at),
    }
  })
}

const samplesOf = (count: number) =>
  fc
    .record({
      time: times(count),
      columns: fc
        .subarray([...COLUMN_NAMES])
        .chain((names) =>
          fc.tuple(...names.map((name) => columnOf(gridValue(name), count).map((values) => [name, values] as const))),
        ),
      developer: fc.array(developerColumn(count), { maxLength: 3 }),
    })
    .map(({ time, columns, developer }) => ({
      count,
      time,
      developer: developer.filter((column) => column !== undefined),
      ...stated(Object.fromEntries(columns)),
    }))

const FIRST_INSTANT = (FIT_EPOCH + 0x10000000) * 1000

/** Recordings that lie on the grid of what FIT can hold, so that they come back as they went. */
export const activities: fc.Arbitrary<Activity> = fc.integer({ min: 0, max: 60 }).chain((count) =>
  samplesOf(count).chain((samples) =>
    fc
      .record({
        start: fc.option(
          fc.integer({ min: FIRST_INSTANT / 1000, max: FIRST_INSTANT / 1000 + 2_000_000_000 }).map((at) => at * 1000),
        ),
        utcOffset: optional(fc.integer({ min: -56, max: 56 }).map((quarters) => quarters * 900)),
        device,
        beats: beats(samples.time),
        sessions: fc.array(session, { minLength: count === 0 ? 1 : 0, maxLength: 4 }),
        laps: fc.array(lap, { maxLength: 8 }),
        events: fc.array(event, { maxLength: 12 }),
      })
      .map(({ utcOffset, device: made, beats: counted, sessions, ...rest }) => ({
        ...rest,
        ...stated({ utcOffset, device: made, beats: counted }),
        // The first session starts when the activity does.
        sessions: sessions.map((one, index) => (index === 0 ? { ...one, start: 0 } : one)),
        samples,
        pauses: pausesOf(rest.events),
        problems: [],
      })),
  ),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Activity>

export const styles: fc.Arbitrary<FitStyle> = fc.record(
  { bigEndian: fc.boolean(), compressedTimes: fc.boolean(), summaryFirst: fc.boolean() },
  { requiredKeys: [] },
)
