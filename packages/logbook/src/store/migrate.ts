import { mkdirSync } from 'node:fs'
import { sql, type Kysely } from 'kysely'
import { fail, ok, type Result } from '@bell-lap/core'
import type { Database } from './databases.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import type { Tables } from './tables.ts'

export interface MigrateOptions {
  readonly now: () => number
  /** Where copies are put that are taken before a store with something in it is changed. */
  readonly backupFolder: string
  readonly migrations?: readonly Migration[]
}

/** Why a store cannot be brought to this program's shape: a later program has been there. */
export interface NewerStore {
  readonly found: number
  readonly known: number
}

/**
 * Brings the store to the shape that this program knows, each step in a transaction of its own: killed in the middle,
 * the next opening goes on. Before the first step over something kept a copy is taken.
 */
export const migrate = async (database: Database, options: MigrateOptions): Promise<Result<number, NewerStore>> => {
  const { migrations = MIGRATIONS } = options
  const found = await shapeOf(database, database.db)
  if (found > migrations.length) return fail({ found, known: migrations.length })
  if (found > 0 && found < migrations.length) {
    mkdirSync(options.backupFolder, { recursive: true })
    await database.copyBefore(found + 1, options.backupFolder)
  }
  for (let number = found; number < migrations.length; number++) await step(database, number + 1, options)
  return ok(migrations.length)
}

/** Number of the last step that the store has been through; 0 for an empty one. */
const shapeOf = async (database: Database, on: Kysely<Tables>): Promise<number> => {
  const names = await database.tableNames(on)
  if (!names.includes('migrations')) return 0
  const last = await on
    .selectFrom('migrations')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return last?.number ?? 0
}

const step = (database: Database, number: number, { now, migrations = MIGRATIONS }: MigrateOptions): Promise<void> =>
  database.db.transaction().execute(async (tx) => {
    await database.lockForMigration(tx)
    // Another process may have taken the step while this one waited.
    if ((await shapeOf(database, tx)) >= number) return
    const migration = migrations[number - 1]
    if (!migration) throw new RangeError(`There is no migration ${number}.`)
    const [text, whole] = [database.columnType('text'), database.columnType('integer')]
    await sql`create table if not exists migrations (number ${whole} primary key, name ${text} not null,
      at ${whole} not null)`.execute(tx)
    await migration.up(tx, database)
    await tx.insertInto('migrations').values({ number, name: migration.name, at: now() }).execute()
  })
