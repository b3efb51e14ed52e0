import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeWorkout } from './make-workout.ts'
import { parseWorkout } from './parse-workout.ts'
import { workoutArbitrary } from './workout.arbitrary.ts'

describe('printing and reading', () => {
  test('what is printed of any workout reads back as the same workout', () => {
    fc.assert(
      fc.property(workoutArbitrary(), (workout) => {
        const text = makeWorkout(workout)
        expect(parseWorkout(text), text).toStrictEqual({ ok: true, value: workout })
      }),
      { numRuns: 2000 },
    )
  })

  test('printing what was printed changes nothing', () => {
    fc.assert(
      fc.property(workoutArbitrary(), (workout) => {
        const text = makeWorkout(workout)
        const read = parseWorkout(text)
        expect(read.ok && makeWorkout(read.value)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
