import { z } from 'zod'
import type { ColumnKind } from '../store/databases.ts'
import type { Tables } from '../store/tables.ts'

/** A table as an archive has it. The athlete's key stands in no row: whoever restores it becomes the athlete. */
export interface ExportedTable {
  readonly name: keyof Tables
  /** What rows are sorted by; with the athlete it is the primary key. */
  readonly key: readonly string[]
  /** A `?` behind the kind allows null. */
  readonly columns: { readonly [name: string]: ColumnKind | `${ColumnKind}?` }
  /** How many rows are read at a time. */
  readonly page: number
  /** Rows that are left out. */
  readonly only?: { readonly column: string; readonly among: readonly string[] }
}

/** In this order rows can be put in: what others rest on comes first. */
export const EXPORTED: readonly ExportedTable[] = [
  {
    name: 'athletes',
    key: [],
    columns: { profile: 'text', display: 'text', version: 'integer', demo: 'integer', made: 'integer' },
    page: 1,
  },
  {
    name: 'plans',
    key: ['id'],
    columns: {
      id: 'text',
      name: 'text',
      text: 'text',
      version: 'integer',
      made: 'integer',
      changed: 'integer',
    },
    page: 20,
  },
  {
    name: 'seasons',
    key: ['id'],
    columns: {
      id: 'text',
      name: 'text',
      base: 'text',
      request: 'text',
      active: 'integer',
      version: 'integer',
      made: 'integer',
    },
    page: 5,
  },
  {
    name: 'ledger',
    key: ['season', 'seq'],
    columns: { season: 'text', seq: 'integer', event: 'text', entry: 'text', day: 'text', at: 'integer' },
    page: 200,
  },
  {
    name: 'files',
    key: ['hash'],
    columns: { hash: 'text', name: 'text', bytes: 'integer', kept: 'integer' },
    page: 500,
  },
  {
    name: 'activities',
    key: ['id'],
    columns: {
      id: 'text',
      day: 'text?',
      start_ms: 'integer?',
      listed_ms: 'integer',
      sport: 'text',
      title: 'text',
      distance_m: 'real?',
      elapsed_s: 'real',
      timer_s: 'real',
      moving_s: 'real',
      device: 'text?',
      file: 'text',
      part: 'integer',
      summary: 'text',
      measures: 'text',
      recognised: 'text?',
      added: 'integer',
    },
    page: 100,
  },
  {
    name: 'streams',
    key: ['activity'],
    columns: { activity: 'text', coding: 'text', samples: 'integer', columns: 'bytes' },
    page: 20,
  },
  {
    name: 'reviews',
    key: ['season', 'session'],
    columns: {
      season: 'text',
      session: 'text',
      activity: 'text',
      state: 'text',
      verdict: 'text?',
      review: 'text?',
      because: 'text',
      day: 'text',
      at: 'integer',
    },
    page: 100,
  },
  {
    name: 'matches',
    key: ['activity'],
    columns: { activity: 'text', season: 'text?', session: 'text?', at: 'integer' },
    page: 500,
  },
  {
    name: 'imports',
    key: ['id'],
    columns: { id: 'text', state: 'text', started: 'integer', finished: 'integer?' },
    page: 500,
    only: { column: 'state', among: ['done', 'cancelled'] },
  },
  {
    name: 'import_files',
    key: ['import', 'seq'],
    columns: {
      import: 'text',
      seq: 'integer',
      name: 'text',
      hash: 'text?',
      bytes: 'integer',
      state: 'text',
      verdict: 'text?',
      activity: 'text?',
    },
    page: 500,
    only: { column: 'state', among: ['added', 'known', 'duplicate', 'refused', 'cancelled'] },
  },
]

/** What no archive holds, and why. A column that stands neither here nor above fails a test. */
export const NOT_EXPORTED: { readonly [tableOrColumn: string]: string } = {
  '*.athlete': 'The key of the athlete in this logbook: whoever restores an archive has a key of their own.',
  feeds: 'The address of a calendar feed opens the season to whoever knows it: it is made anew where it is wanted.',
  jobs: 'What this program was about to do on this machine.',
  migrations: 'The shape of the store: the manifest names it.',
}

const valueOf = (kind: string): z.ZodType<string | number | Uint8Array> => {
  if (kind === 'integer') return z.number().int()
  if (kind === 'real') return z.number()
  if (kind === 'bytes') return z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64'))
  return z.string()
}

const isNullable = (kind: string): boolean => kind.endsWith('?')
const plainKind = (kind: string): string => (isNullable(kind) ? kind.slice(0, -1) : kind)

/** A row of an archive, checked column by column. */
export type ArchiveRow = { readonly [column: string]: string | number | Uint8Array | null }

export const rowSchema = ({ columns }: ExportedTable): z.ZodType<ArchiveRow> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(columns).map(([name, kind]) => {
        const value = valueOf(plainKind(kind))
        return [name, isNullable(kind) ? value.nullable() : value]
      }),
    ),
  )

/** A row as a line: columns in their order, bytes as base64. The same row is the same line. */
export const rowLine = ({ columns }: ExportedTable, row: { readonly [column: string]: unknown }): string =>
  `${JSON.stringify(
    Object.fromEntries(
      Object.entries(columns).map(([name, kind]) => {
        const value = row[name]
        return [name, plainKind(kind) === 'bytes' && value instanceof Uint8Array ? base64(value) : value]
      }),
    ),
  )}\n`

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
