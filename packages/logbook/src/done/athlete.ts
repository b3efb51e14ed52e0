import type { Kysely } from 'kysely'
import type { Athlete } from '@bell-lap/core'
import { parseAthlete } from '@bell-lap/formats'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'

/** The athlete as the settings have them. Throws where the store holds something else. */
export const athleteIn = async (db: Kysely<Tables>, athlete: AthleteId): Promise<Athlete> => {
  const row = await db.selectFrom('athletes').select('profile').where('athlete', '=', athlete).executeTakeFirstOrThrow()
  const parsed = parseAthlete(row.profile)
  if (parsed.ok) return parsed.value
  throw new Error(`The store holds an athlete that cannot be read: ${parsed.fault.join(' ')}`)
}
