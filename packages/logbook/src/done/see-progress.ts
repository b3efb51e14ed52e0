import {
  addDays,
  makeDay,
  mondayOf,
  ok,
  paceBookOn,
  parseDay,
  pointOf,
  RACE_PACES,
  raceText,
  metres,
  type Athlete,
  type Day,
  type PaceBook,
  type RacePace,
  type Result,
} from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { dayAt } from '../season/clock.ts'
import { activeSeason, type KeptSeason } from '../season/kept-season.ts'
import { shortTitle } from '../season/title.ts'
import { readJson } from '../store/json-column.ts'
import type { ProgressView } from '../views/done.ts'
import { ReviewView } from '../views/review.ts'
import { INTENSITIES_SHOWN } from '../views/words.ts'
import { athleteIn } from './athlete.ts'
import { easyDone, easyPlanned } from './easy-share.ts'
import { Measures } from './measures.ts'
import { sessionsIn } from './sessions.ts'
import { isRun } from './summary.ts'

const USUAL_WEEKS = 12

/** An activity as far as progress asks of it. */
export interface DoneRow {
  readonly id: string
  readonly day: string
  readonly distance_m: number | null
  readonly moving_s: number
  readonly measures: Measures
}

const rowsFrom = async (logbook: Logbook, athlete: AthleteId, from: Day, to: Day): Promise<readonly DoneRow[]> => {
  const rows = await logbook.store.db
    .selectFrom('activities')
    .select(['id', 'day', 'sport', 'distance_m', 'moving_s', 'measures'])
    .where('athlete', '=', athlete)
    .where('day', '>=', makeDay(from))
    .where('day', '<=', makeDay(to))
    .execute()
  return rows.flatMap(({ day, sport, measures, ...row }) =>
    day === null || !isRun(sport) ? [] : [{ ...row, day, measures: readJson(Measures, measures, 'measures') }],
  )
}

const intensitiesOf = (rows: readonly DoneRow[]): ProgressView['weeks'][number]['by_intensity'] => {
  const sums = new Map<string, ProgressView['weeks'][number]['by_intensity'][number]>()
  for (const { measures } of rows)
    for (const { intensity, duration_s, distance_m } of measures.by_intensity ?? []) {
      const sum = sums.get(intensity) ?? { intensity, duration_s: 0, distance_m: 0 }
      sums.set(intensity, {
        intensity,
        duration_s: sum.duration_s + duration_s,
        distance_m: sum.distance_m + distance_m,
      })
    }
  return INTENSITIES_SHOWN.flatMap((intensity) => sums.get(intensity) ?? [])
}

const plannedIn = (kept: KeptSeason | undefined, monday: Day): number | null => {
  const week = kept?.season.weeks.find((each) => each.monday === monday)
  if (!week) return null
  const runs = week.sessions.filter(({ workout }) => ['run', 'race', 'test', 'mixed'].includes(workout.kind))
  return Math.round(runs.reduce((sum, { estimated }) => sum + (estimated.distance ?? 0), 0))
}

const weeksOf = (
  rows: readonly DoneRow[],
  { first, count }: { readonly first: Day; readonly count: number },
  kept: KeptSeason | undefined,
): ProgressView['weeks'] => {
  const byWeek = Map.groupBy(rows, ({ day }) => {
    const on = parseDay(day)
    return on === undefined ? null : mondayOf(on)
  })
  return Array.from({ length: count }, (_, index) => {
    const monday = addDays(first, 7 * index)
    const done = byWeek.get(monday) ?? []
    return {
      monday: makeDay(monday),
      planned_m: plannedIn(kept, monday),
      done_m: Math.round(done.reduce((sum, { distance_m }) => sum + (distance_m ?? 0), 0)),
      done_s: Math.round(done.reduce((sum, { moving_s }) => sum + moving_s, 0)),
      by_intensity: intensitiesOf(done),
    }
  })
}

