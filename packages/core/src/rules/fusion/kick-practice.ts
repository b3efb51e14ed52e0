import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { specificWeeks } from '../../schedule/training-weeks.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { beginning, weeksText } from '../say.ts'
import { practisesKick } from './kick.ts'

/** The kick is practised in the race-specific weeks. */
export const kickPractice: Rule<'every'> = {
  id: 'kick-practice',
  statements: [{ number: 'R158', document: '002' }],
  level: 'warning',
  style: true,
  what: 'In the race-specific weeks a finishing kick is practised at least every two weeks.',
  why: 'Middle-distance races are decided in the last 300 m; changing gear when tired is a skill, and has to be trained tired.',
  example: 'Four race-specific weeks of repetitions at even pace.',
  change: 'End a session with a kick: + 300m kick, or allow kick-practice with a reason.',
  parameters: { every: { value: 2, unit: 'weeks', meaning: 'a kick at least this often (R158: 1 to 2)' } },
  implies: ['pillars'],
  check: ({ schedule, figures: { every } }) => {
    if (schedule.goal === 'threshold' || schedule.goal === 'steady') return []
    const without = stretchesWithout(specificWeeks(schedule)).filter((weeks) => weeks.length >= every)
    const weeks = without.flat()
    if (weeks.length === 0) return []
    return [
      {
        place: placeOfWeeks(weeks),
        message: `${beginning(weeksText(weeks))}: no finishing kick in race-specific weeks; the rule wants one every ${every} weeks.`,
        fix: 'End one session with 4 x 150m kick @800>400, walk back.',
      },
    ]
  },
}

const stretchesWithout = (weeks: readonly ScheduledWeek[]): readonly (readonly ScheduledWeek[])[] => {
  const stretches: ScheduledWeek[][] = [[]]
  for (const week of weeks) {
    if (week.sessions.some(practisesKick)) stretches.push([])
    else stretches.at(-1)?.push(week)
  }
  return stretches
}
