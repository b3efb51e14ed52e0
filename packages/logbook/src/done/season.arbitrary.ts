import { makeDay, type SeasonSession } from '@bell-lap/core'
import type { Logbook } from '../logbook.ts'
import { activeSeason } from '../season/kept-season.ts'
import { beginSeason } from '../season/make-season.ts'
import { sessionsIn } from './sessions.ts'

/** A week of a plan whose sessions a test knows. */
const PLAN = `plan Short
race 5K
units km
paces equivalent

week 1
  Mon 8km easy
  Tue 10km with 5 x 1000m @5K, jog 200m
  Wed 6km easy
  Thu rest
  Fri 5km easy
  Sat rest
  Sun 12km long
week 2 race
  Mon 6km easy
  Tue 5km easy
  Wed rest
  Thu 5km easy
  Fri rest
  Sat rest
  Sun race 5K
`

const RUNS: readonly string[] = ['run', 'race']

/** Makes the season of the week of Monday 19 October 2026, in UTC; its runs, by their days. */
export const shortSeason = async (logbook: Logbook): Promise<ReadonlyMap<string, SeasonSession>> => {
  const then: Logbook = { ...logbook, now: () => Date.parse('2026-10-19T05:00:00Z') }
  const begun = await beginSeason(then, logbook.owner, {
    plan: { kind: 'text', text: PLAN },
    athlete: {
      marks: [{ distance_m: 5000, time: '18:30', day: '2026-10-01' }],
      weekly_km: 70,
      longest_run_km: 18,
      days: 7,
      run_days_recent: 7,
      years_running: 5,
      zone: 'UTC',
      start_times: { am: '07:00', pm: '18:00' },
    },
    race_day: '2026-11-01',
  })
  if (!begun.ok) throw new Error(begun.fault.message)
  const kept = await activeSeason(logbook, logbook.store.db, logbook.owner)
  if (!kept) throw new Error('no season')
  return new Map(
    sessionsIn(kept).flatMap((session) =>
      RUNS.includes(session.workout.kind) ? [[makeDay(session.day), session] as const] : [],
    ),
  )
}
