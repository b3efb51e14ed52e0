import { fail, ok, timelineOf, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { readJson } from '../store/json-column.ts'
import type { StreamView } from '../views/done.ts'
import { ReviewView } from '../views/review.ts'
import { recordingOf } from './recording.ts'
import { noActivity } from './see-activity.ts'
import { streamView, type Edges } from './thin.ts'

const USUAL_POINTS = 1000

const edgesOf = async (logbook: Logbook, athlete: AthleteId, id: string): Promise<Edges> => {
  const rows = await logbook.store.db
    .selectFrom('reviews')
    .select('review')
    .where('athlete', '=', athlete)
    .where('activity', '=', id)
    .where('review', 'is not', null)
    .execute()
  return rows.flatMap(({ review }) =>
    review === null
      ? []
      : readJson(ReviewView, review, 'a review').reps.flatMap(({ start_s, end_s }) =>
          [start_s, end_s].filter((edge) => edge !== null),
        ),
  )
}

/** Speed, heart rate and height of an activity over time, thinned to so many points. */
export const seeStream = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
  { points = USUAL_POINTS }: { readonly points?: number | undefined } = {},
): Promise<Result<StreamView, LogbookFault>> => {
  const recording = await recordingOf(logbook.store.db, athlete, id)
  if (!recording) return fail(noActivity(id))
  return ok(streamView(timelineOf(recording), points, await edgesOf(logbook, athlete, id)))
}
