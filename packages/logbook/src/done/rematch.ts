import { fail, ok, type Result } from '@bell-lap/core'
import type { Kysely, Transaction } from 'kysely'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'
import { inBackground } from './background.ts'
import { importerOf } from './importer.ts'
import { recognisedBy } from './recognised.ts'
import { remeasure } from './remeasure.ts'
import { recordingOf } from './recording.ts'
import { writeReviews } from './review-rows.ts'
import { settle, type Settled } from './settle.ts'

/** Whether a season still is what a settlement rests on. */
export const isStillNow = async (db: Kysely<Tables>, athlete: AthleteId, settled: Settled): Promise<boolean> => {
  const season = await db
    .selectFrom('seasons')
    .select('version')
    .where('athlete', '=', athlete)
    .where('id', '=', settled.season)
    .where('active', '=', 1)
    .executeTakeFirst()
  return season?.version === settled.version
}

/** Times that a season may change while it is matched. */
const MOST_TRIES = 5

/**
 * Matches and reviews the season that is lived anew, after it was made or changed, or the athlete said something. With
 * `again` all reviews are made anew, as after a change of the athlete's marks.
 */
export const rematch = (
  logbook: Logbook,
  athlete: AthleteId,
  { again = false }: { readonly again?: boolean } = {},
): Promise<void> => {
  const importer = importerOf(logbook)
  return importer.inTurn(athlete, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const settled = await settle(logbook, athlete, { reader: importer.reviewer, again })
      if (!settled) return
      const written = await logbook.store.transact((tx) => write(tx, athlete, settled))
      if (!written.ok) continue
      await recogniseFreed(logbook, athlete, settled)
      return
    }
    throw new Error('The season changed again and again while it was matched.')
  })
}

/** The same beside what is asked next; a logbook that closes meanwhile leaves it to the next change. */
export const rematchLater = (
  logbook: Logbook,
  athlete: AthleteId,
  options: { readonly again?: boolean } = {},
): void => {
  const importer = importerOf(logbook)
  void inBackground(importer, 'Matching what was done', async () => {
    await rematch(logbook, athlete, options)
    await remeasure(logbook, athlete, importer.closing)
  })
}

const write = async (tx: Transaction<Tables>, athlete: AthleteId, settled: Settled): Promise<Result<null, 'stale'>> => {
  if (!(await isStillNow(tx, athlete, settled))) return fail('stale')
  await writeReviews(tx, { athlete, season: settled.season }, settled.rows, settled.gone)
  return ok(null)
}

/** An activity that is no session any more is told by what it looks like. */
const recogniseFreed = async (logbook: Logbook, athlete: AthleteId, { freed }: Settled): Promise<void> => {
  const { reviewer } = importerOf(logbook)
  for (const id of freed) {
    const recording = await recordingOf(logbook.store.db, athlete, id)
    const recognised = recording ? await recognisedBy(reviewer, id, recording) : null
    await logbook.store.db
      .updateTable('activities')
      .set({ recognised })
      .where('athlete', '=', athlete)
      .where('id', '=', id)
      .execute()
  }
}
