import { CellRules } from '../moving/CellRules.tsx'
import { spokenCell } from '../moving/cells.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { useHeld } from './held.ts'

/** While a session is held: what the rules say of the cell that it is over, seen and read out. */
export const MovePanel = () => {
  const { held } = useHeld()
  const figures = useFigures()
  const { moves, cell } = held ?? {}
  const spoken = held && (moves && cell ? spokenCell(cell, moves.from, figures) : t('move.asking'))
  return (
    <>
      <p className="unseen" aria-live="assertive">
        {held?.by === 'keys' ? spoken : ''}
      </p>
      {held && (
        <div className="move-panel" aria-hidden="true">
          <h3>{held.title}</h3>
          {!moves && <p className="soft">{t('move.asking')}</p>}
          {moves && cell && (
            <>
              <p className="kicker">
                {figures.dayLong(cell.to.day)}, {t(`slot.${cell.to.slot}.long`)}
              </p>
              <CellRules cell={cell} from={moves.from} />
            </>
          )}
          {held.by === 'keys' && <p className="soft small">{t('move.keys')}</p>}
        </div>
      )}
    </>
  )
}
