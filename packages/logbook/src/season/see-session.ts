import {
  addDays,
  fail,
  makeDay,
  ok,
  type Day,
  type Result,
  type Season,
  type SeasonSession,
  type SeasonWeek,
  WEEKDAYS,
} from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { SessionView } from '../views/season.ts'
import { skippedIn } from './changes.ts'
import { doneSoFar } from './done-so-far.ts'
import type { Face } from './face.ts'
import { seen } from './seeing.ts'
import { reviewOf, sessionView } from './session-view.ts'

export const noSession = (id: string): LogbookFault => ({
  code: 'not-found',
  reason: 'no-session',
  message: `No session of the season is called ${id}.`,
  change: 'It may have been left out: look at the calendar.',
})

/** A session of a season with its week. */
export const findSession = (
  { weeks }: Season,
  id: string,
): { readonly week: SeasonWeek; readonly session: SeasonSession } | undefined => {
  for (const week of weeks) {
    const session = week.sessions.find((each) => each.id === id)
    if (session) return { week, session }
  }
  return undefined
}

/** A session that a change took out, in the week in which it stood last. */
const leftOut = ({ kept }: Face, id: string) => {
  const session = skippedIn(kept).find((each) => each.id === id)
  const week = session && kept.season.weeks.find(({ monday }) => isWithin(session.day, monday))
  return week && { week, session, skipped: true }
}

const isWithin = (day: Day, monday: Day): boolean => day >= monday && day < addDays(monday, WEEKDAYS.length)

/**
 * One session: its steps with the athlete's paces, why it is there and stands where it does, and its review. One that
 * was left out is shown as it was.
 */
export const seeSession = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<SessionView, LogbookFault>> => {
  const found = await seen(logbook, athlete)
  if (!found.ok) return found
  const { face, today } = found.value
  const { id: season, season: current } = face.kept
  const place = findSession(current, id) ?? leftOut(face, id)
  if (!place) return fail(noSession(id))
  const { db } = logbook.store
  const { day } = place.session
  const done = await doneSoFar(db, athlete, {
    season,
    from: addDays(day, -DAYS_AROUND),
    to: addDays(day, DAYS_AROUND),
  })
  const review = await reviewOf(db, athlete, { season, session: id })
  return ok(sessionView(face, { ...place, done, today: makeDay(today) }, review))
}

/** An activity that may be a session was done on its day or near it. */
const DAYS_AROUND = 7
