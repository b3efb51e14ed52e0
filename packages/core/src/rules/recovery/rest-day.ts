import type { ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import { isOptional, isRaceWeek } from '../../schedule/training-weeks.ts'
import { WEEKDAYS } from '../../calendar/week.ts'
import type { Rule } from '../rule.ts'
import { beginning, countText, weeksText } from '../say.ts'

/** One day a week without training. */
export const restDay: Rule<'least'> = {
  id: 'rest-day',
  statements: [
    { number: 'R2', document: '000' },
    { number: 'R122', document: '002' },
  ],
  conflicts: ['C3'],
  level: 'warning',
  what: 'Every week has a day of rest, or of mobility alone.',
  why: 'Document 000 is written for runners who train five to six days a week and then runs on all seven; document 002 plans recovery like any other part.',
  example: 'Runs from Monday to Sunday in every week.',
  change:
    'Turn the shortest easy run into rest, mark it `or rest`, or set the parameter to 0 for a runner who is used to seven days.',
  parameters: {
    least: {
      value: 1,
      unit: 'days a week',
      meaning: 'days without training (convention; R2 says 5 to 6 days of training)',
    },
  },
  implies: ['recovery-days'],
  check: ({ schedule: { weeks, plan }, figures }) => {
    const without = weeks.filter((week) => !isRaceWeek(week) && restDays(week) < figures.least)
    const first = without[0]
    if (!first) return []
    const place = without.length === 1 ? ({ kind: 'week', week: first.index } as const) : ({ kind: 'plan' } as const)
    return [
      {
        place,
        message: `${beginning(weeksText(without))} ${without.length === 1 ? 'trains' : 'train'} on ${trainedText(without)} days; a runner rests on ${countText(figures.least, 'day')} a week${plan.follows.includes('000') ? ', and document 000 itself speaks to runners who train on five to six' : ''}.`,
        fix: 'Turn the shortest easy run into rest, or write `or rest` behind it.',
      },
    ]
  },
}

/** Days of the week without any session but rest and mobility; what may be left out leaves the day free. */
const restDays = (week: ScheduledWeek): number => WEEKDAYS.length - trainedDays(week)

const trainedDays = ({ sessions }: ScheduledWeek): number =>
  new Set(sessions.filter((session) => isTraining(session) && !isOptional(session)).map(({ day }) => day)).size

const isTraining = ({ hardness }: ScheduledSession): boolean => hardness !== 'rest' && hardness !== 'mobility'

const trainedText = (weeks: readonly ScheduledWeek[]): string => {
  const days = weeks.map(trainedDays)
  const [low, high] = [Math.min(...days), Math.max(...days)]
  return low === high ? `all ${low}` : `${low} to ${high}`
}
