import type { Insertable, Transaction } from 'kysely'
import { makeDay, paceBookOn, type Activity, type Athlete, type Match, type SeasonSession } from '@bell-lap/core'
import type { AthleteId } from '../owner.ts'
import type { Reader } from '../reading/reader.ts'
import type { KeptSeason } from '../season/kept-season.ts'
import type { ReviewsTable, Tables } from '../store/tables.ts'
import { reviewView } from './review-view.ts'
import { isRun, sportOf } from './summary.ts'

export type ReviewRow = Insertable<ReviewsTable>

/** What turns a match into a row: whose it is, of which season, and who reviews. */
export interface Reviewer {
  readonly athleteId: AthleteId
  readonly athlete: Athlete
  readonly now: KeptSeason
  readonly reader: Reader
  /** Milliseconds since 1970. */
  readonly at: number
}

const RUNS: ReadonlySet<string> = new Set(['run', 'race', 'test', 'mixed'])

/** Planned against done with the athlete's paces of that day; null where there is nothing to hold it against. */
const reviewOf = async (session: SeasonSession, id: string, activity: Activity, reviewer: Reviewer) => {
  if (!RUNS.has(session.workout.kind) || !isRun(sportOf(activity))) return null
  const { athlete, now, reader } = reviewer
  const book = paceBookOn({ plan: now.season.plan, athlete }, session.day)
  const { workout } = session
  const review = await reader.review(activity, { workout, athlete, ...(book.ok ? { book: book.value } : {}) })
  if (!review.ok) return null
  const view = reviewView(review.value, id)
  // What cannot be told is no verdict.
  return view.confidence === 'cannot tell' ? { ...view, verdict: null } : view
}

/** The row of a match: with its review where it is sure, waiting for the athlete's word where it is not. */
export const reviewRow = async (
  match: Match,
  session: SeasonSession,
  activity: () => Promise<Activity | undefined>,
  reviewer: Reviewer,
): Promise<ReviewRow> => {
  const asks = match.confidence !== 'high'
  const recording = asks ? undefined : await activity()
  const review = recording ? await reviewOf(session, match.activity, recording, reviewer) : null
  return {
    athlete: reviewer.athleteId,
    season: reviewer.now.id,
    session: match.session,
    activity: match.activity,
    state: asks ? 'asks' : 'done',
    verdict: review?.verdict ?? null,
    review: review && JSON.stringify(review),
    because: match.because,
    day: makeDay(session.day),
    at: reviewer.at,
  }
}

/** Puts rows in the place of those of the same sessions, and takes away those of sessions that nothing is any more. */
export const writeReviews = async (
  tx: Transaction<Tables>,
  { athlete, season }: { readonly athlete: AthleteId; readonly season: string },
  rows: readonly ReviewRow[],
  gone: readonly string[],
): Promise<void> => {
  const replaced = [...gone, ...rows.map(({ session }) => session)]
  if (replaced.length === 0) return
  await tx
    .deleteFrom('reviews')
    .where('athlete', '=', athlete)
    .where('season', '=', season)
    .where('session', 'in', replaced)
    .execute()
  if (rows.length > 0)
    await tx
      .insertInto('reviews')
      .values([...rows])
      .execute()
}
