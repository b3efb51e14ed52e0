import { isKeySession } from '../../schedule/key-session.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { dayText } from '../say.ts'

/** The long run stands apart from key sessions. */
export const longRunDay: Rule<'apart'> = {
  id: 'long-run-day',
  statements: [{ number: 'R142', document: '002' }],
  level: 'warning',
  what: 'The long run is not on the day of a key session, nor on the day before or after one.',
  why: 'Document 002 puts long runs on less intense days, so that key sessions are run on fresh legs.',
  example: 'Sat 5 x 1000m @5K and Sun 22km long.',
  change:
    'Move the long run or the key session by a day, or allow long-run-day: many plans run long on Sunday after a fast Saturday.',
  parameters: {
    apart: { value: 2, unit: 'days', meaning: 'least days between a long run and a key session (R142; convention)' },
  },
  implies: ['hard-days'],
  check: ({ schedule: { sessions, weeks }, figures }) =>
    sessions
      .filter(({ hardness }) => hardness === 'long')
      .flatMap((long) => {
        const near = weeks.slice(Math.max(0, long.place.week - 1), long.place.week + 2).flatMap((week) => week.sessions)
        const key = near.find((session) => isKeySession(session) && daysBetween(session, long) < figures.apart)
        if (!key) return []
        const days = daysBetween(key, long)
        const where = days === 0 ? 'on the day' : `${days} day${days === 1 ? '' : 's'} from the day`
        return [
          {
            place: long.place,
            message: `The long run on ${dayText(long)} is ${where} of the key session on ${dayText(key)}; long runs belong on less intense days.`,
            fix: 'Move one of them so that an easy day lies between.',
          },
        ]
      }),
}

const daysBetween = (one: ScheduledSession, other: ScheduledSession): number =>
  one.day === null || other.day === null ? Infinity : Math.abs(one.day - other.day)
