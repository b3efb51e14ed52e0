import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { parseClock } from '../units/text.ts'
import {
  equivalentTime,
  indexOf,
  oxygenCost,
  shareAtSpeed,
  speedAtShare,
  speedFor,
  speedOfCost,
  sustainableShare,
} from './daniels-gilbert.ts'
import { RACE_PACES, type RacePace } from './names.ts'

const time = (text: string): Duration => parseClock(text) ?? (Number.NaN as Duration)
const race = (distance: number, text: string) => ({ distance: distance as Distance, time: time(text) })
const perMinute = (amount: number): Speed => (amount / 60) as Speed
const within = (value: number, golden: number, tolerance: number) =>
  expect(Math.abs(value - golden), `${value} against ${golden} ± ${tolerance}`).toBeLessThanOrEqual(tolerance)

describe('golden values of the Daniels-Gilbert index (science 1)', () => {
  test('5000 m in 24:34, as the tlgs notebook prints it', () => {
    expect(indexOf(race(5000, '24:34'))).toBeCloseTo(39.11039839652726, 9)
  })

  test.each([
    [5000, '20:00', 49.806],
    [5000, '12:53', 83.004],
    [5000, '15:00', 69.597],
    [5000, '25:00', 38.309],
    [10_000, '40:00', 51.944],
    [1500, '4:00', 70.1],
    [1609.344, '4:00', 76.533],
    [5000, '19:13', 52.186],
  ])('%d m in %s is %d', (distance, text, golden) => {
    // The values are printed to three decimals: the stated tolerance is 0.05, the formula keeps 0.0005.
    expect(indexOf(race(distance, text))).toBeCloseTo(golden, 3)
  })

  test('5000 m in 20:00: cost and share', () => {
    expect(oxygenCost((5000 / 1200) as Speed)).toBeCloseTo(47.4645, 3)
    expect(sustainableShare(1200 as Duration)).toBeCloseTo(0.952983, 6)
  })

  test.each([
    [150, 25.0787],
    [200, 36.0116],
    [250, 47.4645],
    [300, 59.4374],
    [350, 71.9303],
  ])('cost at %d m/min is %d', (speed, golden) => {
    expect(oxygenCost(perMinute(speed))).toBeCloseTo(golden, 4)
  })

  test.each([
    [5, 1.09146],
    [10, 1.01],
    [11, 1.000273],
    [20, 0.95298],
    [30, 0.93003],
    [60, 0.88801],
    [120, 0.84088],
    [240, 0.80882],
  ])('share for %d minutes is %d', (minutes, golden) => {
    expect(sustainableShare((minutes * 60) as Duration)).toBeCloseTo(golden, 5)
  })

  test('the inverse is exact, where the polynomial of GoldenCheetah errs by up to 0.23 m/min', () => {
    for (let cost = 30; cost <= 85; cost += 5) {
      expect(oxygenCost(speedOfCost(cost))).toBeCloseTo(cost, 9)
      const polynomial = 29.54 + 5.000663 * cost - 0.007546 * cost ** 2
      within(speedOfCost(cost) * 60, polynomial, 0.23)
    }
  })
})

describe('golden equivalent race times (Daniels, 3rd ed.; science 1)', () => {
  const columns: readonly RacePace[] = ['1500', 'mile', '3K', '2mi', '5K', '10K', '15K', 'hm', 'marathon']
  /** Seconds. Stated up to 10K, for the half and for the marathon; 15K lies past 10K and takes that of the half. */
  const tolerance = (pace: RacePace): number => {
    if (pace === 'marathon') return 15
    return pace === 'hm' || pace === '15K' ? 8 : 3
  }

  test('the book row of 30: within the tolerance to 15K, then the table leaves the formula', () => {
    const row = '8:30 9:11 17:56 19:19 30:40 63:46 98:14 2:21:04 4:49:17'.split(' ').map(time)
    const misses = columns.map((pace, column) => equivalentTime(30, RACE_PACES[pace] as Distance) - (row[column] ?? 0))
    columns.slice(0, 7).forEach((pace, column) => within(misses[column] ?? 0, 0, tolerance(pace)))
    // Known and written down in docs/decisions/golden-values.md: 0.16 % at the half, 0.18 % at the marathon.
    within(misses[7] ?? 0, 13.2, 0.05)
    within(misses[8] ?? 0, 31.9, 0.05)
  })

  test.each([
    [38, '6:54 7:27 14:41 15:49 25:12 52:17 80:33 1:55:55 3:59:35'],
    [40, '6:35 7:07 14:03 15:08 24:08 50:03 77:06 1:50:59 3:49:45'],
    [50, '5:24 5:50 11:33 12:28 19:57 41:21 63:36 1:31:35 3:10:49'],
    [60, '4:35 4:57 9:50 10:37 17:03 35:22 54:18 1:18:09 2:43:25'],
  ])('the book row of %d, within 3 s, 8 s (half marathon) and 15 s (marathon)', (index, row) => {
    row.split(' ').forEach((text, column) => {
      const pace = columns[column] ?? '5K'
      within(equivalentTime(index, RACE_PACES[pace] as Distance), time(text), tolerance(pace))
    })
  })

  test.each([
    [50, '5:24 5:50 11:33 12:28 19:56 41:20 63:34 1:31:31 3:10:40'],
    [70, '4:00 4:19 8:35 9:16 14:56 31:01 47:34 1:08:23 2:23:13'],
  ])('the formula row of %d, to the second', (index, row) => {
    row.split(' ').forEach((text, column) => {
      const pace = columns[column] ?? '5K'
      within(equivalentTime(index, RACE_PACES[pace] as Distance), time(text), 0.5)
    })
  })
})

