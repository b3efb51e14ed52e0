import type { ScheduledSession } from '../../schedule/schedule.ts'
import { hasStrength } from '../../schedule/strength-days.ts'
import type { Rule } from '../rule.ts'
import { dayText } from '../say.ts'

/** Strength goes on easy days. */
export const strengthOnEasyDays: Rule<never> = {
  id: 'strength-on-easy-days',
  statements: [{ number: 'R104', document: '001' }],
  conflicts: ['C10'],
  level: 'warning',
  what: 'Strength is done on days of easy running, after short easy runs, or on days without running.',
  why: 'Document 001 keeps strength away from the days that need fresh legs.',
  example: 'Tue am 6 x 1000m @T, Tue pm strength A.',
  change:
    'Move it to an easy day, or allow strength-on-easy-days: lifting in the evening of a key day keeps easy days easy, and often is the only place that leaves 36 hours to the next key session.',
  parameters: {},
  check: ({ schedule: { sessions, weeks } }) =>
    sessions.filter(hasStrength).flatMap((strength) => {
      const hard = weeks[strength.place.week]?.sessions.find(
        (session) => session.day !== null && session.day === strength.day && isHardDay(session),
      )
      if (!hard) return []
      return [
        {
          place: strength.place,
          message: `Strength on ${dayText(strength)} shares the day with ${hard.hardness === 'long' ? 'the long run' : `a ${NAMES[hard.hardness] ?? 'key session'}`}; document 001 puts it on easy days.`,
          fix: 'Move it to an easy day that leaves 36 hours to the next key session, or allow strength-on-easy-days.',
        },
      ]
    }),
}

const NAMES: { readonly [hardness: string]: string } = { race: 'race', test: 'test', key: 'key session' }

const isHardDay = ({ hardness }: ScheduledSession): boolean =>
  hardness === 'key' || hardness === 'test' || hardness === 'race' || hardness === 'long'
