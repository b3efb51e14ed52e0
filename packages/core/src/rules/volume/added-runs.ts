import { isOptional, runsOf } from '../../schedule/training-weeks.ts'
import type { ScheduledWeek } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { beginning, countText, weeksText } from '../say.ts'

/** Runs are added one at a time. */
export const addedRuns: Rule<'most' | 'lookback'> = {
  id: 'added-runs',
  statements: [{ number: 'R149', document: '002' }],
  level: 'warning',
  what: 'A week has at most one run more than any of the four weeks before it.',
  why: 'A new run a week is a new habit and a new load; document 002 adds sessions by modest steps only.',
  example: 'Four runs a week for three weeks, then six.',
  change: 'Add the second run a week or two later.',
  parameters: {
    most: { value: 1, unit: 'runs', meaning: 'added at a time (convention for R149)' },
    lookback: { value: 4, unit: 'weeks', meaning: 'weeks that a week is compared with (convention)' },
  },
  implies: ['growth', 'rest-day', 'recovery-days'],
  check: ({ schedule: { weeks }, figures }) =>
    weeks.flatMap((week) => {
      const before = weeks.slice(Math.max(0, week.index - figures.lookback), week.index).map(countOf)
      const usual = Math.max(...before)
      const count = countOf(week)
      if (before.length === 0 || count <= usual + figures.most) return []
      return [
        {
          place: { kind: 'week', week: week.index },
          message: `${beginning(weeksText([week]))} has ${countText(count, 'run')}, ${count - usual} more than any of the ${before.length} weeks before it; runs are added ${figures.most} at a time.`,
          fix: 'Leave one of the new runs for a later week.',
        },
      ]
    }),
}

const countOf = (week: ScheduledWeek): number => runsOf(week).filter((run) => !isOptional(run)).length
