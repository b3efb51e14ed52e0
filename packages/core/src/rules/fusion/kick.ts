import type { ScheduledSession } from '../../schedule/schedule.ts'

/** A kick, a session tagged as one, or a cue that asks for it. */
export const practisesKick = ({ pillars, workout, estimate }: ScheduledSession): boolean =>
  pillars.includes('kick') ||
  estimate.bouts.some(({ step }) => step.role === 'kick' || asksForKick(step.cue)) ||
  asksForKick(workout.cue)

const asksForKick = (cue = ''): boolean => /\b(kick|finishing sprint|sprint finish)\b/i.test(cue)
