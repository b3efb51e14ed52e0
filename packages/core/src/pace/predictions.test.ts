import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { paceOf } from '../units/speed.ts'
import { cameronTime } from './cameron.ts'
import { equivalentTime, indexOf } from './daniels-gilbert.ts'
import { horwillSpeed } from './horwill.ts'
import { purdyPoints, purdyTime } from './purdy.ts'
import { exponentBetween, personalExponent, riegelTime } from './riegel.ts'

const MILE = 1609.344
const race = (distance: number, seconds: number) => ({ distance: distance as Distance, time: seconds as Duration })
const FIVE_K = race(5000, 1200)

describe('golden predictions from 5000 m in 20:00 (science 2)', () => {
  // Each value is printed to its last digit: half a unit of it is the tolerance.
  test.each([
    [10_000, 2501.92, 2499.66, 2489.78, 2487.9],
    [21_097.5, 5520.24, 5511.22, 5561.13, 5509.7],
    [MILE, 360.85, 348.65, 346.98, 351.0],
    [1500, 334.91, 322.06, 319.27, 324.8],
    [3000, 698.27, 693.13, 697.79, 695.1],
  ])('to %d m: Riegel, Cameron, Purdy, Daniels-Gilbert', (metres, riegel, cameron, purdy, daniels) => {
    const distance = metres as Distance
    expect(riegelTime(FIVE_K, distance)).toBeCloseTo(riegel, 2)
    expect(cameronTime(FIVE_K, distance)).toBeCloseTo(cameron, 2)
    expect(purdyTime(purdyPoints(FIVE_K), distance)).toBeCloseTo(purdy, 2)
    expect(equivalentTime(indexOf(FIVE_K), distance)).toBeCloseTo(daniels, 1)
  })

  test.each([
    [race(10_000, 2400), 5000, 1151.12, 1152.16, 1157.6],
    [race(1500, 240), 5000, 859.93, 894.24, 894.4],
  ])('from %o to %d m: Riegel, Cameron, Daniels-Gilbert', (mark, metres, riegel, cameron, daniels) => {
    const distance = metres as Distance
    expect(riegelTime(mark, distance)).toBeCloseTo(riegel, 2)
    expect(cameronTime(mark, distance)).toBeCloseTo(cameron, 2)
    expect(equivalentTime(indexOf(mark), distance)).toBeCloseTo(daniels, 1)
  })

  test.each([
    [FIVE_K, 454.45],
    [race(5000, 900), 836.72],
    [race(1500, 240), 854.19],
    [race(10_000, 2400), 496.7],
  ])('Purdy points of %o', (mark, golden) => {
    expect(purdyPoints(mark)).toBeCloseTo(golden, 2)
  })

  test('Galloway’s magic mile: 33 s/mi slower for 5K agrees with the index at 5K 18:00', () => {
    const index = indexOf(race(5000, 1080))
    const mile = equivalentTime(index, MILE as Distance)
    expect(Math.abs((1080 / 5000) * MILE - mile - 33)).toBeLessThan(0.5)
  })
})

describe('exponents', () => {
  test.each([
    [45, 3.405],
    [50, 3.419],
    [60, 3.44],
    [70, 3.451],
  ])('golden ratio 5K over mile at index %d is %d (science 2)', (index, golden) => {
    const times = [5000, MILE].map((distance) => race(distance, equivalentTime(index, distance as Distance)))
    const [five = FIVE_K, mile = FIVE_K] = times
    expect(five.time / mile.time).toBeCloseTo(golden, 3)
    const exponent = exponentBetween(mile, five)
    expect(exponent).toBeGreaterThanOrEqual(1.0805)
    expect(exponent).toBeLessThanOrEqual(1.0935)
  })

  test('a runner’s own exponent comes back out of the power law', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.031, max: 1.149, noNaN: true }), (exponent) => {
        const marks = [3000, 5000, 10_000].map((d) => race(d, riegelTime(FIVE_K, d as Distance, exponent)))
        expect(personalExponent(marks)).toBeCloseTo(exponent, 9)
        expect(exponentBetween(marks[0] ?? FIVE_K, marks[2] ?? FIVE_K)).toBeCloseTo(exponent, 9)
      }),
    )
  })

  test('there is none from one distance, from races outside 3.5 to 230 minutes, or from one that was not raced', () => {
    expect(personalExponent([FIVE_K])).toBeUndefined()
    expect(personalExponent([FIVE_K, race(5000, 1210)])).toBeUndefined()
    expect(personalExponent([FIVE_K, race(800, 140)])).toBeUndefined()
    expect(personalExponent([FIVE_K, race(10_000, 2900)])).toBeUndefined()
  })
})

describe('Horwill’s four seconds a lap (science 4)', () => {
  test.each([
    [1500, 240],
    [3000, 510],
    [5000, 900],
  ])('golden: 800 m in 2:00 is %d m in %d s', (metres, golden) => {
    const speed = horwillSpeed((800 / 120) as Speed, 800 as Distance, metres as Distance)
    expect(metres / speed).toBeCloseTo(golden, 9)
  })

  test('golden: the index of 5000 m in 15:00 gives 1500 m in 4:01.5', () => {
    expect(equivalentTime(indexOf(race(5000, 900)), 1500 as Distance)).toBeCloseTo(241.5, 1)
  })

  test('from the mile, 800 m is four seconds a lap faster, 400 m eight, and the way back returns', () => {
    const mile = (MILE / 340) as Speed
    const lap = (speed: Speed) => paceOf(speed, '400m') ?? 0
    const at = (metres: number) => horwillSpeed(mile, MILE as Distance, metres as Distance)
    expect(lap(mile) - lap(at(800))).toBeCloseTo(4, 9)
    expect(lap(mile) - lap(at(400))).toBeCloseTo(8, 9)
    expect(horwillSpeed(at(600), 600 as Distance, MILE as Distance)).toBeCloseTo(mile, 12)
    expect(lap(at(1000))).toBeGreaterThan(lap(at(800)))
    expect(lap(at(1200))).toBeGreaterThan(lap(at(1000)))
    expect(lap(at(1500))).toBeCloseTo(lap(mile), 9)
  })
})
