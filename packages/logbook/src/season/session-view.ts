import { markText, type PaceBook, type PrescribedSession, type SeasonSession, type SeasonWeek } from '@bell-lap/core'
import type { Kysely } from 'kysely'
import type { AthleteId } from '../owner.ts'
import { readJson } from '../store/json-column.ts'
import type { Tables } from '../store/tables.ts'
import { ReviewView } from '../views/review.ts'
import type { SessionView } from '../views/season.ts'
import { reckonSession } from './card.ts'
import { changesOf } from './changes.ts'
import type { DoneSoFar } from './done-so-far.ts'
import type { Face } from './face.ts'
import { neighboursOf } from './neighbours.ts'
import { skippedCard, withStanding } from './standing.ts'
import { decisionView, reasonsOf } from './words.ts'

interface Question {
  readonly week: SeasonWeek
  readonly session: SeasonSession
  readonly done: DoneSoFar
  readonly today: string
  /** Left out: it stands nowhere any more. */
  readonly skipped?: boolean
}

/** One session with everything that is known of it; its review is read with `reviewOf`. */
export const sessionView = (
  face: Face,
  { week, session, done, today, skipped = false }: Question,
  review: ReviewView | null,
): SessionView => {
  const { season, version, ledger, id } = face.kept
  const prescribed = face.prescribed(session)
  const asked = done.sessions.get(session.id)
  const activity = done.activities.find(({ card }) => card.activity === asked?.activity)
  return {
    season: id,
    version,
    session: skipped ? skippedCard(face.card(session)) : withStanding(face.card(session), done, today),
    week: { number: week.number, of: season.weeks.length, phase: week.phase },
    parts: [...reckonSession(season, prescribed).parts],
    assumptions: [...prescribed.prescription.assumptions],
    why: reasonsOf(session.why),
    decisions: season.decisions.filter((decision) => decision.session === session.id).map(decisionView),
    neighbours: neighboursOf(season, session, face.unit),
    cue: session.cue ?? session.workout.cue ?? null,
    paces_from: pacesFrom(prescribed),
    review,
    asks:
      asked?.state === 'asks' && !skipped
        ? { activity: asked.activity, title: activity?.card.title ?? 'a recording', because: asked.because }
        : null,
    changes: changesOf(ledger, session.id, face.unit),
  }
}

/** The model in its own words, and the marks that it rests on. */
const pacesFrom = ({ book, prescription }: PrescribedSession): string | null => {
  if (!book.ok || prescription.parts.length === 0) return null
  return bookText(book.value)
}

const bookText = ({ explanation, marks }: PaceBook): string => `${explanation} From ${marks.map(markText).join(', ')}.`

/** The kept review of a session; null where there is none or where it still asks. */
export const reviewOf = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  { season, session }: { readonly season: string; readonly session: string },
): Promise<ReviewView | null> => {
  const row = await db
    .selectFrom('reviews')
    .select('review')
    .where('athlete', '=', athlete)
    .where('season', '=', season)
    .where('session', '=', session)
    .executeTakeFirst()
  return row?.review ? readJson(ReviewView, row.review, 'a review') : null
}
