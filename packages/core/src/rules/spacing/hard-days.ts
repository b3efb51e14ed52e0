import { isKeySession } from '../../schedule/key-session.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { dayText } from '../say.ts'

/** Two key days never follow one another. */
export const hardDays: Rule<'apart'> = {
  id: 'hard-days',
  statements: [
    { number: 'R40', document: '000' },
    { number: 'R139', document: '002' },
    { number: 'R140', document: '002' },
  ],
  level: 'warning',
  what: 'After a key session, a test or a race the next key session waits for the day after tomorrow.',
  why: 'A key session is run well only on legs that have rested from the last one. Document 000 keeps a day of easy running between Tuesday, Thursday and Saturday.',
  example: 'Tue 5 x 1000m @5K and Wed 25min tempo.',
  change:
    'Move one of the two by a day, or allow hard-days for two sessions that belong together. Heats and finals of one meeting are exempt.',
  parameters: {
    apart: { value: 2, unit: 'days', meaning: 'least days from one key session to the next (R40)' },
  },
  implies: ['long-run-day', 'quality-days', 'heavy-before-key', 'jumps-before-key', 'strength-on-easy-days'],
  check: ({ schedule: { sessions }, figures }) => {
    const keys = sessions.filter(isKeySession)
    return keys.flatMap((session, index) => {
      const before = keys[index - 1]
      if (!before || before.day === null || session.day === null) return []
      const days = session.day - before.day
      if (days >= figures.apart || isOneMeeting(before, session)) return []
      return [
        {
          place: session.place,
          message: `The key session on ${dayText(session)} follows the one on ${dayText(before)}${days === 0 ? ' the same day' : ` by ${days} day`}; key sessions are ${figures.apart} days apart.`,
          fix: 'Put an easy day between them.',
        },
      ]
    })
  },
}

/** Heats, semi-finals and finals come as the meeting has them. */
const isOneMeeting = (one: ScheduledSession, other: ScheduledSession): boolean =>
  one.hardness === 'race' && other.hardness === 'race'
