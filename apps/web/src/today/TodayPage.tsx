import { useEffect } from 'react'
import { useAnswer } from '../api/queries.ts'
import { keepForOffline } from '../offline/register.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { DayAside } from './DayAside.tsx'
import { LastReps } from './LastReps.tsx'
import { mainSession } from './main-session.ts'
import { RestDay } from './RestDay.tsx'
import { TodaySession } from './TodaySession.tsx'
import { WeekStrip } from './WeekStrip.tsx'
import './today.css'

/** The athlete's home: what to run today and why, the week around it, the last repetitions. */
export const TodayPage = ({ demo }: { readonly demo: boolean }) => {
  const view = useAnswer('GET /api/today', { query: {} })
  const { dayLong } = useFigures()
  const main = mainSession(view.sessions)
  const weeks = [view.this_week, view.next_week].filter((week) => week !== null)
  const near = weeks.flatMap((week) => week.days.flatMap((day) => day.sessions.map((card) => card.id))).join(' ')
  useEffect(() => {
    if (near !== '') keepForOffline(near.split(' '))
  }, [near])
  return (
    <div className="page with-aside today">
      <div className="today-main">
        <p className="kicker">
          {t('today.kicker', { day: dayLong(view.today), number: view.week.number, of: view.week.of })}
          {view.week.phase !== null && (
            <>
              , <em>{view.week.phase}</em>
            </>
          )}
        </p>
        {main ? <TodaySession view={main} /> : <RestDay next={view.next} />}
      </div>
      <DayAside view={view} main={main} demo={demo} />
      <div className="today-rest">
        <section className="lane">
          <h2 className="unseen">{t('today.thisWeek')}</h2>
          <WeekStrip week={view.this_week} today={view.today} />
        </section>
        {view.last_review && !main?.review && <LastReps last={view.last_review} />}
      </div>
    </div>
  )
}
