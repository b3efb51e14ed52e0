import { describe, expect, test } from 'vitest'
import { distanceAlong, metresBetween } from './path.ts'

describe('distances on the globe', () => {
  test('a degree along a meridian is 111.195 km, along the 60th parallel half of it', () => {
    expect(metresBetween(10, 20, 11, 20)).toBeCloseTo(111_195, 0)
    expect(metresBetween(60, 20, 60, 21) / 55_597).toBeCloseTo(1, 4)
  })

  test('over the date line and between the poles', () => {
    expect(metresBetween(0, 179.5, 0, -179.5)).toBeCloseTo(111_195, 0)
    expect(metresBetween(90, 0, -90, 77)).toBeCloseTo(Math.PI * 6_371_008.8, 3)
    expect(metresBetween(5, 5, 5, 5)).toBe(0)
  })
})

describe('distance along positions', () => {
  const north = (...degrees: readonly number[]): Float64Array => Float64Array.from(degrees)
  const east = (count: number): Float64Array => new Float64Array(count)
  const rounded = (column: Float64Array): readonly number[] => [...column].map((metres) => Math.round(metres))

  test('adds up from place to place', () => {
    expect(rounded(distanceAlong(north(0, 0.001, 0.003), east(3), []))).toEqual([0, 111, 334])
  })

  test('passes over what is no place', () => {
    const along = distanceAlong(north(NaN, 0, 100, 0.001, NaN, 0.002), east(6), [])
    expect(rounded(along)).toEqual([NaN, 0, NaN, 111, NaN, 222])
  })

  test('adds nothing over a break, however many there are', () => {
    expect(rounded(distanceAlong(north(0, 0.001, 5, 5.001, 9), east(5), [0, 2, 2, 4, 7]))).toEqual([
      0, 111, 111, 222, 222,
    ])
  })

  test('a break at a sample without a place counts from the next that has one', () => {
    expect(rounded(distanceAlong(north(0, NaN, 5, 5.001), east(4), [1]))).toEqual([0, NaN, 0, 111])
  })
})
