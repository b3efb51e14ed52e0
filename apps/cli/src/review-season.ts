import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  fail,
  makeDay,
  matchActivities,
  ok,
  paceBookOn,
  parseDay,
  type Activity,
  type DoneActivity,
  type Match,
  type Matching,
  type PaceBook,
  type Result,
  type Review,
  type Season,
  type SeasonSession,
} from '@bell-lap/core'
import { parseSeasonJson } from '@bell-lap/formats'
import { isFolder } from './recording-files.ts'

/** Reads the season of a folder, or the file itself. The fault is a sentence for the athlete. */
export const readSeason = (path: string): Result<Season, string> => {
  const file = isFolder(path) ? join(path, 'season.json') : path
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    const season = parseSeasonJson(JSON.parse(text))
    return season.ok ? season : fail(`${file} is no season: ${season.fault}`)
  } catch {
    return fail(`${file} is no season: it is not JSON.`)
  }
}

/** Degrees of longitude that the sun takes an hour for. */
const DEGREES_AN_HOUR = 15

/** What local time is ahead of UTC, in hours, by the sun over the first position; 0 where there is none. */
const hoursBySun = ({ samples }: Activity): number => {
  const longitude = samples.longitude?.find((degrees) => Math.abs(degrees) <= 180)
  return longitude === undefined ? 0 : Math.round(longitude / DEGREES_AN_HOUR)
}

/**
 * When it was started on the athlete's own calendar: by the watch, where it wrote its zone, else by the athlete's zone
 * at home, else by the sun, which is good enough to tell the day.
 */
const startedAt = (activity: Activity, zone: string | undefined): Temporal.PlainDateTime | undefined => {
  if (activity.start === null) return undefined
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.round(activity.start))
  if (activity.utcOffset === undefined && zone !== undefined) return instant.toZonedDateTimeISO(zone).toPlainDateTime()
  const ahead = activity.utcOffset === undefined ? 3600 * hoursBySun(activity) : Math.round(activity.utcOffset)
  return instant.toZonedDateTimeISO('UTC').toPlainDateTime().add({ seconds: ahead })
}

const RUNNING: ReadonlySet<string | undefined> = new Set([undefined, 'running', 'generic'])

/** A recording as it is matched with sessions; undefined where it has no date. */
export const doneOf = (
  id: string,
  activity: Activity,
  { totals, workout, recognised, confidence }: Review,
  zone: string | undefined,
): DoneActivity | undefined => {
  const moment = startedAt(activity, zone)
  const day = moment && parseDay(moment.toPlainDate().toString())
  if (!moment || day === undefined || !totals) return undefined
  return {
    id,
    day,
    start: moment.hour * 60 + moment.minute,
    running: activity.sessions.every(({ sport }) => RUNNING.has(sport)),
    distance: totals.distance,
    duration: totals.timer,
    ...(workout && recognised && confidence !== 'cannot tell' ? { looksLike: workout } : {}),
  }
}

/** Which of these is which session, as of one day. */
export const matchSeason = (
  season: Season,
  activities: readonly DoneActivity[],
  today: DoneActivity['day'],
): Matching =>
  matchActivities({
    activities,
    today,
    sessions: season.weeks
      .flatMap(({ sessions }) => sessions)
      .map(({ id, day, start, workout, estimated }) => ({ id, day, start, kind: workout.kind, workout, ...estimated })),
  })

export const sessionIn = (season: Season, { session }: Match): SeasonSession | undefined =>
  season.weeks.flatMap(({ sessions }) => sessions).find(({ id }) => id === session)

/** The athlete's paces on the day of a session, by the season's own model; undefined where the marks carry none. */
export const bookFor = (season: Season, session: SeasonSession): PaceBook | undefined => {
  const book = paceBookOn(season, session.day)
  return book.ok ? book.value : undefined
}

/** How sure it is that a recording is a session, in one sentence. */
export const matchText = (match: Match, { day }: SeasonSession): string =>
  `${match.confidence === 'high' ? 'Session' : 'Perhaps session'} ${match.session} of ${makeDay(day)}: ${match.because}.`

/** The day of this machine, where no other is named. The fault is a sentence for the athlete. */
export const todayOf = (text: string | undefined): Result<DoneActivity['day'], string> => {
  const day = parseDay(text ?? Temporal.Now.plainDateISO().toString())
  return day === undefined ? fail(`--today ${text} is no day: write 2027-01-31.`) : ok(day)
}
