import type { Result } from '@bell-lap/core'
import type { SeasonRequest } from '../views/making.ts'

/** The value of a result that has to be one. */
export const valueOf = <Value, Fault>(result: Result<Value, Fault>): Value => {
  if (result.ok) return result.value
  throw new Error(`unexpected: ${JSON.stringify(result.fault)}`)
}

/** A season of thirteen weeks to a 5K. */
export const REQUEST: SeasonRequest = {
  plan: { kind: 'plan', id: 'advanced-5k' },
  race_day: '2027-02-21',
  athlete: {
    name: 'Ada',
    marks: [{ distance_m: 5000, time: '19:30', day: '2026-11-01', kind: 'race' }],
    weekly_km: 60,
    longest_run_km: 16,
    gym: true,
    unit: 'mi',
    zone: 'Europe/Berlin',
    blackout: ['2027-01-01'],
  },
}
