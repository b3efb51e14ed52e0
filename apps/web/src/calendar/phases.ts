import type { WeekView } from '@bell-lap/server'

export interface Phase {
  readonly name: string | null
  readonly weeks: readonly WeekView[]
}

/** Weeks in the order of the season, neighbours of one phase together. */
export const phasesOf = (weeks: readonly WeekView[]): readonly Phase[] => {
  const phases: { name: string | null; weeks: WeekView[] }[] = []
  for (const week of weeks) {
    const last = phases.at(-1)
    if (last && last.name === week.phase) last.weeks.push(week)
    else phases.push({ name: week.phase, weeks: [week] })
  }
  return phases
}
