import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { statedDistance, WEEKDAYS, weeksOf, type Session, type Week, type Workout } from '@bell-lap/core'
import { describe, expect, test } from 'vitest'
import { makePlan } from '../notation/make-plan.ts'
import { makeWorkout } from '../notation/make-workout.ts'
import { parsePlan } from '../notation/parse-plan.ts'
import type { PlanReading } from '../reading.ts'
import { readPage } from './read-page.ts'
import { readWorkout } from '../prose/read-workout.ts'

const ROOT = join(import.meta.dirname, '../../../../..')
const SHARED = join(ROOT, '../shared')
const OURS = join(ROOT, 'tests/corpus/pages')

interface ExpectedDay {
  readonly day: string
  readonly kind: string
  readonly total_m: number | null
}
interface ExpectedPage {
  readonly unit: string
  readonly weeks: readonly {
    readonly number: number
    readonly stated_total: { readonly value: number; readonly unit: 'km' | 'mi' } | null
    readonly days: readonly ExpectedDay[]
  }[]
  readonly wrong_totals: readonly number[]
}

const optionsOf = (workout: Workout): readonly Workout[] => [workout, ...workout.alternatives.flatMap(optionsOf)]

/** The kind of a day as the corpus counts kinds: a race makes a race day, several kinds are mixed. */
const kindOf = (sessions: readonly Session[]): string => {
  const kinds = new Set(
    sessions.flatMap(({ workout }) => optionsOf(workout).flatMap(({ kind, also }) => [kind, ...(also ?? [])])),
  )
  if (kinds.has('race')) return 'race'
  const [only, ...more] = kinds
  return more.length > 0 ? 'mixed' : (only ?? 'rest')
}

/** The distance of a day as the corpus counts it: null where it is not known or where options differ. */
const totalOf = (sessions: readonly Session[]): number | null => {
  let sum = 0
  for (const { workout } of sessions) {
    const options = optionsOf(workout).map((option) => statedDistance({ ...option, alternatives: [] }))
    const [first] = options
    if (!first || options.some((option) => !option.complete || Math.abs(option.sum - first.sum) > 1)) return null
    sum += first.sum
  }
  return sum
}

const compareDays = (week: Week | undefined, expected: ExpectedPage['weeks'][number]): readonly string[] =>
  WEEKDAYS.flatMap((day, index) => {
    const want = expected.days[index]
    const sessions = week?.sessions.filter((session) => session.day === day) ?? []
    const kind = kindOf(sessions)
    const total = totalOf(sessions)
    const same =
      want?.total_m === total || (want?.total_m != null && total !== null && Math.abs(want.total_m - total) < 5)
    if (want?.kind === kind && same) return []
    return [`week ${expected.number} ${day}: ${kind} ${total} instead of ${want?.kind} ${want?.total_m}`]
  })

const metresOf = (week: Week | undefined): number | null =>
  week?.statedTotal?.kind === 'distance' ? Math.round(week.statedTotal.distance) : null

/** Weeks whose stated total is called wrong, without a reason that explains it. */
const wrongTotals = (reading: PlanReading): readonly number[] => {
  const weeks = weeksOf(reading.plan)
  const findings = reading.findings.filter(({ rule, level }) => rule === 'total-mismatch' && level === 'warning')
  return weeks.flatMap(({ number }) =>
    findings.some(({ message }) => message.startsWith(`Week ${number} `)) ? [number] : [],
  )
}

const comparePage = (file: string): { readonly differences: readonly string[]; readonly days: number } => {
  const expected = JSON.parse(readFileSync(file.replace(/\.txt$/, '.expected.json'), 'utf8')) as ExpectedPage
  const reading = readPage(readFileSync(file, 'utf8'), readWorkout)
  const weeks = weeksOf(reading.plan)
  const differences = [
    ...(reading.plan.unit === expected.unit ? [] : [`unit ${reading.plan.unit}`]),
    ...(weeks.length === expected.weeks.length ? [] : [`${weeks.length} weeks instead of ${expected.weeks.length}`]),
    ...expected.weeks.flatMap((want, index) => {
      const week = weeks[index]
      const stated =
        want.stated_total && Math.round(want.stated_total.value * (want.stated_total.unit === 'mi' ? 1609.344 : 1000))
      return [
        ...(week?.number === want.number ? [] : [`week ${want.number} is ${week?.number}`]),
        ...(metresOf(week) === stated ? [] : [`week ${want.number} states ${metresOf(week)} instead of ${stated}`]),
        ...compareDays(week, want),
      ]
    }),
    ...(String(wrongTotals(reading)) === String(expected.wrong_totals)
      ? []
      : [`wrong totals ${wrongTotals(reading).join()}`]),
    ...(reading.coverage.unread === 0 ? [] : [`${reading.coverage.unread} characters unread`]),
  ]
  return { differences, days: expected.weeks.length * 7 }
}

const pagesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => join(folder, name))
    : []

const named = (files: readonly string[]): [string, string][] => files.map((file) => [basename(file), file])

describe('whole pages against what they were written to mean', () => {
  test.each(named(pagesIn(OURS)))('%s', (_name, file) => {
    expect(comparePage(file).differences).toEqual([])
  })

  const shared = pagesIn(join(SHARED, 'corpus/plans'))
  test.skipIf(shared.length === 0)('shared/corpus/plans (skipped where ../shared is absent)', () => {
    expect(shared.flatMap((file) => comparePage(file).differences)).toEqual([])
  })
})

describe('what was read is printed in the notation and read back', () => {
  const pages = [
    ...pagesIn(OURS),
    ...pagesIn(join(SHARED, 'corpus/plans')),
    ...pagesIn(join(SHARED, 'seeds')).slice(0, 1),
  ]
  test.each(named(pages))('%s', (_name, file) => {
    const { plan } = readPage(readFileSync(file, 'utf8'), readWorkout)
    const printed = makePlan(plan)
    const again = parsePlan(printed)
    expect(again.findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(makePlan(again.plan)).toBe(printed)
    expect(weeksOf(again.plan).map(({ number, kind, statedTotal }) => ({ number, kind, statedTotal }))).toEqual(
      weeksOf(plan).map(({ number, kind, statedTotal }) => ({ number, kind, statedTotal })),
    )
    expect(weeksOf(again.plan).map(({ sessions }) => sessions.map(({ workout }) => makeWorkout(workout)))).toEqual(
      weeksOf(plan).map(({ sessions }) => sessions.map(({ workout }) => makeWorkout(workout))),
    )
  })
})
