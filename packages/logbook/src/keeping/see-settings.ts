import { fail, heartRateOfZones, ok, zonesOf, type Athlete, type Result } from '@bell-lap/core'
import { parseAthlete } from '@bell-lap/formats'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { readJson } from '../store/json-column.ts'
import { Display, type SettingsView } from '../views/keeping.ts'
import { AthleteJson } from '../views/making.ts'
import { PROGRAM } from './program.ts'

/** Zones that all methods have: those of Friel's fifth are one. */
const ZONES = [1, 2, 3, 4, 5] as const

const zonesIn = (athlete: Athlete): Pick<SettingsView, 'zones' | 'zones_from'> => {
  const zones = zonesOf(athlete)
  if (!zones) return { zones: [], zones_from: null }
  const all = ZONES.flatMap((zone) => {
    const range = heartRateOfZones(zones, zone)
    if (!range) return []
    return [{ zone, low_bpm: Math.round(range.low ?? 0), high_bpm: range.high ? Math.round(range.high) : null }]
  })
  return { zones: all, zones_from: FROM[zones.method](athlete) }
}

const FROM = {
  LTHR: ({ thresholdHeartRate }: Athlete) => `threshold heart rate ${thresholdHeartRate}/min (Friel)`,
  reserve: ({ maxHeartRate, restingHeartRate }: Athlete) =>
    `reserve from ${restingHeartRate} to ${maxHeartRate}/min (Karvonen)`,
  HRmax: ({ maxHeartRate }: Athlete) => `highest heart rate ${maxHeartRate}/min (Edwards)`,
} as const

const countIn = async (logbook: Logbook, athlete: AthleteId, table: 'activities' | 'seasons' | 'plans') => {
  const row = await logbook.store.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('athlete', '=', athlete)
    .executeTakeFirst()
  return row?.n ?? 0
}

const keptOf = async (logbook: Logbook, athlete: AthleteId): Promise<SettingsView['kept']> => {
  const files = await logbook.store.db
    .selectFrom('files')
    .select((eb) => eb.fn.sum<number | null>('bytes').as('n'))
    .where('athlete', '=', athlete)
    .executeTakeFirst()
  return {
    where: logbook.store.kind === 'postgres' ? `PostgreSQL; recordings in ${logbook.folder}` : logbook.folder,
    bytes: (await logbook.store.database.size()) + (files?.n ?? 0),
    activities: await countIn(logbook, athlete, 'activities'),
    seasons: await countIn(logbook, athlete, 'seasons'),
    plans: await countIn(logbook, athlete, 'plans'),
  }
}

/** Athlete, display, zones, the feed, and what is kept where. */
export const seeSettings = async (
  logbook: Logbook,
  athlete: AthleteId,
): Promise<Result<SettingsView, LogbookFault>> => {
  const { db } = logbook.store
  const row = await db
    .selectFrom('athletes')
    .select(['profile', 'display', 'version'])
    .where('athlete', '=', athlete)
    .executeTakeFirst()
  if (!row) return fail({ code: 'not-found', message: 'There is no such athlete.' })
  const who = parseAthlete(row.profile)
  const feed = await db.selectFrom('feeds').select(['made', 'read']).where('athlete', '=', athlete).executeTakeFirst()
  return ok({
    version: row.version,
    athlete: readJson(AthleteJson, row.profile, 'an athlete'),
    display: readJson(Display, row.display, 'how the screens look'),
    ...zonesIn(who.ok ? who.value : { marks: [] }),
    feed: feed ? { made: momentText(feed.made), read: feed.read === null ? null : momentText(feed.read) } : null,
    kept: await keptOf(logbook, athlete),
    program: PROGRAM,
  })
}

const momentText = (milliseconds: number): string => new Date(milliseconds).toISOString()
