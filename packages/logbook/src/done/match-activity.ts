import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason } from '../season/kept-season.ts'
import type { ActivityView } from '../views/done.ts'
import { rematch } from './rematch.ts'
import { noActivity, seeActivity } from './see-activity.ts'
import { sessionsIn } from './sessions.ts'

/**
 * The athlete's own word: this activity is that session, or none. No guess undoes it. What another activity was said to
 * be before goes to this one.
 */
export const matchActivity = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
  { session }: { readonly session: string | null },
): Promise<Result<ActivityView, LogbookFault>> => {
  const said = await logbook.store.transact(async (tx): Promise<Result<null, LogbookFault>> => {
    const row = await tx
      .selectFrom('activities')
      .select('id')
      .where('athlete', '=', athlete)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return fail(noActivity(id))
    const kept = await activeSeason(logbook, tx, athlete)
    const found = session !== null && kept && sessionsIn(kept).some((each) => each.id === session)
    if (session !== null && !found) return fail({ code: 'not-found', message: `The season has no session ${session}.` })
    const season = session === null ? null : (kept?.id ?? null)
    if (session !== null)
      await tx
        .deleteFrom('matches')
        .where('athlete', '=', athlete)
        .where('season', '=', season)
        .where('session', '=', session)
        .execute()
    await tx
      .insertInto('matches')
      .values({ athlete, activity: id, season, session, at: logbook.now() })
      .onConflict((conflict) =>
        conflict.columns(['athlete', 'activity']).doUpdateSet({ season, session, at: logbook.now() }),
      )
      .execute()
    return ok(null)
  })
  if (!said.ok) return said
  await rematch(logbook, athlete)
  return seeActivity(logbook, athlete, id)
}
