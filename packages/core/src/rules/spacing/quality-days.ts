import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { beginning, countText, dayText, listText, weeksText } from '../say.ts'

/** Not every run is a workout. */
export const qualityDays: Rule<'most'> = {
  id: 'quality-days',
  statements: [
    { number: 'R70', document: '000' },
    { number: 'R118', document: '002' },
  ],
  level: 'warning',
  what: 'A week has hard running on at most three days.',
  why: 'Document 000 calls it the trap of no easy days: adaptation happens on the days between. Its own weeks have two key sessions, and in some a short fast one.',
  example: 'Hard sessions on Tuesday, Thursday, Saturday and Sunday.',
  change: 'Make one of the days easy; the number is a parameter.',
  parameters: {
    most: { value: 3, unit: 'days', meaning: 'days with hard running in a week (documents: 2 to 3)' },
  },
  implies: ['hard-days', 'long-run-day', 'easy-share'],
  check: ({ schedule: { weeks }, figures }) =>
    weeks.flatMap((week) => {
      const hard = week.sessions.filter(isHard)
      const days = [...new Set(hard.map(dayText))]
      if (days.length <= figures.most) return []
      return [
        {
          place: { kind: 'week', week: week.index },
          message: `${beginning(weeksText([week]))} has hard running on ${countText(days.length, 'day')} (${listText(days)}); ${figures.most} are the most.`,
          fix: 'Make one of them an easy run.',
        },
      ]
    }),
}

const isHard = ({ hardness }: ScheduledSession): boolean =>
  hardness === 'key' || hardness === 'hard' || hardness === 'test' || hardness === 'race'
