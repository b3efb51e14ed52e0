import type { Kysely } from 'kysely'
import { makeDay, type Day } from '@bell-lap/core'
import { Measures } from '../done/measures.ts'
import type { AthleteId } from '../owner.ts'
import { readJson } from '../store/json-column.ts'
import type { ActivitiesTable, Tables } from '../store/tables.ts'
import type { UnplannedCard } from '../views/season.ts'
import { clockOf } from './clock.ts'

/** What a session was done as, or may have been. */
export interface DoneSession {
  readonly activity: string
  readonly state: 'done' | 'asks'
  readonly verdict: string | null
  readonly because: string
}

export interface DoneActivity {
  readonly card: UnplannedCard
  readonly sport: string
  readonly measures: Measures
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
}

/** Reads what was done: matched sessions of the season, activities of its days (both ends included). */
export const doneSoFar = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  { season, from, to }: Stretch,
): Promise<DoneSoFar> => {
  const matched = await db
    .selectFrom('reviews')
    .select(['session', 'activity', 'state', 'verdict', 'because'])
    .where('athlete', '=', athlete)
    .where('season', '=', season)
    .execute()
  const recorded = await db
    .selectFrom('activities')
    .select(['id', 'day', 'title', 'sport', 'distance_m', 'moving_s', 'measures'])
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
    activities: recorded.flatMap(({ day, ...row }) => (day === null ? [] : [doneActivity({ day, ...row })])),
  }
}

type Row = Pick<ActivitiesTable, 'id' | 'title' | 'sport' | 'distance_m' | 'moving_s' | 'measures'>

const doneActivity = ({ id, day, title, sport, distance_m, moving_s, measures: text }: Row & { day: string }) => {
  const measures = readJson(Measures, text, 'measures')
  const start = clockOf(measures.clock_min ?? 0)
  return { sport, measures, card: { activity: id, day, start, title, done: { distance_m, duration_s: moving_s } } }
}
