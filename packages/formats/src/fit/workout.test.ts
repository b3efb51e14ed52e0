import type { Distance, Duration, HeartRate, Speed } from '@bell-lap/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BASE_TYPE } from './base-type.ts'
import { makeFitWorkout, type WorkoutFileId } from './make.ts'
import { parseFit, type FitFile } from './parse.ts'
import { TARGETS, type PlannedStep, type PlannedWorkout, type StepDuration, type StepTarget } from './planned.ts'
import { MESSAGE } from './profile.ts'
import { INTENSITY_NAMES, SPORT_NAMES, SUB_SPORT_NAMES } from './profile.ts'
import type { Instant } from './recorded.ts'
import { stated } from './stated.ts'

const id: WorkoutFileId = { created: Date.UTC(2026, 10, 21, 8) as Instant, serial: 4711 }

const made = (workout: PlannedWorkout): Uint8Array => {
  const result = makeFitWorkout(workout, id)
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}
const readBack = (workout: PlannedWorkout): FitFile => {
  const result = parseFit(made(workout))
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}

const seconds = (time: number): StepDuration => ({ kind: 'time', time: time as Duration })
const metres = (distance: number): StepDuration => ({ kind: 'distance', distance: distance as Distance })
const OPEN: StepDuration = { kind: 'open' }
const NONE: StepTarget = { kind: 'none' }
const speed = (low: number, high: number): StepTarget => ({ kind: 'speed', low: low as Speed, high: high as Speed })

/** 15 min, 5 x (1 km at 4.0 to 4.2 m/s, 2 min easy), then home. */
const thousands: PlannedWorkout = {
  name: '5 x 1 km',
  sport: 'running',
  steps: [
    { kind: 'step', name: 'Warm up', intensity: 'warmup', duration: seconds(900), target: NONE },
    { kind: 'step', intensity: 'active', duration: metres(1000), target: speed(4, 4.2), notes: 'keep relaxed' },
    { kind: 'step', intensity: 'recovery', duration: seconds(120), target: NONE },
    { kind: 'repeat', from: 1, until: { kind: 'times', times: 5 } },
    { kind: 'step', intensity: 'cooldown', duration: OPEN, target: NONE },
  ],
}

