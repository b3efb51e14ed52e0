import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfDistribution, polarizationIndex } from './polarization.ts'

const index = (low: number, middle: number, high: number): number => {
  const result = polarizationIndex({ low, middle, high })
  return result.ok ? result.value : Number.NaN
}

describe('golden values of the polarization index (Treff 2019, Table 1; science 5)', () => {
  test.each([
    [80, 0, 20, 3.18],
    [72, 0, 28, 3.29],
    [68, 6, 26, 2.47],
    [67.3, 30.2, 2.5, 0.75],
    [80.4, 17.9, 1.8, 0.91],
    [74, 11, 15, 2.0],
  ])('%d/%d/%d is %d', (low, middle, high, golden) => {
    expect(index(low, middle, high)).toBeCloseTo(golden, 2)
  })

  test.each([
    [75, 5, 20, 2.477],
    [80, 10, 10, 1.903],
    [77, 3, 20, 2.71],
  ])('%d/%d/%d is %d', (low, middle, high, golden) => {
    expect(index(low, middle, high)).toBeCloseTo(golden, 3)
  })

  test('no hard running is 0, more hard than easy has no index, nothing at all has none either', () => {
    expect(index(90, 10, 0)).toBe(0)
    expect(polarizationIndex({ low: 20, middle: 10, high: 70 })).toEqual({ ok: false, fault: 'more hard than easy' })
    expect(polarizationIndex({ low: 0, middle: 0, high: 0 })).toEqual({ ok: false, fault: 'no volume' })
  })

  test('the unit of volume does not matter', () => {
    const volume = fc.double({ min: 1, max: 1000, noNaN: true })
    fc.assert(
      fc.property(volume, volume, volume, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, c, factor) => {
        const [high = 1, low = 1] = [a, c].toSorted((x, y) => x - y)
        expect(index(low * factor, b * factor, high * factor)).toBeCloseTo(index(low, b, high), 6)
      }),
    )
  })
})

describe('the name of a distribution', () => {
  test.each([
    [75, 5, 20, 'polarised'],
    [92.3, 4.9, 2.7, 'pyramidal'],
    [40, 50, 10, 'threshold'],
    [80, 10, 10, 'other'],
    [74, 12, 14, 'other'],
  ])('%d/%d/%d is %s', (low, middle, high, kind) => {
    expect(kindOfDistribution({ low, middle, high })).toBe(kind)
  })

  // The shares are printed to 0.1 %, which moves the index of a week by up to 0.03.
  test.each([
    [1, 92.3, 4.9, 2.7, 1.71],
    [2, 90.9, 5.7, 3.4, 1.73],
    [3, 90.4, 5.7, 3.9, 1.8],
    [4, 92.7, 5.5, 1.8, 1.48],
    [5, 89.3, 5.2, 5.5, 1.98],
    [6, 89.4, 5.0, 5.5, 2.0],
    [7, 89.4, 4.6, 6.0, 2.07],
    [8, 92.1, 3.6, 4.3, 2.05],
    [9, 89.6, 1.6, 8.8, 2.69],
    [10, 90.4, 1.2, 8.4, 2.79],
    [11, 91.4, 0.9, 7.7, 2.9],
  ])('the advanced 5K document, week %d (science 2)', (week, low, middle, high, golden) => {
    expect(Math.abs(index(low, middle, high) - golden)).toBeLessThanOrEqual(0.03)
    // Weeks 5 and 6 stand on the threshold itself, to the printed digits.
    if (week <= 4) expect(kindOfDistribution({ low, middle, high })).toBe('pyramidal')
    if (week >= 7) expect(kindOfDistribution({ low, middle, high })).toBe('polarised')
  })
})
