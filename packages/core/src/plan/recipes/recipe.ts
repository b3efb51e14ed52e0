import { ok, type Result } from '../../result.ts'
import type { Plan } from '../plan.ts'
import { makeFusion } from './fusion.ts'
import type { RecipeFault, RecipeRequest } from './request.ts'
import { settle } from './settle.ts'

/**
 * A whole plan from a few wishes: symbolic paces, no dates, no athlete. The same request gives the same plan.
 * Fails with a named reason where a choice is not on its list, weeks or days are out of range, or the running a week is
 * too little, too much or grows too steeply for what is asked.
 */
export const makeRecipe = (request: RecipeRequest): Result<Plan, RecipeFault> => {
  const brief = settle(request)
  return brief.ok ? ok(makeFusion(brief.value)) : brief
}
