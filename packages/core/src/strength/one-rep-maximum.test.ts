import { expect, test } from 'vitest'
import { brzycki, epley, percentByBrzycki, percentByEpley, percentFor } from './one-rep-maximum.ts'

/** science.md 12, exact to the printed digits. */
test.each([
  [100, 3, 110.0, 105.88],
  [100, 5, 116.67, 112.5],
  [100, 8, 126.67, 124.14],
  [100, 10, 133.33, 133.33],
  [60, 5, 70.0, 67.5],
  [80, 6, 96.0, 92.9],
  [120, 4, 136.0, 130.91],
  [40, 12, 56.0, 57.6],
])('%d kg x %d: Epley %d, Brzycki %d', (kilograms, reps, byEpley, byBrzycki) => {
  expect(epley(kilograms, reps)).toBeCloseTo(byEpley, 2)
  expect(brzycki(kilograms, reps)).toBeCloseTo(byBrzycki, 2)
})

test.each([
  [1, 100],
  [2, 97.2],
  [3, 94.4],
  [4, 91.7],
  [5, 88.9],
  [6, 86.1],
  [8, 80.6],
  [10, 75.0],
  [12, 69.4],
])('%d repetitions fail at %d %% (Brzycki)', (reps, percent) => expect(percentByBrzycki(reps)).toBeCloseTo(percent, 1))

test.each([
  [4, 88.2],
  [6, 83.3],
  [8, 78.9],
  [12, 71.4],
])('%d repetitions fail at %d %% (Epley)', (reps, percent) => {
  expect(percentByEpley(reps)).toBeCloseTo(percent, 1)
})

test('six repetitions with two in reserve take 80.6 %', () => {
  expect(percentFor(6, 8)).toBeCloseTo(80.6, 1)
  expect(epley(100, 1)).toBe(100)
  expect(percentFor(12, 7)).toBeUndefined()
})
