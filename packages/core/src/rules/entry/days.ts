import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { isOptional, runsOf } from '../../schedule/training-weeks.ts'
import { placeOfWeeks } from '../places.ts'
import type { Breach, Rule } from '../rule.ts'
import { plainNumber } from '../../units/text.ts'
import { weeksText } from '../say.ts'

/** The plan runs on as many days as the athlete has. */
export const entryDays: Rule<'more'> = {
  id: 'entry-days',
  statements: [],
  basis: 'convention',
  conflicts: ['C3'],
  level: 'warning',
  what: 'The plan has no more running days a week than the athlete has for running, and at most one more than lately.',
  why: 'Days that do not exist are missed, and days that are new are where overload starts.',
  example: 'Seven runs a week for somebody with five days.',
  change: 'Merge or drop easy runs, let the season do it, or allow entry-days with a reason.',
  parameters: { more: { value: 1, unit: 'days a week', meaning: 'most above what was run lately (R149, convention)' } },
  needsAthlete: true,
  implies: ['entry-experience', 'rest-day'],
  check: ({ schedule: { weeks }, athlete, figures: { more } }) => {
    const { days = Infinity, runDaysRecent = Infinity } = athlete ?? {}
    const beyond = weeks.filter((week) => runningDays(week) > days)
    if (beyond.length > 0) {
      const most = Math.max(...beyond.map(runningDays))
      return [
        {
          place: placeOfWeeks(beyond),
          message: `${most} running days in ${weeksText(beyond)}; the athlete has ${days}.`,
          fix: 'Drop the shortest easy run of the week.',
        },
      ]
    }
    const [first] = weeks
    return first && runningDays(first) > runDaysRecent + more ? [newDays(first, runDaysRecent)] : []
  },
}

const newDays = (first: ScheduledWeek, lately: number): Breach => ({
  place: { kind: 'week', week: first.index },
  message: `The first week has ${runningDays(first)} running days, after ${plainNumber(lately, 1)} a week lately.`,
  fix: 'Add one day every second week.',
})

/** Days with a run; optional ones do not count. */
const runningDays = (week: ScheduledWeek): number => {
  const runs = runsOf(week).filter((run) => !isOptional(run))
  const placed = new Set(runs.map(({ source }) => source.day).filter((day) => day !== 'any'))
  return placed.size + runs.filter(({ source }) => source.day === 'any').length
}
