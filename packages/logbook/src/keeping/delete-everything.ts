import { ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import { firstRow } from '../owner-row.ts'
import type { AthleteId } from '../owner.ts'
import { forgetSeasons } from '../season/kept-season.ts'

/** Forgets everything of an athlete, files included; what is left is an athlete of whom nothing is known. */
export const deleteEverything = async (
  logbook: Logbook,
  athlete: AthleteId,
): Promise<Result<Record<string, never>, LogbookFault>> => {
  const gone = await logbook.store.transact(async (tx): Promise<Result<readonly string[], LogbookFault>> => {
    const files = await tx.selectFrom('files').select('hash').where('athlete', '=', athlete).execute()
    const waiting = await tx
      .selectFrom('import_files')
      .select('hash')
      .where('athlete', '=', athlete)
      .where('hash', 'is not', null)
      .execute()
    // Whatever is the athlete's rests on this row, and goes with it.
    await tx.deleteFrom('athletes').where('athlete', '=', athlete).execute()
    await tx.insertInto('athletes').values(firstRow(athlete, logbook.now())).execute()
    return ok([...files, ...waiting].flatMap(({ hash }) => hash ?? []))
  })
  if (!gone.ok) return gone
  await logbook.files.forget(new Set(gone.value))
  forgetSeasons(logbook)
  logbook.events.tell({ kind: 'season', athlete, version: 0 })
  return ok({})
}
