import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { noActivity } from './see-activity.ts'

/** The file that an activity came in, as it came: for an archive, the archive. */
export interface OriginalFile {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array
}

/** The original file of an activity, byte for byte. */
export const activityFile = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<OriginalFile, LogbookFault>> => {
  const row = await logbook.store.db
    .selectFrom('activities')
    .innerJoin('files', (join) =>
      join.onRef('files.athlete', '=', 'activities.athlete').onRef('files.hash', '=', 'activities.file'),
    )
    .select(['files.name', 'files.hash'])
    .where('activities.athlete', '=', athlete)
    .where('activities.id', '=', id)
    .executeTakeFirst()
  if (!row) return fail(noActivity(id))
  const body = await logbook.files.read(row.hash)
  return ok({ name: row.name.split(/[/\\]/).at(-1) ?? row.name, type: 'application/octet-stream', body })
}