describe('golden ratios of the track (science 4)', () => {
  const at = (index: number, distance: number) => equivalentTime(index, distance as Distance)

  test.each([
    [45, 1.0806],
    [50, 1.0806],
    [60, 1.0803],
    [70, 1.0799],
    [80, 1.0795],
  ])('mile over 1500 at %d is %d', (index, golden) => {
    within(at(index, 1609.344) / at(index, 1500), golden, 0.00005)
  })

  test.each([
    [45, 1.987],
    [50, 1.983],
    [70, 1.967],
  ])('1500 over 800 at %d is %d', (index, golden) => {
    // The golden times were searched to 0.01 s, which moves the ratio by 0.00016 before it is rounded.
    within(at(index, 1500) / at(index, 800), golden, 0.0005 + 0.00016)
  })

  test.each([
    [45, 3.68],
    [50, 3.69],
    [60, 3.72],
    [70, 3.73],
  ])('5000 over 1500 at %d is %d', (index, golden) => {
    within(at(index, 5000) / at(index, 1500), golden, 0.005)
  })

  test('index 50: 800 m 2:43, 1500 m 5:24, mile 5:50, and their laps', () => {
    const golden = [
      [800, 163, 81.5],
      [1500, 324, 86.4],
      [1609.344, 350, 87],
    ] as const
    for (const [distance, seconds, lap] of golden) {
      expect(Math.round(at(50, distance))).toBe(seconds)
      // The laps are those of the whole seconds.
      within((seconds / distance) * 400, lap, 0.05)
      within((at(50, distance) / distance) * 400, lap, 0.25)
    }
  })
})

describe('the index as a function', () => {
  const indices = fc.double({ min: 12, max: 90, noNaN: true })
  const distances = fc.double({ min: 800, max: 60_000, noNaN: true })

  test('a race and its equivalent time are each other’s inverse', () => {
    fc.assert(
      fc.property(indices, distances, (index, distance) => {
        const equivalent = equivalentTime(index, distance as Distance)
        expect(indexOf({ distance: distance as Distance, time: equivalent })).toBeCloseTo(index, 6)
      }),
    )
  })

  test('a longer race takes longer and is run no faster; a higher index is faster', () => {
    fc.assert(
      fc.property(indices, distances, fc.double({ min: 1.001, max: 4, noNaN: true }), (index, distance, factor) => {
        const short = equivalentTime(index, distance as Distance)
        const long = equivalentTime(index, (distance * factor) as Distance)
        expect(long).toBeGreaterThan(short)
        expect((distance * factor) / long).toBeLessThanOrEqual(distance / short)
        expect(equivalentTime(index * 1.01, distance as Distance)).toBeLessThan(short)
      }),
    )
  })

  test('speed of a duration, of a share and of a cost agree', () => {
    fc.assert(
      fc.property(indices, fc.double({ min: 0.5, max: 1.2, noNaN: true }), (index, share) => {
        expect(shareAtSpeed(index, speedAtShare(index, share))).toBeCloseTo(share, 9)
        expect(speedFor(index, 3600 as Duration)).toBeCloseTo(
          speedAtShare(index, sustainableShare(3600 as Duration)),
          12,
        )
      }),
    )
  })
})
