import type { WeekView } from '@bell-lap/server'
import { WeekSums } from '../drawing/WeekSums.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { DayCell } from './DayCell.tsx'

/** One week: what it is for, its seven days, its sums. */
export const WeekRow = ({ week, today }: { readonly week: WeekView; readonly today: string }) => {
  const { days } = useFigures()
  const sunday = week.days.at(-1)?.day ?? week.monday
  const past = sunday < today
  return (
    <section className="week" data-past={past ? '' : undefined}>
      <header>
        <h3 tabIndex={-1}>{t('calendar.week', { number: week.number })}</h3>
        <p className="soft small">{days(week.monday, sunday)}</p>
        {week.kind !== null && week.kind !== 'build' && <p className="kind">{t(`calendar.kind.${week.kind}`)}</p>}
        {week.objective !== null && <p className="objective">{week.objective}</p>}
      </header>
      <ol className="days">
        {week.days.map((day) => (
          <DayCell key={day.day} day={day} today={today} />
        ))}
      </ol>
      <WeekSums week={week} past={past} />
    </section>
  )
}
