import { contactsOf, isHeavy } from '../strength/exercise.ts'
import type { Schedule, ScheduledSession } from './schedule.ts'

/** Whether a session holds strength work, alone or after a run. */
export const hasStrength = ({ workout }: ScheduledSession): boolean =>
  workout.kind === 'strength' ||
  workout.also?.includes('strength') === true ||
  workout.steps.some((part) => part.kind === 'exercise' || (part.kind === 'other' && part.activity === 'strength'))

/** Whether a session holds a main lift done heavily. */
export const isHeavyStrength = ({ hardness, exercises }: ScheduledSession): boolean =>
  hardness === 'heavy-strength' || exercises.some(isHeavy)

/** Whether a session holds jumps. */
export const hasJumps = ({ hardness, exercises }: ScheduledSession): boolean =>
  hardness === 'plyometrics' || exercises.some((exercise) => contactsOf(exercise) !== 0)

/** A later session, with the hours that lie before it. */
export interface NextSession {
  readonly session: ScheduledSession
  /** From the end of the one to the start of the other. */
  readonly hours: number
}

/** What is looked for after a session, and for how many hours. */
export interface Wanted {
  readonly is: (session: ScheduledSession) => boolean
  readonly within: number
}

/** The first wanted session that starts after another has begun; undefined where none follows in time, or a day is not known. */
export const nextAfter = (
  { weeks }: Schedule,
  { place, start, end }: ScheduledSession,
  { is, within }: Wanted,
): NextSession | undefined => {
  if (start === null || end === null) return undefined
  const lastWeek = place.week + 1 + Math.ceil(within / HOURS_A_WEEK)
  for (const week of weeks.slice(place.week, lastWeek + 1)) {
    const session = week.sessions.find((each) => each.start !== null && each.start > start && is(each))
    if (session && session.start !== null) {
      const hours = session.start - end
      return hours < within ? { session, hours } : undefined
    }
  }
  return undefined
}

const HOURS_A_WEEK = 7 * 24
