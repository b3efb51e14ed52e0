import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { stateOf } from '@bell-lap/core'
import { sql } from 'kysely'
import type { Logbook } from '../../packages/logbook/src/logbook.ts'
import { activeSeason, forgetSeasons } from '../../packages/logbook/src/season/kept-season.ts'
import { ATHLETE_TABLES } from '../../packages/logbook/src/store/tables.ts'

/** Throws with the reason where something is not as it has to be. */
export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what)
}

/** What must hold of every logbook, whatever was cut off: nothing broken, nothing half, nothing astray. */
export const checkWhole = async (logbook: Logbook): Promise<void> => {
  const { store, owner, files } = logbook
  const damage = await store.database.damage()
  must(damage.length === 0, `the database is damaged: ${damage.join('; ')}`)
  const activities = await store.db
    .selectFrom('activities')
    .select(['id', 'file'])
    .where('athlete', '=', owner)
    .execute()
  const streams = await store.db.selectFrom('streams').select('activity').where('athlete', '=', owner).execute()
  const [have, want] = [streams.map(({ activity }) => activity), activities.map(({ id }) => id)]
  must(same(have, want), 'activities and their samples are not the same')
  const kept = await store.db.selectFrom('files').select(['hash', 'bytes']).where('athlete', '=', owner).execute()
  for (const { hash, bytes } of kept) {
    must(await files.has(hash), `the file ${hash} has a row and is not there`)
    must(statSync(files.path(hash)).size === bytes, `the file ${hash} is not whole`)
    must(
      createHash('sha256')
        .update(readFileSync(files.path(hash)))
        .digest('hex') === hash,
      `${hash} holds something else`,
    )
  }
  const waiting = await store.db
    .selectFrom('import_files')
    .select('hash')
    .where('athlete', '=', owner)
    .where('state', 'in', ['waiting', 'reading'])
    .execute()
  const named = new Set([...kept, ...waiting].flatMap(({ hash }) => hash ?? []))
  const astray = onDisk(join(logbook.folder, 'files')).filter((name) => !named.has(name))
  must(astray.length === 0, `files without a row: ${astray.join(', ')}`)
  await checkLedger(logbook)
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted())

const onDisk = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

/** Entries without a gap, each event whole, and one version for each event. */
const checkLedger = async (logbook: Logbook): Promise<void> => {
  const { store, owner } = logbook
  forgetSeasons(logbook)
  const season = await activeSeason(logbook, store.db, owner)
  if (!season) return
  const rows = await store.db
    .selectFrom('ledger')
    .select(['seq', 'event'])
    .where('athlete', '=', owner)
    .where('season', '=', season.id)
    .orderBy('seq')
    .execute()
  must(
    rows.every(({ seq }, index) => seq === index + 1),
    'the ledger has a gap',
  )
  const events = new Set(rows.map(({ event }) => event)).size
  must(season.version === FIRST_VERSION + events, `${events} events and version ${season.version}`)
  for (const event of new Set(season.events)) {
    const kinds = season.ledger.filter((_, index) => season.events[index] === event).map(({ kind }) => kind)
    const count = (kind: string): number => kinds.filter((each) => each === kind).length
    must(count('proposed') === count('accepted'), `an event is half in the ledger: ${kinds.join(', ')}`)
    const ids = season.ledger.flatMap((entry, index) =>
      entry.kind === 'accepted' && season.events[index] === event ? [entry.id] : [],
    )
    const states = new Set(ids.map((id) => stateOf(season.ledger, id)))
    must(states.size <= 1, `an event is half taken back: ${[...states].join(', ')}`)
  }
}

/** Of the one season that is made. */
const FIRST_VERSION = 1

/** One text for all that is kept but the athlete's own row: the same where nothing differs. */
export const digestOf = async (logbook: Logbook): Promise<string> => {
  const hash = createHash('sha256')
  for (const table of ATHLETE_TABLES.filter((name) => name !== 'athletes' && name !== 'feeds' && name !== 'jobs')) {
    const rows = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(logbook.store.db)
    const lines = rows.rows.map(({ athlete: _athlete, ...row }) =>
      JSON.stringify(
        Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? [...value] : value]),
      ),
    )
    hash.update(`${table}\n${lines.toSorted().join('\n')}\n`)
  }
  return hash.digest('hex')
}

/** Copies that were taken before migrations: whole ones have their name. */
export const copiesIn = (folder: string): readonly string[] =>
  existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db')) : []
