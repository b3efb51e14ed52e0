import { describe, expect, test } from 'vitest'
import type { NamedSession, Plan, Session } from '../plan/plan.ts'
import { minutes, seconds } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import type { Exercise, Part, Workout, WorkoutKind } from '../workout/workout.ts'
import { scheduleOf } from './of-plan.ts'
import {
  beginsWithWarmup,
  heavySets,
  isStrength,
  isToldWhole,
  isUnilateral,
  minutesOfForm,
  statedMinutes,
  strengthFormsOf,
} from './strength-week.ts'

const exercise = (name: string, rest: Partial<Exercise> = {}): Exercise => ({
  kind: 'exercise',
  name,
  sets: 3,
  reps: 8,
  ...rest,
})
const workout = (kind: WorkoutKind, steps: readonly Part[]): Workout => ({
  kind,
  total: null,
  remainder: null,
  steps,
  alternatives: [],
})
const named = (name: string): Workout =>
  workout('strength', [{ kind: 'other', activity: 'strength', extent: null, name }])
const drills: Part = {
  kind: 'step',
  role: 'drills',
  extent: { kind: 'time', duration: minutes(5), unit: 'min' },
  target: null,
}

const SQUAT = exercise('back squat', { sets: 4, reps: 5, rest: seconds(180), load: { kind: 'word', word: 'heavy' } })
const A: NamedSession = {
  kind: 'strength',
  name: 'A',
  total: { kind: 'time', duration: minutes(30), unit: 'min' },
  lines: [{ workout: workout('run', [drills]) }, { workout: workout('strength', [SQUAT]) }],
}
const B: NamedSession = {
  kind: 'strength',
  name: 'B',
  total: null,
  lines: [{ workout: workout('strength', [exercise('split squat', { eachSide: true })]) }],
}

const schedule = (workouts: readonly Workout[]) => {
  const sessions = workouts.map((each): Session => ({ day: 'Mon', slot: null, workout: each }))
  const week = { number: 1, kind: null, statedTotal: null, objective: null, sessions }
  const plan: Plan = {
    name: null,
    races: [],
    unit: 'km',
    paces: null,
    definitions: [],
    follows: [],
    library: [A, B],
    phases: [{ name: null, weeks: [week] }],
  }
  return scheduleOf(plan, () => metresPerSecond(4))
}

describe('forms of strength', () => {
  test('each once, those that are never done with the plan as their place', () => {
    const written = workout('strength', [exercise('lunge')])
    const forms = strengthFormsOf(schedule([named('A'), named('A'), written, written]))
    expect(forms.map(({ name, place }) => [name, place.kind])).toEqual([
      ['A', 'session'],
      [null, 'session'],
      ['B', 'plan'],
    ])
  })

  test('minutes hold the warm-up and the rests: 5 + 4 x 15 s + 3 x 3 min', () => {
    const [form] = strengthFormsOf(schedule([named('A')]))
    expect(form && minutesOfForm(form)).toBeCloseTo(15)
    expect(form && statedMinutes(form)).toBe(30)
    expect(form && beginsWithWarmup(form)).toBe(true)
  })

  test('a name that nothing defines is strength whose content is not told', () => {
    expect(isToldWhole(schedule([named('A')]))).toBe(true)
    expect(isToldWhole(schedule([named('A'), named('X')]))).toBe(false)
  })
})

test('jumps and mobility alone are no strength session', () => {
  const kinds = schedule([
    workout('plyometrics', [exercise('pogo jump')]),
    workout('mobility', [exercise('hip circles')]),
    workout('mixed', [exercise('plank')]),
    named('X'),
  ])
  expect(kinds.sessions.map(isStrength)).toEqual([false, false, true, true])
})

test.each([
  ['split squat', {}, true],
  ['single-leg hop', {}, true],
  ['calf raise', { eachSide: true }, true],
  ['calf raise', {}, false],
  ['side plank', { eachSide: true }, false],
  ['back squat', {}, false],
] as const)('%s %j for one leg: %j', (name, rest, one) => {
  expect(isUnilateral(exercise(name, rest))).toBe(one)
})

test('heavy sets are those of main lifts done heavily', () => {
  expect(heavySets([SQUAT, exercise('romanian deadlift', { load: { kind: 'rpe', rpe: 6 } }), exercise('lunge')])).toBe(
    4,
  )
})
