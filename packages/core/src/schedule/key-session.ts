import type { ScheduledSession } from './schedule.ts'

/** What needs fresh legs, and leaves tired ones: a key session, a test or a race. */
export const isKeySession = ({ hardness }: ScheduledSession): boolean =>
  hardness === 'key' || hardness === 'test' || hardness === 'race'
