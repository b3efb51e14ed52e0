import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { PlanEdit, PlanView } from '../views/making.ts'
import { noPlan, ownPlan, ownRow } from './find-plan.ts'
import { shippedPlans } from './shipped.ts'

const usable = (name: string): Result<string, LogbookFault> => {
  const trimmed = name.trim()
  if (trimmed !== '') return ok(trimmed)
  return fail({ code: 'invalid', reason: 'name', message: 'The plan has no name.', change: 'Give it one.' })
}

/** Keeps a new plan. Its text is kept as it is, whether all of it can be read or not. */
export const addPlan = async (
  { store, now, newId }: Logbook,
  athlete: AthleteId,
  edit: PlanEdit,
): Promise<Result<PlanView, LogbookFault>> => {
  const name = usable(edit.name)
  if (!name.ok) return name
  const plan = { id: newId(), name: name.value, text: edit.text, version: 1 }
  const at = now()
  await store.db
    .insertInto('plans')
    .values({ ...plan, athlete, made: at, changed: at })
    .execute()
  return ok(ownPlan(plan))
}

/** A plan of one's own that another edit has come before: both are told. */
const stale = (current: PlanView): LogbookFault => ({
  code: 'stale',
  message: `The plan ${current.name} was changed meanwhile: it is at version ${current.version}.`,
  change: 'Look at both, then save yours again or keep the other.',
  current: { version: current.version, value: current },
})

/** Why a plan cannot be edited: somebody was faster, it comes with Bell Lap, or there is none. */
const whyNot = async ({ store, planFolder }: Logbook, athlete: AthleteId, id: string): Promise<LogbookFault> => {
  const row = await ownRow(store.db, athlete, id)
  if (row) return stale(ownPlan(row))
  const shipped = (await shippedPlans(planFolder)).find((plan) => plan.id === id)
  if (!shipped) return noPlan(id)
  return {
    code: 'refused',
    reason: 'library',
    message: `The plan ${shipped.name} comes with Bell Lap and is never changed.`,
    change: "Keep a copy: that is one's own.",
  }
}

/** Changes a plan of one's own; an edit of an older version is refused with what stands now. */
export const savePlan = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
  { version, ...edit }: PlanEdit & { readonly version: number },
): Promise<Result<PlanView, LogbookFault>> => {
  const name = usable(edit.name)
  if (!name.ok) return name
  const saved = await logbook.store.db
    .updateTable('plans')
    .set({ name: name.value, text: edit.text, version: version + 1, changed: logbook.now() })
    .where('athlete', '=', athlete)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'name', 'text', 'version'])
    .executeTakeFirst()
  return saved ? ok(ownPlan(saved)) : fail(await whyNot(logbook, athlete, id))
}

/** Forgets a plan of one's own. Seasons that were made of it keep it. */
export const deletePlan = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
  { version }: { readonly version: number },
): Promise<Result<Record<string, never>, LogbookFault>> => {
  const gone = await logbook.store.db
    .deleteFrom('plans')
    .where('athlete', '=', athlete)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return gone ? ok({}) : fail(await whyNot(logbook, athlete, id))
}
