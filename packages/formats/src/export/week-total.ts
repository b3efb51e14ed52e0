import {
  distanceText,
  metres,
  type Distance,
  type LongUnit,
  type SeasonSession,
  type SeasonWeek,
  type WorkoutKind,
} from '@bell-lap/core'

const RUNNING: ReadonlySet<WorkoutKind> = new Set<WorkoutKind>(['run', 'race', 'test', 'mixed'])

const isRunning = ({ workout }: SeasonSession): boolean => RUNNING.has(workout.kind)

/** Running of a week as estimated; `complete` is false where a run has no distance, and the sum is then a floor. */
const weekTotal = ({ sessions }: SeasonWeek): { readonly distance: Distance; readonly complete: boolean } => {
  const runs = sessions.filter(isRunning)
  return {
    distance: metres(runs.reduce((sum, { estimated }) => sum + (estimated.distance ?? 0), 0)),
    complete: runs.every(({ estimated }) => estimated.distance !== null),
  }
}

/** `59.5mi`, `at least 48km`; empty where nothing is known. */
export const weekTotalText = (week: SeasonWeek, unit: LongUnit): string => {
  const { distance, complete } = weekTotal(week)
  if (distance === 0) return ''
  return `${complete ? '' : 'at least '}${distanceText(distance, unit, 1)}`
}
