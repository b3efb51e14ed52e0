import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { MoveCell, MovesView } from '@bell-lap/server'
import { asking } from '../api/queries.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { CellRules } from './CellRules.tsx'
import { cellKey, sentencesOf, welcomeOf, welcomeText } from './cells.ts'
import { MoveActs } from './MoveActs.tsx'
import './moving.css'

interface Asked {
  readonly session: string
  readonly title: string
  readonly onClose: () => void
}

/** Moving without a pointer: every half day around the session, what it would touch, and the ways to say yes. */
export const MoveDialog = ({ session, title, onClose }: Asked) => {
  const { data: moves, error } = useQuery(asking('GET /api/sessions/:id/moves', { params: { id: session } }))
  const [picked, pick] = useState<MoveCell>()
  const { dayLong } = useFigures()
  return (
    <Dialog title={t('move.title', { title })} onClose={onClose}>
      {moves && (
        <p className="soft">
          {t('move.from', { day: dayLong(moves.from.day), slot: t(`slot.${moves.from.slot}.long`) })}
        </p>
      )}
      {error && <p>{error.message}</p>}
      {moves ? <Cells moves={moves} picked={picked} onPick={pick} /> : <div className="coming move-cells-coming" />}
      {moves && picked && (
        <div className="picked">
          <CellRules cell={picked} from={moves.from} />
          <MoveActs moves={moves} cell={picked} onDone={onClose} />
        </div>
      )}
    </Dialog>
  )
}

interface Choice {
  readonly moves: MovesView
  readonly picked: MoveCell | undefined
  readonly onPick: (cell: MoveCell) => void
}

const Cells = ({ moves, picked, onPick }: Choice) => {
  const figures = useFigures()
  const days = [...new Set(moves.cells.map((cell) => cell.to.day))]
  return (
    <div className="move-cells" role="group" aria-label={t('move.to')}>
      {days.map((day) => (
        <div key={day} className="move-day">
          <span aria-hidden="true">{figures.dayShort(day)}</span>
          {moves.cells
            .filter((cell) => cell.to.day === day)
            .map((cell) => (
              <button
                key={cellKey(cell.to)}
                type="button"
                data-welcome={welcomeOf(cell, moves.from)}
                disabled={welcomeOf(cell, moves.from) === 'here' || cell.closed !== null}
                aria-pressed={cell === picked}
                onClick={() => onPick(cell)}
              >
                <span className="unseen">{figures.dayLong(day)},</span>
                {t(`slot.${cell.to.slot}`)}
                <span className="said">{welcomeText(cell, moves.from)}</span>
                <span className="unseen">
                  {sentencesOf(cell)
                    .map(({ message }) => message)
                    .join(' ')}
                </span>
              </button>
            ))}
        </div>
      ))}
    </div>
  )
}
