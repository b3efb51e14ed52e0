import { CellRules } from '../moving/CellRules.tsx'
import { MoveActs } from '../moving/MoveActs.tsx'
import { Dialog } from '../shell/Dialog.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { focusSession, moveAndFollow } from './drop.ts'
import { put, useHeld } from './held.ts'
import '../moving/moving.css'

/** Let go over a cell where there is something to choose: the repair, the move alone, or neither. */
export const AskedMove = () => {
  const { asked } = useHeld()
  const { dayLong } = useFigures()
  if (!asked) return null
  const { moves, cell, title } = asked
  const done = () => {
    put({})
    focusSession(moves.session)
  }
  return (
    <Dialog title={t('move.title', { title })} onClose={done}>
      <p className="kicker">
        {dayLong(cell.to.day)}, {t(`slot.${cell.to.slot}.long`)}
      </p>
      <CellRules cell={cell} from={moves.from} />
      <MoveActs moves={moves} cell={cell} onDone={done} move={(repair) => void moveAndFollow(moves, cell, repair)} />
    </Dialog>
  )
}
