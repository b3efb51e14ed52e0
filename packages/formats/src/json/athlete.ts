import { clockText, type Athlete, type Mark, type Opening } from '@bell-lap/core'
import type { Json } from './workout.ts'

const given = (key: string, value: unknown): Json => (value === undefined ? {} : { [key]: value })

const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
const pad = (amount: number): string => String(amount).padStart(2, '0')

/** Whole seconds read as a clock, anything finer stays a number: nothing is rounded away. */
const timeJson = (time: Mark['time']): string | number =>
  Number.isInteger(time) && time >= 60 ? clockText(time) : time

const kilometres = (distance: number | undefined): number | undefined =>
  distance === undefined ? undefined : distance / 1000

const markJson = ({ distance, time, day, kind }: Mark): Json => ({
  distance_m: distance,
  time: timeJson(time),
  ...given('day', day),
  ...given('kind', kind),
})

const openingText = ({ day, from, to }: Opening): string => `${day} ${clock(from)}-${clock(to)}`

const availabilityJson = ({ availability }: Athlete): Json =>
  Object.fromEntries(
    Object.entries(availability ?? {}).map(([day, slots]) => [
      day,
      Object.fromEntries(Object.entries(slots).map(([slot, duration]) => [slot, duration / 60])),
    ]),
  )

/** An athlete as the athlete file has them: what `athleteOf` reads back equal. */
export const makeAthleteJson = (athlete: Athlete): Json => ({
  marks: athlete.marks.map(markJson),
  ...given('name', athlete.name),
  ...given('born', athlete.born),
  ...given('sex', athlete.sex),
  ...given('unit', athlete.unit),
  ...given('weekly_km', kilometres(athlete.weekly)),
  ...given('longest_run_km', kilometres(athlete.longestRun)),
  ...given('days', athlete.days),
  ...(athlete.availability ? { availability: availabilityJson(athlete) } : {}),
  ...given('long_run_day', athlete.longRunDay),
  ...given('doubles', athlete.doubles),
  ...given('gym', athlete.gym),
  ...(athlete.resources
    ? {
        resources: Object.fromEntries(
          Object.entries(athlete.resources).map(([place, open]) => [place, open.map(openingText)]),
        ),
      }
    : {}),
  ...given('years_running', athlete.yearsRunning),
  ...given('run_days_recent', athlete.runDaysRecent),
  ...given('altitude_m', athlete.altitude),
  ...given('max_heart_rate', athlete.maxHeartRate),
  ...given('threshold_heart_rate', athlete.thresholdHeartRate),
  ...given('resting_heart_rate', athlete.restingHeartRate),
  ...given('zone', athlete.zone),
  ...(athlete.goal ? { goal: { distance_m: athlete.goal.distance, time: timeJson(athlete.goal.time) } } : {}),
  ...given('surfaces', athlete.surfaces),
  ...(athlete.startTimes
    ? {
        start_times: Object.fromEntries(
          Object.entries(athlete.startTimes).map(([slot, start]) => [slot, clock(start)]),
        ),
      }
    : {}),
  ...given('blackout', athlete.blackout),
  ...given('travel', athlete.travel),
  ...(athlete.races
    ? { races: athlete.races.map(({ day, distance, priority }) => ({ day, distance_m: distance, priority })) }
    : {}),
})
