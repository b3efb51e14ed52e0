import type { Kysely } from 'kysely'
import { makeDay, type Athlete, type Day } from '@bell-lap/core'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'
import type { UnplannedCard } from '../views/season.ts'
import { clockAt } from './clock.ts'

/** What a session was done as, or may have been. */
export interface DoneSession {
  readonly activity: string
  readonly state: 'done' | 'asks'
  readonly verdict: string | null
  readonly because: string
}

export interface DoneActivity extends UnplannedCard {
  readonly sport: string
  /** Milliseconds since 1970 in UTC; null where the recording knows none. */
  readonly start_ms: number | null
}

/** What was done of a season so far. */
export interface DoneSoFar {
  /** By the session's id. */
  readonly sessions: ReadonlyMap<string, DoneSession>
  /** In the order of their days. */
  readonly activities: readonly DoneActivity[]
  /** The last day of which a recording tells: later days may have been run and not been taken in yet. */
  readonly knownUntil: string | null
}

interface Stretch {
  readonly season: string
  readonly from: Day
  readonly to: Day
  readonly athlete: Athlete
}

/** Reads what was done: matched sessions of the season, activities of its days (both ends included). */
export const doneSoFar = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  { season, from, to, athlete: profile }: Stretch,
): Promise<DoneSoFar> => {
  const matched = await db
    .selectFrom('reviews')
    .select(['session', 'activity', 'state', 'verdict', 'because'])
    .where('athlete', '=', athlete)
    .where('season', '=', season)
    .execute()
  const recorded = await db
    .selectFrom('activities')
    .select(['id', 'day', 'start_ms', 'title', 'sport', 'distance_m', 'moving_s'])
    .where('athlete', '=', athlete)
    .where('day', '>=', makeDay(from))
    .where('day', '<=', makeDay(to))
    .orderBy('day')
    .orderBy('start_ms')
    .execute()
  const last = await db
    .selectFrom('activities')
    .select((eb) => eb.fn.max('day').as('day'))
    .where('athlete', '=', athlete)
    .executeTakeFirst()
  return {
    sessions: new Map(matched.map(({ session, ...done }) => [session, done])),
    knownUntil: last?.day ?? null,
    activities: recorded.flatMap(({ id, day, start_ms, title, sport, distance_m, moving_s }) =>
      day === null
        ? []
        : [
            {
              activity: id,
              day,
              start: start_ms === null ? '00:00' : clockAt(profile, start_ms),
              start_ms,
              title,
              sport,
              done: { distance_m, duration_s: moving_s },
            },
          ],
    ),
  }
}
