import { describe, expect, test } from 'vitest'
import { ageOn } from './athlete.ts'
import { estimateMaxHeartRate, type MaxHeartRateFormula } from './max-heart-rate.ts'

const AGES = [20, 30, 40, 50, 60]

describe('golden values of the highest heart rate from age (science 5)', () => {
  test.each<[MaxHeartRateFormula, readonly number[]]>([
    ['tanaka', [194, 187, 180, 173, 166]],
    ['nes', [198.2, 191.8, 185.4, 179, 172.6]],
    ['fox', [200, 190, 180, 170, 160]],
    ['gulati', [188.4, 179.6, 170.8, 162, 153.2]],
  ])('%s', (formula, golden) => {
    AGES.forEach((age, index) =>
      expect(estimateMaxHeartRate(age, formula).heartRate).toBeCloseTo(golden[index] ?? 0, 9),
    )
  })

  test('is never given without its error', () => {
    expect(estimateMaxHeartRate(40)).toEqual({ heartRate: 180, error: 11, formula: 'tanaka' })
  })
})

describe('age', () => {
  test('counts whole years to the day', () => {
    expect(ageOn('1990-06-15', '2026-06-14')).toBe(35)
    expect(ageOn('1990-06-15', '2026-06-15')).toBe(36)
  })

  test('from the year alone is the age that the year brings', () => {
    expect(ageOn('1990', '2026-01-01')).toBe(36)
  })
})
