import { readFileSync } from 'node:fs'
import type { Plan } from '../../packages/core/src/plan/plan.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'

/** The plans of the project by their paths. */
const PATHS = [
  'plans/advanced-5k.plan',
  'plans/strength-5k.plan',
  'tests/rules/base.plan',
  'plans/fusion-1500.plan',
  'plans/fusion-800.plan',
] as const

const planAt = (path: string): Plan => parsePlan(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).plan

export const advanced5k = planAt(PATHS[0])
export const strength5k = planAt(PATHS[1])
export const ownPlans: readonly Plan[] = PATHS.map(planAt)
