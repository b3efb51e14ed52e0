import { createHash, randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '@bell-lap/core'
import { exportSeason } from '@bell-lap/formats'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason } from '../season/kept-season.ts'
import type { FeedMade } from '../views/keeping.ts'

/** 256 bits: nobody finds it by trying. */
const TOKEN_BYTES = 32

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes the address of the calendar feed, told this once: of its secret the hash alone is kept. The old one ends. */
export const makeFeed = async (logbook: Logbook, athlete: AthleteId): Promise<Result<FeedMade, LogbookFault>> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const made = logbook.now()
  const row = { token_hash: hashOf(token), made, read: null }
  await logbook.store.db
    .insertInto('feeds')
    .values({ athlete, ...row })
    .onConflict((conflict) => conflict.column('athlete').doUpdateSet(row))
    .execute()
  return ok({ path: `/feed/${token}.ics`, made: new Date(made).toISOString() })
}

/** Ends the feed at once. */
export const revokeFeed = async (
  logbook: Logbook,
  athlete: AthleteId,
): Promise<Result<Record<string, never>, LogbookFault>> => {
  await logbook.store.db.deleteFrom('feeds').where('athlete', '=', athlete).execute()
  return ok({})
}

const NO_FEED: LogbookFault = { code: 'not-found', message: 'There is no calendar at this address, or no longer.' }
const EMPTY = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bell Lap//Season//EN', 'END:VCALENDAR', ''].join('\r\n')

/**
 * The calendar that a token opens: the season that is lived, as it stands, with what changes took away as cancelled.
 * Empty while there is no season.
 */
export const feedCalendar = async (logbook: Logbook, token: string): Promise<Result<string, LogbookFault>> => {
  const { db } = logbook.store
  const feed = await db
    .updateTable('feeds')
    .set({ read: logbook.now() })
    .where('token_hash', '=', hashOf(token))
    .returning('athlete')
    .executeTakeFirst()
  if (!feed) return fail(NO_FEED)
  const kept = await activeSeason(logbook, db, feed.athlete)
  if (!kept) return ok(EMPTY)
  const { files } = exportSeason(kept.season, 'ics', {
    made: new Date(logbook.now()).toISOString(),
    seasonId: kept.id,
    ledger: kept.ledger,
  })
  const content = files[0]?.content
  return ok(typeof content === 'string' ? content : EMPTY)
}
