import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
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
    expect(season.decisions.find(({ about }) => about === 'weeks')?.what).toMatch(/^weeks .* of the plan left out$/)
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
    expect(out).toMatch(/Week 1 of 12, 28 Dec to 3 Jan \| Build/)
    expect(out).toMatch(/Tue 29 Dec {3}07:00 {2}KEY \S+mi with \d x 1000m @T, jog 200m/)
    expect(out).toMatch(/1000m @T: \d:\d\d-\d:\d\d\/mi, 1000m in 4:0\d-4:1\d/)
    expect(out).toMatch(/Is the plan for you\?\n {2}Have you raced the 5K\? Yes, 19:45. \[R1\]/)
    expect(out).toMatch(/What the rules say of it: 0 errors/)
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

  test('without an athlete it is the plan on dates, and says what is missing', () => {
    const { code, out } = bellLap(['season', file, '--race-day', '2027-03-21', '--today', '2026-12-28', '--json'])
    expect(code).toBe(0)
    const season = z
      .object({ decisions: z.array(z.object({ what: z.string(), because: z.string(), about: z.string() })) })
      .parse(JSON.parse(out))
    expect(season.decisions.filter(({ about }) => about === 'assumption').map(({ because }) => because)).toContain(
      'no race or test result is stated: give one mark',
    )
    expect(out).not.toContain('speed_mps')
  })

  test('a refusal is told as data too, with its code and what to change', () => {
    const { code, out, err } = bellLap(['season', file, '--race-day', '2026-12-01', '--today', '2026-12-28', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toEqual({
      problems: [
        {
          code: 'race-in-the-past',
          message: 'The race day, 2026-12-01, lies before today, 2026-12-28.',
          change: 'Give a race day from today on, or another --today.',
        },
      ],
    })
    expect(err).toContain('lies before today')
  })
})

describe('bell-lap season --out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-season-'))
  const args = ['season', file, '--race-day', '2027-03-21', '--today', '2026-12-28', '--out']

  test('writes the season, the files for the watch and the calendar, and leaves what else is in the folder', () => {
    const out = join(folder, 'mine')
    mkdirSync(out)
    writeFileSync(join(out, 'notes.txt'), 'keep me')
    expect(bellLap([...args, out]).code).toBe(0)
    expect(readdirSync(out).toSorted()).toEqual(['calendar', 'notes.txt', 'season.json', 'season.txt', 'watch'])
    expect(readdirSync(folder)).toEqual(['mine'])
    expect(parseSeasonJson(JSON.parse(readFileSync(join(out, 'season.json'), 'utf8'))).ok).toBe(true)
    expect(readFileSync(join(out, 'season.txt'), 'utf8')).toMatch(
      /^Advanced 5K: 12 weeks to the 5K on Sun 21 Mar 2027\n/,
    )
  })

  test('a file of that name is not written over', () => {
    const out = join(folder, 'a-file')
    writeFileSync(out, 'mine')
    const { code, err } = bellLap([...args, out])
    expect(code).toBe(2)
    expect(err).toContain('is a file: name a folder')
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })
})
