import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { rematch } from './rematch.ts'
import { noActivity } from './see-activity.ts'

/** Forgets an activity, and its file where nothing else came in it. */
export const deleteActivity = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<Record<string, never>, LogbookFault>> => {
  const gone = await logbook.store.transact(async (tx): Promise<Result<string, LogbookFault>> => {
    const row = await tx
      .deleteFrom('activities')
      .where('athlete', '=', athlete)
      .where('id', '=', id)
      .returning('file')
      .executeTakeFirst()
    if (!row) return fail(noActivity(id))
    const other = await tx
      .selectFrom('activities')
      .select('id')
      .where('athlete', '=', athlete)
      .where('file', '=', row.file)
      .limit(1)
      .executeTakeFirst()
    if (!other) await tx.deleteFrom('files').where('athlete', '=', athlete).where('hash', '=', row.file).execute()
    return ok(row.file)
  })
  if (!gone.ok) return gone
  await logbook.files.forget([gone.value])
  await rematch(logbook, athlete)
  return ok({})
}
