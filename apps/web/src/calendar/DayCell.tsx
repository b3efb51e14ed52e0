import { SLOTS } from '@bell-lap/core'
import type { DayView } from '@bell-lap/server'
import { Icon } from '../shell/Icon.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { CalendarCard } from './CalendarCard.tsx'

/** A day: its morning and its evening, each a lane that a session can be put into. */
export const DayCell = ({ day, today }: { readonly day: DayView; readonly today: string }) => {
  const { weekday, date } = useFigures()
  return (
    <li
      className="day"
      data-day={day.day}
      data-blocked={day.blocked ? '' : undefined}
      aria-current={day.day === today ? 'date' : undefined}
    >
      <p className="day-name">
        <span className="weekday">{weekday(day.day)}</span> {date(day.day)}
        {day.race !== null && (
          <span className="race">
            <Icon name="flag" size={14} />
            {day.race}
          </span>
        )}
      </p>
      {SLOTS.map((slot) => (
        <div key={slot} className="half" data-cell={`${day.day} ${slot}`}>
          {day.sessions
            .filter((card) => card.slot === slot)
            .map((card) => (
              <CalendarCard key={card.id} card={card} />
            ))}
        </div>
      ))}
      {day.blocked && <p className="soft small">{t('calendar.blocked')}</p>}
      {day.unplanned.map((card) => (
        <a key={card.activity} className="unplanned" href={`/activities/${encodeURIComponent(card.activity)}`}>
          {card.title} <span className="soft">{t('calendar.unplanned')}</span>
        </a>
      ))}
    </li>
  )
}
