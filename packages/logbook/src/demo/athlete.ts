import { addDays, makeDay, type Day } from '@bell-lap/core'
import type { AthleteJson } from '../views/making.ts'

/** Figures that the simulation and the athlete file share. */
export const BODY = { restingHeartRate: 47, maxHeartRate: 191, thresholdHeartRate: 173 } as const

/** Nobody: an athlete made up for looking around, with marks from before the season. */
export const demoAthlete = (firstDay: Day): AthleteJson => ({
  name: 'Demo athlete',
  born: '1996',
  unit: 'km',
  marks: [
    { distance_m: 5000, time: '18:10', day: makeDay(addDays(firstDay, -22)), kind: 'race' },
    { distance_m: 1609.344, time: '5:08', day: makeDay(addDays(firstDay, -50)), kind: 'race' },
  ],
  goal: { distance_m: 5000, time: '17:30' },
  weekly_km: 80,
  longest_run_km: 19,
  days: 7,
  run_days_recent: 6.5,
  years_running: 7,
  long_run_day: 'Sun',
  doubles: true,
  gym: true,
  resting_heart_rate: BODY.restingHeartRate,
  max_heart_rate: BODY.maxHeartRate,
  threshold_heart_rate: BODY.thresholdHeartRate,
})
