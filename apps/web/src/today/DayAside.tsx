import { Link } from '@tanstack/react-router'
import type { SessionView, TodayView } from '@bell-lap/server'
import { Findings } from '../drawing/Findings.tsx'
import { SessionActs } from '../drawing/SessionActs.tsx'
import { SessionChip } from '../drawing/SessionChip.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

interface Asked {
  readonly view: TodayView
  readonly main: SessionView | undefined
  readonly demo: boolean
}

/** Beside today's session: the other one, what comes tomorrow, what the rules say. */
export const DayAside = ({ view, main, demo }: Asked) => {
  const { dayLong } = useFigures()
  const others = view.sessions.filter((other) => other !== main)
  const tomorrow = upcoming(view)
  return (
    <aside className="today-aside">
      {others.map((other) => (
        <section key={other.session.id} className="lane">
          <h2>{t('today.also')}</h2>
          <SessionChip card={other.session} />
          <SessionActs view={other} />
        </section>
      ))}
      {tomorrow && (
        <section className="lane">
          <h2>{dayLong(tomorrow.day)}</h2>
          {tomorrow.sessions.length === 0 && <p className="soft">{t('today.rest')}</p>}
          {tomorrow.sessions.map((card) => (
            <SessionChip key={card.id} card={card} />
          ))}
        </section>
      )}
      {view.week.objective !== null && (
        <section className="lane">
          <h2>{t('today.thisWeek')}</h2>
          <p className="soft">{view.week.objective}</p>
        </section>
      )}
      <section className="lane unprinted">
        <h2>{t('today.findings')}</h2>
        {view.findings.length === 0 && <p className="soft small">{t('today.findings.none')}</p>}
        <Findings findings={view.findings.slice(0, 3)} />
        {view.findings.length > 3 && (
          <p className="small more">
            <Link to="/calendar">{t('today.findings.all')}</Link>
          </p>
        )}
      </section>
      {demo && (
        <section className="lane unprinted">
          <p className="soft small">{t('shell.demo')}</p>
        </section>
      )}
    </aside>
  )
}

const upcoming = (view: TodayView) =>
  [...view.this_week.days, ...(view.next_week?.days ?? [])].find((day) => day.day > view.today)