describe('a workout for the watch', () => {
  test('reads back as it was', () => {
    const { type, workout, created, problems } = readBack(thousands)
    expect({ type, workout, created, problems }).toEqual({
      type: 'workout',
      workout: thousands,
      created: id.created,
      problems: [],
    })
  })

  /** The message that starts at the first definition of its number: its fields by number, as bytes. */
  const fieldsOf = (bytes: Uint8Array, message: number): ReadonlyMap<number, number> => {
    const view = new DataView(bytes.buffer)
    for (let at = 14; at < bytes.length; at++) {
      if ((view.getUint8(at) & 0xf0) !== 0x40 || view.getUint16(at + 3, true) !== message) continue
      const count = view.getUint8(at + 5)
      let place = at + 6 + 3 * count + 1
      const found = new Map<number, number>()
      for (let index = 0; index < count; index++) {
        const [number, size, type] = [0, 1, 2].map((byte) => view.getUint8(at + 6 + 3 * index + byte))
        if (type === BASE_TYPE.uint32 || type === BASE_TYPE.uint32z)
          found.set(number ?? -1, view.getUint32(place, true))
        if (type === BASE_TYPE.uint16) found.set(number ?? -1, view.getUint16(place, true))
        if (type === BASE_TYPE.enum) found.set(number ?? -1, view.getUint8(place))
        place += size ?? 0
      }
      return found
    }
    return new Map()
  }

  test('has the time it was made, a serial number and its type, or imports open it empty', () => {
    const fileId = fieldsOf(made(thousands), MESSAGE.fileId)
    expect(fileId.get(0)).toBe(5)
    expect(fileId.get(3)).toBe(4711)
    expect((fileId.get(4) ?? 0) + 631_065_600).toBe(id.created / 1000)
  })
  test('says how many steps it has, the repeats among them', () => {
    expect(fieldsOf(made(thousands), MESSAGE.workout).get(6)).toBe(5)
  })
  test('has times in milliseconds', () => {
    expect(fieldsOf(made(thousands), MESSAGE.workoutStep).get(2)).toBe(900_000)
  })
  test.each<[string, PlannedStep, readonly (readonly [number, number])[]]>([
    [
      'distances in centimetres',
      { kind: 'step', duration: metres(400), target: NONE },
      [
        [1, 1],
        [2, 40_000],
      ],
    ],
    [
      'no target as open',
      { kind: 'step', duration: OPEN, target: NONE },
      [
        [1, 5],
        [3, 2],
        [4, 0],
      ],
    ],
    [
      'speeds in millimetres a second',
      { kind: 'step', duration: OPEN, target: speed(4, 4.2) },
      [
        [3, 0],
        [4, 0],
        [5, 4000],
        [6, 4200],
      ],
    ],
    [
      'the slower bound first',
      { kind: 'step', duration: OPEN, target: speed(4.2, 4) },
      [
        [5, 4000],
        [6, 4200],
      ],
    ],
    [
      'beats with a hundred added',
      { kind: 'step', duration: OPEN, target: { kind: 'heart rate', low: 140 as HeartRate, high: 150 as HeartRate } },
      [
        [3, 1],
        [4, 0],
        [5, 240],
        [6, 250],
      ],
    ],
    [
      'watts with a thousand added',
      { kind: 'step', duration: OPEN, target: { kind: 'power', low: 250, high: 270 } },
      [
        [3, 4],
        [5, 1250],
        [6, 1270],
      ],
    ],
    [
      'zones as they are',
      { kind: 'step', duration: OPEN, target: { kind: 'zone', of: 'heart rate', zone: 2 } },
      [
        [3, 1],
        [4, 2],
      ],
    ],
  ])('writes %s', (_, step, numbers) => {
    const fields = fieldsOf(made({ steps: [step] }), MESSAGE.workoutStep)
    for (const [number, value] of numbers) expect(fields.get(number)).toBe(value)
  })

  test('nested sets are repeats of repeats, each after what it repeats', () => {
    const nested: PlannedWorkout = {
      steps: [
        { kind: 'step', duration: metres(400), target: speed(5, 5.2) },
        { kind: 'step', duration: seconds(60), target: NONE },
        { kind: 'repeat', from: 0, until: { kind: 'times', times: 4 } },
        { kind: 'step', duration: seconds(240), target: NONE },
        { kind: 'repeat', from: 0, until: { kind: 'times', times: 3 } },
      ],
    }
    expect(readBack(nested).workout).toEqual(nested)
  })
})

describe('what a watch cannot hold is refused, with the step', () => {
  const faultOf = (...steps: readonly PlannedStep[]): unknown => {
    const result = makeFitWorkout({ steps }, id)
    return result.ok ? undefined : [result.fault.code, result.fault.step]
  }
  const step: PlannedStep = { kind: 'step', duration: OPEN, target: NONE }
  test('no steps', () => expect(faultOf()).toEqual(['no-steps', 0]))
  test('a repeat of itself', () => {
    expect(faultOf(step, { kind: 'repeat', from: 1, until: { kind: 'times', times: 2 } })).toEqual([
      'repeat-out-of-place',
      1,
    ])
  })
  test('a repeat before what it repeats', () => {
    expect(faultOf({ kind: 'repeat', from: 1, until: { kind: 'times', times: 2 } }, step)).toEqual([
      'repeat-out-of-place',
      0,
    ])
  })
  test('a repeat that is never done', () => {
    expect(faultOf(step, { kind: 'repeat', from: 0, until: { kind: 'times', times: 0 } })).toEqual([
      'repeat-out-of-place',
      1,
    ])
  })
  test('a time of two months', () => {
    expect(faultOf({ kind: 'step', duration: seconds(5_000_000), target: NONE })).toEqual(['out-of-range', 0])
  })
  test('a number that is none', () => {
    expect(faultOf({ kind: 'step', duration: metres(NaN), target: NONE })).toEqual(['out-of-range', 0])
  })
  test('a heart rate over thirty seconds, which has no number', () => {
    const target: StepTarget = { kind: 'heart rate', low: 140 as HeartRate, high: 150 as HeartRate, over: '30 s' }
    expect(faultOf({ kind: 'step', duration: OPEN, target })).toEqual(['unknown-target', 0])
  })
})

