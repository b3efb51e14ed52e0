import { open } from 'node:fs/promises'
import { ok } from '@bell-lap/core'
import type { Kysely, Transaction } from 'kysely'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { FileVerdict } from '../reading/messages.ts'
import type { Tables } from '../store/tables.ts'
import { oneAhead } from './ahead.ts'
import { makeVerdict, SEQ_OF_ONE_FILE, type FileNote } from './import-rows.ts'
import { importerOf, type Importer } from './importer.ts'
import { printed } from './title.ts'
import { takeIn, type Along, type Source, type Taken } from './take-in.ts'

/** An import at work. */
interface Job {
  readonly logbook: Logbook
  readonly athlete: AthleteId
  readonly id: string
  readonly importer: Importer
}

/** A file of it as it was given. */
interface Given {
  readonly seq: number
  readonly name: string
  readonly hash: string
  readonly bytes: number
}

const tell = ({ logbook, athlete, id }: Job): void => logbook.events.tell({ kind: 'import', athlete, id })

const stillRuns = async ({ athlete, id }: Job, tx: Kysely<Tables>): Promise<boolean> => {
  const row = await tx
    .selectFrom('imports')
    .select('state')
    .where('athlete', '=', athlete)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.state === 'running'
}

/** What a row of the import says in the end. */
interface Ended extends FileNote {
  readonly state: 'added' | 'known' | 'duplicate' | 'refused'
  readonly activity?: string
}

/** The row of a file: that of the file itself, or one of its own for what lies in an archive. */
interface Place {
  readonly seq: number
  readonly name: string
}

const writeEnd =
  ({ athlete, id }: Job, { hash, bytes }: Given, { seq, name }: Place) =>
  async (tx: Transaction<Tables>, { state, activity, ...note }: Ended): Promise<void> => {
    const row = { athlete, import: id, seq, name, hash, bytes, state, verdict: makeVerdict(note) }
    await tx
      .insertInto('import_files')
      .values({ ...row, activity: activity ?? null })
      .onConflict((conflict) =>
        conflict
          .columns(['athlete', 'import', 'seq'])
          .doUpdateSet({ name, state, verdict: row.verdict, activity: activity ?? null }),
      )
      .execute()
  }

const refuse = (job: Job, given: Given, place: Place, note: FileNote): Promise<unknown> =>
  job.logbook.store.transact(async (tx) => {
    if (await stillRuns(job, tx)) await writeEnd(job, given, place)(tx, { ...note, state: 'refused' })
    return ok(null)
  })

const noteOf = (verdict: Exclude<FileVerdict, { kind: 'recording' }>): FileNote => {
  switch (verdict.kind) {
    case 'refused':
      return { code: verdict.code, message: verdict.message, problems: verdict.problems.map(({ message }) => message) }
    case 'passed over':
      return { code: 'passed-over', message: verdict.message }
    case 'table': {
      const [all, without] = [verdict.activities.length, verdict.withoutFile.length]
      const missing = without > 0 ? ` ${without} of them have no file, and nothing of those is taken.` : ''
      return { code: 'passed-over', message: `The table of the export names ${all} activities.${missing}` }
    }
    default:
      return verdict satisfies never
  }
}

type Recording = Extract<FileVerdict, { kind: 'recording' }>

const endOf = (taken: Taken, { file }: Recording): Ended => ({
  state: taken.kind,
  activity: taken.activity,
  problems: file.problems.map(({ message }) => message),
  ...(taken.kind === 'duplicate' ? { code: 'duplicate', message: taken.message } : {}),
})

const NOTHING_RUN: FileNote = { code: 'empty', message: 'The file holds a planned workout, and nothing that was run.' }

/** Takes in what a file recorded: several activities where it holds several, told in one row by the best of them. */
const takeRecording = async (job: Job, given: Given, place: Place, verdict: Recording, part: number): Promise<void> => {
  const { activities } = verdict.file
  if (activities.length === 0) {
    await refuse(job, given, place, NOTHING_RUN)
    return
  }
  const end = writeEnd(job, given, place)
  let best: Taken | undefined
  for (const [index, activity] of activities.entries()) {
    const source: Source = {
      hash: given.hash,
      name: given.name,
      bytes: given.bytes,
      part: part + index,
      titles: [verdict.strava?.name, activities.length === 1 ? verdict.file.title : undefined],
    }
    const along: Along = async (tx, taken) => {
      if (!(await stillRuns(job, tx))) return false
      if (!best || (best.kind !== 'added' && taken.kind === 'added')) best = taken
      if (index === activities.length - 1) await end(tx, endOf(best, verdict))
      return true
    }
    if (!(await takeIn(job, activity, source, along))) return
  }
}

const partsOf = (verdict: FileVerdict): number =>
  verdict.kind === 'recording' ? Math.max(1, verdict.file.activities.length) : 1

const settledPlaces = async ({ logbook, athlete, id }: Job, { seq }: Given): Promise<ReadonlySet<number>> => {
  const rows = await logbook.store.db
    .selectFrom('import_files')
    .select('seq')
    .where('athlete', '=', athlete)
    .where('import', '=', id)
    .where('seq', '>', seq)
    .where('seq', '<', seq + SEQ_OF_ONE_FILE)
    .execute()
  return new Set(rows.map((row) => row.seq))
}

