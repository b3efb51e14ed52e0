import { lazy, Suspense } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { useAnswer } from '../api/queries.ts'
import { RepTable } from '../drawing/RepTable.tsx'
import { spoken } from '../drawing/spoken.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { ActivityAside } from './ActivityAside.tsx'
import { ActivityFacts } from './ActivityFacts.tsx'
import { Laps } from './Laps.tsx'

const Recording = lazy(() => import('../recording/Recording.tsx').then(({ Recording }) => ({ default: Recording })))

/** One recording: what it holds, its laps, and which session it was. */
export const ActivityPage = () => {
  const params = useParams({ from: '/activities/$id' })
  const view = useAnswer('GET /api/activities/:id', { params })
  const { dayLong } = useFigures()
  const { activity, review, laps } = view
  return (
    <div className="page with-aside">
      <article className="stack">
        <header>
          {activity.day !== null && <p className="kicker">{t('activity.kicker', { day: dayLong(activity.day) })}</p>}
          <h1>{activity.title}</h1>
          {activity.session && (
            <p>
              <Link to="/sessions/$id" params={{ id: activity.session.id }}>
                {t('activity.session')}: {spoken(activity.session.title)}
              </Link>
            </p>
          )}
        </header>
        <ActivityFacts view={view} />
        {view.problems.map((problem) => (
          <p key={problem.code + problem.message} className="soft small">
            {problem.message}
          </p>
        ))}
        {review && review.reps.length > 0 && <RepTable review={review} />}
        <Suspense fallback={<div className="coming chart-coming" />}>
          <Recording activity={activity.id} reps={review?.reps ?? []} />
        </Suspense>
        {laps.length > 1 && <Laps laps={laps} />}
      </article>
      <ActivityAside view={view} />
    </div>
  )
}
