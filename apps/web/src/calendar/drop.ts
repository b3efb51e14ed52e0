import type { MoveCell, MovesView } from '@bell-lap/server'
import { cellKey, welcomeOf } from '../moving/cells.ts'
import { moveTo } from '../moving/move.ts'
import { refuse } from '../shell/said.ts'
import { t } from '../words/t.ts'
import { put } from './held.ts'

/** A session is let go over a cell: done at once where nothing is in the way, asked where there is something to choose. */
export const drop = (moves: MovesView, cell: MoveCell, title: string): void => {
  put({})
  const welcome = welcomeOf(cell, moves.from)
  if (welcome === 'here') return
  if (welcome === 'closed')
    return refuse({ message: cell.closed ?? t('move.closed'), change: t('move.left', { title }) })
  if (cell.legal && cell.repair === null) return void moveAndFollow(moves, cell, false)
  return put({ asked: { moves, cell, title } })
}

/** Moves a session and takes the focus along. */
export const moveAndFollow = async (moves: MovesView, cell: MoveCell, repair: boolean): Promise<void> => {
  const done = await moveTo(moves, cell.to, repair)
  focusSession(moves.session, done ? cellKey(cell.to) : undefined)
}

/** Frames in which the page has time to draw a session where it stands now. */
const MOST_FRAMES = 30

/** The focus follows the session to its cell; it is drawn there a moment after the answer came. */
export const focusSession = (id: string, cell?: string, frames = 0): void => {
  const within = cell === undefined ? '' : `[data-cell="${cell}"] `
  const link = document.querySelector<HTMLElement>(`${within}[data-session="${CSS.escape(id)}"] a`)
  if (link) link.focus({ preventScroll: true })
  else if (frames < MOST_FRAMES) requestAnimationFrame(() => focusSession(id, cell, frames + 1))
}
