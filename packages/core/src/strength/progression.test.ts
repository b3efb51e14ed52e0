import { describe, expect, test } from 'vitest'
import { atHome, DAY_A, DAY_B, DAY_M, STRENGTH_DAYS } from './days.ts'
import { classOf, contactsOf, isHeavy } from './exercise.ts'
import { strengthWeeks, type RunWeek } from './phases.ts'
import { dayIn, HIGHEST_RPE, nextLift } from './progression.ts'
import { minutesOfStrength } from './session.ts'

const week = (mark = ''): RunWeek => ({ deload: mark === 'd', specific: mark === 's', race: mark === 'r' })
/** The advanced plan: four weeks and four weeks, three specific ones, the race. */
const advanced = '...d...dsssr'.split('').map(week)

describe('stages', () => {
  test('the advanced plan: eight heavy weeks, three of maintenance, none in race week (C11)', () => {
    expect(strengthWeeks(advanced).map(({ stage }) => stage)).toEqual([
      ...Array<string>(8).fill('heavy'),
      ...Array<string>(3).fill('maintain'),
      'none',
    ])
    expect(strengthWeeks(advanced).map(({ days }) => days.map(({ name }) => name).join(''))).toEqual([
      ...Array<string>(8).fill('AB'),
      'M',
      'M',
      'M',
      '',
    ])
  })

  test('longer plans introduce first, and never lift heavily for more than eight weeks', () => {
    const weeks = strengthWeeks([...Array<RunWeek>(14).fill(week()), week('s'), week('r')])
    expect(weeks.filter(({ stage }) => stage === 'introduce')).toHaveLength(6)
    expect(weeks.filter(({ stage }) => stage === 'heavy')).toHaveLength(8)
  })

  test('who still learns the lifts, or eases off, does nothing heavy or less of it', () => {
    const [first] = strengthWeeks([...Array<RunWeek>(14).fill(week()), week('s'), week('r')])
    expect(first && dayIn(DAY_A, first).exercises.some(isHeavy)).toBe(false)
    const weeks = strengthWeeks(advanced)
    const minutes = weeks.map((each) =>
      each.days.reduce((sum, day) => sum + minutesOfStrength(dayIn(day, each).exercises), 0),
    )
    expect(minutes[3]).toBeLessThan((minutes[2] ?? 0) * 0.75)
  })
})

describe('days', () => {
  test('day A is heavy and jumps little, day B is neither', () => {
    expect(DAY_A.exercises.some(isHeavy)).toBe(true)
    expect(DAY_B.exercises.some(isHeavy)).toBe(false)
    expect(DAY_A.exercises.reduce((sum, each) => sum + (contactsOf(each) ?? 0), 0)).toBe(25)
    expect(DAY_B.exercises.filter((each) => classOf(each) === 'single-leg')).toHaveLength(2)
  })

  test('no day goes beyond 45 minutes, warm-up included (R116)', () => {
    for (const day of STRENGTH_DAYS)
      expect(minutesOfStrength(day.exercises) + day.warmup.duration / 60).toBeLessThanOrEqual(45)
  })

  test('at home nothing needs a gym and nothing is lost', () => {
    expect(atHome(DAY_A).exercises.map(({ name }) => name)).toEqual([
      'goblet squat',
      'single-leg romanian deadlift',
      'squat jump',
      'side plank',
    ])
    expect(atHome(DAY_M).exercises).toHaveLength(DAY_M.exercises.length)
  })
})

describe('progression', () => {
  test('repetitions climb, then start again; never past the ceiling', () => {
    const squats = strengthWeeks(advanced)
      .filter(({ stage }) => stage === 'heavy')
      .map((each) => dayIn(DAY_A, each).exercises[0])
    expect(squats.map((each) => each?.reps)).toEqual([4, 5, 6, 4, 5, 6, 4, 5])
    expect(squats.map((each) => each?.sets)).toEqual([4, 4, 4, 3, 4, 4, 4, 3])
    for (const each of squats) expect(each?.load?.kind === 'rpe' && each.load.rpe).toBeLessThanOrEqual(HIGHEST_RPE)
  })

  test.each([
    [{ kilograms: 60, reps: [6, 6, 6, 6], rpe: 8 }, 62.5, 4],
    [{ kilograms: 60, reps: [5, 5, 4, 4], rpe: 8 }, 60, 5],
    [{ kilograms: 60, reps: [6, 6, 6, 6], rpe: 9 }, 60, 6],
    [{ kilograms: 60, reps: [4, 3, 3, 2], rpe: 9 }, 57.5, 4],
    [{ kilograms: 60, reps: [5, 5, 5, 5], rpe: 9.5 }, 57.5, 4],
    [{ kilograms: 20, reps: [6, 6, 6, 6], rpe: 7 }, 21.25, 4],
  ])('after %j: %d kg x %d', (log, kilograms, reps) => {
    expect(nextLift({ low: 4, high: 6 }, log)).toMatchObject({ kilograms, reps })
  })
})
