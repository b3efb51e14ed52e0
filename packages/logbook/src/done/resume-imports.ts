import type { Logbook } from '../logbook.ts'
import { inBackground } from './background.ts'
import { importerOf } from './importer.ts'
import { rematchLater } from './rematch.ts'
import { runImport } from './run-import.ts'

/**
 * Goes on with the imports of all athletes that were running when the logbook was last closed or killed, and from now on
 * matches what was done with a season whenever that changes. An administrator's question, asked once at the opening.
 * Answers when they are begun, `done` when they have ended.
 */
export const resumeImports = async (logbook: Logbook): Promise<{ readonly done: Promise<void> }> => {
  const stop = logbook.events.subscribe((event) => {
    if (event.kind === 'season') rematchLater(logbook, event.athlete)
  })
  logbook.beforeClose(() => Promise.resolve(stop()))
  const rows = await logbook.store.db
    .selectFrom('imports')
    .select(['athlete', 'id'])
    .where('state', '=', 'running')
    .orderBy('started')
    .execute()
  const importer = importerOf(logbook)
  const runs = rows.map(({ athlete, id }) =>
    inBackground(importer, 'Going on with an import', () => runImport(logbook, athlete, id)),
  )
  return { done: Promise.all(runs).then(() => undefined) }
}
