import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { sql, type Kysely } from 'kysely'
import { ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import type { Tables } from '../store/tables.ts'
import { activitiesCsv, sessionsCsv } from './csv-copies.ts'
import { EXPORTED, rowLine, type ExportedTable } from './exported.ts'
import { FORMAT, MANIFEST, originalName, type Manifest } from './manifest.ts'
import { PROGRAM } from './program.ts'
import { openSnapshot } from './snapshot.ts'
import { writeZip, type ZipEntry } from './zip.ts'

/** A file on its way out. */
export interface ArchiveDownload {
  readonly name: string
  readonly type: 'application/zip'
  readonly body: Readable
}

/** What was written so far, for the manifest. */
interface Told {
  readonly rows: { [table: string]: number }
  readonly files: Manifest['files']
}

type Row = { readonly [column: string]: unknown }

const after = (key: readonly string[], last: Row | undefined) => {
  if (!last || key.length === 0) return sql``
  const [columns, values] = [key.map((name) => sql.ref(name)), key.map((name) => sql`${last[name]}`)]
  return sql` and (${sql.join(columns)}) > (${sql.join(values)})`
}

/** Rows of an athlete in a table, page by page in the order of their key. */
async function* rowsOf(
  db: Kysely<Tables>,
  athlete: AthleteId,
  { name, key, columns, page, only }: ExportedTable,
): AsyncGenerator<Row, void> {
  const chosen = sql.join(Object.keys(columns).map((column) => sql.ref(column)))
  const among = only ? sql` and ${sql.ref(only.column)} in (${sql.join([...only.among])})` : sql``
  const order = key.length > 0 ? sql` order by ${sql.join(key.map((column) => sql.ref(column)))}` : sql``
  let last: Row | undefined
  for (;;) {
    const { rows } = await sql<Row>`select ${chosen} from ${sql.table(name)} where athlete = ${athlete}${among}${after(
      key,
      last,
    )}${order} limit ${page}`.execute(db)
    yield* rows
    last = rows.at(-1)
    if (!last || rows.length < page || key.length === 0) return
  }
}

/** Lines are given on in chunks of this many characters: one by one costs more than what they hold. */
const CHUNK = 65_536

async function* linesOf(rows: AsyncIterable<Row>, table: ExportedTable, told: Told): AsyncGenerator<Uint8Array, void> {
  let [text, count] = ['', 0]
  for await (const row of rows) {
    text += rowLine(table, row)
    count++
    if (text.length < CHUNK) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
  told.rows[table.name] = count
}

/** Counts and sums what goes by. */
async function* summed(name: string, bytes: AsyncIterable<Uint8Array>, told: Told): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256')
  let count = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    count += chunk.length
    yield chunk
  }
  told.files.push({ name, bytes: count, sha256: hash.digest('hex') })
}

async function* once(text: string): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(text)
}

const manifestOf = (logbook: Logbook, { rows, files }: Told): Manifest => ({
  format: FORMAT,
  shape: MIGRATIONS.length,
  program: PROGRAM,
  made: new Date(logbook.now()).toISOString(),
  rows,
  files,
})

const FILES = EXPORTED.find(({ name }) => name === 'files')

async function* entriesOf(logbook: Logbook, athlete: AthleteId): AsyncGenerator<ZipEntry, void> {
  const snapshot = await openSnapshot(logbook)
  const { tx } = snapshot
  const told: Told = { rows: {}, files: [] }
  const entry = (name: string, bytes: AsyncIterable<Uint8Array>): ZipEntry => ({
    name,
    bytes: summed(name, bytes, told),
  })
  try {
    for (const table of EXPORTED)
      yield entry(`tables/${table.name}.jsonl`, linesOf(rowsOf(tx, athlete, table), table, told))
    yield entry('csv/activities.csv', activitiesCsv(tx, athlete))
    yield entry('csv/sessions.csv', sessionsCsv(logbook, tx, athlete))
    for await (const { hash, name } of FILES ? rowsOf(tx, athlete, FILES) : [])
      yield entry(originalName(String(hash), String(name)), createReadStream(logbook.files.path(String(hash))))
    yield { name: MANIFEST, bytes: once(JSON.stringify(manifestOf(logbook, told), null, 1)) }
  } finally {
    await snapshot.close()
  }
}

/**
 * Everything of an athlete as one ZIP archive, written as it is read: rows as lines of JSON, copies as CSV, the files as
 * they came, and a manifest with sizes and checksums. All of one moment, while others go on writing.
 */
export const exportEverything = (
  logbook: Logbook,
  athlete: AthleteId,
): Promise<Result<ArchiveDownload, LogbookFault>> => {
  const day = new Date(logbook.now()).toISOString().slice(0, 10)
  const body = Readable.from(writeZip(entriesOf(logbook, athlete)), { objectMode: false })
  return Promise.resolve(ok({ name: `bell-lap-${day}.zip`, type: 'application/zip', body }))
}
