import { fail, makeDay, ok, parseDay, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason } from '../season/kept-season.ts'
import { shortTitle } from '../season/title.ts'
import { readJson } from '../store/json-column.ts'
import type { ActivityView } from '../views/done.ts'
import { ReviewView } from '../views/review.ts'
import { cardsOfRows } from './card.ts'
import { Measures } from './measures.ts'
import { sessionsIn } from './sessions.ts'
import { parseSummary, type ActivitySummary } from './summary.ts'

export const noActivity = (id: string): LogbookFault => ({ code: 'not-found', message: `There is no activity ${id}.` })

/** Days beside its own on which an activity's session may stand. */
const BESIDE = 1

const choicesOn = async (
  logbook: Logbook,
  athlete: AthleteId,
  text: string | null,
): Promise<ActivityView['choices']> => {
  const day = text === null ? undefined : parseDay(text)
  const kept = day === undefined ? undefined : await activeSeason(logbook, logbook.store.db, athlete)
  if (!kept || day === undefined) return []
  const { athlete: who, plan } = kept.season
  return sessionsIn(kept)
    .filter((session) => Math.abs(session.day - day) <= BESIDE && session.workout.kind !== 'rest')
    .toSorted((one, other) => one.day - other.day || one.start - other.start)
    .map((session) => ({
      session: session.id,
      title: shortTitle(session, who.unit ?? plan.unit),
      day: makeDay(session.day),
    }))
}

const reviewOf = async (
  logbook: Logbook,
  athlete: AthleteId,
  { id, recognised }: { readonly id: string; readonly recognised: string | null },
): Promise<ActivityView['review']> => {
  const { db } = logbook.store
  const kept = await activeSeason(logbook, db, athlete)
  const row =
    kept &&
    (await db
      .selectFrom('reviews')
      .select('review')
      .where('athlete', '=', athlete)
      .where('activity', '=', id)
      .where('season', '=', kept.id)
      .where('state', '=', 'done')
      .executeTakeFirst())
  const text = row?.review ?? recognised
  return text === null ? null : readJson(ReviewView, text, 'a review')
}

const lapsOf = ({ laps }: ActivitySummary): ActivityView['laps'] =>
  laps.map(({ start, elapsed, timer, distance, heartRate }) => ({
    start_s: start ?? null,
    duration_s: timer ?? elapsed ?? null,
    distance_m: distance ?? null,
    heart_rate_bpm: heartRate ?? null,
  }))

/** One activity: what the watch said of it, what was measured, its review, and which sessions it may be told to be. */
export const seeActivity = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
): Promise<Result<ActivityView, LogbookFault>> => {
  const row = await logbook.store.db
    .selectFrom('activities')
    .innerJoin('files', (join) =>
      join.onRef('files.athlete', '=', 'activities.athlete').onRef('files.hash', '=', 'activities.file'),
    )
    .selectAll('activities')
    .select(['files.name', 'files.bytes'])
    .where('activities.athlete', '=', athlete)
    .where('activities.id', '=', id)
    .executeTakeFirst()
  const found = row && (await cardsOfRows(logbook, athlete, [row])).get(id)
  if (!row || !found) return fail(noActivity(id))
  const measures = readJson(Measures, row.measures, 'measures')
  const summary = parseSummary(row.summary)
  return ok({
    activity: found.card,
    started: row.start_ms === null ? null : new Date(row.start_ms).toISOString(),
    elapsed_s: row.elapsed_s,
    timer_s: row.timer_s,
    moving_s: row.moving_s,
    heart_rate_bpm: measures.heart_rate_bpm,
    max_heart_rate_bpm: measures.max_heart_rate_bpm,
    laps: lapsOf(summary),
    best_efforts: measures.best_efforts,
    review: await reviewOf(logbook, athlete, row),
    choices: await choicesOn(logbook, athlete, row.day),
    file: { name: row.name, bytes: row.bytes },
    device: row.device,
    problems: summary.problems.map(({ code, message }) => ({ code, message })),
  })
}
