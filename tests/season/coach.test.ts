import { describe, expect, test } from 'vitest'
import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { addDays, makeDay, parseDay, weekdayOf, type Day } from '../../packages/core/src/calendar/day.ts'
import { isRunning } from '../../packages/core/src/schedule/of-plan.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import type { Season, SeasonWeek } from '../../packages/core/src/season/season.ts'
import { kilometres, metres } from '../../packages/core/src/units/distance.ts'
import { minutes, seconds } from '../../packages/core/src/units/duration.ts'
import { advanced5k, strength5k } from './plans.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

const RUNNER: Athlete = {
  marks: [{ distance: metres(5000), time: seconds(1180) }],
  weekly: kilometres(80),
  longestRun: kilometres(20),
  days: 6,
}

const seasonFor = (more: Partial<Athlete>, { raceDay = '2027-03-21', plan = advanced5k } = {}): Season => {
  const athlete = { ...RUNNER, ...more }
  const season = fitSeason({
    plan,
    athlete,
    today: day('2026-12-28'),
    raceDay: day(raceDay),
    speedAt: speedsOf(plan, athlete),
  })
  if (!season.ok) throw new Error(season.fault.message)
  return season.value
}

const distanceOf = ({ sessions }: SeasonWeek): number =>
  sessions
    .filter(({ workout }) => isRunning(workout))
    .reduce((sum, { estimated }) => sum + (estimated.distance ?? 0), 0)
const keysOf = ({ sessions }: SeasonWeek) =>
  sessions.filter(({ hardness }) => hardness === 'key' || hardness === 'test' || hardness === 'race')
const weekOf = ({ weeks }: Season, number: number): SeasonWeek => {
  const week = weeks[number - 1]
  if (!week) throw new Error(`no week ${number}`)
  return week
}

test('a recovery week eases off from what was really run, where minutes cut the weeks before it', () => {
  const season = seasonFor({
    weekly: kilometres(30),
    longestRun: kilometres(10),
    days: 3,
    availability: { Tue: { pm: minutes(45) }, Thu: { pm: minutes(45) }, Sun: { am: minutes(75) } },
  })
  for (const [index, week] of season.weeks.entries()) {
    if (week.kind !== 'recovery') continue
    const before = season.weeks.slice(Math.max(0, index - 3), index).map(distanceOf)
    expect(distanceOf(week) / Math.max(...before)).toBeLessThanOrEqual(0.8)
  }
})

describe('a week off', () => {
  const off = day('2027-01-25')
  const blackout = Array.from({ length: 7 }, (_, index) => makeDay(addDays(off, index)))
  const season = seasonFor({ blackout })

  test('is a week without running, and the one after it holds a fifth less than the weeks before', () => {
    expect(weekOf(season, 5).sessions).toEqual([])
    const before = Math.max(...season.weeks.slice(1, 4).map(distanceOf))
    expect(distanceOf(weekOf(season, 6))).toBeLessThanOrEqual(before * 0.82)
  })

  test('begins again easily, and says so', () => {
    const first = weekOf(season, 6).sessions.filter(({ day: on }) => on <= off + 8)
    expect(first.length).toBeGreaterThan(0)
    expect(first.some(({ hardness }) => hardness === 'key' || hardness === 'hard')).toBe(false)
    expect(season.decisions.some(({ because }) => because.startsWith('after 7 days without running'))).toBe(true)
  })
})

test('a race on the day of the long run stands for the last key session before it', () => {
  const races = [{ day: '2027-03-07', distance: metres(1500), priority: 'C' as const }]
  expect(keysOf(weekOf(seasonFor({ races }), 10))).toHaveLength(keysOf(weekOf(seasonFor({}), 10)).length)
})

test('after a short race a key session may stand where its plan has it, after a longer one it may not', () => {
  const after = (distance: number) => {
    const season = seasonFor({ races: [{ day: '2027-02-28', distance: metres(distance), priority: 'C' }] })
    return keysOf(weekOf(season, 10)).map((session) => weekdayOf(session.day))
  }
  expect(after(1500)).toContain('Tue')
  expect(after(10_000)).toEqual([])
})

test.each(['2027-03-16', '2027-03-17', '2027-03-18', '2027-03-19', '2027-03-20'])(
  'a race on %s: no key session in the three days before it, and less running in the last six',
  (raceDay) => {
    const season = seasonFor({}, { raceDay })
    const last = season.weeks
      .flatMap(({ sessions }) => sessions)
      .filter(({ day: on, hardness }) => on > day(raceDay) - 7 && hardness !== 'race')
    expect(last.filter((session) => session.hardness === 'key' && session.day > day(raceDay) - 3)).toEqual([])
    const run = last.reduce((sum, { estimated }) => sum + (estimated.distance ?? 0), 0)
    expect(run / Math.max(...season.weeks.map(distanceOf))).toBeLessThan(0.65)
  },
)

test('one running day a week: the race has it', () => {
  const season = seasonFor({ days: 1, longRunDay: 'Tue' }, { raceDay: '2027-03-17' })
  const { sessions } = weekOf(season, season.weeks.length)
  expect(sessions.filter(({ workout }) => isRunning(workout)).map(({ hardness }) => hardness)).toEqual(['race'])
})

describe('a plan without running', () => {
  const season = seasonFor({}, { plan: strength5k })
  const heavy = season.weeks.map(
    ({ sessions }) => sessions.filter(({ hardness }) => hardness === 'heavy-strength').length,
  )

  test('is done every week until the race, each session once', () => {
    expect(season.weeks.every(({ sessions }) => sessions.some(({ workout }) => workout.kind === 'strength'))).toBe(true)
    const ids = season.weeks.flatMap(({ sessions }) => sessions.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has heavy weeks, eight at most, and none near the race', () => {
    expect(heavy.filter((count) => count > 0).length).toBe(8)
    expect(heavy.slice(-4)).toEqual([0, 0, 0, 0])
  })
})

test('strength that finds no place is told once, with what would help', () => {
  const season = seasonFor({
    days: 3,
    availability: { Tue: { pm: minutes(45) }, Thu: { pm: minutes(45) }, Sun: { am: minutes(75) } },
  })
  expect(season.decisions.find(({ what }) => what.startsWith('strength has a place in'))?.because).toMatch(
    /half an hour/,
  )
})
