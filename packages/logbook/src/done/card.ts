import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason, type KeptSeason } from '../season/kept-season.ts'
import { clockOf } from '../season/clock.ts'
import { shortTitle } from '../season/title.ts'
import { readJson } from '../store/json-column.ts'
import type { ActivitiesTable } from '../store/tables.ts'
import type { ActivityCard } from '../views/done.ts'
import { Measures } from './measures.ts'
import { sessionsIn } from './sessions.ts'

/** Columns that a card is made of. */
export const CARD_COLUMNS = ['id', 'day', 'title', 'sport', 'distance_m', 'moving_s', 'measures'] as const
export type CardRow = Pick<ActivitiesTable, (typeof CARD_COLUMNS)[number]>

/** An activity as a list shows it, and what is to be said of its session. */
export interface FoundCard {
  readonly card: ActivityCard
  readonly verdict: string | null
  readonly asks: { session: string; title: string; because: string } | null
}

interface Reviewed {
  readonly activity: string
  readonly session: string
  readonly state: 'done' | 'asks'
  readonly verdict: string | null
  readonly because: string
}

const cardOf = (row: CardRow, review: Reviewed | undefined, titles: ReadonlyMap<string, string>): FoundCard => {
  const { clock_min } = readJson(Measures, row.measures, 'measures')
  const session = review ? { id: review.session, title: titles.get(review.session) ?? review.session } : null
  const isDone = review?.state === 'done'
  return {
    card: {
      id: row.id,
      day: row.day,
      start: row.day === null || clock_min === null ? null : clockOf(clock_min),
      title: row.title,
      sport: row.sport,
      done: { distance_m: row.distance_m, duration_s: row.moving_s },
      session: isDone ? session : null,
    },
    verdict: isDone ? (review.verdict ?? 'done') : null,
    asks: session && review && !isDone ? { session: session.id, title: session.title, because: review.because } : null,
  }
}

const reviewsOf = (logbook: Logbook, athlete: AthleteId, season: string, ids: readonly string[]): Promise<Reviewed[]> =>
  logbook.store.db
    .selectFrom('reviews')
    .select(['activity', 'session', 'state', 'verdict', 'because'])
    .where('athlete', '=', athlete)
    .where('season', '=', season)
    .where('activity', 'in', ids)
    .execute()

const titlesIn = (season: KeptSeason, reviews: readonly Reviewed[]): ReadonlyMap<string, string> => {
  const { athlete, plan } = season.season
  const unit = athlete.unit ?? plan.unit
  const wanted = new Set(reviews.map(({ session }) => session))
  return new Map(
    sessionsIn(season).flatMap((session) => (wanted.has(session.id) ? [[session.id, shortTitle(session, unit)]] : [])),
  )
}

/** SQLite takes 32,766 values in a statement. */
const AT_ONCE = 5000

/** Cards of rows, by the id of the activity, with the sessions of the season that is lived. */
export const cardsOfRows = async (
  logbook: Logbook,
  athlete: AthleteId,
  rows: readonly CardRow[],
): Promise<ReadonlyMap<string, FoundCard>> => {
  const season = await activeSeason(logbook, logbook.store.db, athlete)
  const reviews: Reviewed[] = []
  for (let from = 0; season && from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id)
    reviews.push(...(await reviewsOf(logbook, athlete, season.id, ids)))
  }
  const byActivity = new Map(reviews.map((review) => [review.activity, review]))
  const titles = season ? titlesIn(season, reviews) : new Map<string, string>()
  return new Map(rows.map((row) => [row.id, cardOf(row, byActivity.get(row.id), titles)]))
}

/** The same for activities by their ids; those that are not there are left out. */
export const cardsOf = async (
  logbook: Logbook,
  athlete: AthleteId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundCard>> => {
  const rows: CardRow[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    rows.push(
      ...(await logbook.store.db
        .selectFrom('activities')
        .select(CARD_COLUMNS)
        .where('athlete', '=', athlete)
        .where('id', 'in', ids.slice(from, from + AT_ONCE))
        .execute()),
    )
  return cardsOfRows(logbook, athlete, rows)
}
