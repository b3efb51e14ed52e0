import { fail, ok, type Result } from '@bell-lap/core'
import { readPlan } from '@bell-lap/formats'
import type { Kysely } from 'kysely'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { PlansTable, Tables } from '../store/tables.ts'
import type { PlanView } from '../views/making.ts'
import { planCard } from './plan-card.ts'
import { shippedPlans } from './shipped.ts'

export const noPlan = (id: string): LogbookFault => ({
  code: 'not-found',
  reason: 'no-plan',
  message: `No plan is called ${id}.`,
  change: 'Look at the library for those that there are.',
})

/** A plan of one's own as it is shown. */
export const ownPlan = ({ id, name, text, version }: Omit<PlansTable, 'athlete' | 'made' | 'changed'>): PlanView => ({
  ...planCard(readPlan(text).plan, { id, name, kept: 'own', version }),
  text,
})

/** A plan of one's own by its id, undefined where there is none. */
export const ownRow = (db: Kysely<Tables>, athlete: AthleteId, id: string) =>
  db
    .selectFrom('plans')
    .select(['id', 'name', 'text', 'version'])
    .where('athlete', '=', athlete)
    .where('id', '=', id)
    .executeTakeFirst()

/** One plan with its text: of one's own, else of the library. */
export const seePlan = async (
  { store, planFolder }: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<PlanView, LogbookFault>> => {
  const row = await ownRow(store.db, athlete, id)
  if (row) return ok(ownPlan(row))
  const shipped = (await shippedPlans(planFolder)).find((plan) => plan.id === id || `${plan.id}.plan` === id)
  return shipped ? ok(shipped) : fail(noPlan(id))
}
