import { fail, ok, type Athlete, type Result } from '@bell-lap/core'
import { makeAthleteJson, parseAthlete } from '@bell-lap/formats'
import { rematchLater } from '../done/rematch.ts'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { SettingsEdit, SettingsView } from '../views/keeping.ts'
import { seeSettings } from './see-settings.ts'

/** An athlete as it came in, or what is wrong with it, field by field. */
const checked = (json: NonNullable<SettingsEdit['athlete']>): Result<Athlete, LogbookFault> => {
  const athlete = parseAthlete(JSON.stringify(json))
  if (athlete.ok) return athlete
  return fail({ code: 'invalid', reason: 'athlete', message: athlete.fault.join('\n') })
}

/**
 * Changes athlete and display; what is left out stays. Refused as stale, with what stands now, where somebody changed
 * them meanwhile. Reviews follow new marks and heart rates in the background.
 */
export const saveSettings = async (
  logbook: Logbook,
  athlete: AthleteId,
  { version, athlete: json, display }: SettingsEdit & { readonly version: number },
): Promise<Result<SettingsView, LogbookFault>> => {
  const who = json ? checked(json) : undefined
  if (who && !who.ok) return who
  const saved = await logbook.store.transact(async (tx): Promise<Result<null, 'stale'>> => {
    const done = await tx
      .updateTable('athletes')
      .set({
        version: version + 1,
        ...(who ? { profile: JSON.stringify(makeAthleteJson(who.value)) } : {}),
        ...(display ? { display: JSON.stringify(display) } : {}),
      })
      .where('athlete', '=', athlete)
      .where('version', '=', version)
      .executeTakeFirst()
    return done.numUpdatedRows === 1n ? ok(null) : fail('stale')
  })
  const now = await seeSettings(logbook, athlete)
  if (!now.ok) return now
  if (!saved.ok)
    return fail({
      code: 'stale',
      message: 'The settings were changed meanwhile.',
      change: 'Look at what they are now, and change them again.',
      current: { version: now.value.version, value: now.value },
    })
  if (who) rematchLater(logbook, athlete, { again: true })
  return now
}
