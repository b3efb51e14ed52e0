import {
  fail,
  moveAt,
  movedSessions,
  ok,
  touchedText,
  type Cell,
  type Change,
  type Moved,
  type Result,
  type SeasonSession,
  type SessionMove,
} from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { ChangedView } from '../views/season.ts'
import type { Place } from '../views/words.ts'
import { dayOfText } from './clock.ts'
import { acceptedAtOnce, changeSeason, type Desk, type Happening } from './keep-changes.ts'
import { cellClosed, doneSessions, listText, movesQuestion, whyFixed } from './see-moves.ts'
import { findSession, noSession } from './see-session.ts'
import { shortTitle } from './title.ts'
import { placeText } from './words.ts'

export interface MoveEdit {
  readonly to: Place
  /** Others move along, as `seeMoves` offers it. */
  readonly repair: boolean
  readonly version: number
}

/**
 * Moves a session, with its repair where that is wanted: one group that one undo takes back. The athlete decides: what
 * breaks a rule is done all the same, and the rules say so; what cannot be (past, no time, two in one place) is refused.
 */
export const moveSession = (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
  edit: MoveEdit,
): Promise<Result<ChangedView, LogbookFault>> =>
  changeSeason(logbook, athlete, edit, async (desk) => {
    const { face, today, tx } = desk
    const place = findSession(face.kept.season, id)
    if (!place) return fail(noSession(id))
    const done = await doneSessions(tx, athlete, face.kept.id)
    const to = { day: dayOfText(edit.to.day), slot: edit.to.slot }
    const cell = moveAt(movesQuestion({ face, today }, id, done), to)
    if (!cell.ok) return fail(whyFixed(cell.fault, place.session, face))
    const refused = refusal(cell.value, place.session, edit, desk)
    if (refused) return fail(refused)
    const along = edit.repair ? (cell.value?.repair ?? []) : []
    return moved([{ session: place.session, to }, ...along], desk)
  })

/** What no rule weighs: two sessions in one place, more minutes than there are. */
const HARD = ['place', 'minutes', 'one-a-slot', 'fixed']

const refusal = (
  cell: Cell | undefined,
  session: SeasonSession,
  { repair }: MoveEdit,
  { face }: Desk,
): LogbookFault | undefined => {
  const title = shortTitle(session, face.unit)
  if (!cell) return { code: 'refused', reason: 'outside', message: 'That day lies outside the season.' }
  if (cell.closed) return { code: 'refused', reason: cell.closed, message: `${title}: ${cellClosed(cell)}` }
  if (cell.here)
    return { code: 'refused', reason: 'here', message: `${title} stands on ${placeText(cell.to)} already.` }
  if (repair && cell.repair) return undefined
  const hard = cell.breaks.find(({ rule }) => HARD.includes(rule))
  if (!hard) return undefined
  const nameOf = (each: SeasonSession): string => shortTitle(each, face.unit)
  return {
    code: 'refused',
    reason: hard.rule,
    message: `${title}: ${touchedText(hard, { session, cell, nameOf })}`,
    change: cell.repair ? 'Take the repair, or choose another place.' : 'Choose another place.',
  }
}

const moved = async (
  moves: readonly SessionMove[],
  { face, today, newId }: Desk,
): Promise<Result<Happening, LogbookFault>> => {
  const { kept, unit } = face
  const [first] = moves
  const along = first ? `it moves along with ${shortTitle(first.session, unit)}` : ''
  const isFirst = ({ before }: Moved): boolean => before.id === first?.session.id
  const all = movedSessions(kept.season, moves).toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  const changes = all.map(({ before, after }): Change => ({
    id: newId(),
    cause: before.id === first?.session.id ? 'you moved it' : along,
    before,
    after,
  }))
  const entries = acceptedAtOnce(face, changes, today)
  if (!entries.ok) return entries
  const told = moves.map(({ session, to }) => `${shortTitle(session, unit)} to ${placeText(to)}`)
  return ok({ entries: entries.value, said: `Moved ${listText(told)}.` })
}
