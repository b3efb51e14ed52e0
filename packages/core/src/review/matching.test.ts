import { expect, test } from 'vitest'
import { parseDay } from '../calendar/day.ts'
import { metres } from '../units/distance.ts'
import { minutes } from '../units/duration.ts'
import type { Workout } from '../workout/workout.ts'
import { matchActivities, type DoneActivity, type PlannedSession } from './matching.ts'

const day = (text: string) => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}
const session = (id: string, on: string, km: number, start = 1080): PlannedSession => ({
  id,
  day: day(on),
  start,
  kind: 'run',
  distance: metres(km * 1000),
  duration: null,
})
const done = (id: string, on: string, km: number, start = 1080): DoneActivity => ({
  id,
  day: day(on),
  start,
  running: true,
  distance: metres(km * 1000),
  duration: minutes(km * 5),
})

test('the same day and length is taken by itself', () => {
  const found = matchActivities({
    sessions: [session('s', '2027-01-05', 10)],
    activities: [done('a', '2027-01-05', 10.4)],
    today: day('2027-01-05'),
  })
  expect(found.matches).toMatchObject([{ activity: 'a', session: 's', confidence: 'high', locked: false }])
  expect(found.states.get('s')).toBe('done')
})

test('one activity never completes two sessions, and the other is missed only once its window has closed', () => {
  const sessions = [session('am', '2027-01-05', 8, 420), session('pm', '2027-01-05', 8, 1080)]
  const activities = [done('a', '2027-01-05', 8, 1075)]
  const early = matchActivities({ sessions, activities, today: day('2027-01-06') })
  expect(early.matches).toHaveLength(1)
  expect(early.matches[0]?.session).toBe('pm')
  expect(early.states.get('am')).toBe('open')
  expect(matchActivities({ sessions, activities, today: day('2027-01-07') }).states.get('am')).toBe('missed')
})

test('a warm-up is not taken for the race', () => {
  const found = matchActivities({
    sessions: [session('race', '2027-01-05', 5)],
    activities: [done('warm-up', '2027-01-05', 2, 1050), done('race', '2027-01-05', 5.03, 1090)],
    today: day('2027-01-05'),
  })
  expect(found.matches).toMatchObject([{ activity: 'race', session: 'race', confidence: 'high' }])
  expect(found.unplanned).toEqual(['warm-up'])
})

test('two runs of one day are told apart by what they look like', () => {
  const repeat = (times: number): Workout => ({
    kind: 'run',
    total: null,
    remainder: null,
    alternatives: [],
    steps: [
      {
        kind: 'repeat',
        times,
        steps: [
          {
            kind: 'step',
            role: 'work',
            extent: { kind: 'distance', distance: metres(800), unit: 'm' },
            target: null,
          },
        ],
        between: null,
        afterLast: false,
      },
    ],
  })
  const easy: Workout = { ...repeat(1), steps: [] }
  const found = matchActivities({
    sessions: [{ ...session('s', '2027-01-05', 10), workout: repeat(5) }],
    activities: [
      { ...done('easy', '2027-01-05', 10), looksLike: easy },
      { ...done('reps', '2027-01-05', 7.5), looksLike: repeat(4) },
    ],
    today: day('2027-01-05'),
  })
  expect(found.matches).toMatchObject([{ activity: 'reps', session: 's', confidence: 'high' }])
  expect(found.unplanned).toEqual(['easy'])
})

test('another length asks, a day apart asks, far apart is unplanned', () => {
  const at = (activity: DoneActivity) =>
    matchActivities({ sessions: [session('s', '2027-01-05', 10)], activities: [activity], today: day('2027-01-05') })
  expect(at(done('a', '2027-01-05', 6)).matches[0]?.confidence).toBe('medium')
  expect(at(done('a', '2027-01-06', 10)).matches[0]?.confidence).toBe('medium')
  expect(at(done('a', '2027-01-06', 10)).states.get('s')).toBe('unknown')
  expect(at(done('a', '2027-01-05', 3)).unplanned).toEqual(['a'])
  expect(at(done('a', '2027-01-09', 10)).unplanned).toEqual(['a'])
})

test('a manual match is locked, also the one that says none', () => {
  const question = {
    sessions: [session('s', '2027-01-05', 10), session('other', '2027-01-06', 4)],
    activities: [done('a', '2027-01-05', 10)],
    today: day('2027-01-05'),
  }
  const found = matchActivities({ ...question, manual: [{ activity: 'a', session: 'other' }] })
  expect(found.matches).toMatchObject([{ session: 'other', locked: true }])
  expect(found.states.get('s')).toBe('open')
  const none = matchActivities({ ...question, manual: [{ activity: 'a', session: null }] })
  expect(none.matches).toEqual([])
  expect(none.unplanned).toEqual(['a'])
})
