import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlan, makePlanJson, makeWorkoutJson, readPlan, readWorkout } from '@bell-lap/formats'
import { planArbitrary } from '../../packages/formats/src/plan-text/notation/plan.arbitrary.ts'
import { workoutArbitrary } from '../../packages/formats/src/plan-text/notation/workout.arbitrary.ts'
import { schemaPages } from '../../scripts/make-schemas.ts'
import { bellLap, fileWith, root } from '../cli/run.ts'
import { ReviewAnswer, ReviewRefusal } from './review-schema.ts'
import { ExportAnswer, PlaceAnswer, SeasonAnswer, SeasonRefusal } from './season-schemas.ts'
import { CheckAnswer, PacesAnswer, PlanAnswer, WorkoutAnswer } from './schemas.ts'

/** What JSON makes of it: no undefined, no functions. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const texts = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text)

describe('read --workout --json', () => {
  const own = texts(join(root, 'tests/corpus/forms.jsonl'))
  test.each(own)('%s', (text) => {
    const { workout: read, findings } = readWorkout(text)
    WorkoutAnswer.parse(throughJson(makeWorkoutJson(read, findings)))
  })

  test('any workout', () => {
    fc.assert(
      fc.property(workoutArbitrary(), (any) => void WorkoutAnswer.parse(throughJson(makeWorkoutJson(any)))),
      { numRuns: 300 },
    )
  })
})

describe('read --json of a plan', () => {
  const pages = join(root, 'tests/corpus/pages')
  test.each(readdirSync(pages).filter((name) => name.endsWith('.txt')))('%s', (name) => {
    const text = readFileSync(join(pages, name), 'utf8')
    const { coverage } = PlanAnswer.parse(throughJson(makePlanJson(readPlan(text), text)))
    expect(coverage.structured + coverage.notes + coverage.unread).toBe(coverage.characters)
    expect(coverage.characters).toBe(text.length)
  })

  test('any plan', () => {
    fc.assert(
      fc.property(planArbitrary(), (any) => {
        const text = makePlan(any)
        PlanAnswer.parse(throughJson(makePlanJson(readPlan(text), text)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('whole commands', () => {
  test.each(['advanced-5k', 'strength-5k'])('check plans/%s.plan --json', (name) => {
    const run = bellLap(['check', join(root, 'plans', `${name}.plan`), '--json'])
    CheckAnswer.parse(JSON.parse(run.out))
    expect(run.code).toBe(0)
  })

  test('paces --json', () => {
    PacesAnswer.parse(JSON.parse(bellLap(['paces', '--5k', '19:57', '--json']).out))
  })
})

const ATHLETE = {
  name: 'Ada',
  unit: 'km',
  marks: [{ distance_m: 5000, time: '19:45', day: '2026-10-11', kind: 'race' }],
  weekly_km: 64,
  longest_run_km: 19,
  days: 6,
  availability: { Mon: { pm: 75 }, Tue: { am: 60, pm: 90 }, Thu: { pm: 90 }, Sat: { am: 90 }, Sun: { am: 150 } },
  long_run_day: 'Sun',
  doubles: true,
  gym: false,
  resources: { track: ['Tue 18:00-20:00'] },
  years_running: 4,
  run_days_recent: 5,
  altitude_m: 540,
  max_heart_rate: 189,
  threshold_heart_rate: 172,
  resting_heart_rate: 48,
  zone: 'Europe/Berlin',
  goal: { distance_m: 5000, time: '18:59' },
  surfaces: ['track', 'road'],
  start_times: { am: '06:30', pm: '18:00' },
  blackout: ['2027-01-02'],
  travel: [{ from: '2027-02-01', to: '2027-02-05', zone: 'America/New_York', gym: false, track: false }],
  races: [{ day: '2027-02-14', distance_m: 3000, priority: 'B' }],
}

describe('season, export, place and review', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-contract-'))
  const athlete = fileWith('athlete.json', JSON.stringify(ATHLETE))
  const season = (plan: string, ...more: readonly string[]) =>
    bellLap(['season', join(root, 'plans', plan), '--today', '2026-12-21', '--json', ...more])

  test.each(readdirSync(join(root, 'plans')))('season plans/%s --json', (plan) => {
    const run = season(plan, '--race-day', '2027-03-21', '--athlete', athlete, '--out', join(folder, plan))
    SeasonAnswer.parse(JSON.parse(run.out))
    expect(run.code).toBeLessThan(2)
    SeasonAnswer.parse(JSON.parse(readFileSync(join(folder, plan, 'season.json'), 'utf8')))
  })

  test('season --json without an athlete', () => {
    SeasonAnswer.parse(JSON.parse(season('advanced-5k.plan', '--race-day', '2027-03-21').out))
  })

  test.each(['2026-12-01', '2027-02-30', '2036-01-01'])('season --json for a race on %s: refused', (day) => {
    const run = season('advanced-5k.plan', '--race-day', day)
    SeasonRefusal.parse(JSON.parse(run.out))
    expect(run.code).toBe(2)
  })

  test.each(['ics', 'fit', 'zwo', 'icu', 'csv', 'html', 'json'])('export --to %s --json', (target) => {
    const whole = fileWith(
      'season.json',
      season('fusion-1500.plan', '--race-day', '2027-03-21', '--athlete', athlete).out,
    )
    const run = bellLap(['export', whole, '--to', target, '--out', join(folder, target), '--json'])
    const { sessions, counts } = ExportAnswer.parse(JSON.parse(run.out))
    expect(counts.exact + counts.degraded + counts.refused).toBe(sessions.length)
    expect(run.code).toBe(0)
  })

  const week = (minutes: number) => ({
    days: [{ day: 'Tue', slots: { am: 60, pm: 90 } }],
    sessions: [
      { id: 'key', hardness: 'key', minutes: 60 },
      { id: 'A', kind: 'strength', hardness: 'heavy-strength', minutes, after_run: true },
    ],
    before: [{ hardness: 'heavy-strength', ended_h_before_week: 14 }],
    after: [{ hardness: 'race', starts_h_after_week: 200 }],
  })
  test.each([30, 100])('place --json with strength of %s minutes', (minutes) => {
    PlaceAnswer.parse(JSON.parse(bellLap(['place', '-', '--json'], JSON.stringify(week(minutes))).out))
  })

  test('review --json of splits', () => {
    const run = bellLap(['review', '--splits', '71 72 70 73', '--workout', '4 x 400m in 70-73s, jog 200m', '--json'])
    ReviewAnswer.parse(JSON.parse(run.out))
  })

  test('review --json of samples, with and without a workout', () => {
    const rows = Array.from(
      { length: 900 },
      (_, second) => `${second},${(second * 3.5).toFixed(1)},${140 + (second % 9)}`,
    )
    const file = fileWith('run.csv', ['time_s,distance_m,heart_rate_bpm', ...rows].join('\n'))
    ReviewAnswer.parse(JSON.parse(bellLap(['review', file, '--json']).out))
    ReviewAnswer.parse(JSON.parse(bellLap(['review', file, '--workout', '3km easy', '--5k', '20:00', '--json']).out))
  })

  test('review --json of what is no recording: refused', () => {
    const run = bellLap(['review', fileWith('run.fit', 'no recording'), '--json'])
    ReviewRefusal.parse(JSON.parse(run.out))
    expect(run.code).toBe(2)
  })
})

describe('docs/schema', () => {
  test.each([...schemaPages()])('%s is what scripts/make-schemas.ts writes', (name, text) => {
    const path = join(root, 'docs/schema', name)
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text)
  })
})
