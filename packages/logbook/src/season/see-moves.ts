import {
  closedText,
  fail,
  makeDay,
  movesOf,
  ok,
  touchedText,
  type Cell,
  type DatedSlot,
  type MovesFault,
  type MovesQuestion,
  type Result,
  type SeasonSession,
  type SessionMove,
} from '@bell-lap/core'
import type { Kysely } from 'kysely'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'
import type { MoveCell, MovesView } from '../views/season.ts'
import type { Place } from '../views/words.ts'
import type { Face } from './face.ts'
import { findSession, noSession } from './see-session.ts'
import { seen, type Seen } from './seeing.ts'
import { shortTitle } from './title.ts'
import { placeText } from './words.ts'

/** What moving a session to each cell of the weeks around it would break, touch, and take along. */
export const seeMoves = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<MovesView, LogbookFault>> => {
  const found = await seen(logbook, athlete)
  if (!found.ok) return found
  const { face } = found.value
  const place = findSession(face.kept.season, id)
  if (!place) return fail(noSession(id))
  const done = await doneSessions(logbook.store.db, athlete, face.kept.id)
  const cells = movesOf(movesQuestion(found.value, id, done))
  if (!cells.ok) return fail(whyFixed(cells.fault, place.session, face))
  return ok({
    session: id,
    version: face.kept.version,
    from: placeView(place.session),
    cells: cells.value.map((cell) => cellView(cell, place.session, face)),
  })
}

export const movesQuestion = ({ face, today }: Seen, session: string, done: ReadonlySet<string>): MovesQuestion => ({
  season: face.kept.season,
  base: face.kept.base,
  session,
  today,
  done,
})

/** Sessions of a season that were done: they stay where they are. */
export const doneSessions = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  season: string,
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('reviews')
    .select('session')
    .where('athlete', '=', athlete)
    .where('season', '=', season)
    .where('state', '=', 'done')
    .execute()
  return new Set(rows.map(({ session }) => session))
}

/** Why a session does not move at all. */
export const whyFixed = ({ code }: MovesFault, session: SeasonSession, { unit }: Face): LogbookFault => {
  const title = shortTitle(session, unit)
  const because = {
    'unknown-session': 'is not in the season',
    past: 'lies in the past',
    race: 'stands on the day of the race',
    done: 'is done',
    locked: 'is locked',
  }[code]
  return {
    code: 'refused',
    reason: code,
    message: `${title} of ${placeText(session)} ${because}: it stays where it is.`,
  }
}

export const cellClosed = ({ closed, to }: Cell): string | null => closed && closedText(closed, to)

const placeView = ({ day, slot }: DatedSlot): Place => ({ day: makeDay(day), slot })

const cellView = (cell: Cell, session: SeasonSession, face: Face): MoveCell => {
  const question = { session, cell, nameOf: (each: SeasonSession) => shortTitle(each, face.unit) }
  return {
    to: placeView(cell.to),
    legal: cell.legal,
    closed: cellClosed(cell),
    breaks: cell.breaks.map((each) => ({ rule: each.rule, message: touchedText(each, question) })),
    touches: cell.touches.map((each) => ({
      rule: each.rule,
      message: touchedText(each, question),
      worse_by: each.worseBy,
    })),
    repair: cell.repair && cell.repair.length > 0 ? repairView(cell.repair, cell, face) : null,
  }
}

const repairView = (moves: readonly SessionMove[], { legal }: Cell, { unit }: Face) => {
  const told = moves.map(({ session, to }) => `${shortTitle(session, unit)} to ${placeText(to)}`)
  return {
    moves: moves.map(({ session, to }) => ({
      session: session.id,
      title: shortTitle(session, unit),
      from: placeView(session),
      to: placeView(to),
    })),
    message: `${legal ? 'Better: also' : 'Also'} move ${listText(told)}.`,
  }
}

/** `a, b and c`. */
export const listText = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
