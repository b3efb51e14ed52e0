import type { MoveCell, Place } from '@bell-lap/server'
import { spoken } from '../drawing/spoken.ts'
import { t } from '../words/t.ts'
import { sentencesOf, welcomeOf, welcomeText } from './cells.ts'

/** What the rules say of one cell, and what would mend it. */
export const CellRules = ({ cell, from }: { readonly cell: MoveCell; readonly from: Place }) => (
  <div className="cell-rules" data-welcome={welcomeOf(cell, from)}>
    <p className="verdict">{welcomeText(cell, from)}</p>
    <ul>
      {sentencesOf(cell).map(({ rule, message }) => (
        <li key={rule + message}>
          {message} <span className="soft small">{rule}</span>
        </li>
      ))}
    </ul>
    {cell.repair && (
      <p className="repair">
        <b>{t('move.cheapest')}</b> {spoken(cell.repair.message)}
      </p>
    )}
  </div>
)
