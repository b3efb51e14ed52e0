import { scheduleOf, speedsOf, weeksOf, type Plan } from '@bell-lap/core'
import type { PlanCard } from '../views/making.ts'

const RUNNING = ['run', 'race', 'test', 'mixed']

/** Least and most running in a week of a plan, in metres, by the nominal runner's paces where it counts in time. */
const weeklyDistance = (plan: Plan): [number, number] | null => {
  const weeks = scheduleOf(plan, speedsOf(plan)).weeks.map(({ sessions }) =>
    sessions
      .filter(({ workout }) => RUNNING.includes(workout.kind))
      .reduce((sum, { estimate }) => sum + (estimate.distance ?? 0), 0),
  )
  const run = weeks.filter((sum) => sum > 0).map(Math.round)
  return run.length > 0 ? [Math.min(...run), Math.max(...run)] : null
}

/** A plan as the library lists it. */
export const planCard = (
  plan: Plan,
  { id, name, kept, version }: Pick<PlanCard, 'id' | 'name' | 'kept' | 'version'>,
): PlanCard => ({
  id,
  name,
  kept,
  version,
  race: plan.races[0]?.name ?? null,
  weeks: weeksOf(plan).length,
  distance_m: weeklyDistance(plan),
  follows: [...plan.follows],
})
