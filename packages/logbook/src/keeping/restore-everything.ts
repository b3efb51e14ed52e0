import { fail, ok, type Result } from '@bell-lap/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { forgetSeasons } from '../season/kept-season.ts'
import type { Tables } from '../store/tables.ts'
import type { RestoredView } from '../views/keeping.ts'
import { openArchive, type OpenArchive } from './archive-entries.ts'
import { checkArchive, rowsIn } from './check-archive.ts'
import { EXPORTED, type ArchiveRow, type ExportedTable } from './exported.ts'
import { hashIn, type Manifest } from './manifest.ts'

/** An archive that came in: where it lies. */
export interface IncomingArchive {
  readonly path: string
}

const FILLED = ['plans', 'seasons', 'files', 'activities', 'imports'] as const

/** Whether the athlete keeps nothing yet but a name. */
export const isEmpty = async (db: Kysely<Tables>, athlete: AthleteId): Promise<boolean> => {
  for (const table of FILLED) {
    const row = await db.selectFrom(table).select('athlete').where('athlete', '=', athlete).limit(1).executeTakeFirst()
    if (row) return false
  }
  return true
}

const NOT_EMPTY: LogbookFault = {
  code: 'refused',
  reason: 'not-empty',
  message: 'There is something in this logbook already.',
  change: 'Restore into an empty one: export what is here, delete it, then restore.',
}

interface Restoring {
  readonly tx: Transaction<Tables>
  readonly athlete: AthleteId
}

const putIn = async (
  { tx, athlete }: Restoring,
  { name }: ExportedTable,
  rows: readonly ArchiveRow[],
): Promise<void> => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  if (name === 'athletes') {
    const values = columns.map((column) => sql`${sql.ref(column)} = ${first[column]}`)
    await sql`update athletes set ${sql.join(values)} where athlete = ${athlete}`.execute(tx)
    return
  }
  const names = sql.join(['athlete', ...columns].map((column) => sql.ref(column)))
  const values = rows.map((row) => sql`(${sql.join([athlete, ...columns.map((column) => row[column])])})`)
  await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(tx)
}

const putTable = async (restoring: Restoring, table: ExportedTable, rows: AsyncIterable<ArchiveRow>): Promise<void> => {
  let batch: ArchiveRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < table.page) continue
    await putIn(restoring, table, batch)
    batch = []
  }
  await putIn(restoring, table, batch)
}

interface Desk {
  readonly logbook: Logbook
  readonly athlete: AthleteId
  readonly archive: OpenArchive
  readonly manifest: Manifest
}

const putRows = ({ logbook, athlete, archive, manifest }: Desk): Promise<Result<RestoredView, LogbookFault>> =>
  logbook.store.transact(async (tx) => {
    if (!(await isEmpty(tx, athlete))) return fail(NOT_EMPTY)
    for (const table of EXPORTED) await putTable({ tx, athlete }, table, rowsIn(archive, table, manifest.shape))
    const { rows, program } = manifest
    const count = (table: string): number => rows[table] ?? 0
    return ok({
      seasons: count('seasons'),
      plans: count('plans'),
      activities: count('activities'),
      files: count('files'),
      from_program: program,
    })
  })

/** Files first, then the rows that name them: where the rows are not put in, the files go again. */
const putFiles = async (desk: Desk, names: readonly string[]): Promise<Result<RestoredView, LogbookFault>> => {
  const [name, ...others] = names
  if (name === undefined) return putRows(desk)
  const bytes = await desk.archive.read(name)
  return desk.logbook.files.keep(bytes, () => putFiles(desk, others))
}

/**
 * Puts everything of an archive into an empty logbook. The whole archive is checked before anything is written; the rows
 * come in one transaction, and where that fails nothing of it is kept.
 */
export const restoreEverything = async (
  logbook: Logbook,
  athlete: AthleteId,
  file: IncomingArchive | undefined,
): Promise<Result<RestoredView, LogbookFault>> => {
  if (!file) return fail({ code: 'invalid', reason: 'no-files', message: 'No archive came in.' })
  if (!(await isEmpty(logbook.store.db, athlete))) return fail(NOT_EMPTY)
  const archive = await openArchive(file.path)
  if (!archive.ok) return archive
  try {
    const manifest = await checkArchive(archive.value)
    if (!manifest.ok) return manifest
    const desk: Desk = { logbook, athlete, archive: archive.value, manifest: manifest.value }
    const originals = [...archive.value.entries.keys()].filter((name) => hashIn(name) !== undefined)
    const restored = await putFiles(desk, originals)
    if (restored.ok) tellAll(logbook, athlete)
    return restored
  } finally {
    archive.value.close()
  }
}

const tellAll = (logbook: Logbook, athlete: AthleteId): void => {
  forgetSeasons(logbook)
  logbook.events.tell({ kind: 'season', athlete, version: 0 })
}
