import { Link } from '@tanstack/react-router'
import type { TodayView } from '@bell-lap/server'
import { RepTableSoon } from '../drawing/RepTableSoon.tsx'
import { spoken } from '../drawing/spoken.ts'
import { Standing } from '../drawing/Standing.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** The last session that was judged by its repetitions. */
export const LastReps = ({ last }: { readonly last: NonNullable<TodayView['last_review']> }) => {
  const { dayLong } = useFigures()
  const { session, review } = last
  return (
    <section className="lane last-reps">
      <h2>
        <Link to="/sessions/$id" params={{ id: session.id }}>
          {t('today.reps', { day: dayLong(session.day), workout: spoken(session.title) })}
        </Link>
      </h2>
      <p className="last-verdict">
        <Standing of={session.standing} /> <span className="soft">{review.because[0]}</span>
      </p>
      <RepTableSoon review={review} />
    </section>
  )
}
