import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import {
  Kysely,
  PostgresDialect,
  sql,
  SqliteDialect,
  type RawBuilder,
  type SqliteDatabase,
  type Transaction,
} from 'kysely'
import { Pool, types } from 'pg'
import type { Tables } from './tables.ts'

// Everything in which the two databases differ stands in this file.

/** What a column holds; each database has its own word for it. */
export type ColumnKind = 'text' | 'integer' | 'real' | 'bytes'

export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  readonly db: Kysely<Tables>
  /** The column type, so that sorting and sizes are the same on both: text by its bytes, 64-bit numbers. */
  columnType(kind: ColumnKind): RawBuilder<unknown>
  /** What closes the statement that makes a table. */
  readonly tableEnd: RawBuilder<unknown>
  /** Waits until no other process migrates the same database; held to the end of the transaction. */
  lockForMigration(tx: Transaction<Tables>): Promise<void>
  tableNames(db: Kysely<Tables>): Promise<readonly string[]>
  /** A copy of all rows as they are, before migration `number`; returns where it lies. */
  copyBefore(number: number, folder: string): Promise<string>
  /** Bytes that the database takes. */
  size(): Promise<number>
  /** What the database itself finds broken; empty where all is sound. */
  damage(): Promise<readonly string[]>
  /** The steps of the database for a query, one a line, to see which index it searches. */
  explain(query: { readonly sql: string; readonly parameters: readonly unknown[] }): Promise<readonly string[]>
  close(): Promise<void>
}

/** Whether a statement failed because such a row is there already. */
export const isAlreadyThere = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const [code, number] = [Reflect.get(error, 'code'), Reflect.get(error, 'errcode')]
  return code === UNIQUE_VIOLATION || number === SQLITE_UNIQUE || number === SQLITE_PRIMARY_KEY
}
const UNIQUE_VIOLATION = '23505'
const SQLITE_UNIQUE = 2067
const SQLITE_PRIMARY_KEY = 1555

/** Opens or makes the file. Throws what SQLite throws where it is none. */
export const openSqlite = (path: string): Database => {
  const file = new DatabaseSync(path)
  try {
    file.exec('pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=5000')
    // Big rows stay off the heap of pages; 64 MB of mapped file is nothing to a phone's worth of training.
    file.exec('pragma temp_store=memory')
  } catch (error) {
    file.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapted(file) }) })
  return {
    kind: 'sqlite',
    db,
    columnType: (kind) => sql.raw({ text: 'text', integer: 'integer', real: 'real', bytes: 'blob' }[kind]),
    tableEnd: sql`strict`,
    lockForMigration: () => Promise.resolve(),
    tableNames: async (on) => {
      const found = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(on)
      return found.rows.map(({ name }) => name)
    },
    copyBefore: async (number, folder) => {
      const [copy, part] = [freeName(`${folder}/before-${number}`), `${folder}/before-${number}.part`]
      rmSync(part, { force: true })
      await sql`vacuum into ${part}`.execute(db)
      moveForGood(part, copy)
      return copy
    },
    size: async () => {
      const pages = await sql<{ n: number }>`select page_count * page_size as n
        from pragma_page_count(), pragma_page_size()`.execute(db)
      return pages.rows[0]?.n ?? 0
    },
    damage: async () => {
      const found = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
      const astray = await sql<{ table: string }>`pragma foreign_key_check`.execute(db)
      return [
        ...found.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
        ...astray.rows.map(({ table }) => `a row of ${table} rests on nothing`),
      ]
    },
    explain: (query) => {
      const steps = file.prepare(`explain query plan ${query.sql}`).all(...query.parameters.map(sqliteValue))
      return Promise.resolve(steps.map((step) => String(step['detail'])))
    },
    close: () => db.destroy(),
  }
}

/** A copy of an earlier try stays as it is. */
const freeName = (stem: string): string => {
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.db`
    if (!existsSync(name)) return name
  }
}

/** What has the name of a copy is whole. */
const moveForGood = (part: string, copy: string): void => {
  const file = openSync(part, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(part, copy)
}

const adapted = (file: DatabaseSync): SqliteDatabase => ({
  close: () => file.close(),
  prepare: (text) => {
    const statement = file.prepare(text)
    return {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...values.map(sqliteValue)),
      iterate: (values) => statement.iterate(...values.map(sqliteValue)),
      run: (values) => statement.run(...values.map(sqliteValue)),
    }
  },
})

const sqliteValue = (value: unknown): SQLInputValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`SQLite keeps no ${typeof value}.`)
}

const [INT8, NUMERIC] = [20, 1700]

/** Opens PostgreSQL by its address. Nothing is asked of it yet. */
export const openPostgres = (url: string): Database => {
  const pool = new Pool({ connectionString: url, max: 10, types: { getTypeParser } })
  // A connection that is lost while it idles is replaced by the next query; its error is told there.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const words = { text: 'text collate "C"', integer: 'bigint', real: 'double precision', bytes: 'bytea' }
  const tableNames = async (on: Kysely<Tables>): Promise<readonly string[]> => {
    const found = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = current_schema()`.execute(on)
    return found.rows.map(({ name }) => name)
  }
  return {
    kind: 'postgres',
    db,
    columnType: (kind) => sql.raw(words[kind]),
    tableEnd: sql``,
    lockForMigration: async (tx) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx)
    },
    tableNames,
    copyBefore: async (number) => {
      const schema = `bell_lap_before_${number}`
      await db.transaction().execute(async (tx) => {
        await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(tx)
        await sql`create schema ${sql.id(schema)}`.execute(tx)
        for (const name of await tableNames(tx))
          await sql`create table ${sql.id(schema, name)} as table ${sql.id(name)}`.execute(tx)
      })
      return `schema ${schema}`
    },
    size: async () => {
      const bytes = await sql<{ n: number }>`select pg_database_size(current_database()) as n`.execute(db)
      return bytes.rows[0]?.n ?? 0
    },
    damage: () => Promise.resolve([]),
    explain: async (query) => {
      const steps = await pool.query<{ 'QUERY PLAN': string }>(`explain ${query.sql}`, [...query.parameters])
      return steps.rows.map((row) => row['QUERY PLAN'])
    },
    close: () => db.destroy(),
  }
}

/** Any number, as long as nothing else in the database takes the same one. */
const MIGRATION_LOCK = 7_235_814

/** Whole numbers of 64 bits come as text: milliseconds and counts fit a number exactly. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 || oid === NUMERIC ? Number : types.getTypeParser(oid, format)
