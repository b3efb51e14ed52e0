import { minutes, type Amount, type Repeat, type Role, type Step, type Total, type Workout } from '@bell-lap/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeWorkout } from './make-workout.ts'
import { parseWorkout } from './parse-workout.ts'
import { workoutArbitrary } from './workout.arbitrary.ts'

const inMinutes = (amount: number): Amount => ({ kind: 'time', duration: minutes(amount), unit: 'min' })
const bout = (role: Role, amount: number, target: Step['target'] = null): Step => ({
  kind: 'step',
  role,
  extent: inMinutes(amount),
  target,
})
const whole: Total = { extent: inMinutes(60), role: null, target: null }
const ladder: Repeat = {
  kind: 'repeat',
  times: 1,
  steps: [bout('work', 1), bout('work', 2)],
  between: { kind: 'step', role: 'recovery', mode: 'jog', extent: null, target: null },
  afterLast: false,
  form: 'ladder',
}

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

  test.each<[string, Partial<Workout>, string]>([
    ['a role that implies its pace', { steps: [bout('tempo', 20)] }, '20min tempo'],
    ['the goal pace twice', { steps: [bout('work', 5, { kind: 'pace', pace: 'goal', basis: 'goal' })] }, '5min @goal'],
    ['a ladder more than once', { steps: [{ ...ladder, times: 3 }] }, '3 x ((1min, 2min), jog ?)'],
    ['a total more than once', { steps: [{ ...ladder, form: 'within', times: 2 }] }, '2 x (? with 1min + 2min), jog ?'],
    [
      'a remainder that the total does not name',
      { total: whole, remainder: 'long', steps: [bout('work', 5)] },
      '60min long with 5min',
    ],
    ['strength of which nothing is said', { kind: 'strength', steps: [] }, 'strength'],
    ['figures that are none', { steps: [bout('work', Number.NaN), bout('work', -1)] }, '0min + 0min'],
  ])('outside the normal form: %s', (_, fields, printed) => {
    const workout: Workout = { kind: 'run', total: null, remainder: null, steps: [], alternatives: [], ...fields }
    expect(makeWorkout(workout)).toBe(printed)
    const read = parseWorkout(printed)
    expect(read.ok && makeWorkout(read.value)).toBe(printed)
  })
})
