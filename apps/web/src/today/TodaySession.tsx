import { Link } from '@tanstack/react-router'
import type { SessionView } from '@bell-lap/server'
import { Asks } from '../drawing/Asks.tsx'
import { SessionActs } from '../drawing/SessionActs.tsx'
import { SessionPlan } from '../drawing/SessionPlan.tsx'
import { RepTableSoon } from '../drawing/RepTableSoon.tsx'
import { headingOf } from '../drawing/spoken.ts'
import { Standing } from '../drawing/Standing.tsx'
import { WhyToday } from '../drawing/WhyToday.tsx'
import { t } from '../words/t.ts'

/** Today's session: its name, its blocks, its paces, why, and what can be done with it. */
export const TodaySession = ({ view }: { readonly view: SessionView }) => {
  const { session, review } = view
  return (
    <article className="today-session">
      <h1>
        <Link to="/sessions/$id" params={{ id: session.id }}>
          {headingOf(session)}
        </Link>
      </h1>
      {session.standing !== 'planned' && <Standing of={session.standing} />}
      <SessionPlan view={view} />
      {review && review.reps.length > 0 && <RepTableSoon review={review} />}
      <WhyToday view={view} lead={t('why.today')} />
      <Asks view={view} />
      <SessionActs view={view} />
    </article>
  )
}
