import type { MoveCell, MovesView } from '@bell-lap/server'
import { welcomeOf } from '../moving/cells.ts'
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
  if (cell.legal && cell.repair === null)
    return void moveTo(moves, cell.to, false).then(() => focusSession(moves.session))
  return put({ asked: { moves, cell, title } })
}

/** The focus follows the session to where it stands now. */
export const focusSession = (id: string): void => {
  document.querySelector<HTMLElement>(`[data-session="${CSS.escape(id)}"] a`)?.focus({ preventScroll: true })
}