const milli = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most }).map((value) => value / 1000)
const text = fc
  .option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { nil: undefined })
  .map((value) => {
    const visible = value?.replace(/\p{Cc}/gu, ' ').trim()
    return visible === '' ? undefined : visible
  })
const pair = (least: number, most: number): fc.Arbitrary<{ readonly low: number; readonly high: number }> =>
  fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most })).map(([one, other]) => ({
    low: Math.min(one, other),
    high: Math.max(one, other),
  }))
const until = fc.constantFrom('below', 'above')

const durations = fc.oneof(
  milli(4_000_000_000).map(seconds),
  fc.integer({ min: 0, max: 4_000_000_000 }).map((value) => metres(value / 100)),
  fc.constant(OPEN),
  fc.record({ kind: fc.constant('heart rate'), until, heartRate: fc.integer({ min: 1, max: 250 }) }),
  fc.record({ kind: fc.constant('heart rate share'), until, percentOfMax: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: fc.constant('other'), type: fc.constantFrom(4, 14, 15, 16, 28, 29), value: fc.nat(1000) }),
) as fc.Arbitrary<StepDuration>

const over = (of: string) =>
  fc
    .constantFrom(...Object.values(TARGETS).filter((target) => target.of === of))
    .map((target) => stated({ over: target.over }))

const targets = fc.oneof(
  fc.constant(NONE),
  fc
    .tuple(pair(0, 20_000), over('speed'))
    .map(([{ low, high }, average]) => ({ ...speed(low / 1000, high / 1000), ...average })),
  fc.tuple(pair(1, 250), over('heart rate')).map(([range, average]) => ({ kind: 'heart rate', ...range, ...average })),
  fc
    .tuple(pair(0, 100), over('heart rate'))
    .map(([range, average]) => ({ kind: 'heart rate share', ...range, ...average })),
  pair(0, 250).map((range) => ({ kind: 'cadence', ...range })),
  fc.tuple(pair(1, 2000), over('power')).map(([range, average]) => ({ kind: 'power', ...range, ...average })),
  fc.tuple(pair(0, 1000), over('power')).map(([range, average]) => ({ kind: 'power share', ...range, ...average })),
  fc
    .tuple(fc.constantFrom(...Object.values(TARGETS)), fc.integer({ min: 1, max: 10 }))
    .map(([{ of, over: average }, zone]) => ({ kind: 'zone', of, zone, ...stated({ over: average }) })),
) as fc.Arbitrary<StepTarget>

const named = <Name extends string>(names: { readonly [number: number]: Name }): fc.Arbitrary<Name | undefined> =>
  fc.option(fc.constantFrom(...Object.values(names)), { nil: undefined })

const bouts: fc.Arbitrary<PlannedStep> = fc
  .record({ duration: durations, target: targets, name: text, notes: text, intensity: named(INTENSITY_NAMES) })
  .map(({ duration, target, ...words }) => ({ kind: 'step', duration, target, ...stated(words) }))

const repeats = (index: number): fc.Arbitrary<PlannedStep> =>
  fc
    .record({
      from: fc.integer({ min: 0, max: index - 1 }),
      until: fc.oneof(
        fc.integer({ min: 1, max: 99 }).map((times) => ({ kind: 'times', times }) as const),
        fc.record({
          kind: fc.constant('other' as const),
          type: fc.constantFrom(7, 8, 9, 10, 11),
          value: fc.nat(100_000),
        }),
      ),
      name: text,
      intensity: named(INTENSITY_NAMES),
    })
    .map(({ from, until: end, ...words }) => ({ kind: 'repeat', from, until: end, ...stated(words) }))

const workouts: fc.Arbitrary<PlannedWorkout> = fc
  .record({
    name: text,
    sport: named(SPORT_NAMES),
    subSport: named(SUB_SPORT_NAMES),
    steps: fc
      .array(fc.boolean(), { maxLength: 30 })
      .chain((isRepeat) => fc.tuple(bouts, ...isRepeat.map((repeat, index) => (repeat ? repeats(index + 1) : bouts)))),
  })
  .map(({ steps, ...words }) => ({ ...stated(words), steps }))

test('any workout reads back the same', () => {
  fc.assert(
    fc.property(workouts, (workout) => {
      const { workout: found, problems } = readBack(workout)
      expect(found).toEqual(workout)
      expect(problems).toEqual([])
    }),
    { numRuns: 500 },
  )
})
