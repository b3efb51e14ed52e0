import { describe, expect, test } from 'vitest'
import type { Distance, Duration } from '../units/quantity.ts'
import { fastestByDistance, isCurrent, type Mark, sameDistance } from './mark.ts'

const mark = (distance: number, time: number, day?: string): Mark => ({
  distance: distance as Distance,
  time: time as Duration,
  ...(day === undefined ? {} : { day }),
})

describe('a current mark', () => {
  test('is at most twelve months old, both ends included', () => {
    expect(isCurrent(mark(5000, 1200, '2025-10-11'), '2026-10-11')).toBe(true)
    expect(isCurrent(mark(5000, 1200, '2025-10-10'), '2026-10-11')).toBe(false)
    expect(isCurrent(mark(5000, 1200, '2026-10-11'), '2026-10-11')).toBe(true)
    expect(isCurrent(mark(5000, 1200, '2026-10-12'), '2026-10-11')).toBe(false)
  })

  test('counts from 29 February as well', () => {
    expect(isCurrent(mark(5000, 1200, '2027-03-01'), '2028-02-29')).toBe(true)
    expect(isCurrent(mark(5000, 1200, '2027-02-28'), '2028-02-29')).toBe(false)
  })

  test('is one without a day, and any where no day is asked about', () => {
    expect(isCurrent(mark(5000, 1200), '2026-10-11')).toBe(true)
    expect(isCurrent(mark(5000, 1200, '1999-01-01'), undefined)).toBe(true)
  })
})

test('the fastest of each distance counts, shortest first', () => {
  const marks = [mark(5000, 1230), mark(1609.344, 340), mark(5000, 1200), mark(1609, 335), mark(10000, 2500)]
  expect(fastestByDistance(marks).map(({ time }) => time)).toEqual([335, 1200, 2500])
})

test('a mile is not 1500 m, and a half marathon is not 21 km', () => {
  expect(sameDistance(1609 as Distance, 1609.344 as Distance)).toBe(true)
  expect(sameDistance(1500 as Distance, 1609.344 as Distance)).toBe(false)
  expect(sameDistance(21000 as Distance, 21097.5 as Distance)).toBe(false)
})
