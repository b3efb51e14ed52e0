import { isRaceWeek } from '../../schedule/training-weeks.ts'
import { distributionOf, easyShare as shareOf } from '../../schedule/work.ts'
import type { Rule } from '../rule.ts'
import { percentText } from '../say.ts'

/** Most running is easy. */
export const easyShare: Rule<'note' | 'warning'> = {
  id: 'easy-share',
  statements: [
    { number: 'R9', document: '000' },
    { number: 'R120', document: '002' },
  ],
  conflicts: ['C2'],
  level: 'warning',
  what: 'At least four fifths of the running time is easy.',
  why: 'Easy running builds the base at little cost, and leaves the legs for the hard days. Document 000 asks for 80 % without saying of what: here it is time, with distance and sessions shown beside it.',
  example: 'Two easy runs and three tempo runs of the same length in every week.',
  change: 'Lengthen easy runs or shorten hard sets; the shares are parameters.',
  parameters: {
    note: { value: 0.8, unit: 'of the time', meaning: 'below this share it is noted (R9)' },
    warning: {
      value: 0.75,
      unit: 'of the time',
      meaning: 'below this share it is a warning (Seiler 2010: 75 to 80 %)',
    },
  },
  implies: ['polarised', 'quality-caps', 'quality-days', 'quality-growth'],
  check: ({ schedule, figures }) => {
    const sessions = schedule.weeks.filter((week) => !isRaceWeek(week)).flatMap((week) => week.sessions)
    const [time, distance, count] = (['time', 'distance', 'sessions'] as const).map((measure) =>
      shareOf(distributionOf(sessions, measure)),
    )
    if (time === undefined || distance === undefined || count === undefined || time >= figures.note) return []
    return [
      {
        place: { kind: 'plan' },
        level: time < figures.warning ? ('warning' as const) : ('note' as const),
        message: `${percentText(time)} of the running time is easy (${percentText(distance)} of the distance, ${percentText(count)} of the sessions); ${percentText(figures.note)} of the time or more should be.`,
        fix: 'Lengthen the easy runs, or take hard running out of the busiest weeks.',
      },
    ]
  },
}
