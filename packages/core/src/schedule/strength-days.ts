import { isHeavy } from '../strength/exercise.ts'
import { contactsOf } from '../strength/exercise.ts'
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

/** A session that needs fresh legs, with the hours before it from the end of another. */
export interface NextSession {
  readonly session: ScheduledSession
  readonly hours: number
}

/** The first session of a kind that starts after another has ended; undefined where none follows or a day is not known. */
export const nextAfter = (
  { sessions }: Schedule,
  { start, end }: ScheduledSession,
  isWanted: (session: ScheduledSession) => boolean,
): NextSession | undefined => {
  if (start === null || end === null) return undefined
  const session = sessions.find((each) => each.start !== null && each.start > start && isWanted(each))
  return session?.start === undefined || session.start === null ? undefined : { session, hours: session.start - end }
}
