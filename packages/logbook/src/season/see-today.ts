import { addDays, makeDay, ok, WEEKDAYS, type Day, type Result, type Season, type SeasonWeek } from '@bell-lap/core'
import type { Kysely } from 'kysely'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { readJson } from '../store/json-column.ts'
import type { Tables } from '../store/tables.ts'
import { ReviewView } from '../views/review.ts'
import type { SessionView, TodayView } from '../views/season.ts'
import { doneSoFar, type DoneSoFar } from './done-so-far.ts'
import type { Face } from './face.ts'
import { undoableOf } from './see-calendar.ts'
import { findSession } from './see-session.ts'
import { raceView, seen } from './seeing.ts'
import { reviewOf, sessionView } from './session-view.ts'
import { withStanding } from './standing.ts'
import { weekView } from './week-view.ts'

/** Today: its sessions in full, this week and the next, the last review. `day`: another day than the clock's. */
export const seeToday = async (
  logbook: Logbook,
  athlete: AthleteId,
  { day }: { readonly day?: string | undefined } = {},
): Promise<Result<TodayView, LogbookFault>> => {
  const found = await seen(logbook, athlete, day)
  if (!found.ok) return found
  const { face, today } = found.value
  const { season, id, version } = face.kept
  const { db } = logbook.store
  const week = weekOf(season, today)
  const next = season.weeks.find(({ number }) => number === week.number + 1)
  const done = await doneSoFar(db, athlete, {
    season: id,
    from: week.monday,
    to: addDays(week.monday, 2 * WEEKDAYS.length - 1),
  })
  const text = makeDay(today)
  const sessions = await sessionsOn({ face, week, done, today, db, athlete })
  return ok({
    season: id,
    version,
    today: text,
    race: raceView(season, today),
    week: {
      number: week.number,
      of: season.weeks.length,
      kind: week.kind,
      phase: week.phase,
      objective: week.objective,
    },
    sessions,
    next: sessions.length > 0 ? null : nextCard(face, done, today),
    this_week: weekView(face.week(week), done, text),
    next_week: next ? weekView(face.week(next), done, text) : null,
    last_review: await lastReview(db, athlete, { face, done, today: text }),
    findings: face.findings().filter((finding) => finding.week === week.number),
    undoable: undoableOf(face),
  })
}

/** The week that holds a day; before the season its first, after it its last. */
const weekOf = ({ weeks, race }: Season, today: Day): SeasonWeek => {
  const [first] = weeks
  if (!first) throw new Error(`The season to ${race.name} has no weeks.`)
  return weeks.findLast(({ monday }) => monday <= today) ?? first
}

interface Question {
  readonly face: Face
  readonly week: SeasonWeek
  readonly done: DoneSoFar
  readonly today: Day
  readonly db: Kysely<Tables>
  readonly athlete: AthleteId
}

const sessionsOn = async ({ face, week, done, today, db, athlete }: Question): Promise<SessionView[]> => {
  const views: SessionView[] = []
  const sessions = week.sessions.filter(({ day }) => day === today).toSorted((a, b) => a.start - b.start)
  for (const session of sessions) {
    const isDone = done.sessions.get(session.id)?.state === 'done'
    const review = isDone ? await reviewOf(db, athlete, { season: face.kept.id, session: session.id }) : null
    views.push(sessionView(face, { week, session, done, today: makeDay(today) }, review))
  }
  return views
}

const nextCard = (face: Face, done: DoneSoFar, today: Day): TodayView['next'] => {
  const [next] = face.kept.season.weeks
    .flatMap(({ sessions }) => sessions)
    .filter(({ day }) => day > today)
    .toSorted((a, b) => a.day - b.day || a.start - b.start)
  return next ? withStanding(face.card(next), done, makeDay(today)) : null
}

/** How many of the last reviews are looked through for one that was judged by its reps. */
const LOOKED_THROUGH = 12

const lastReview = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  { face, done, today }: { readonly face: Face; readonly done: DoneSoFar; readonly today: string },
): Promise<TodayView['last_review']> => {
  const rows = await db
    .selectFrom('reviews')
    .select(['session', 'review'])
    .where('athlete', '=', athlete)
    .where('season', '=', face.kept.id)
    .where('state', '=', 'done')
    .where('review', 'is not', null)
    .orderBy('day', 'desc')
    .limit(LOOKED_THROUGH)
    .execute()
  for (const row of rows) {
    const place = findSession(face.kept.season, row.session)
    const review = row.review === null ? null : readJson(ReviewView, row.review, 'a review')
    if (place && review && review.reps.length > 0)
      return { session: withStanding(face.card(place.session), done, today), review }
  }
  return null
}
