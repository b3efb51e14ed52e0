import type { Kysely } from 'kysely'
import {
  addDays,
  makeDay,
  matchActivities,
  metres,
  parseDay,
  seconds,
  type Day,
  type DoneActivity,
  type Match,
  type SeasonSession,
} from '@bell-lap/core'
import type { AthleteId } from '../owner.ts'
import type { KeptSeason } from '../season/kept-season.ts'
import { readJson } from '../store/json-column.ts'
import type { Tables } from '../store/tables.ts'
import { Measures } from './measures.ts'
import { sessionsIn } from './sessions.ts'
import { isRun } from './summary.ts'

/** Days beside a season on which something may still be one of its sessions. */
const BESIDE = 2

/** Days on which something may be one of a season's sessions. */
export const daysOf = ({ season }: KeptSeason): { readonly from: Day; readonly to: Day } | undefined => {
  const [first, last] = [season.weeks[0], season.weeks.at(-1)]
  return first && last ? { from: addDays(first.monday, -BESIDE), to: addDays(last.monday, 7 + BESIDE) } : undefined
}

/** An activity as matching sees it. */
export interface Matchable {
  readonly id: string
  readonly day: string | null
  readonly sport: string
  readonly distance_m: number | null
  readonly elapsed_s: number
  readonly clock_min: number | null
}

const doneOf = ({ id, day, sport, distance_m, elapsed_s, clock_min }: Matchable): readonly DoneActivity[] => {
  const on = day === null ? undefined : parseDay(day)
  if (on === undefined) return []
  return [
    {
      id,
      day: on,
      start: clock_min ?? 0,
      running: isRun(sport),
      distance: metres(distance_m ?? 0),
      duration: seconds(elapsed_s),
    },
  ]
}

const plannedOf = ({ id, day, start, workout, estimated }: SeasonSession) => ({
  id,
  day,
  start,
  kind: workout.kind,
  ...estimated,
})

const activitiesBetween = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<readonly Matchable[]> => {
  const rows = await db
    .selectFrom('activities')
    .select(['id', 'day', 'sport', 'distance_m', 'elapsed_s', 'measures'])
    .where('athlete', '=', athlete)
    .where('day', '>=', makeDay(from))
    .where('day', '<=', makeDay(to))
    .orderBy('listed_ms')
    .orderBy('id')
    .execute()
  return rows.map(({ measures, ...row }) => ({ ...row, clock_min: readJson(Measures, measures, 'measures').clock_min }))
}

const manualIn = async (db: Kysely<Tables>, athlete: AthleteId, season: string) => {
  const rows = await db
    .selectFrom('matches')
    .select(['activity', 'session', 'season'])
    .where('athlete', '=', athlete)
    .orderBy('at', 'desc')
    .execute()
  // Somebody's word on an activity holds in every season: what was that season's session is none of another's.
  return rows.flatMap((row) =>
    row.session !== null && row.season !== season ? [] : [{ activity: row.activity, session: row.session }],
  )
}

/**
 * Which activity is which session of the season, all of it looked at anew, so that the answer does not hang on the order
 * in which files came. `more`: activities that are about to be taken in.
 */
export const matchesIn = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  now: KeptSeason,
  { today, more = [] }: { readonly today: Day; readonly more?: readonly Matchable[] },
): Promise<readonly Match[]> => {
  const days = daysOf(now)
  if (!days) return []
  const kept = await activitiesBetween(db, athlete, days)
  const { matches } = matchActivities({
    activities: [...kept, ...more].flatMap(doneOf),
    sessions: sessionsIn(now).map(plannedOf),
    manual: await manualIn(db, athlete, now.id),
    today,
  })
  return matches
}
