import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { ImportView } from '../views/done.ts'
import { noImport, seeImport } from './see-import.ts'

/** Stops an import: what is in stays, nothing further comes. One that has ended stays as it is. */
export const cancelImport = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<ImportView, LogbookFault>> => {
  const stopped = await logbook.store.transact(async (tx) => {
    const job = await tx
      .selectFrom('imports')
      .select('state')
      .where('athlete', '=', athlete)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!job) return fail(noImport(id))
    if (job.state !== 'running') return ok([])
    await tx
      .updateTable('imports')
      .set({ state: 'cancelled', finished: logbook.now() })
      .where('athlete', '=', athlete)
      .where('id', '=', id)
      .execute()
    const rows = await tx
      .updateTable('import_files')
      .set({ state: 'cancelled' })
      .where('athlete', '=', athlete)
      .where('import', '=', id)
      .where('state', 'in', ['waiting', 'reading'])
      .returning('hash')
      .execute()
    return ok(rows.flatMap(({ hash }) => hash ?? []))
  })
  if (!stopped.ok) return stopped
  await logbook.files.forget(stopped.value)
  logbook.events.tell({ kind: 'import', athlete, id })
  return seeImport(logbook, athlete, id)
}
