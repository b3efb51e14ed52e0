import type { Place } from '../plan/plan.ts'
import type { ScheduledWeek } from '../schedule/schedule.ts'

/** The smallest place that holds all these weeks: the week itself, its phase, else the plan. */
export const placeOfWeeks = (weeks: readonly ScheduledWeek[]): Place => {
  const [first] = weeks
  if (!first) return { kind: 'plan' }
  if (weeks.length === 1) return { kind: 'week', week: first.index }
  const inOnePhase = weeks.every(({ phaseIndex }) => phaseIndex === first.phaseIndex)
  return inOnePhase && first.phase.name !== null ? { kind: 'phase', phase: first.phaseIndex } : { kind: 'plan' }
}
