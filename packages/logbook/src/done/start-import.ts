import { createReadStream } from 'node:fs'
import { fail, ok, type Result } from '@bell-lap/core'
import { RECORDING_LIMITS } from '@bell-lap/formats'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { ImportView } from '../views/done.ts'
import { inBackground } from './background.ts'
import { makeVerdict, SEQ_OF_ONE_FILE, type FileNote } from './import-rows.ts'
import { importerOf } from './importer.ts'
import { runImport } from './run-import.ts'
import { seeImport } from './see-import.ts'
import { printed } from './title.ts'

/** A file as it comes in: its bytes, where they lie, or as they arrive. */
export type IncomingFile = { readonly name: string } & (
  | { readonly bytes: Uint8Array | AsyncIterable<Uint8Array> }
  | { readonly path: string }
)

/** Longest name that is kept, in characters. */
const LONGEST_NAME = 255
/** More files are not taken at once. */
const MOST_FILES = 10_000

/** A name to be shown: nothing in it is ever a path. */
const shownName = (name: string): string => {
  const plain = printed(name)
  return plain === '' ? 'without a name' : plain.slice(-LONGEST_NAME)
}

const TOO_LARGE = new Error('too large')

async function* limited(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > RECORDING_LIMITS.archive.bytes) throw TOO_LARGE
    yield chunk
  }
}

const bytesOf = (file: IncomingFile): AsyncIterable<Uint8Array> => {
  if ('path' in file) return limited(createReadStream(file.path))
  return limited(file.bytes instanceof Uint8Array ? [file.bytes] : file.bytes)
}

interface Place {
  readonly athlete: AthleteId
  readonly id: string
  readonly seq: number
  readonly name: string
}

const writeFile = async (
  { store }: Logbook,
  { athlete, id, seq, name }: Place,
  row: { readonly hash: string | null; readonly bytes: number; readonly note?: FileNote },
): Promise<void> => {
  const { hash, bytes, note } = row
  const told = note ? { state: 'refused', verdict: makeVerdict(note) } : { state: 'waiting', verdict: null }
  await store.db
    .insertInto('import_files')
    .values({ athlete, import: id, seq, name, hash: note ? null : hash, bytes, activity: null, ...told })
    .execute()
}

const EMPTY: FileNote = { code: 'empty', message: 'The file is empty.' }
const LARGE: FileNote = {
  code: 'too-large',
  message: `The file has more than ${RECORDING_LIMITS.archive.bytes / 1_000_000} MB: unpack it, and take in what is in it.`,
}

const keepFile = async (logbook: Logbook, place: Place, file: IncomingFile): Promise<void> => {
  try {
    await logbook.files.keep(bytesOf(file), ({ hash, bytes }) =>
      writeFile(logbook, place, { hash, bytes, ...(bytes === 0 ? { note: EMPTY } : {}) }),
    )
  } catch (error) {
    if (error !== TOO_LARGE) throw error
    await writeFile(logbook, place, { hash: null, bytes: 0, note: LARGE })
  }
}

/** The files of an import, one after the other; the number of them. */
const keepAll = async (
  logbook: Logbook,
  { athlete, id }: { readonly athlete: AthleteId; readonly id: string },
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
): Promise<number> => {
  let count = 0
  for await (const file of files) {
    if (count >= MOST_FILES) throw new RangeError(`An import has at most ${MOST_FILES} files.`)
    const place = { athlete, id, seq: count * SEQ_OF_ONE_FILE, name: shownName(file.name) }
    await keepFile(logbook, place, file)
    count++
  }
  return count
}

const drop = async (logbook: Logbook, athlete: AthleteId, id: string): Promise<void> => {
  const rows = await logbook.store.db
    .selectFrom('import_files')
    .select('hash')
    .where('athlete', '=', athlete)
    .where('import', '=', id)
    .execute()
  await logbook.store.db.deleteFrom('imports').where('athlete', '=', athlete).where('id', '=', id).execute()
  await logbook.files.forget(rows.flatMap(({ hash }) => hash ?? []))
}

/**
 * Takes files in: they are on disk for good when this answers, and read in the background, also after a restart. Files
 * that cannot be taken are refused by name, and stop no other. Throws what reading an incoming file throws, and keeps
 * nothing then.
 */
export const startImport = async (
  logbook: Logbook,
  athlete: AthleteId,
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
): Promise<Result<ImportView, LogbookFault>> => {
  const begun = await beginImport(logbook, athlete, files)
  if (!begun.ok) return begun
  const work = () => runImport(logbook, athlete, begun.value)
  void inBackground(importerOf(logbook), 'Reading an import', work)
  return seeImport(logbook, athlete, begun.value)
}

/** The same without the reading: the id of the import. */
export const beginImport = async (
  logbook: Logbook,
  athlete: AthleteId,
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
): Promise<Result<string, LogbookFault>> => {
  const id = logbook.newId()
  const { db } = logbook.store
  await db
    .insertInto('imports')
    .values({ athlete, id, state: 'running', started: logbook.now(), finished: null })
    .execute()
  try {
    if ((await keepAll(logbook, { athlete, id }, files)) > 0) return ok(id)
  } catch (error) {
    await drop(logbook, athlete, id)
    throw error
  }
  await drop(logbook, athlete, id)
  return fail({ code: 'invalid', reason: 'no-files', message: 'No file came in.', change: 'Choose one at least.' })
}
