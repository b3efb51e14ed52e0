import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place } from './core.ts'
import { judge } from './oracle.ts'
import { COUNTS, weekNumber } from './weeks.ts'

/**
 * BELL_LAP_LONG=1 takes 2,000 weeks, otherwise a share; BELL_LAP_WEEKS=500+250 takes 250 weeks from number 500 on, so
 * that the whole can be run in parts. BELL_LAP_SEED gives other weeks.
 */
const asked = process.env['BELL_LAP_WEEKS'] ?? (process.env['BELL_LAP_LONG'] === '1' ? '0+2000' : undefined)
const seed = fc.readConfigureGlobal()?.seed ?? 0

/** Mostly small weeks: the general solver broods over some of the large ones for a minute. */
const SHARE = Array.from({ length: 64 }, (_, week) => week).filter((week) => week < 16 || week % COUNTS.length < 3)

const weeksAsked = (): readonly number[] => {
  const [first = 0, count = 0] = (asked ?? '').split('+').map(Number)
  return asked === undefined ? SHARE : Array.from({ length: count }, (_, index) => first + index)
}

/** For each program, and for all of the share together: what is not solved by then is not judged. */
const SECONDS = asked === undefined ? 2 : 60
const BUDGET_SECONDS = asked === undefined ? 20 : Infinity

test(
  `${asked ?? 'a share of the'} weeks of seed ${seed} against HiGHS: the same optimum, or impossible in both`,
  () => {
    const seen = { agreed: 0, unknown: 0, impossible: 0 }
    const end = performance.now() + BUDGET_SECONDS * 1000
    for (const week of weeksAsked()) {
      if (performance.now() > end) break
      const problem = weekNumber(seed, week)
      const answer = place(problem)
      const opinion = judge(problem, answer, SECONDS)
      if (typeof opinion === 'object') expect.fail(`week ${week} of seed ${seed}: ${opinion.wrong}`)
      seen[opinion]++
      if (answer.kind === 'impossible') seen.impossible++
      if (week % 50 === 49) console.log(`seed ${seed}, to week ${week}: ${JSON.stringify(seen)}`)
    }
    console.log(`seed ${seed}, ${asked ?? 'a share'}: ${JSON.stringify(seen)}`)
    expect(seen.agreed).toBeGreaterThan(0)
    expect(seen.impossible).toBeGreaterThan(0)
  },
  asked === undefined ? 120_000 : 24 * 3_600_000,
)
