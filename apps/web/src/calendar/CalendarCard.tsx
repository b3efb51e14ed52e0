import type { SessionCard } from '@bell-lap/server'
import { SessionChip } from '../drawing/SessionChip.tsx'
import { spoken } from '../drawing/spoken.ts'
import { useDisplay } from '../words/display.ts'
import { t } from '../words/t.ts'

/** A session in the calendar: it can be taken up where it is neither past nor fixed. */
export const CalendarCard = ({ card }: { readonly card: SessionCard }) => {
  const { shortcuts } = useDisplay()
  const title = spoken(card.title)
  const free = !card.fixed && card.standing !== 'skipped'
  return (
    <div className="card" data-session={card.id} data-title={title} data-free={free ? '' : undefined}>
      <SessionChip card={card} />
      {free && (
        // With the keys on, m does the same: two hundred more stops for Tab would help nobody.
        <button
          type="button"
          className="quiet card-menu"
          data-menu
          tabIndex={shortcuts ? -1 : 0}
          aria-label={t('move.title', { title })}
        >
          <span aria-hidden="true">⋯</span>
        </button>
      )}
    </div>
  )
}
