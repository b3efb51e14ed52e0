import { sql, type Transaction } from 'kysely'
import type { ColumnKind, Database } from './databases.ts'
import type { Tables } from './tables.ts'

/** One step of the store's shape. What was published is never altered: the next shape is a further step. */
export interface Migration {
  readonly name: string
  readonly up: (tx: Transaction<Tables>, database: Database) => Promise<void>
}

interface Column {
  readonly kind: ColumnKind
  readonly nullable: boolean
}

interface TableShape {
  readonly columns: { readonly [name: string]: Column }
  readonly key: readonly string[]
  /** Rows that this rests on: with them it goes. */
  readonly restsOn?: { readonly table: string; readonly columns: readonly string[]; readonly key: readonly string[] }
}

const OF_ATHLETE = { table: 'athletes', columns: ['athlete'], key: ['athlete'] }

const column = (kind: ColumnKind, nullable = false): Column => ({ kind, nullable })
const [TEXT, INTEGER, REAL, BYTES] = [column('text'), column('integer'), column('real'), column('bytes')]
const [TEXT_OR_NULL, INTEGER_OR_NULL, REAL_OR_NULL] = [
  column('text', true),
  column('integer', true),
  column('real', true),
]

const FIRST_TABLES: { readonly [name: string]: TableShape } = {
  athletes: {
    columns: {
      athlete: TEXT,
      profile: TEXT,
      display: TEXT,
      version: INTEGER,
      demo: INTEGER,
      made: INTEGER,
    },
    key: ['athlete'],
  },
  plans: {
    columns: {
      athlete: TEXT,
      id: TEXT,
      name: TEXT,
      text: TEXT,
      version: INTEGER,
      made: INTEGER,
      changed: INTEGER,
    },
    key: ['athlete', 'id'],
    restsOn: OF_ATHLETE,
  },
  seasons: {
    columns: {
      athlete: TEXT,
      id: TEXT,
      name: TEXT,
      base: TEXT,
      request: TEXT,
      active: INTEGER,
      version: INTEGER,
      made: INTEGER,
    },
    key: ['athlete', 'id'],
    restsOn: OF_ATHLETE,
  },
  ledger: {
    columns: {
      athlete: TEXT,
      season: TEXT,
      seq: INTEGER,
      event: TEXT,
      entry: TEXT,
      day: TEXT,
      at: INTEGER,
    },
    key: ['athlete', 'season', 'seq'],
    restsOn: { table: 'seasons', columns: ['athlete', 'season'], key: ['athlete', 'id'] },
  },
  files: {
    columns: { athlete: TEXT, hash: TEXT, name: TEXT, bytes: INTEGER, kept: INTEGER },
    key: ['athlete', 'hash'],
    restsOn: OF_ATHLETE,
  },
  activities: {
    columns: {
      athlete: TEXT,
      id: TEXT,
      day: TEXT_OR_NULL,
      start_ms: INTEGER_OR_NULL,
      listed_ms: INTEGER,
      sport: TEXT,
      title: TEXT,
      distance_m: REAL_OR_NULL,
      elapsed_s: REAL,
      timer_s: REAL,
      moving_s: REAL,
      device: TEXT_OR_NULL,
      file: TEXT,
      part: INTEGER,
      summary: TEXT,
      measures: TEXT,
      recognised: TEXT_OR_NULL,
      added: INTEGER,
    },
    key: ['athlete', 'id'],
    restsOn: { table: 'files', columns: ['athlete', 'file'], key: ['athlete', 'hash'] },
  },
  streams: {
    columns: { athlete: TEXT, activity: TEXT, coding: TEXT, samples: INTEGER, columns: BYTES },
    key: ['athlete', 'activity'],
    restsOn: { table: 'activities', columns: ['athlete', 'activity'], key: ['athlete', 'id'] },
  },
  reviews: {
    columns: {
      athlete: TEXT,
      season: TEXT,
      session: TEXT,
      activity: TEXT,
      state: TEXT,
      verdict: TEXT_OR_NULL,
      review: TEXT_OR_NULL,
      because: TEXT,
      day: TEXT,
      at: INTEGER,
    },
    key: ['athlete', 'season', 'session'],
    restsOn: { table: 'activities', columns: ['athlete', 'activity'], key: ['athlete', 'id'] },
  },
  matches: {
    columns: { athlete: TEXT, activity: TEXT, season: TEXT_OR_NULL, session: TEXT_OR_NULL, at: INTEGER },
    key: ['athlete', 'activity'],
    restsOn: { table: 'activities', columns: ['athlete', 'activity'], key: ['athlete', 'id'] },
  },
  imports: {
    columns: { athlete: TEXT, id: TEXT, state: TEXT, started: INTEGER, finished: INTEGER_OR_NULL },
    key: ['athlete', 'id'],
    restsOn: OF_ATHLETE,
  },
  import_files: {
    columns: {
      athlete: TEXT,
      import: TEXT,
      seq: INTEGER,
      name: TEXT,
      hash: TEXT_OR_NULL,
      bytes: INTEGER,
      state: TEXT,
      verdict: TEXT_OR_NULL,
      activity: TEXT_OR_NULL,
    },
    key: ['athlete', 'import', 'seq'],
    restsOn: { table: 'imports', columns: ['athlete', 'import'], key: ['athlete', 'id'] },
  },
  jobs: {
    columns: {
      athlete: TEXT,
      id: TEXT,
      kind: TEXT,
      payload: TEXT,
      run_at: INTEGER,
      state: TEXT,
      attempts: INTEGER,
      lease_until: INTEGER_OR_NULL,
      error: TEXT_OR_NULL,
    },
    key: ['athlete', 'id'],
    restsOn: OF_ATHLETE,
  },
  feeds: {
    columns: { athlete: TEXT, token_hash: TEXT, made: INTEGER, read: INTEGER_OR_NULL },
    key: ['athlete'],
    restsOn: OF_ATHLETE,
  },
}

