import { paceBookOn, parseDay, timelineOf, type Athlete, type PaceBook } from '@bell-lap/core'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason } from '../season/kept-season.ts'
import { readJson } from '../store/json-column.ts'
import { athleteIn } from './athlete.ts'
import { Measures, measuresOf } from './measures.ts'
import { recordingOf } from './recording.ts'
import { isRun } from './summary.ts'

/** Paces of an athlete by the day, each day's made once. */
const booksOf = (plan: Parameters<typeof paceBookOn>[0]['plan'], athlete: Athlete) => {
  const books = new Map<string, PaceBook | null>()
  return (day: string): PaceBook | null => {
    const known = books.get(day)
    if (known !== undefined) return known
    const on = parseDay(day)
    const book = on === undefined ? undefined : paceBookOn({ plan, athlete }, on)
    const found = book?.ok ? book.value : null
    books.set(day, found)
    return found
  }
}

const unmeasured = (logbook: Logbook, athlete: AthleteId) =>
  logbook.store.db
    .selectFrom('activities')
    .select(['id', 'day', 'sport', 'measures'])
    .where('athlete', '=', athlete)
    .where('day', 'is not', null)
    .where('measures', 'like', '%"by_intensity":null%')
    .orderBy('listed_ms', 'desc')
    .execute()

/**
 * Measures the intensity of runs that were taken in before the athlete had any paces for their day, newest first. One
 * recording at a time: others are answered between two.
 */
export const remeasure = async (
  logbook: Logbook,
  athlete: AthleteId,
  isOver: () => boolean = () => false,
): Promise<void> => {
  const { db } = logbook.store
  const rows = await unmeasured(logbook, athlete)
  if (rows.length === 0) return
  const kept = await activeSeason(logbook, db, athlete)
  const bookOn = booksOf(kept?.season.plan ?? { paces: null, definitions: [] }, await athleteIn(db, athlete))
  for (const { id, day, sport, measures: text } of rows) {
    if (isOver()) return
    const book = day !== null && isRun(sport) ? bookOn(day) : null
    const recording = book ? await recordingOf(db, athlete, id) : undefined
    if (!recording) continue
    const { clock_min } = readJson(Measures, text, 'measures')
    const measures = measuresOf(timelineOf(recording), { book, run: true, clock: clock_min })
    await db
      .updateTable('activities')
      .set({ measures: JSON.stringify(measures) })
      .where('athlete', '=', athlete)
      .where('id', '=', id)
      .execute()
  }
}
