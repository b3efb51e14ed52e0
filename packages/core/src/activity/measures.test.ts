import { describe, expect, test } from 'vitest'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import { consistencyOf } from './consistency.ts'
import { balanceAfter, balanceOver, recoveryTimeConstant } from './d-prime-balance.ts'
import { decouplingOf } from './decoupling.ts'
import { soundBeats, variabilityOf } from './heart-rate-variability.ts'
import { kickOf, pacingOf } from './pacing.ts'

describe('decoupling, golden values', () => {
  test.each([
    [3.5, 145, 3.5, 152, 4.605],
    [3.6, 140, 3.5, 147, 7.407],
    [3.0, 150, 3.0, 150, 0],
    [3.4, 150, 3.5, 149, -3.632],
  ])('%s m/s at %s, then %s at %s: %s %%', (v1, hr1, v2, hr2, expected) => {
    expect(decouplingOf({ speed: v1, heartRate: hr1 }, { speed: v2, heartRate: hr2 })).toBeCloseTo(expected, 3)
  })
})

describe('heart-rate variability, golden values', () => {
  test('seven beats', () => {
    const found = variabilityOf([1000, 1010, 990, 1005, 995, 1020, 1000], 2)
    expect(found?.rmssd).toBeCloseTo(17.55942, 5)
    expect(found?.logRmssd).toBeCloseTo(2.86559, 5)
    expect(found?.sdnn).toBeCloseTo(9.9403, 5)
    expect(found?.heartRate).toBeCloseTo(59.829, 3)
  })
  test('artefacts are removed, and no difference is taken across them', () => {
    const steady = Array.from({ length: 60 }, () => 1000)
    expect(soundBeats(steady.with(20, 250))[20]).toBe(false)
    expect(soundBeats(steady.with(20, 2100))[20]).toBe(false)
    expect(soundBeats(steady.with(20, 1300))[20]).toBe(false)
    expect(soundBeats(steady.with(20, 1150))[20]).toBe(true)
    expect(variabilityOf(steady.with(20, 1300))?.rmssd).toBe(0)
    expect(variabilityOf(steady.slice(0, 49))).toBeUndefined()
    expect(variabilityOf(steady.map((beat, index) => (index % 10 === 0 ? 250 : beat)))).toBeUndefined()
  })
})

describe('race pacing, golden values', () => {
  const kilometres = (...times: number[]) => times.map((time) => ({ distance: 1000, time }))
  test('an even 5K', () => {
    const found = pacingOf(kilometres(236, 240, 243, 243, 238))
    expect(found?.cv).toBeCloseTo(1.2843, 4)
    expect(found?.halves).toBeCloseTo(1.00837, 5)
    expect(found).toMatchObject({ shape: 'even', uShaped: true })
  })
  test('a positive 5K and a positive 800', () => {
    expect(pacingOf(kilometres(230, 236, 242, 246, 246))?.halves).toBeCloseTo(1.0443, 4)
    const eight = pacingOf([
      { distance: 400, time: 52 },
      { distance: 400, time: 54 },
    ])
    expect(eight?.halves).toBeCloseTo(1.0385, 4)
    expect(eight?.shape).toBe('positive')
  })
  test('the kick of a 1500', () => {
    expect(kickOf({ distance: 1200, time: 183 }, { distance: 300, time: 43.5 })).toBeCloseTo(1.052, 3)
  })
})

describe('consistency of repetitions, golden values', () => {
  test('five', () => {
    const found = consistencyOf([200, 201, 199, 203, 205])
    expect(found?.mean).toBeCloseTo(201.6, 6)
    expect(found?.cv).toBeCloseTo(1.1946, 4)
    expect(found?.fade).toBeCloseTo(2.5, 6)
    expect(found?.decrement).toBeCloseTo(1.30653, 5)
    expect(found?.slope).toBeCloseTo(1.2, 6)
    expect(found?.slopePercent).toBeCloseTo(0.595, 3)
  })
  test('eight', () => {
    const found = consistencyOf([90, 91, 90, 92, 91, 93, 92, 95])
    expect(found?.cv).toBeCloseTo(1.81912, 5)
    expect(found?.fade).toBeCloseTo(5.5556, 4)
    expect(found?.decrement).toBeCloseTo(1.9444, 4)
    expect(found?.slope).toBeCloseTo(0.57143, 5)
  })
  test('all the same, and a single one', () => {
    expect(consistencyOf([90, 90, 90])).toEqual({ mean: 90, cv: 0, fade: 0, decrement: 0, slope: 0, slopePercent: 0 })
    expect(consistencyOf([90])).toBeUndefined()
  })
})

describe('D′ balance, golden values', () => {
  const after = (
    blocks: readonly (readonly [speed: number, time: number])[],
    cs: number,
    dPrime: number,
    from = dPrime,
  ) => {
    const capacity = { criticalSpeed: metresPerSecond(cs), dPrime: metres(dPrime) }
    let balance = metres(from)
    return blocks.map(
      ([speed, time]) => (balance = balanceAfter(balance, metresPerSecond(speed), seconds(time), capacity)),
    )
  }
  const closeTo = (found: readonly number[], expected: readonly number[], digits: number) =>
    expected.forEach((value, index) => expect(found[index]).toBeCloseTo(value, digits))

  test('watts, by steps of one second', () => {
    const blocks = [400, 150, 400, 150].flatMap((power, block) =>
      Array.from({ length: block % 2 ? 120 : 60 }, () => power),
    )
    const capacity = { criticalSpeed: metresPerSecond(300), dPrime: metres(20_000) }
    const found = balanceOver(Float64Array.from(blocks), capacity)
    closeTo(
      [59, 179, 239, 359].map((second) => found[second] ?? NaN),
      [14_000, 17_568.8, 11_568.8, 16_583.8],
      0,
    )
    expect(Math.abs((found[179] ?? 0) - 17_568.8)).toBeLessThan(0.1)
  })
  test('five times three minutes, and five times 1000 m', () => {
    const sharp = Array.from(
      { length: 5 },
      () =>
        [
          [5.5, 180],
          [2.5, 120],
        ] as const,
    ).flat()
    const expected = [20, 145.785, -34.215, 129.456, -50.544, 124.538, -55.462, 123.056, -56.944, 122.61]
    closeTo(after(sharp, 4.5, 200), expected, 3)
    const long = Array.from(
      { length: 5 },
      () =>
        [
          [5, 200],
          [2.5, 90],
        ] as const,
    ).flat()
    const expectedLong = [100, 159.343, 59.343, 142.813, 42.813, 136.093, 36.093, 133.36, 33.36, 132.249]
    closeTo(after(long, 4.5, 200), expectedLong, 3)
  })
  test('half-time of the recovery', () => {
    closeTo(after([[2.5, 69.3147]], 4.5, 200, 0), [100], 3)
  })
  test('second by second it is at most 0.7 m away from the closed form', () => {
    const speeds = Float64Array.from({ length: 300 }, (_, second) => (second < 180 ? 5.5 : 2.5))
    const found = balanceOver(speeds, { criticalSpeed: metresPerSecond(4.5), dPrime: metres(200) })
    expect(Math.abs((found[299] ?? 0) - 145.785)).toBeLessThan(0.7)
  })
  test('time constants of the integral form', () => {
    const found = [0, 50, 100, 150, 200, 250].map(recoveryTimeConstant)
    closeTo(found, [862, 647.166, 516.862, 437.829, 389.893, 360.818], 3)
  })
})
