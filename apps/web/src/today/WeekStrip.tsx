import type { WeekView } from '@bell-lap/server'
import { SessionChip } from '../drawing/SessionChip.tsx'
import { WeekSums } from '../drawing/WeekSums.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** The week as lanes side by side, one a day; on a phone one under the other. */
export const WeekStrip = ({ week, today }: { readonly week: WeekView; readonly today: string }) => {
  const { weekday, date } = useFigures()
  return (
    <div className="week-strip">
      <ol>
        {week.days.map(({ day, sessions }) => (
          <li key={day} aria-current={day === today ? 'date' : undefined}>
            <p className="strip-day">
              {weekday(day)} <span>{date(day)}</span>
            </p>
            {sessions.length === 0 && <p className="soft small">{t('today.rest')}</p>}
            {sessions.map((card) => (
              <SessionChip key={card.id} card={card} />
            ))}
          </li>
        ))}
      </ol>
      <div className="strip-sums">
        <p className="strip-day">{t('week.number', { number: week.number })}</p>
        <WeekSums week={week} past={false} />
      </div>
    </div>
  )
}
