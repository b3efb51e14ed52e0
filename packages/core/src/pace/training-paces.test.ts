import { describe, expect, test } from 'vitest'
import { HALF_MARATHON, MARATHON } from '../units/distance.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { paceOf, type PaceUnit } from '../units/speed.ts'
import { parseClock } from '../units/text.ts'
import { equivalentSpeed, indexOf, shareAtSpeed } from './daniels-gilbert.ts'
import { slowRunnerIndex, slowRunnerSpeeds, trainingSpeeds } from './training-paces.ts'

const time = (text: string): Duration => parseClock(text) ?? (Number.NaN as Duration)
const pace = (speed: Speed, unit: PaceUnit): number => paceOf(speed, unit) ?? Number.NaN
const within = (value: number, golden: number, tolerance: number) =>
  expect(Math.abs(value - golden), `${value} against ${golden} ± ${tolerance}`).toBeLessThanOrEqual(tolerance)

describe('golden training paces of the book (science 1)', () => {
  // Per mile: E (70 %), E range, M, T; per km T; per 400 T; per km I; per 400 I; per 200 and 400 R.
  test.each([
    [40, '9:50', '9:50', '10:49', '8:46', '8:12', '5:06', '2:02', '4:42', '1:52', 53, '1:47'],
    [50, '8:14', '8:14', '9:04', '7:17', '6:51', '4:15', '1:42', '3:55', '1:33', 43, '1:27'],
    [60, '7:07', '7:06', '7:50', '6:14', '5:54', '3:40', '1:28', '3:23', '1:21', 37, '1:15'],
    [70, '6:17', '6:16', '6:55', '5:28', '5:13', '3:14', '1:18', '2:59', '1:11', 32.5, '1:05'],
  ])('index %d: 2 s/mi, easy 5 s, 1 s per 400', (index, e, fast, slow, m, t, tKm, t400, iKm, i400, r200, r400) => {
    const speeds = trainingSpeeds(index)
    within(pace(speeds.easy.high, 'mi'), time(e), 5)
    within(pace(speeds.easy.high, 'mi'), time(fast), 1)
    within(pace(speeds.easy.low, 'mi'), time(slow), 1)
    within(pace(speeds.marathon, 'mi'), time(m), 2)
    within(pace(speeds.threshold, 'mi'), time(t), 2)
    within(pace(speeds.threshold, 'km'), time(tKm), 2 / 1.609344)
    within(pace(speeds.threshold, '400m'), time(t400), 1)
    within(pace(speeds.interval, 'km'), time(iKm), 2 / 1.609344)
    within(pace(speeds.interval, '400m'), time(i400), 1)
    within(pace(speeds.repetition, '200m'), r200, 1)
    within(pace(speeds.repetition, '400m'), time(r400), 1)
  })

  test('index 70, the one-sheet: intervals at 4:46 a mile', () => {
    within(pace(trainingSpeeds(70).interval, 'mi'), time('4:46'), 2)
  })
})

const rows = (text: string): readonly number[] => text.split(' ').map(time)

describe('golden rows of the calculator of the index’s owners (science 1)', () => {
  test.each([
    [MARATHON, '3:45:00', '9:39 10:36 8:02 7:24'],
    [MARATHON, '3:00:00', '7:48 8:36 6:29 5:58'],
    [MARATHON, '2:30:00', '6:33 7:14 5:27 5:01'],
    [HALF_MARATHON, '1:30:00', '8:07 8:56 6:45 6:12'],
    [HALF_MARATHON, '1:15:00', '6:51 7:33 5:41 5:14'],
  ])('%d m in %s: E fast and slow, T, I within 2 s/mi', (distance, text, row) => {
    const speeds = trainingSpeeds(indexOf({ distance, time: time(text) }))
    const values = [speeds.easy.high, speeds.easy.low, speeds.threshold, speeds.interval].map((s) => pace(s, 'mi'))
    rows(row).forEach((golden, index) => within(values[index] ?? 0, golden, 2))
  })

  test.each([
    [MARATHON, '4:30:00', 32.78, '10:58 12:03 9:22 8:26', '10:57 12:00 9:22 8:26'],
    [MARATHON, '4:15:00', 35.19, '10:35 11:38 8:57 8:08', '10:34 11:36 8:57 8:08'],
    [MARATHON, '4:00:00', 37.9, '10:11 11:12 8:31 7:49', '10:11 11:11 8:32 7:50'],
    [HALF_MARATHON, '2:15:00', 31.69, '11:09 12:14 9:35 8:34', '11:07 12:12 9:35 8:35'],
  ])('slow-runner rule, %d m in %s: within 3 s/mi of the calculator', (distance, text, golden, computed, scraped) => {
    const index = indexOf({ distance, time: time(text) })
    within(index, golden, 0.005)
    const speeds = slowRunnerSpeeds(index)
    const values = [speeds.easy.high, speeds.easy.low, speeds.threshold, speeds.interval].map((s) => pace(s, 'mi'))
    rows(computed).forEach((expected, column) => within(values[column] ?? 0, expected, 0.5))
    rows(scraped).forEach((expected, column) => within(values[column] ?? 0, expected, 3))
  })

  test('slow-runner rule: fixed at 39, leaves the marathon alone', () => {
    expect(slowRunnerIndex(39)).toBe(39)
    expect(slowRunnerIndex(38.9999)).toBeCloseTo(39, 3)
    expect(slowRunnerIndex(50)).toBe(50)
    expect(slowRunnerSpeeds(33).marathon).toBe(trainingSpeeds(33).marathon)
  })

  test('slow-runner rule at 5K 30:00: threshold +5.5, intervals -58 s/mi, faster than mile pace: why only easy is offered', () => {
    const index = indexOf({ distance: 5000 as Distance, time: 1800 as Duration })
    const race = (1800 / 5000) * 1609.344
    const speeds = slowRunnerSpeeds(index)
    within(pace(speeds.threshold, 'mi') - race, 5.5, 0.05)
    within(pace(speeds.interval, 'mi') - race, -58, 0.5)
    expect(speeds.interval).toBeGreaterThan(equivalentSpeed(index, 1609.344 as Distance))
  })
})

test('shares of the index in the rows: E 70 and 62, T 88, I 97.5 %', () => {
  const { easy, threshold, interval } = trainingSpeeds(45)
  const shares = [easy.low, easy.high, threshold, interval].map((speed) => shareAtSpeed(45, speed))
  ;[0.62, 0.7, 0.88, 0.975].forEach((golden, index) => expect(shares[index]).toBeCloseTo(golden, 9))
})
