import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weeksOf, type Plan } from '../../packages/core/src/plan/plan.ts'
import { makeRecipe } from '../../packages/core/src/plan/recipes/recipe.ts'
import { RECIPE_LEVELS, RECIPE_RACES, type RecipeRequest } from '../../packages/core/src/plan/recipes/request.ts'
import { STATEMENTS } from '../../packages/core/src/rules/statements.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { scheduleOf } from '../../packages/core/src/schedule/of-plan.ts'
import { PILLARS } from '../../packages/core/src/workout/workout.ts'
import { makePlan } from '../../packages/formats/src/plan-text/notation/make-plan.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'
import { binding, faultsIn, findingsFor, planOf, runnerOf } from './judge.ts'
import { ownRequest, plainRequest } from './request.arbitrary.ts'

/** A share of all requests in each run; `BELL_LAP_LONG=1` asks for more, `BELL_LAP_SEED` for those of an earlier run. */
const LONG = process.env['BELL_LAP_LONG'] === '1'
const RUNS = LONG ? 5000 : 60
const seed = fc.readConfigureGlobal()?.seed ?? 0
console.info(`recipes: ${RUNS} runs a property, BELL_LAP_SEED=${seed}`)

/** Nothing at all of the documents that the plan follows; at most notes of others. */
const expectSound = (plan: Plan, request: RecipeRequest, quickness: number): void => {
  for (const runner of [undefined, runnerOf(request.level, quickness)]) {
    const findings = findingsFor(plan, runner)
    expect(faultsIn(findings)).toEqual([])
    expect(binding(plan, findings)).toEqual([])
  }
}

describe(`fusion plans of requests at random, BELL_LAP_SEED=${seed}`, () => {
  test('no rule of the documents that it follows has anything to say, for any runner of the level', () => {
    fc.assert(
      fc.property(plainRequest(), fc.double({ min: 0, max: 1, noNaN: true }), (request, quickness) => {
        expectSound(planOf(request), request, quickness)
      }),
      { numRuns: RUNS },
    )
  })

  test('with distances of the runner’s own there is a plan of which the same is true, or a reason', () => {
    fc.assert(
      fc.property(ownRequest(), fc.double({ min: 0, max: 1, noNaN: true }), (request, quickness) => {
        const plan = makeRecipe(request)
        if (plan.ok) expectSound(plan.value, request, quickness)
        else expect(['too little', 'too much', 'too steep']).toContain(plan.fault.code)
      }),
      { numRuns: RUNS },
    )
  })

  test('prints canonically, reads back as the same plan, and is the same every time', () => {
    fc.assert(
      fc.property(plainRequest(), (request) => {
        const plan = planOf(request)
        const text = makePlan(plan)
        const reading = parsePlan(text)
        expect(reading.findings).toEqual([])
        expect(reading.plan).toEqual(plan)
        expect(makePlan(reading.plan)).toBe(text)
        expect(planOf(request)).toEqual(plan)
      }),
      { numRuns: RUNS },
    )
  })

  test('has as many weeks and running days as asked, and ends with its race on the day asked for', () => {
    fc.assert(
      fc.property(plainRequest(), (request) => {
        const weeks = weeksOf(planOf(request))
        expect(weeks.map(({ number }) => number)).toEqual(
          Array.from({ length: request.weeks }, (_, index) => index + 1),
        )
        const last = weeks.at(-1)?.sessions.at(-1)
        expect([last?.workout.kind, last?.day]).toEqual(['race', request.raceDay ?? 'Sun'])
        const runs = weeks[0]?.sessions.filter(({ workout }) => workout.kind === 'run').length
        if (request.days !== undefined) expect(runs).toBe(request.days)
      }),
      { numRuns: RUNS },
    )
  })

  test('every week has an objective, every session the statements that it serves, and each statement is explained', () => {
    const known = new Set(STATEMENTS.map(({ number }) => number))
    fc.assert(
      fc.property(plainRequest(), (request) => {
        const plan = planOf(request)
        const explained = new Set((plan.closing ?? []).flatMap((line) => /^R\d+/.exec(line) ?? []))
        for (const { objective, sessions } of weeksOf(plan)) {
          expect(objective).toBeTruthy()
          for (const { margin } of sessions) {
            const named = (margin?.after ?? '').split(' ')
            expect(named.every((each) => known.has(each as `R${number}`) && explained.has(each))).toBe(true)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('every block of three weeks and more, and every phase but the last, holds the four pillars (R117)', () => {
    fc.assert(
      fc.property(plainRequest(), (request) => {
        const plan = planOf(request)
        const { weeks } = scheduleOf(plan, speedsOf(plan))
        for (const index of plan.phases.keys()) {
          const sessions = weeks.filter(({ phaseIndex }) => phaseIndex === index).flatMap((week) => week.sessions)
          const served = new Set(sessions.flatMap(({ pillars }) => pillars))
          if (index < plan.phases.length - 1) expect(PILLARS.filter((pillar) => !served.has(pillar))).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('what the race and the level change', () => {
  const of = (race: string, level: string, more: Partial<RecipeRequest> = {}): string =>
    makePlan(planOf({ recipe: 'fusion', race, weeks: 16, level, ...more }))

  test.each(RECIPE_RACES)('over %s every level has a plan of its own', (race) => {
    expect(new Set(RECIPE_LEVELS.map((level) => of(race, level))).size).toBe(RECIPE_LEVELS.length)
  })

  test('the higher the level, the more running', () => {
    const highest = (level: string): number =>
      Math.max(...findHighest(planOf({ recipe: 'fusion', race: '1500', weeks: 16, level, days: 6 })))
    const volumes = RECIPE_LEVELS.map(highest)
    expect(volumes).toEqual(volumes.toSorted((a, b) => a - b))
  })

  test('beginners have one key session a week, others two', () => {
    const keys = (level: string): number => {
      const plan = planOf({ recipe: 'fusion', race: '5K', weeks: 16, level })
      const { weeks } = scheduleOf(plan, speedsOf(plan, runnerOf(level, 0.5)))
      return Math.max(...weeks.map(({ sessions }) => sessions.filter(({ hardness }) => hardness === 'key').length))
    }
    expect(RECIPE_LEVELS.map(keys)).toEqual([1, 2, 2, 2])
  })

  test('the short race has more at 800 m pace, the long one more at threshold', () => {
    const count = (text: string, pace: RegExp): number => [...text.matchAll(pace)].length
    const [short, long] = [of('800', 'advanced'), of('10K', 'advanced')]
    expect(count(short, /@800\b/g)).toBeGreaterThan(count(long, /@800\b/g))
    expect(count(long, /min @T\b/g)).toBeGreaterThan(count(short, /min @T\b/g))
  })

  test('at home there is nothing that needs a gym', () => {
    expect(of('1500', 'advanced', { gym: true })).toMatch(/back squat|pallof/)
    expect(of('1500', 'advanced', { gym: false })).not.toMatch(/back squat|pallof/)
  })

  test('what nobody said is told as an assumption, what was said is not', () => {
    expect(of('1500', 'advanced')).toMatch(/Assumed.*a gym.*the race on Sunday/)
    expect(of('1500', 'advanced', { gym: true, raceDay: 'Sat' })).not.toMatch(/Assumed.*(a gym|the race on)/)
  })
})

const findHighest = (plan: Plan): readonly number[] =>
  weeksOf(plan).map(({ statedTotal }) => (statedTotal?.kind === 'distance' ? statedTotal.distance : 0))
