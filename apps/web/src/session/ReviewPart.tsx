import { lazy, Suspense } from 'react'
import type { ReviewView } from '@bell-lap/server'
import { RepTable } from '../drawing/RepTable.tsx'
import { spoken } from '../drawing/spoken.ts'
import { t } from '../words/t.ts'
import { ReviewFigures } from './ReviewFigures.tsx'

const Recording = lazy(() => import('../recording/Recording.tsx').then(({ Recording }) => ({ default: Recording })))

/** After the run: what became of it and why, each repetition, and the recording with the repetitions shaded. */
export const ReviewPart = ({ review, activity }: { readonly review: ReviewView; readonly activity: string | null }) => {
  const drawn = activity ?? review.activity
  return (
    <section className="review stack">
      <h2>{t('session.how')}</h2>
      {review.because.length > 0 && (
        <ul className="because">
          {[...review.because, ...review.notes].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <ReviewFigures review={review} />
      {review.recognised && review.workout !== null && (
        <p className="soft small">{t('reps.recognised', { workout: spoken(review.workout) })}</p>
      )}
      {review.reps.length > 0 && <RepTable review={review} />}
      {drawn !== null && (
        <Suspense fallback={<div className="coming chart-coming" />}>
          <Recording activity={drawn} reps={review.reps} />
        </Suspense>
      )}
    </section>
  )
}
