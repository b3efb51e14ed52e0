import fc from 'fast-check'
import { parseDay } from '../../packages/core/src/calendar/day.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import type { FitRequest } from '../../packages/core/src/season/fit/request.ts'
import { planOf } from '../recipes/judge.ts'
import { plainRequest } from '../recipes/request.arbitrary.ts'
import { askedArbitrary } from './athlete.arbitrary.ts'
import { ownPlans } from './plans.ts'

const MONDAY = parseDay('2026-12-21')
if (MONDAY === undefined) throw new Error('2026-12-21 is a day')

/** Plans of the library, and what a recipe writes. */
const plans = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ownPlans) },
  { weight: 1, arbitrary: plainRequest().map(planOf) },
)

const requests = fc
  .tuple(plans, askedArbitrary(MONDAY))
  .map(([plan, asked]): FitRequest => ({ plan, ...asked, speedAt: speedsOf(plan, asked.athlete) }))

/** Spreads numbers that follow one another over all seeds (Knuth's multiplicative hash, 32 bits). */
const seedOf = (number: number, seed: number): number => Math.imul(number + 1, 0x9e3779b1) ^ seed

/**
 * The season of a number: the same from the same seed, whichever others are asked for, so that a range may be run in
 * parts and one of them alone. Every other one leans towards the corners: least and most, empty and full.
 */
export const requestNumbered = (number: number, seed: number): FitRequest => {
  const [request] = fc.sample(requests, { numRuns: 1, seed: seedOf(number, seed), unbiased: number % 2 === 1 })
  if (!request) throw new Error('a sample of one is one')
  return request
}
