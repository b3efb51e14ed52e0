import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '@bell-lap/core'
import { packColumns, unpackColumns } from './columns.ts'
import { runOf } from './runs.arbitrary.ts'

const activityOf = (time: Float64Array, more: Partial<Activity['samples']> = {}): Activity => ({
  start: null,
  sessions: [],
  laps: [],
  samples: { count: time.length, time, developer: [], ...more },
  events: [],
  pauses: [],
  problems: [],
})

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, Number.MAX_VALUE, 2 ** 53, -(2 ** 60)),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 100),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((semicircles) => semicircles / (2 ** 31 / 180)),
)
const column = (length: number) =>
  fc.array(number, { minLength: length, maxLength: length }).map((all) => Float64Array.from(all))
const columns = fc
  .integer({ min: 0, max: 50 })
  .chain((length) => fc.tuple(column(length), column(length), column(length)))

describe('samples as bytes', () => {
  test('come out bit for bit as they went in', () => {
    fc.assert(
      fc.property(columns, fc.string(), ([time, heartRate, own], name) => {
        const activity = activityOf(time, {
          heartRate,
          developer: [{ name, unit: 'W', standsFor: 'power', values: own }],
        })
        expect(unpackColumns(packColumns(activity))).toStrictEqual({ samples: activity.samples })
      }),
    )
  })

  test('beats are kept beside them', () => {
    const beats = { count: 2, interval: Float64Array.of(0.8, 0.81), time: Float64Array.of(1, 2) }
    const { samples, beats: back } = unpackColumns(packColumns({ ...activityOf(Float64Array.of(0)), beats }))
    expect(samples.count).toBe(1)
    expect(back).toStrictEqual(beats)
  })

  test('an hour with distance, speed, heart rate, cadence and height takes under 12 bytes a second', () => {
    const run = runOf({
      at: '2026-10-20T06:30:00Z',
      legs: [{ speed: 3, metres: null, seconds: 3600, intensity: 'active' }],
    })
    expect(packColumns(run).length).toBeLessThan(12 * 3600)
  })
})
