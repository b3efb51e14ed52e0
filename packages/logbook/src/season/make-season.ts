import { checkSeason, fail, ok, type Result } from '@bell-lap/core'
import { makeSeasonJson } from '@bell-lap/formats'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { seeState } from '../state/see-state.ts'
import type { StateView } from '../views/keeping.ts'
import type { SeasonRequest } from '../views/making.ts'
import { askedSeason } from './request.ts'

/** A season that was made and is lived from now on. */
export interface MadeSeason {
  readonly season: string
  readonly version: number
}

/**
 * Makes the season that a request asks for and lives it from now on; the one before is kept as it was. Its athlete is
 * the athlete from then on. A version never comes twice, so that an edit of the season before is never taken for one
 * of this.
 */
export const beginSeason = async (
  logbook: Logbook,
  athlete: AthleteId,
  request: SeasonRequest,
): Promise<Result<MadeSeason, LogbookFault>> => {
  const asked = await askedSeason(logbook, athlete, request)
  if (!asked.ok) return asked
  const { season, name, speeds } = asked.value
  const base = JSON.stringify(makeSeasonJson(season, undefined, checkSeason(season, speeds)))
  const made = await logbook.store.transact(async (tx): Promise<Result<MadeSeason, LogbookFault>> => {
    const profile = await tx
      .updateTable('athletes')
      .set((eb) => ({ profile: JSON.stringify(request.athlete), version: eb('version', '+', 1) }))
      .where('athlete', '=', athlete)
      .returning('athlete')
      .executeTakeFirst()
    if (!profile) return fail({ code: 'not-found', reason: 'no-athlete', message: 'There is no such athlete.' })
    const last = await tx
      .selectFrom('seasons')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('athlete', '=', athlete)
      .executeTakeFirst()
    const row = { id: logbook.newId(), version: (last?.version ?? 0) + 1 }
    await tx.updateTable('seasons').set({ active: 0 }).where('athlete', '=', athlete).where('active', '=', 1).execute()
    await tx
      .insertInto('seasons')
      .values({ ...row, athlete, name, base, request: JSON.stringify(request), active: 1, made: logbook.now() })
      .execute()
    return ok({ season: row.id, version: row.version })
  })
  if (made.ok) logbook.events.tell({ kind: 'season', athlete, version: made.value.version })
  return made
}

/** The same, told as the state of the logbook. */
export const makeSeason = async (
  logbook: Logbook,
  athlete: AthleteId,
  request: SeasonRequest,
): Promise<Result<StateView, LogbookFault>> => {
  const made = await beginSeason(logbook, athlete, request)
  return made.ok ? seeState(logbook, athlete) : made
}
