import { fail, ok, type Result } from '@bell-lap/core'
import { parseAthlete } from '@bell-lap/formats'
import type { LogbookFault } from '../fault.ts'
import { PROGRAM } from '../keeping/program.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { StateView } from '../views/keeping.ts'

/** What the first screen needs: whether there is a season, and whose. */
export const seeState = async (logbook: Logbook, athlete: AthleteId): Promise<Result<StateView, LogbookFault>> => {
  const { db } = logbook.store
  const row = await db
    .selectFrom('athletes')
    .select(['profile', 'demo'])
    .where('athlete', '=', athlete)
    .executeTakeFirst()
  if (!row) return fail({ code: 'not-found', message: 'There is no such athlete.' })
  const season = await db
    .selectFrom('seasons')
    .select('id')
    .where('athlete', '=', athlete)
    .where('active', '=', 1)
    .executeTakeFirst()
  const activities = await db
    .selectFrom('activities')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('athlete', '=', athlete)
    .executeTakeFirst()
  const who = parseAthlete(row.profile)
  return ok({
    program: PROGRAM,
    season: season?.id ?? null,
    demo: row.demo === 1,
    athlete: who.ok ? (who.value.name ?? null) : null,
    activities: activities?.n ?? 0,
  })
}
