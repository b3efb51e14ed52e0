import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { FILE_STATES, type ImportFileView, type ImportView } from '../views/done.ts'
import { cardsOf } from './card.ts'
import { parseVerdict } from './import-rows.ts'

const FINISHED: ReadonlySet<string> = new Set(['added', 'known', 'duplicate', 'refused', 'cancelled'])

const stateOf = (text: string): ImportFileView['state'] => FILE_STATES.find((state) => state === text) ?? 'waiting'

export const noImport = (id: string): LogbookFault => ({ code: 'not-found', message: `There is no import ${id}.` })

/** How an import is getting on, file by file, with what became of each activity. */
export const seeImport = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<ImportView, LogbookFault>> => {
  const { db } = logbook.store
  const job = await db
    .selectFrom('imports')
    .select(['state', 'started'])
    .where('athlete', '=', athlete)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!job) return fail(noImport(id))
  const rows = await db
    .selectFrom('import_files')
    .select(['name', 'state', 'verdict', 'activity'])
    .where('athlete', '=', athlete)
    .where('import', '=', id)
    .orderBy('seq')
    .execute()
  const cards = await cardsOf(
    logbook,
    athlete,
    rows.flatMap(({ activity }) => activity ?? []),
  )
  const files = rows.map((row): ImportFileView => {
    const { code = null, message = null, problems = [] } = parseVerdict(row.verdict)
    const found = row.activity === null ? undefined : cards.get(row.activity)
    return {
      name: row.name,
      state: stateOf(row.state),
      code,
      message,
      problems: [...problems],
      activity: found?.card ?? null,
      verdict: found?.verdict ?? null,
      asks: found?.asks ?? null,
    }
  })
  const count = (state: string): number => files.filter((file) => file.state === state).length
  return ok({
    id,
    state: job.state,
    started: new Date(job.started).toISOString(),
    total: files.length,
    finished: files.filter(({ state }) => FINISHED.has(state)).length,
    counts: {
      added: count('added'),
      known: count('known'),
      duplicate: count('duplicate'),
      refused: count('refused'),
    },
    files,
  })
}
