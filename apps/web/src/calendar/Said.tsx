import type { CalendarView } from '@bell-lap/server'
import { Findings } from '../drawing/Findings.tsx'
import { t } from '../words/t.ts'

/** Under the weeks: what the rules say of the season, and what was decided in making it. */
export const Said = ({ view }: { readonly view: CalendarView }) => (
  <div className="calendar-said unprinted">
    <section>
      <h2>{t('calendar.findings')}</h2>
      {view.findings.length === 0 && <p className="soft">{t('calendar.findings.none')}</p>}
      <Findings findings={view.findings} />
    </section>
    <section>
      <h2>{t('calendar.decisions')}</h2>
      <ul>
        {view.decisions.map((decision) => (
          <li key={`${decision.what} ${decision.because}`} className="finding">
            <b>{decision.what}</b> {decision.because}
            {decision.rule !== undefined && ` (${decision.rule})`}
          </li>
        ))}
      </ul>
    </section>
  </div>
)
