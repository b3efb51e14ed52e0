import type { Activity } from '@bell-lap/core'
import type { Reader } from '../reading/reader.ts'
import { reviewView } from './review-view.ts'
import { isRun, sportOf } from './summary.ts'

/** What a run that nobody planned looks like, as JSON; null for what is no run. */
export const recognisedBy = async (reader: Reader, id: string, activity: Activity): Promise<string | null> => {
  if (!isRun(sportOf(activity))) return null
  const review = await reader.review(activity)
  return review.ok ? JSON.stringify(reviewView(review.value, id)) : null
}
