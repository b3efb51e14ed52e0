import { lazy, Suspense } from 'react'
import type { ReviewView } from '@bell-lap/server'

const RepTable = lazy(() => import('./RepTable.tsx').then((room) => ({ default: room.RepTable })))

const HEAD_PX = 27
const ROW_PX = 35

/** The table of repetitions on the first page: it comes behind the session, into a place that was kept for it. */
export const RepTableSoon = ({ review }: { readonly review: ReviewView }) => (
  <div style={{ minHeight: HEAD_PX + review.reps.length * ROW_PX }}>
    <Suspense>
      <RepTable review={review} />
    </Suspense>
  </div>
)
