import { describe, expect, test } from 'vitest'
import type { Weekday } from '../calendar/week.ts'
import type { Plan, PlanRace, Session } from '../plan/plan.ts'
import { metres } from '../units/distance.ts'
import { metresPerSecond } from '../units/speed.ts'
import type { RaceDetail, Step } from '../workout/workout.ts'
import { scheduleOf } from './of-plan.ts'
import { goalMeetingOf, goalRaceOf, racesOf, sessionsOn } from './races.ts'

const race = (day: Weekday | 'any', detail: RaceDetail = {}, distance?: number): Session => {
  const extent = distance === undefined ? null : ({ kind: 'distance', distance: metres(distance), unit: 'm' } as const)
  const step: Step = { kind: 'step', role: 'race', extent, target: null, race: detail }
  return {
    day,
    slot: null,
    workout: { kind: 'race', total: null, remainder: null, steps: [step], alternatives: [] },
  }
}

const schedule = (weeks: readonly (readonly Session[])[], races: readonly PlanRace[] = []) => {
  const plan: Plan = {
    name: null,
    races,
    unit: 'km',
    paces: null,
    definitions: [],
    follows: [],
    library: [],
    phases: [
      {
        name: null,
        weeks: weeks.map((sessions, index) => ({
          number: index + 1,
          kind: null,
          statedTotal: null,
          objective: null,
          sessions,
        })),
      },
    ],
  }
  return scheduleOf(plan, () => metresPerSecond(4))
}

const FIVE_K: PlanRace = { distance: metres(5000), name: '5K' }
const TUNE_UP: PlanRace = { distance: metres(1500), name: '1500m', detail: { priority: 'B' } }

describe('distance of a race', () => {
  test('its own comes first, then that of the race of the same rank in the plan', () => {
    const found = racesOf(schedule([[race('Sat', { priority: 'B' })], [race('Sun')]], [FIVE_K, TUNE_UP]))
    expect(found.map(({ distance, day }) => [distance, day])).toEqual([
      [1500, 5],
      [5000, 13],
    ])
    expect(racesOf(schedule([[race('Sun', {}, 3000)]], [FIVE_K]))[0]?.distance).toBe(3000)
  })

  test('nobody tells it: unknown', () => {
    expect(racesOf(schedule([[race('Sun')]]))[0]?.distance).toBeNull()
  })

  test('a race without a day has no place in time', () => {
    expect(racesOf(schedule([[race('any')]], [FIVE_K]))).toEqual([])
  })
})

describe('the goal', () => {
  test('is the last race that is not called B or C', () => {
    const plan = schedule([[race('Sun', {}, 5000)], [race('Sun', { priority: 'C' }, 1500)]])
    expect(goalRaceOf(plan)?.day).toBe(6)
    expect(goalRaceOf(schedule([[race('Sun', { priority: 'B' })]]))).toBeUndefined()
  })

  test('begins with the heat where there are rounds', () => {
    const rounds = [
      race('Thu', { round: 'heat' }, 1500),
      race('Fri', { round: 'semi' }, 1500),
      race('Sun', { round: 'final' }, 1500),
    ]
    const plan = schedule([[race('Sun', {}, 800)], rounds])
    expect(goalRaceOf(plan)?.day).toBe(13)
    expect(goalMeetingOf(plan)?.day).toBe(10)
  })

  test('is one race where the one before was another meeting', () => {
    const plan = schedule([[race('Sun', { round: 'final' }, 800)], [race('Tue', {}, 1500)]])
    expect(goalMeetingOf(plan)?.day).toBe(8)
  })
})

test('sessions of a stretch of days, both ends included', () => {
  const plan = schedule([[race('Mon'), race('any'), race('Wed')], [race('Mon')]], [FIVE_K])
  expect(sessionsOn(plan, { first: 2, last: 7 }).map(({ day }) => day)).toEqual([2, 7])
})
