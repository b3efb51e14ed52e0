import { isRunning } from '../../schedule/of-plan.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Level } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { beginning, changeText, dayText, lengthText, percentText } from '../say.ts'

/** No single run is much longer than the longest of the last month. */
export const singleRun: Rule<'warning' | 'leastMetres' | 'error' | 'days'> = {
  id: 'single-run',
  statements: [],
  basis: 'Frandsen 2025',
  level: 'warning',
  always: true,
  what: 'A run is at most a tenth longer than the longest run of the 30 days before it.',
  why: 'In 5205 runners a run more than 10 % longer than any of the last 30 days went with 1.5 to 1.6 times the injuries, one twice as long with 2.3 times (Frandsen 2025).',
  example: 'A long run of 22 km, after none above 16 km in the last 30 days.',
  change:
    'Lengthen the longest run in steps of a tenth; with an athlete, the longest run of the last month counts from the first day.',
  parameters: {
    warning: { value: 1.1, unit: 'of the longest run', meaning: 'above this share it is a warning (Frandsen 2025)' },
    leastMetres: { value: 1500, unit: 'm', meaning: 'and this much longer (convention)' },
    error: { value: 2, unit: 'of the longest run', meaning: 'above this share it is an error (Frandsen 2025)' },
    days: { value: 30, unit: 'days', meaning: 'days that are looked back (Frandsen 2025)' },
  },
  implies: ['long-run-share', 'growth'],
  check: ({ schedule: { sessions, plan }, athlete, figures }) => {
    const runs = sessions.filter(({ workout, day }) => isRunning(workout) && day !== null)
    return runs.flatMap((run, index) => {
      const length = run.estimate.distance
      const longest = longestBefore(runs, index, { days: figures.days, brought: athlete?.longestRun ?? 0 })
      if (!length || longest === undefined || length - longest <= figures.leastMetres) return []
      const level = levelOf(run, length / longest, figures)
      if (!level) return []
      const [now, then] = [lengthText(length, plan.unit), lengthText(longest, plan.unit)]
      return [
        {
          place: run.place,
          level,
          message: `${beginning(dayText(run))}'s run of ${now} is ${changeText(length, longest)} on the longest of the ${figures.days} days before it (${then}); up to ${percentText(figures.warning - 1)} more is usual.`,
          fix: `Run ${lengthText(longest * figures.warning, plan.unit)} or less that day.`,
        },
      ]
    })
  },
}

/** A race is as long as it is: only one that is twice as long as anything before it is worth a warning. */
const levelOf = (
  { hardness }: ScheduledSession,
  share: number,
  { warning, error }: { readonly warning: number; readonly error: number },
): Level | undefined => {
  if (hardness === 'race') return share > error ? 'warning' : undefined
  if (share > error) return 'error'
  return share > warning ? 'warning' : undefined
}

interface History {
  readonly days: number
  /** Longest run that the athlete brings along, in metres; 0 where nobody knows. */
  readonly brought: number
}

/** What the first week holds is taken for what the runner is used to, unless an athlete tells better. */
const SETTLING_DAYS = 7

/** Longest of the runs, in time order, in the days before one of them; undefined where nothing is known. */
const longestBefore = (
  runs: readonly ScheduledSession[],
  index: number,
  { days, brought }: History,
): number | undefined => {
  const day = runs[index]?.day ?? null
  if (day === null || (brought === 0 && day < SETTLING_DAYS)) return undefined
  let longest = day < days ? brought : 0
  for (let at = index - 1; at >= 0; at--) {
    const run = runs[at]
    if (!run || run.day === null || run.day < day - days) break
    if (run.day < day) longest = Math.max(longest, run.estimate.distance ?? 0)
  }
  return longest > 0 ? longest : undefined
}
