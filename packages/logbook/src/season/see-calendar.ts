import { makeDay, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { CalendarView } from '../views/season.ts'
import { eventText, lastEvent } from './changes.ts'
import { doneSoFar } from './done-so-far.ts'
import type { Face } from './face.ts'
import { raceView, seen, stretchOf } from './seeing.ts'
import { weekView } from './week-view.ts'
import { decisionView } from './words.ts'

/** The whole season, week by week, with what became of it so far. */
export const seeCalendar = async (
  logbook: Logbook,
  athlete: AthleteId,
): Promise<Result<CalendarView, LogbookFault>> => {
  const found = await seen(logbook, athlete)
  if (!found.ok) return found
  const { face, today } = found.value
  const { id, version, name, season } = face.kept
  const day = makeDay(today)
  const done = await doneSoFar(logbook.store.db, athlete, {
    season: id,
    ...stretchOf(season),
  })
  return ok({
    season: id,
    version,
    name,
    today: day,
    race: raceView(season, today),
    weeks: season.weeks.map((week) => weekView(face.week(week), done, day)),
    findings: [...face.findings()],
    decisions: season.decisions.map(decisionView),
    undoable: undoableOf(face),
  })
}

/** What undo would take back, in words; null where there is nothing. */
export const undoableOf = ({ kept, unit }: Face): string | null => {
  const last = lastEvent(kept)
  return last ? eventText(last, unit) : null
}
