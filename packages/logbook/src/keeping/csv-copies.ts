import type { Kysely } from 'kysely'
import { exportSeason, makeCsv } from '@bell-lap/formats'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason } from '../season/kept-season.ts'
import type { Tables } from '../store/tables.ts'

// For people and their spreadsheets; nothing is ever read back from these.

const HEAD = [
  'day',
  'title',
  'sport',
  'distance_m',
  'elapsed_s',
  'timer_s',
  'moving_s',
  'device',
  'file',
  'id',
] as const
const PAGE = 500

/** What was done, oldest first, in metres and seconds. */
export async function* activitiesCsv(db: Kysely<Tables>, athlete: AthleteId): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(makeCsv(HEAD, []))
  for (let from = 0; ; from += PAGE) {
    const rows = await db
      .selectFrom('activities')
      .select([...HEAD])
      .where('athlete', '=', athlete)
      .orderBy('listed_ms')
      .orderBy('id')
      .limit(PAGE)
      .offset(from)
      .execute()
    const [, ...lines] = makeCsv(
      HEAD,
      rows.map((row) => HEAD.map((name) => row[name])),
    ).split(/(?<=\r\n)/)
    yield Buffer.from(lines.join(''))
    if (rows.length < PAGE) return
  }
}

/** The sessions of the season that is lived, as it stands. */
export async function* sessionsCsv(
  logbook: Logbook,
  db: Kysely<Tables>,
  athlete: AthleteId,
): AsyncGenerator<Uint8Array, void> {
  const kept = await activeSeason(logbook, db, athlete)
  if (!kept) return
  const made = new Date(logbook.now()).toISOString()
  const { files } = exportSeason(kept.season, 'csv', { made, seasonId: kept.id })
  for (const { name, content } of files)
    if (name === 'sessions.csv') yield typeof content === 'string' ? Buffer.from(content) : content
}
