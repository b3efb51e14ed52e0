import { useState } from 'react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useAnswer } from '../api/queries.ts'
import { Asks } from '../drawing/Asks.tsx'
import { stepsIn, type Measure } from '../drawing/bars.ts'
import { gather } from '../drawing/gather.ts'
import { SessionActs } from '../drawing/SessionActs.tsx'
import { SessionPlan } from '../drawing/SessionPlan.tsx'
import { headingOf } from '../drawing/spoken.ts'
import { Standing } from '../drawing/Standing.tsx'
import { StepList } from '../drawing/StepList.tsx'
import { WhyToday } from '../drawing/WhyToday.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { ByMeasure } from './ByMeasure.tsx'
import { ReviewPart } from './ReviewPart.tsx'
import { SessionAside } from './SessionAside.tsx'
import './session.css'

/** One session: what it asks for, why it stands there, and how it went. */
export const SessionPage = () => {
  const params = useParams({ from: '/sessions/$id' })
  const view = useAnswer('GET /api/sessions/:id', { params })
  const { dayLong } = useFigures()
  const navigate = useNavigate()
  const [by, measure] = useState<Measure>('time')
  const { session, week, review } = view
  const parts = gather(view.parts)
  const lifted = stepsIn(parts).some((step) => step.exercise !== null)
  const { day, slot } = session
  return (
    <div className="page with-aside session">
      <article className="stack">
        <header>
          <p className="kicker">
            <Link to="/calendar">
              {t('session.kicker', {
                day: dayLong(day),
                slot: t(`slot.${slot}.long`),
                number: week.number,
                of: week.of,
              })}
            </Link>
            {week.phase !== null && (
              <>
                , <em>{week.phase}</em>
              </>
            )}
          </p>
          <h1>{headingOf(session)}</h1>
          {session.standing !== 'planned' && <Standing of={session.standing} />}
        </header>
        <Asks view={view} />
        {review && <ReviewPart review={review} activity={session.activity} />}
        <section className="lane stack">
          {view.parts.length > 0 && !lifted && <ByMeasure by={by} onPick={measure} />}
          <SessionPlan view={view} by={by} />
          <WhyToday view={view} lead={t('session.why')} />
          <SessionActs view={view} onSkipped={() => void navigate({ to: '/calendar' })} />
        </section>
        {!lifted && view.parts.length > 0 && (
          <section className="lane">
            <h2>{t('session.steps')}</h2>
            <StepList parts={parts} />
          </section>
        )}
      </article>
      <SessionAside view={view} />
    </div>
  )
}
