import { addDays, fail, makeDay, mondayOf, ok, weekdayIndex, weekdayOf, type Day, type Result } from '@bell-lap/core'
import { runImport } from '../done/run-import.ts'
import { beginImport } from '../done/start-import.ts'
import type { LogbookFault } from '../fault.ts'
import { isEmpty } from '../keeping/restore-everything.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { dayAt, zoneAt } from '../season/clock.ts'
import { activeSeason } from '../season/kept-season.ts'
import { beginSeason } from '../season/make-season.ts'
import { seeState } from '../state/see-state.ts'
import type { StateView } from '../views/keeping.ts'
import { demoAthlete } from './athlete.ts'
import { demoFiles } from './recordings.ts'

/** A plan of twelve weeks, of which the fifth or sixth is lived. */
const [PLAN, WEEKS] = ['advanced-5k', 12]
const THURSDAY = 3

/** Late in a week there is enough of it to look back on; early, the week before is. */
const weekOf = (today: Day): number => (weekdayIndex(weekdayOf(today)) >= THURSDAY ? 5 : 6)

const NOON_MS = 12 * 3_600_000
const DAY_MS = 86_400_000

const NOT_EMPTY: LogbookFault = {
  code: 'refused',
  reason: 'not-empty',
  message: 'There is something in this logbook already: the demo would stand in between.',
  change: 'Look at the demo in an empty one.',
}

/** Marks the logbook as the demo's, if it is empty. */
const claim = (logbook: Logbook, athlete: AthleteId): Promise<Result<null, LogbookFault>> =>
  logbook.store.transact(async (tx): Promise<Result<null, LogbookFault>> => {
    if (!(await isEmpty(tx, athlete))) return fail(NOT_EMPTY)
    await tx.updateTable('athletes').set({ demo: 1 }).where('athlete', '=', athlete).execute()
    return ok(null)
  })

/**
 * Fills an empty logbook with a made-up athlete in the fifth or sixth of twelve weeks, whose recordings are simulated and
 * taken in like anybody's. The same for the same day, but for the ids. Refused where anything is kept already.
 */
export const makeDemo = async (logbook: Logbook, athlete: AthleteId): Promise<Result<StateView, LogbookFault>> => {
  const zone = zoneAt({ marks: [] }, logbook.now())
  const today = dayAt({ marks: [] }, logbook.now())
  const monday = addDays(mondayOf(today), -7 * (weekOf(today) - 1))
  const claimed = await claim(logbook, athlete)
  if (!claimed.ok) return claimed
  // The season was made on its first day, when all of it was still to come.
  const then: Logbook = { ...logbook, now: () => monday * DAY_MS + NOON_MS }
  const begun = await beginSeason(then, athlete, {
    plan: { kind: 'plan', id: PLAN },
    athlete: demoAthlete(monday),
    race_day: makeDay(addDays(monday, 7 * WEEKS - 1)),
  })
  if (!begun.ok) return begun
  const kept = await activeSeason(logbook, logbook.store.db, athlete)
  if (!kept) throw new Error('The season of the demo was made, and is not there.')
  const taken = await beginImport(logbook, athlete, demoFiles(kept.season, today, zone))
  if (!taken.ok) return taken
  await runImport(logbook, athlete, taken.value)
  return seeState(logbook, athlete)
}
