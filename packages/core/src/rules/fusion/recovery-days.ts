import { WEEKDAYS } from '../../calendar/week.ts'
import type { ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import { isOptional, isRaceWeek, runsOf } from '../../schedule/training-weeks.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { beginning, weeksText } from '../say.ts'

/** Low-stress days are planned, not left over. */
export const recoveryDays: Rule<'weekly'> = {
  id: 'recovery-days',
  statements: [
    { number: 'R122', document: '002' },
    { number: 'R140', document: '002' },
  ],
  basis: 'the document names no number; one a week is convention',
  level: 'warning',
  style: true,
  what: 'Each week plans at least one low-stress day: rest, a recovery run, mobility or an optional run.',
  why: 'Recovery is a part of the training; a day that nobody calls easy is run too fast.',
  example: 'Seven runs a week, none of them called recovery.',
  change: 'Write `6mi recovery` or `rest` on one day, or allow recovery-days with a reason.',
  parameters: { weekly: { value: 1, unit: 'days', meaning: 'least low-stress days in a week (convention)' } },
  implies: ['rest-day'],
  check: ({ schedule: { weeks }, figures: { weekly } }) => {
    const without = weeks.filter((week) => !isRaceWeek(week) && lowStressDays(week) < weekly)
    if (without.length === 0) return []
    return [
      {
        place: placeOfWeeks(without),
        message: `${beginning(weeksText(without))}: every day has a run, and none is called recovery, rest or optional.`,
        fix: 'Make the day after the hardest session a recovery run, or rest.',
      },
    ]
  },
}

/** Days without a run, and days whose runs are all recovery or optional; unplaced runs take up days that are free. */
const lowStressDays = (week: ScheduledWeek): number => {
  const runs = runsOf(week)
  const unplaced = runs.filter(({ source }) => source.day === 'any').length
  const low = WEEKDAYS.filter((day) => runs.every((run) => run.source.day !== day || isLow(run))).length
  return low - unplaced
}

const isLow = (run: ScheduledSession): boolean =>
  isOptional(run) ||
  run.workout.remainder === 'recovery' ||
  run.workout.total?.role === 'recovery' ||
  (run.estimate.bouts.length > 0 && run.estimate.bouts.every(({ step }) => step.role === 'recovery'))
