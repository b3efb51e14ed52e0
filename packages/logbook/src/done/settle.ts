import { parseDay, type Activity, type Match } from '@bell-lap/core'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { dayAt } from '../season/clock.ts'
import { activeSeason, type KeptSeason } from '../season/kept-season.ts'
import { athleteIn } from './athlete.ts'
import { daysOf, matchesIn, type Matchable } from './match.ts'
import type { Reader } from '../reading/reader.ts'
import { recordingOf } from './recording.ts'
import { reviewRow, type ReviewRow } from './review-rows.ts'
import { sessionsIn } from './sessions.ts'

/** What has to be written so that sessions and activities belong together as they should. */
export interface Settled {
  readonly season: string
  /** The version of the season that it rests on. */
  readonly version: number
  readonly rows: readonly ReviewRow[]
  readonly gone: readonly string[]
  readonly matches: readonly Match[]
  /** Activities that were a session's and are none's any more. */
  readonly freed: readonly string[]
}

/** What is about to be taken in. */
export interface Coming {
  readonly matchable: Matchable
  readonly activity: Activity
}

const keptRows = (logbook: Logbook, athlete: AthleteId, season: string) =>
  logbook.store.db
    .selectFrom('reviews')
    .select(['session', 'activity', 'state', 'because'])
    .where('athlete', '=', athlete)
    .where('season', '=', season)
    .execute()

/** Everything is settled anew by `again`; else only matches that changed are reviewed. */
export interface Settling {
  readonly reader: Reader
  readonly coming?: Coming
  readonly again?: boolean
}

/** Whether a day is one of the season's: what was done on any other is none of its sessions. */
const isBeside = (now: KeptSeason, text: string | null): boolean => {
  const [day, days] = [text === null ? undefined : parseDay(text), daysOf(now)]
  return day !== undefined && days !== undefined && day >= days.from && day <= days.to
}

/**
 * Finds which activity is which session of the active season, and reviews what changed. Undefined where there is no
 * season, or where what comes lies outside of it. Nothing is written.
 */
export const settle = async (
  logbook: Logbook,
  athleteId: AthleteId,
  { reader, coming, again = false }: Settling,
): Promise<Settled | undefined> => {
  const { db } = logbook.store
  const now = await activeSeason(logbook, db, athleteId)
  if (!now) return undefined
  if (coming && !isBeside(now, coming.matchable.day)) return undefined
  const athlete = await athleteIn(db, athleteId)
  const today = dayAt(athlete, logbook.now())
  const matches = await matchesIn(db, athleteId, now, { today, more: coming ? [coming.matchable] : [] })
  const kept = await keptRows(logbook, athleteId, now.id)
  const isKept = ({ session, activity, confidence, because }: Match): boolean =>
    kept.some(
      (row) =>
        row.session === session &&
        row.activity === activity &&
        row.state === (confidence === 'high' ? 'done' : 'asks') &&
        row.because === because,
    )
  const sessions = new Map(sessionsIn(now).map((session) => [session.id, session]))
  const reviewer = { athleteId, athlete, now, reader, at: logbook.now() }
  const rows: ReviewRow[] = []
  for (const match of matches) {
    const session = sessions.get(match.session)
    if (!session || (!again && isKept(match))) continue
    const recording = async (): Promise<Activity | undefined> =>
      coming?.matchable.id === match.activity ? coming.activity : recordingOf(db, athleteId, match.activity)
    rows.push(await reviewRow(match, session, recording, reviewer))
  }
  const matched = new Set(matches.map(({ session }) => session))
  const gone = kept.map(({ session }) => session).filter((session) => !matched.has(session))
  const used = new Set(matches.map(({ activity }) => activity))
  const freed = kept.map(({ activity }) => activity).filter((activity) => !used.has(activity))
  return { season: now.id, version: now.version, rows, gone, matches, freed }
}
