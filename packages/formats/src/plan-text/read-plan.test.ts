import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { weeksOf } from '@bell-lap/core'
import { describe, expect, test } from 'vitest'
import { makeWorkout } from './notation/make-workout.ts'
import { readPlan } from './read-plan.ts'

const SHARED = join(import.meta.dirname, '../../../../../shared')
const SEED = join(SHARED, 'seeds/000_f6fe3ed16533bc43.txt')

describe('one door for both ways of writing', () => {
  test('the notation is read as such', () => {
    const text =
      'plan  Two days\nunits mi\n\nweek 1   13mi\n  Mon    8mi easy\n  Tue    5mi with 5 x 400m @5K, jog 200m\n'
    const { form, plan, coverage, findings } = readPlan(text)
    expect(form).toBe('notation')
    expect(weeksOf(plan)[0]?.sessions.map(({ workout }) => makeWorkout(workout))).toEqual([
      '8mi easy',
      '5mi with 5 x 400m @5K, jog 200m',
    ])
    expect(coverage).toEqual({ characters: text.length, structured: text.length, notes: 0, unread: 0 })
    expect(findings).toEqual([])
  })

  test('the same as prose', () => {
    const { form, plan } = readPlan(
      'Two days\n\nWeek 1\nMonday: 8 miles easy\nTuesday: 5 miles with 5 x 400m at 5K pace (200m jog recovery)\n',
    )
    expect(form).toBe('prose')
    expect(weeksOf(plan)[0]?.sessions.map(({ workout }) => makeWorkout(workout))).toEqual([
      '8mi easy',
      '5mi with 5 x 400m @5K, jog 200m',
    ])
  })

  test('a unit from outside decides only what the page leaves open', () => {
    const unitOf = (text: string) => readPlan(text, { unit: 'mi' }).plan.unit
    expect(unitOf('Week 1\nMon: rest\nTue: 40 min\nWed: 5\n')).toBe('mi')
    expect(unitOf('Week 1\nMon: rest\nTue: 8 km\nWed: 5 km\n')).toBe('km')
  })
})

describe.skipIf(!existsSync(SEED))('the advanced 5K document (skipped where ../shared is absent)', () => {
  const text = existsSync(SEED) ? readFileSync(SEED, 'utf8') : ''
  const { plan, coverage, findings, spanOf } = readPlan(text)
  const weeks = weeksOf(plan)

  test('twelve weeks of seven days, every session with its structure', () => {
    expect(weeks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(weeks.flatMap(({ sessions }) => sessions.map(({ day }) => day))).toEqual(
      weeks.flatMap(() => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']),
    )
    expect(weeks.flatMap(({ sessions }) => sessions).filter(({ workout }) => workout.steps.length === 0)).toEqual([])
    expect(weeks.map(({ kind }) => kind)).toEqual([
      null,
      null,
      null,
      'recovery',
      null,
      null,
      null,
      'recovery',
      null,
      null,
      'peak',
      'race',
    ])
    expect(plan.phases.map((phase) => phase.weeks.length)).toEqual([4, 4, 3, 1])
  })

  test('its totals are the sums of its days, but for the last, which says why', () => {
    expect(
      weeks.map(({ statedTotal }) => statedTotal?.kind === 'distance' && Math.round(statedTotal.distance / 1609.344)),
    ).toEqual([51, 53, 57, 43, 59, 61, 65, 50, 64, 67, 58, 28])
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['total-mismatch note'])
    expect(findings[0]?.message).toMatch(/^Week 12 .*leaves out the running on Sat, given in time, and the race on Sun/)
  })

  test('ends in the race that its title names', () => {
    expect(plan.races.map(({ name }) => name)).toEqual(['5K'])
    expect(weeks.at(-1)?.sessions.at(-1)?.workout).toMatchObject({
      kind: 'race',
      steps: [{ extent: { distance: 5000 }, implied: true }],
    })
  })

  test('every character is a structure or a note, and the prose is all there', () => {
    expect(coverage.unread).toBe(0)
    expect(coverage.structured + coverage.notes).toBe(text.length)
    const notes = [...(plan.notes ?? []), ...plan.phases.flatMap((phase) => phase.notes ?? [])].join('\n')
    for (const sentence of [
      'Examples include broken 5Ks (2000m + 2000m + 1000m with short rests)',
      'This phase establishes',
      'Did you achieve your time goal?',
      'James is an elite',
    ]) {
      expect(notes).toContain(sentence)
    }
    expect(weeks.flatMap((week) => week.notes ?? [])).toEqual([])
  })

  test('a session stands where the page has it', () => {
    const span = spanOf({ kind: 'session', week: 0, session: 1 })
    expect(span && text.slice(span.from, span.to)).toBe('8 miles with 5 x 1000m at threshold pace (200m jog recovery)')
  })
})

const PLANS = join(SHARED, 'design/plans')
describe.skipIf(!existsSync(PLANS))('plans of the notation (skipped where ../shared is absent)', () => {
  const names = existsSync(PLANS) ? readdirSync(PLANS).filter((name) => name.endsWith('.plan')) : []
  test.each(names)('%s is taken for notation', (name) => {
    expect(readPlan(readFileSync(join(PLANS, name), 'utf8')).form).toBe('notation')
  })
})
