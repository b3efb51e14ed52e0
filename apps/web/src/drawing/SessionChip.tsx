import type { SessionCard } from '@bell-lap/server'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/t.ts'
import { spoken } from './spoken.ts'
import { Standing } from './Standing.tsx'
import './chip.css'

/** A lane as long as this is full. */
const LONGEST_S = 7_200

/** A session in a day of a week: its name, its lane, what became of it. */
export const SessionChip = ({ card }: { readonly card: SessionCard }) => {
  const share = Math.min(1, (card.estimated.duration_s ?? 1_200) / LONGEST_S)
  return (
    <a
      className="chip"
      data-kind={card.kind}
      data-standing={card.standing}
      draggable={false}
      href={`/sessions/${encodeURIComponent(card.id)}`}
    >
      <span className="chip-title">
        {card.kind === 'race' && <Icon name="flag" size={14} />}
        {spoken(card.title)}
      </span>
      <span className="lane-bar" data-intensity={card.intensity} style={{ width: `${Math.round(share * 100)}%` }} />
      <span className="chip-foot">
        {card.slot === 'pm' && <span className="chip-slot">{t('slot.pm')}</span>}
        {card.standing !== 'planned' && <Standing of={card.standing} />}
        {card.changed && card.standing === 'planned' && <Standing of="adapted" />}
      </span>
    </a>
  )
}
