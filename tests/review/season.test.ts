import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runReview } from '../../apps/cli/src/commands/review.ts'
import { bookFor } from '../../apps/cli/src/review-season.ts'
import { makeDay, parseDay } from '../../packages/core/src/calendar/day.ts'
import { speedAt } from '../../packages/core/src/pace/book.ts'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import { paceBookOn } from '../../packages/core/src/season/prescribe-session.ts'
import type { SpeedAt } from '../../packages/core/src/workout/estimate.ts'
import { makeFitActivity } from '../../packages/formats/src/fit/make.ts'
import { parseAthlete } from '../../packages/formats/src/json/athlete.ts'
import { makeSeasonJson } from '../../packages/formats/src/json/season.ts'
import { readPlan } from '../../packages/formats/src/plan-text/read-plan.ts'
import { randomOf } from './random.ts'
import { legsOf, runOf, type Otherwise } from './season-runs.ts'

const dir = mkdtempSync(join(tmpdir(), 'bell-lap-season-'))
afterAll(() => rmSync(dir, { recursive: true }))

const ATHLETE = JSON.stringify({
  unit: 'km',
  marks: [{ distance_m: 5000, time: '19:45', day: '2026-11-29', kind: 'race' }],
  weekly_km: 64,
  longest_run_km: 19,
  days: 6,
  gym: true,
  zone: 'Europe/Berlin',
})
const RUNS: ReadonlySet<string> = new Set(['run', 'race', 'test', 'mixed'])
const WEEKS = 5
const SEED = 3

/** By the number of the run: what went otherwise, or that it was left out. */
const otherwiseOf = (number: number): Otherwise | undefined => {
  if (number % 9 === 0) return undefined
  if (number % 7 === 0) return { later: 1 }
  return number % 5 === 0 ? { button: 'auto-laps' } : {}
}

const seasonOf = () => {
  const { plan } = readPlan(readFileSync(new URL('../../plans/advanced-5k.plan', import.meta.url), 'utf8'))
  const athlete = parseAthlete(ATHLETE)
  const [raceDay, today] = [parseDay('2027-03-21'), parseDay('2026-12-21')]
  if (!athlete.ok || raceDay === undefined || today === undefined) throw new Error('no athlete')
  const book = paceBookOn({ plan, athlete: athlete.value }, today)
  const speedAtPace: SpeedAt = (pace) => (book.ok ? speedAt(book.value, pace) : undefined)
  const season = fitSeason({ plan, athlete: athlete.value, raceDay, today, speedAt: speedAtPace })
  if (!season.ok) throw new Error('no season')
  return season.value
}

test('recordings of a season are matched with its sessions, missed ones told once their window has closed', () => {
  const season = seasonOf()
  writeFileSync(join(dir, 'season.json'), JSON.stringify(makeSeasonJson(season)))
  mkdirSync(join(dir, 'watch'))
  const random = randomOf(SEED)
  const expected = new Map<string, string>()
  const sessions = season.weeks.slice(0, WEEKS).flatMap((week) => week.sessions)
  for (const [number, session] of sessions.filter(({ workout }) => RUNS.has(workout.kind)).entries()) {
    const otherwise = otherwiseOf(number + 1)
    const book = bookFor(season, session)
    expected.set(session.id, otherwise === undefined ? 'missed' : otherwise.later === 1 ? 'asks' : 'done')
    if (!otherwise || !book) continue
    const activity = runOf(session, legsOf(session, book), random, otherwise)
    writeFileSync(join(dir, 'watch', `${makeDay(session.day)} ${session.id}.fit`), makeFitActivity(activity))
  }
  const said: string[] = []
  const screen = { say: (text: string) => said.push(text), tell: () => undefined }
  const code = runReview([join(dir, 'watch')], { season: dir, today: '2027-02-02', json: true }, screen)
  expect(code).toBe(0)
  const report: {
    readonly sessions: readonly { readonly id: string; readonly state: string; readonly file?: string }[]
    readonly files: readonly { readonly review: { readonly verdict: string } }[]
  } = JSON.parse(said.join('\n'))
  const standing = new Map(report.sessions.map((one) => [one.id, one]))
  for (const [id, state] of expected) {
    expect([id, standing.get(id)?.state]).toEqual([id, state])
    // Each by its own recording, and by no other.
    if (state !== 'missed') expect(standing.get(id)?.file).toContain(` ${id}.fit`)
  }
  const verdicts = report.files.map(({ review }) => review.verdict)
  expect(verdicts.filter((verdict) => verdict === 'as planned' || verdict === 'close').length).toBeGreaterThan(
    0.9 * verdicts.length,
  )
  expect(report.sessions.filter(({ state }) => state === 'open').length).toBeGreaterThan(20)
})
