import type { MoveCell, MovesView } from '@bell-lap/server'
import { t } from '../words/t.ts'
import { moveTo } from './move.ts'

interface Asked {
  readonly moves: MovesView
  readonly cell: MoveCell
  readonly onDone: () => void
  /** How it is moved, where more than the move is to be done. */
  readonly move?: (repair: boolean) => void
}

/** The ways to say yes to a cell: with the repair, alone, or not. */
export const MoveActs = ({ moves, cell, onDone, move }: Asked) => {
  const go = (repair: boolean) => {
    onDone()
    if (move) move(repair)
    else void moveTo(moves, cell.to, repair)
  }
  const alone = cell.legal ? t('move.alone') : t('move.anyway')
  return (
    <div className="acts">
      {cell.repair && (
        <button type="button" className="go" onClick={() => go(true)}>
          {t('move.repair')}
        </button>
      )}
      {cell.legal && (
        <button type="button" className={cell.repair ? '' : 'go'} onClick={() => go(false)}>
          {cell.repair ? alone : t('move.do')}
        </button>
      )}
      <button type="button" className="quiet" onClick={onDone}>
        {t('shell.cancel')}
      </button>
    </div>
  )
}