/** What breaks on one file is this program's fault, and stops no other file. */
const broke = (error: unknown): FileNote => ({
  code: 'reader-fault',
  message: `Bell Lap broke on it: ${String(error)}`,
})

const tryRecording: typeof takeRecording = async (job, given, place, verdict, part) => {
  try {
    await takeRecording(job, given, place, verdict, part)
  } catch (error) {
    if (job.importer.closing()) throw error
    await refuse(job, given, place, broke(error))
  }
}

/** Whether a file is an archive, whose contents each have a row of their own. */
const startsAsZip = async (path: string): Promise<boolean> => {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1') === 'PK'
  } finally {
    await file.close()
  }
}

/** Reads one file as it was given, and what lies in it. */
const workThrough = async (job: Job, given: Given): Promise<void> => {
  const { logbook, importer } = job
  const done = await settledPlaces(job, given)
  let [inside, part] = [0, 0]
  const isArchive = await startsAsZip(logbook.files.path(given.hash))
  const file = { name: given.name, path: logbook.files.path(given.hash) }
  for await (const verdict of oneAhead(importer.reader.verdicts(file))) {
    const isItself = !isArchive || (inside === 0 && verdict.kind === 'refused' && verdict.name === given.name)
    const seq = isItself ? given.seq : given.seq + 1 + inside
    inside++
    const place = { seq, name: isItself ? given.name : printed(`${given.name}/${verdict.name}`) }
    if (!done.has(seq)) {
      if (verdict.kind === 'recording') await tryRecording(job, given, place, verdict, part)
      else await refuse(job, given, place, noteOf(verdict))
      tell(job)
    }
    part += partsOf(verdict)
    if (importer.closing() || !(await stillRuns(job, logbook.store.db))) return
  }
  await closeFile(job, given, inside)
}

/** An archive is told by what lies in it; its own row goes when that is through. */
const closeFile = async (job: Job, given: Given, inside: number): Promise<void> => {
  const { logbook, athlete, id } = job
  if (inside === 0) await refuse(job, given, given, { code: 'empty', message: 'There is nothing in it.' })
  else
    await logbook.store.db
      .deleteFrom('import_files')
      .where('athlete', '=', athlete)
      .where('import', '=', id)
      .where('seq', '=', given.seq)
      .where('state', 'in', ['waiting', 'reading'])
      .execute()
  // What was refused, or came a second time, is not kept.
  await logbook.files.forget([given.hash])
  tell(job)
}

/** The next file that nobody reads yet: whoever marks it first has it. */
const nextFile = async ({ logbook, athlete, id }: Job): Promise<Given | undefined> => {
  for (;;) {
    const row = await logbook.store.db
      .selectFrom('import_files')
      .select(['seq', 'name', 'hash', 'bytes'])
      .where('athlete', '=', athlete)
      .where('import', '=', id)
      .where('state', '=', 'waiting')
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    if (!row || row.hash === null) return undefined
    const marked = await logbook.store.db
      .updateTable('import_files')
      .set({ state: 'reading' })
      .where('athlete', '=', athlete)
      .where('import', '=', id)
      .where('seq', '=', row.seq)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (marked.numUpdatedRows === 1n) return { ...row, hash: row.hash }
  }
}

const lane = async (job: Job): Promise<void> => {
  while (!job.importer.closing()) {
    const given = await nextFile(job)
    if (!given) return
    tell(job)
    try {
      await workThrough(job, given)
    } catch (error) {
      if (job.importer.closing()) throw error
      await refuse(job, given, given, broke(error))
      await job.logbook.files.forget([given.hash])
      tell(job)
    }
  }
}

const finish = async (job: Job): Promise<void> => {
  const { logbook, athlete, id } = job
  await logbook.store.db
    .updateTable('imports')
    .set({ state: 'done', finished: logbook.now() })
    .where('athlete', '=', athlete)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
  tell(job)
}

const startAgain = async ({ logbook, athlete, id }: Job): Promise<void> => {
  await logbook.store.db
    .updateTable('import_files')
    .set({ state: 'waiting' })
    .where('athlete', '=', athlete)
    .where('import', '=', id)
    .where('state', '=', 'reading')
    .execute()
}

/**
 * Works through what is left of an import, so many files at once as there are lanes. Ends when all have their verdict, it
 * is cancelled, or the logbook closes: then it goes on from there when the logbook is opened again.
 */
export const runImport = (logbook: Logbook, athlete: AthleteId, id: string): Promise<void> => {
  const importer = importerOf(logbook)
  const job: Job = { logbook, athlete, id, importer }
  return importer.run(id, async () => {
    try {
      await startAgain(job)
      // While one file is matched and written, the next is read.
      await Promise.all(Array.from({ length: importer.lanes + 1 }, () => lane(job)))
      if (!importer.closing()) await finish(job)
    } catch (error) {
      // A closing logbook takes the reader away under the work; what was not acknowledged is done at the next opening.
      if (!importer.closing()) throw error
    }
  })
}
