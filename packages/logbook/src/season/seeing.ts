import {
  addDays,
  fail,
  makeDay,
  ok,
  statedDistance,
  WEEKDAYS,
  type Day,
  type Result,
  type Season,
} from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { RaceView } from '../views/season.ts'
import { dayAt, dayOfText } from './clock.ts'
import { faceOf, type Face } from './face.ts'
import { activeSeason } from './kept-season.ts'

/** A season that is looked at on a day. */
export interface Seen {
  readonly face: Face
  readonly today: Day
}

export const NO_SEASON: LogbookFault = {
  code: 'not-found',
  reason: 'no-season',
  message: 'There is no season yet.',
  change: 'Make one, look at the demo, or restore what was kept.',
}

/** The active season on a day (`2027-02-16`), today where none is named. */
export const seen = async (logbook: Logbook, athlete: AthleteId, day?: string): Promise<Result<Seen, LogbookFault>> => {
  const kept = await activeSeason(logbook, logbook.store.db, athlete)
  if (!kept) return fail(NO_SEASON)
  const today = day === undefined ? dayAt(kept.season.athlete, logbook.now()) : dayOfText(day)
  return ok({ face: faceOf(kept), today })
}

export const raceView = ({ race, weeks }: Season, today: Day): RaceView => {
  const session = weeks
    .flatMap(({ sessions }) => sessions)
    .find(({ day, hardness }) => day === race.day && hardness === 'race')
  const stated = session ? statedDistance(session.workout) : undefined
  return {
    name: race.name,
    day: makeDay(race.day),
    distance_m: stated && stated.complete && stated.sum > 0 ? stated.sum : (session?.estimated.distance ?? null),
    days_to: race.day - today,
  }
}

/** First and last day of a season's weeks. */
export const stretchOf = ({ weeks, race }: Season): { readonly from: Day; readonly to: Day } => {
  const [first, last] = [weeks[0], weeks.at(-1)]
  return {
    from: first?.monday ?? race.day,
    to: last ? addDays(last.monday, WEEKDAYS.length - 1) : race.day,
  }
}
