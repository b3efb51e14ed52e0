import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlan } from './make-plan.ts'
import { parsePlan } from './parse-plan.ts'
import { planArbitrary } from './plan.arbitrary.ts'

describe('printing and reading a plan', () => {
  test('what is printed of any plan reads back as the same plan, without a finding', () => {
    fc.assert(
      fc.property(planArbitrary(), (plan) => {
        const text = makePlan(plan)
        const { plan: read, findings, unread } = parsePlan(text)
        expect(findings, text).toEqual([])
        expect(unread, text).toEqual([])
        expect(read, text).toStrictEqual(plan)
      }),
      { numRuns: 500 },
    )
  })

  test('printing what was printed changes no byte', () => {
    fc.assert(
      fc.property(planArbitrary(), (plan) => {
        const text = makePlan(plan)
        expect(makePlan(parsePlan(text).plan)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})
