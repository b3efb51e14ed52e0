import type { SessionView } from '@bell-lap/server'

/** The session that the day is about: a race or a run before the gym, the first of equals. */
export const mainSession = (sessions: readonly SessionView[]): SessionView | undefined =>
  sessions.find(({ session }) => session.kind === 'race' || session.kind === 'test') ??
  sessions.find(({ session }) => session.kind === 'run' || session.kind === 'mixed') ??
  sessions[0]
