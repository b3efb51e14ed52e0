import type { Kysely } from 'kysely'
import type { Activity } from '@bell-lap/core'
import { sameRun } from '@bell-lap/formats'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'
import { recordingOf } from './recording.ts'

/** An activity that is there already, and what speaks for it. */
export interface Double {
  readonly id: string
  readonly title: string
  readonly because: readonly string[]
}

/** Zones lie up to 14 hours apart, and a minute is what starts may differ by. */
const FARTHEST_MS = (14 * 3600 + 60) * 1000
/** Nobody does two runs at one moment: starts this near, with lengths that agree, are one run. */
const ONE_START_MS = 60_000
/** Shares by which lengths of one run may differ, with room. */
const ROOM = 0.06
/** More candidates are not looked at: nobody has so many runs of one length within a day. */
const MOST = 50

/** What a recording comes to, as its row has it. */
export interface Extents {
  readonly start: number | null
  readonly elapsed: number
}

/**
 * The activity of this athlete that a recording is another copy of, or another device's record of. Starts within the
 * farthest zones and lengths that agree are looked at sample by sample.
 */
export const doubleOf = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  activity: Activity,
  { start, elapsed }: Extents,
): Promise<Double | undefined> => {
  let near = db
    .selectFrom('activities')
    .select(['id', 'title', 'start_ms'])
    .where('athlete', '=', athlete)
    .where('elapsed_s', '>=', elapsed * (1 - ROOM))
    .where('elapsed_s', '<=', elapsed * (1 + ROOM))
  // One without a date can only be found by its length.
  if (start !== null)
    near = near.where('listed_ms', '>=', start - FARTHEST_MS).where('listed_ms', '<=', start + FARTHEST_MS)
  for (const row of await near.orderBy('listed_ms', 'desc').limit(MOST).execute()) {
    const other = await recordingOf(db, athlete, row.id)
    if (!other) continue
    const { verdict, because } = sameRun(other, activity)
    const together = start !== null && row.start_ms !== null && Math.abs(row.start_ms - start) <= ONE_START_MS
    if (verdict === 'same' || (verdict === 'likely' && together)) return { id: row.id, title: row.title, because }
  }
  return undefined
}
