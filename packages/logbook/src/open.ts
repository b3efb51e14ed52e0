import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '@bell-lap/core'
import { eventsOf } from './events.ts'
import type { Logbook } from './logbook.ts'
import { ownerOf } from './owner-row.ts'
import { openPostgres, openSqlite, type Database } from './store/databases.ts'
import { filesIn } from './store/files.ts'
import { lockFolder } from './store/folder-lock.ts'
import { migrate } from './store/migrate.ts'
import { MIGRATIONS, type Migration } from './store/migrations.ts'
import { namedIn } from './store/named.ts'
import { storeOver } from './store/store.ts'

export interface OpenOptions {
  /** Where all is kept: made where it is missing. */
  readonly folder: string
  /** PostgreSQL instead of a file in the folder; recordings stay in the folder. */
  readonly databaseUrl?: string
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
  readonly newId?: () => string
  /** The shipped plans. */
  readonly planFolder: string
  readonly readerUrl?: URL
  /** The steps of the store's shape, for trying the next one. */
  readonly migrations?: readonly Migration[]
}

/**
 * Why a logbook does not open. `in-use`: another process has the folder. `newer`: a later Bell Lap has been there.
 * `unreachable`: the database does not answer. `damaged`: the file is no store or a broken one. `no-folder`: the folder
 * cannot be made or written.
 */
export const OPEN_FAULTS = ['in-use', 'newer', 'unreachable', 'damaged', 'no-folder'] as const

export interface OpenFault {
  readonly code: (typeof OPEN_FAULTS)[number]
  /** What happened, to what. */
  readonly message: string
  /** What to do. */
  readonly change: string
}

/** Opens the kept record of a folder, or makes it. Whoever opens it closes it. */
export const openLogbook = async (options: OpenOptions): Promise<Result<Logbook, OpenFault>> => {
  const locked = lock(options.folder)
  if (!locked.ok) return locked
  const { release } = locked.value
  let database: Database | undefined
  try {
    const opened = await openDatabase(options)
    if (!opened.ok) {
      release()
      return opened
    }
    database = opened.value
    return ok(await logbookOver(database, options, release))
  } catch (error) {
    await database?.close()
    release()
    throw error
  }
}

const lock = (folder: string): Result<{ readonly release: () => void }, OpenFault> => {
  try {
    mkdirSync(join(folder, 'files'), { recursive: true })
    const held = lockFolder(join(folder, 'lock.db'))
    if (held) return ok(held)
  } catch (error) {
    return fail({
      code: 'no-folder',
      message: `The folder ${folder} cannot be used: ${reasonOf(error)}`,
      change: 'Make it writable, or name another one.',
    })
  }
  return fail({
    code: 'in-use',
    message: `Another Bell Lap has the folder ${folder} open.`,
    change: 'Close that one first, or name another folder.',
  })
}

const openDatabase = async (options: OpenOptions): Promise<Result<Database, OpenFault>> => {
  const { folder, databaseUrl, now, migrations = MIGRATIONS } = options
  let database: Database | undefined
  try {
    database = databaseUrl === undefined ? openSqlite(join(folder, 'logbook.db')) : openPostgres(databaseUrl)
    const shape = await migrate(database, { now, backupFolder: join(folder, 'backups'), migrations })
    if (shape.ok) return ok(database)
    await database.close()
    return fail({
      code: 'newer',
      message: `The store of ${folder} was written by a later Bell Lap: its shape is ${shape.fault.found}, and this program knows ${shape.fault.known}.`,
      change: 'Start that later version again; nothing was changed.',
    })
  } catch (error) {
    await database?.close()
    const fault = openingFault(error, options)
    if (!fault) throw error
    return fail(fault)
  }
}

const CONNECTION_CODES = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'ECONNRESET',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '28P01',
  '28000',
  '3D000',
]
const [SQLITE_CORRUPT, SQLITE_NOT_A_DATABASE, SQLITE_CANNOT_OPEN, SQLITE_READ_ONLY] = [11, 26, 14, 8]

const openingFault = (error: unknown, { folder }: OpenOptions): OpenFault | undefined => {
  if (!(error instanceof Error)) return undefined
  const [code, number] = [Reflect.get(error, 'code'), Number(Reflect.get(error, 'errcode')) & 0xff]
  if (CONNECTION_CODES.some((each) => each === code))
    return {
      code: 'unreachable',
      message: `The database of DATABASE_URL does not let Bell Lap in: ${reasonOf(error)}`,
      change: 'Check that it runs, and its address, name and password.',
    }
  if (number === SQLITE_CORRUPT || number === SQLITE_NOT_A_DATABASE)
    return {
      code: 'damaged',
      message: `${join(folder, 'logbook.db')} is no store of Bell Lap, or a broken one: ${reasonOf(error)}`,
      change: 'Put it aside and restore a backup.',
    }
  if (number === SQLITE_CANNOT_OPEN || number === SQLITE_READ_ONLY)
    return {
      code: 'no-folder',
      message: `${join(folder, 'logbook.db')} cannot be written: ${reasonOf(error)}`,
      change: 'Make the folder and what is in it writable, or name another one.',
    }
  return undefined
}

/** Never the address of a database: it may hold a password. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const logbookOver = async (database: Database, options: OpenOptions, release: () => void): Promise<Logbook> => {
  const { folder, planFolder, readerUrl, now, newId = randomUUID } = options
  const store = storeOver(database)
  const files = filesIn(join(folder, 'files'), namedIn(database.db))
  await files.sweep()
  const finishing: (() => Promise<void>)[] = []
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    for (const finish of finishing.toReversed()) await finish()
    await store.close()
    release()
  }
  return {
    folder,
    planFolder,
    ...(readerUrl ? { readerUrl } : {}),
    now,
    newId,
    owner: await ownerOf(store, { now, newId }),
    store,
    files,
    events: eventsOf(),
    beforeClose: (finish) => void finishing.push(finish),
    close: () => (closing ??= close()),
  }
}
