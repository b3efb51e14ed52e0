import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Speed } from '../units/quantity.ts'
import { DOWNHILL_FLOOR, gradeAdjustedSpeed, gradeCost, gradeFactor } from './grade.ts'

describe('golden costs of grades (Minetti 2002; science 6)', () => {
  test.each([
    [-0.45, 4.0323],
    [-0.4, 3.6097],
    [-0.3, 2.4622],
    [-0.2, 1.8],
    [-0.1, 2.1517],
    [-0.05, 2.7459],
    [-0.02, 3.2289],
    [0, 3.6],
    [0.01, 3.7996],
    [0.02, 4.0082],
    [0.05, 4.6852],
    [0.1, 5.9682],
    [0.15, 7.417],
    [0.2, 9.0067],
    [0.3, 12.5793],
    [0.45, 19.426],
  ])('at %d: %d J/kg/m', (grade, golden) => {
    expect(gradeCost(grade)).toBeCloseTo(golden, 4)
  })

  test('10 % costs 1.6578 times the flat', () => {
    expect(gradeFactor(0.1)).toBeCloseTo(1.6578, 4)
  })

  test('the least cost is 1.78127 at -18.135 %', () => {
    expect(gradeCost(-0.18135)).toBeCloseTo(1.78127, 5)
    for (const step of [-0.001, 0.001]) expect(gradeCost(-0.18135 + step)).toBeGreaterThan(gradeCost(-0.18135))
  })

  test.each([
    [0.05, 230.5],
    [0.1, 181],
    [-0.05, 393.3],
  ])('5:00/km at %d is %d s/km on the flat', (grade, golden) => {
    expect(1000 / gradeAdjustedSpeed((1000 / 300) as Speed, grade)).toBeCloseTo(golden, 1)
  })

  test('the measured values of the paper stay within what the polynomial misses them by', () => {
    const measured = [
      [0, 3.4, 3.6],
      [0.45, 18.93, 19.43],
      [-0.2, 1.73, 1.8],
      [-0.45, 3.92, 4.03],
    ] as const
    for (const [grade, inPaper, polynomial] of measured) {
      expect(gradeCost(grade)).toBeCloseTo(polynomial, 2)
      expect(Math.abs(gradeCost(grade) - inPaper)).toBeLessThan(0.51)
    }
  })
})

test('beyond 45 % the cost stays that of 45 %', () => {
  expect(gradeCost(0.7)).toBe(gradeCost(0.45))
  expect(gradeCost(-3)).toBe(gradeCost(-0.45))
})

test('cost is always positive, and uphill never counts as easier than level', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (grade) => {
      expect(gradeCost(grade)).toBeGreaterThan(1.7)
      if (grade > 0) expect(gradeFactor(grade)).toBeGreaterThanOrEqual(1)
    }),
  )
})

test('a floor keeps a descent from counting for next to nothing', () => {
  const speed = 4 as Speed
  expect(gradeAdjustedSpeed(speed, -0.1, DOWNHILL_FLOOR)).toBeCloseTo(3.4, 9)
  expect(gradeAdjustedSpeed(speed, 0.05, DOWNHILL_FLOOR)).toBe(gradeAdjustedSpeed(speed, 0.05))
})