const FIRST_INDEXES: readonly string[] = [
  'create unique index seasons_active on seasons (athlete) where active = 1',
  'create index activities_listed on activities (athlete, listed_ms desc, id desc)',
  'create index activities_day on activities (athlete, day)',
  'create unique index activities_file on activities (athlete, file, part)',
  'create index reviews_activity on reviews (athlete, activity)',
  'create index import_files_hash on import_files (hash)',
  'create index files_hash on files (hash)',
  'create index jobs_due on jobs (state, run_at)',
  'create unique index feeds_token on feeds (token_hash)',
]

const makeTable = async (
  tx: Transaction<Tables>,
  database: Database,
  [name, { columns, key, restsOn }]: [string, TableShape],
): Promise<void> => {
  const names = (list: readonly string[]) => sql.join(list.map((each) => sql.id(each)))
  const lines = Object.entries(columns).map(([column, { kind, nullable }]) =>
    nullable
      ? sql`${sql.id(column)} ${database.columnType(kind)}`
      : sql`${sql.id(column)} ${database.columnType(kind)} not null`,
  )
  const rests = restsOn
    ? [
        sql`foreign key (${names(restsOn.columns)}) references ${sql.id(restsOn.table)} (${names(restsOn.key)})
          on delete cascade`,
      ]
    : []
  const body = sql.join([...lines, sql`primary key (${names(key)})`, ...rests])
  await sql`create table ${sql.id(name)} (${body}) ${database.tableEnd}`.execute(tx)
}

/** All steps in order: the store's shape is their number. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'the first shape',
    up: async (tx, database) => {
      for (const table of Object.entries(FIRST_TABLES)) await makeTable(tx, database, table)
      for (const index of FIRST_INDEXES) await sql.raw(index).execute(tx)
    },
  },
]
