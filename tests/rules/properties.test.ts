import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weeksOf, type Place, type Plan } from '../../packages/core/src/plan/plan.ts'
import { RULES } from '../../packages/core/src/rules/all.ts'
import { check } from '../../packages/core/src/rules/check.ts'
import type { Finding } from '../../packages/core/src/rules/finding.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { scheduleOf } from '../../packages/core/src/schedule/of-plan.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'
import { planArbitrary } from '../../packages/formats/src/plan-text/notation/plan.arbitrary.ts'
import { BASE } from './judge.ts'
import { chanceFrom, mutate, someAthlete } from './mutate.ts'

const exists = (plan: Plan, place: Place): boolean => {
  if (place.kind === 'plan') return true
  if (place.kind === 'phase') return plan.phases[place.phase] !== undefined
  const week = weeksOf(plan)[place.week]
  return week !== undefined && (place.kind !== 'session' || week.sessions[place.session] !== undefined)
}

const PLACEHOLDERS = /NaN|undefined|null|Infinity|\[object/

const expectSound = (plan: Plan, findings: readonly Finding[]): void => {
  for (const finding of findings) {
    expect(exists(plan, finding.place), JSON.stringify(finding)).toBe(true)
    expect(`${finding.message} ${finding.fix ?? ''}`, finding.rule).not.toMatch(PLACEHOLDERS)
  }
}

describe('over generated plans', () => {
  test('no rule throws, every finding stands somewhere and says its numbers', () => {
    fc.assert(
      fc.property(planArbitrary(), fc.option(fc.nat()), (plan, seed) => {
        const athlete = seed === null ? undefined : someAthlete(chanceFrom(seed))
        expectSound(plan, check(scheduleOf(plan, speedsOf(plan, athlete)), athlete ? { athlete } : {}))
      }),
      { numRuns: 300 },
    )
  })

  test('the same plan gives the same findings', () => {
    fc.assert(
      fc.property(planArbitrary(), (plan) => {
        const again = (): readonly Finding[] => check(scheduleOf(structuredClone(plan), speedsOf(plan)))
        expect(again()).toEqual(again())
      }),
      { numRuns: 30 },
    )
  })

  test('a plan without speeds is checked as far as it goes', () => {
    fc.assert(
      fc.property(planArbitrary(), (plan) => expectSound(plan, check(scheduleOf(plan, () => undefined)))),
      { numRuns: 100 },
    )
  })
})

describe('over plans mutated from the base', () => {
  const base = parsePlan(BASE).plan
  const PLANS = 1200

  test('no rule throws, and each fires', () => {
    const fired = new Map(RULES.map(({ id }) => [id, 0]))
    for (let seed = 1; seed <= PLANS; seed++) {
      const chance = chanceFrom(seed)
      const plan = mutate(base, chance)
      const athlete = chance() < 0.5 ? someAthlete(chance) : undefined
      const findings = check(scheduleOf(plan, speedsOf(plan, athlete)), athlete ? { athlete } : {})
      expectSound(plan, findings)
      for (const id of new Set(findings.map(({ rule }) => rule))) fired.set(id, (fired.get(id) ?? 0) + 1)
    }
    expect([...fired].filter(([, times]) => times === 0).map(([id]) => id)).toEqual([])
  })
})
