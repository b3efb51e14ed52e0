import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import type { Plan } from '../../packages/core/src/plan/plan.ts'
import { LEVEL_SHAPES } from '../../packages/core/src/plan/recipes/levels.ts'
import { makeRecipe } from '../../packages/core/src/plan/recipes/recipe.ts'
import { RECIPE_LEVELS, type RecipeRequest } from '../../packages/core/src/plan/recipes/request.ts'
import { check } from '../../packages/core/src/rules/check.ts'
import type { Finding } from '../../packages/core/src/rules/finding.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { scheduleOf } from '../../packages/core/src/schedule/of-plan.ts'
import { kilometres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'

/** The plan of a request; throws where there is none. */
export const planOf = (request: RecipeRequest): Plan => {
  const plan = makeRecipe(request)
  if (!plan.ok) throw new Error(`${JSON.stringify(request)}: ${plan.fault.message}`)
  return plan.value
}

/** A runner of a level, from its slowest (0) to its fastest (1). */
export const runnerOf = (level: string, quickness: number): Athlete => {
  const name = RECIPE_LEVELS.find((each) => each === level)
  if (name === undefined) throw new Error(`${level} is no level.`)
  const { fastest, slowest } = LEVEL_SHAPES[name]
  const time = seconds(slowest + (fastest - slowest) * quickness)
  return { unit: 'km', marks: [{ distance: kilometres(5), time }] }
}

/** What the rules say of a plan at somebody's paces, or at the nominal runner's. */
export const findingsFor = (plan: Plan, runner?: Athlete): readonly Finding[] =>
  check(scheduleOf(plan, speedsOf(plan, runner)))

/** Findings of rules that rest on a document which the plan follows. */
export const binding = ({ follows }: Plan, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ source }) => follows.some((document) => source.includes(` ${document}`)))

export const faultsIn = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ level }) => level !== 'note').map(({ level, rule, message }) => `${level} ${rule}: ${message}`)
