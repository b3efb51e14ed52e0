import type { Kysely } from 'kysely'
import { replay, type Ledger, type Season } from '@bell-lap/core'
import { parseSeasonJson } from '@bell-lap/formats'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'
import { entryOf } from './ledger-rows.ts'
import { recent } from './recent.ts'

/** The season that an athlete lives: its base, what happened to it, and how it stands after that. */
export interface KeptSeason {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly base: Season
  /** The base with the changes in force. */
  readonly season: Season
  readonly ledger: Ledger
  /** For each entry of the ledger, what happened at once with it. */
  readonly events: readonly string[]
}

/** A season that is read takes some 250 kB; those of athletes who look at theirs again and again stay read. */
const MOST_READ = 512

interface Read {
  readonly seasons: ReturnType<typeof recent<KeptSeason>>
  readonly bases: ReturnType<typeof recent<Season>>
}

const readOf = new WeakMap<Logbook, Read>()

const readIn = (logbook: Logbook): Read => {
  const known = readOf.get(logbook)
  if (known) return known
  const read = { seasons: recent<KeptSeason>(MOST_READ), bases: recent<Season>(MOST_READ) }
  readOf.set(logbook, read)
  return read
}

/** Reads all seasons anew from now on: for whoever put rows in place of others, as a restore does. */
export const forgetSeasons = (logbook: Logbook): void => void readOf.delete(logbook)

/**
 * The active season of an athlete, or undefined. A version names one state of one season for good, so that what was
 * read of it before is still true. Within a transaction it is read before anything of it is written.
 */
export const activeSeason = async (
  logbook: Logbook,
  db: Kysely<Tables>,
  athlete: AthleteId,
): Promise<KeptSeason | undefined> => {
  const row = await activeRow(db, athlete)
  if (!row) return undefined
  const { seasons } = readIn(logbook)
  const kept = await seasons(`${athlete}/${row.id}/${row.version}`, () => readSeason(logbook, db, athlete, row))
  // Between two reads another may have written: then what was read belongs to no version.
  return kept ?? activeSeason(logbook, db, athlete)
}

type SeasonRow = Pick<KeptSeason, 'id' | 'name' | 'version'>

const activeRow = (db: Kysely<Tables>, athlete: AthleteId): Promise<SeasonRow | undefined> =>
  db
    .selectFrom('seasons')
    .select(['id', 'name', 'version'])
    .where('athlete', '=', athlete)
    .where('active', '=', 1)
    .executeTakeFirst()

const readSeason = async (
  logbook: Logbook,
  db: Kysely<Tables>,
  athlete: AthleteId,
  row: SeasonRow,
): Promise<KeptSeason | undefined> => {
  const base = await baseOf(logbook, db, athlete, row.id)
  const rows = await db
    .selectFrom('ledger')
    .select(['entry', 'day', 'event'])
    .where('athlete', '=', athlete)
    .where('season', '=', row.id)
    .orderBy('seq')
    .execute()
  const still = await activeRow(db, athlete)
  if (still?.id !== row.id || still.version !== row.version) return undefined
  const ledger = rows.map((each) => entryOf(each, base.plan))
  return { ...row, base, ledger, events: rows.map(({ event }) => event), season: replay(base, ledger) }
}

/** Never changes once it is made. */
const baseOf = async (logbook: Logbook, db: Kysely<Tables>, athlete: AthleteId, id: string): Promise<Season> => {
  const season = await readIn(logbook).bases(`${athlete}/${id}`, async () => {
    const { base } = await db
      .selectFrom('seasons')
      .select('base')
      .where('athlete', '=', athlete)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const read = parseSeasonJson(JSON.parse(base))
    if (!read.ok) throw new Error(`The store holds a season that cannot be read: ${read.fault}`)
    return read.value
  })
  return season
}
