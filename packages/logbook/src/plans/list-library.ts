import { ok, RECIPE_LEVELS, RECIPE_RACES, RECIPE_WEEKS, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { LibraryView, PlanCard, PlanView } from '../views/making.ts'
import { ownPlan } from './find-plan.ts'
import { shippedPlans } from './shipped.ts'

const cardOf = ({ text: _text, ...card }: PlanView): PlanCard => card

/** All plans: one's own by name, then those that come with Bell Lap, and what recipes can be asked for. */
export const listLibrary = async (
  { store, planFolder }: Logbook,
  athlete: AthleteId,
): Promise<Result<LibraryView, LogbookFault>> => {
  const own = await store.db
    .selectFrom('plans')
    .select(['id', 'name', 'text', 'version'])
    .where('athlete', '=', athlete)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const shipped = await shippedPlans(planFolder)
  return ok({
    plans: [...own.map(ownPlan), ...shipped].map(cardOf),
    recipes: {
      races: [...RECIPE_RACES],
      levels: [...RECIPE_LEVELS],
      weeks: [RECIPE_WEEKS.least, RECIPE_WEEKS.most],
    },
  })
}
