import type { WorkoutKind } from '../../workout/workout.ts'
import type { SeasonSession } from '../season.ts'

const MINUTES_A_DAY = 24 * 60
/** A session of unknown length is given an hour, as when it is placed first. */
const USUAL_MINUTES = 60

/** Whole minutes that a session takes. */
export const minutesOf = ({ estimated: { duration } }: SeasonSession): number =>
  duration === null ? USUAL_MINUTES : Math.ceil(duration / 60 - 1e-6)

/** Minutes from the first midnight of the calendar. */
export const startOf = ({ day, start }: SeasonSession): number => day * MINUTES_A_DAY + start
export const endOf = (session: SeasonSession): number => startOf(session) + minutesOf(session)

/** Hours from the end of the earlier to the start of the later. */
export const hoursBetween = (earlier: SeasonSession, later: SeasonSession): number =>
  (startOf(later) - endOf(earlier)) / 60

const LEADS: readonly WorkoutKind[] = ['run', 'race', 'test', 'mixed', 'cross', 'rest']

/** What may follow a run in the run's own slot: strength, jumps, mobility. */
export const mayFollow = ({ workout }: SeasonSession): boolean => !LEADS.includes(workout.kind)