const bestIn = (rows: readonly DoneRow[]): ProgressView['best_efforts'] => {
  const best = new Map<number, ProgressView['best_efforts'][number]>()
  for (const { id, day, measures } of rows)
    for (const { distance_m, duration_s } of measures.best_efforts) {
      const known = best.get(distance_m)
      if (!known || duration_s < known.duration_s) best.set(distance_m, { distance_m, duration_s, day, activity: id })
    }
  return [...best.values()].toSorted((one, other) => one.distance_m - other.distance_m)
}

/** Races that times are told for. */
const RACES: readonly RacePace[] = ['800', '1500', 'mile', '3K', '5K', '10K', 'hm']

const predictedBy = (book: PaceBook): ProgressView['predicted'] =>
  RACES.flatMap((race) => {
    const pace = book.paces.get(race)
    if (!pace) return []
    const distance = RACE_PACES[race]
    const time_s = Math.round((distance / pointOf(pace.speed)) * 10) / 10
    return [{ race: raceText(metres(distance)), distance_m: distance, time_s, from: `${pace.from} (${pace.formula})` }]
  })

const repsIn = async (
  logbook: Logbook,
  athlete: AthleteId,
  kept: KeptSeason,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<ProgressView['reps']> => {
  const rows = await logbook.store.db
    .selectFrom('reviews')
    .select(['session', 'day', 'review'])
    .where('athlete', '=', athlete)
    .where('season', '=', kept.id)
    .where('day', '>=', makeDay(from))
    .where('day', '<=', makeDay(to))
    .where('review', 'is not', null)
    .orderBy('day')
    .orderBy('session')
    .execute()
  const sessions = new Map(sessionsIn(kept).map((session) => [session.id, session]))
  const unit = kept.season.athlete.unit ?? kept.season.plan.unit
  return rows.flatMap(({ session: id, day, review: text }) => {
    const session = sessions.get(id)
    const review = text === null ? undefined : readJson(ReviewView, text, 'a review')
    const run = review?.reps.filter(({ verdict }) => verdict !== 'missed' && verdict !== 'extra') ?? []
    if (!session || !review || run.length === 0) return []
    return [
      {
        session: id,
        day,
        title: shortTitle(session, unit),
        reps: run.length,
        on: run.filter(({ verdict }) => verdict === 'on').length,
        cv_percent: review.cv_percent,
        fade_percent: review.fade_percent,
        kick_ratio: review.kick?.ratio_400 ?? null,
      },
    ]
  })
}

const bookOn = (kept: KeptSeason | undefined, athlete: Athlete, today: Day): PaceBook | undefined => {
  const book = paceBookOn({ plan: kept?.season.plan ?? { paces: null, definitions: [] }, athlete }, today)
  return book.ok ? book.value : undefined
}

/**
 * Volume and intensity of the last so many weeks, this one included, against what was planned; easy shares; best efforts
 * over distances; times that the marks foretell; repetitions of the season's sessions. Reads what was measured when
 * recordings were taken in, and no samples.
 */
export const seeProgress = async (
  logbook: Logbook,
  athlete: AthleteId,
  { weeks = USUAL_WEEKS }: { readonly weeks?: number | undefined } = {},
): Promise<Result<ProgressView, LogbookFault>> => {
  const { db } = logbook.store
  const who = await athleteIn(db, athlete)
  const kept = await activeSeason(logbook, db, athlete)
  const today = dayAt(who, logbook.now())
  const first = addDays(mondayOf(today), -7 * (weeks - 1))
  const last = addDays(mondayOf(today), 6)
  const rows = await rowsFrom(logbook, athlete, first, last)
  const book = bookOn(kept, who, today)
  return ok({
    today: makeDay(today),
    weeks: weeksOf(rows, { first, count: weeks }, kept),
    easy: { done: easyDone(rows), planned: easyPlanned(kept, { from: first, to: today }) },
    best_efforts: bestIn(rows),
    predicted: book ? predictedBy(book) : [],
    reps: kept ? await repsIn(logbook, athlete, kept, { from: first, to: last }) : [],
  })
}
