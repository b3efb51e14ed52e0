import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  fitSeason,
  kilometres,
  makePaceBook,
  minutes,
  parseDay,
  speedAt,
  type Athlete,
  type Season,
} from '@bell-lap/core'
import { makeSeasonJson, parseSeasonJson, readPlan } from '@bell-lap/formats'
import { bellLap, fileWith, root } from '../cli/run.ts'

const file = join(root, 'plans/advanced-5k.plan')
const { plan } = readPlan(readFileSync(file, 'utf8'))

const day = (text: string) => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

const seasonFor = (athlete: Omit<Athlete, 'marks'>, fiveK: number, today = '2026-12-21'): Season => {
  const marks = [{ distance: kilometres(5), time: minutes(fiveK) }]
  const book = makePaceBook({ marks, definitions: plan.definitions, model: 'offsets' })
  if (!book.ok) throw new Error(book.fault.message)
  const season = fitSeason({
    plan,
    athlete: { ...athlete, marks },
    raceDay: day('2027-03-21'),
    today: day(today),
    speedAt: (pace) => speedAt(book.value, pace),
  })
  if (!season.ok) throw new Error(season.fault.message)
  return season.value
}

/** What JSON makes of it. */
const throughFile = (season: Season): unknown => JSON.parse(JSON.stringify(makeSeasonJson(season)))

describe('a season of the advanced 5K plan', () => {
  const athletes: readonly [string, Omit<Athlete, 'marks'>, number][] = [
    [
      '16:40 with 60 mi a week',
      { weekly: kilometres(96.5), longestRun: kilometres(24), days: 7, unit: 'mi' },
      16 + 40 / 60,
    ],
    ['21:30 with 40 mi a week', { weekly: kilometres(64), longestRun: kilometres(18), unit: 'mi', gym: false }, 21.5],
    ['24:30 with 30 km and 5 days', { weekly: kilometres(30), longestRun: kilometres(10), days: 5, unit: 'km' }, 24.5],
  ]

  test.each(athletes)('%s: comes back from its file as it is', (_name, athlete, fiveK) => {
    const season = seasonFor(athlete, fiveK)
    const read = parseSeasonJson(throughFile(season))
    expect(read).toEqual({ ok: true, value: season })
  })

  test.each(athletes)(
    '%s: ends in the race, begins not before today, keeps its key sessions',
    (_name, athlete, fiveK) => {
      const season = seasonFor(athlete, fiveK)
      const sessions = season.weeks.flatMap((week) => week.sessions)
      expect(sessions.at(-1)).toMatchObject({ hardness: 'race', day: day('2027-03-21') })
      expect(Math.min(...sessions.map((session) => session.day))).toBeGreaterThanOrEqual(day('2026-12-21'))
      const keys = (hardness: string): number => sessions.filter((session) => session.hardness === hardness).length
      expect(keys('key') + keys('test')).toBeGreaterThanOrEqual(22)
      expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length)
    },
  )

  test('the same request makes the same season', () => {
    expect(seasonFor({ weekly: kilometres(64) }, 20)).toEqual(seasonFor({ weekly: kilometres(64) }, 20))
  })

  test('fewer weeks leave out the earliest, never the taper or the race-specific block', () => {
    const season = seasonFor({ weekly: kilometres(80) }, 20, '2027-02-08')
    expect(season.weeks.map(({ phase }) => phase)).toEqual([
      'Speed',
      'Speed',
      'Race-specific',
      'Race-specific',
      'Race-specific',
      'Taper',
    ])
    expect(season.decisions.some(({ what }) => /left out/.test(what))).toBe(true)
  })
})

describe('bell-lap season', () => {
  const athlete = (): string =>
    fileWith('me.json', JSON.stringify({ marks: [{ distance_m: 5000, time: '19:45' }], weekly_km: 75 }))

  test('prints weeks with dates, paces and decisions', () => {
    const { code, out } = bellLap([
      'season',
      file,
      '--athlete',
      athlete(),
      '--race-day',
      '2027-03-21',
      '--today',
      '2026-12-28',
    ])
    expect(code).toBe(0)
    expect(out).toMatch(/Week 1, from 2026-12-28/)
    expect(out).toMatch(/1000m @T: \d:\d\d-\d:\d\d\/mi, 1000m in 4:0\d-4:1\d/)
    expect(out).toMatch(/Decisions\n/)
  })

  test.each([
    [['--race-day', '2026-01-01', '--today', '2026-12-28'], /before today/],
    [['--race-day', '2027-02-30'], /2027-02-30/],
    [['--race-day', '2027-03-21', '--today', 'soon'], /soon/],
    [['--race-day', '2040-03-21', '--today', '2026-12-28'], /weeks away/],
  ])('%j is refused with what to change', (args, message) => {
    const { code, out, err } = bellLap(['season', file, '--athlete', athlete(), ...args])
    expect(err).toMatch(message)
    expect(code).toBe(2)
    expect(out).toBe('')
  })

  test('without an athlete it says what to give', () => {
    const { code, err } = bellLap(['season', file, '--race-day', '2027-03-21'])
    expect(code).toBe(2)
    expect(err).toMatch(/--athlete FILE/)
  })
})
