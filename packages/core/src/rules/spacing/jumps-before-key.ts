import { isKeySession } from '../../schedule/key-session.ts'
import { hasJumps, nextAfter } from '../../schedule/strength-days.ts'
import type { Rule } from '../rule.ts'
import { dayText, hoursText } from '../say.ts'

/** Jumps are done two days before a key session, or after it. */
export const jumpsBeforeKey: Rule<'least'> = {
  id: 'jumps-before-key',
  statements: [{ number: 'R138', document: '002' }],
  level: 'warning',
  what: 'From the end of jumps to the start of the next key session or race there are at least 48 hours.',
  why: 'Document 002 doses plyometrics so that they complement running and do not compete with it; tendons need about two days.',
  example: 'Wed pm 5 x 20 pogo jumps, Thu 6 x 800m @5K.',
  change: 'Move the jumps to the evening of the key day, or leave them out that week; the hours are a parameter.',
  parameters: {
    least: { value: 48, unit: 'h', meaning: 'between jumps and a key session (convention: 48 to 72 h)' },
  },
  implies: ['heavy-before-key', 'strength-on-easy-days', 'heavy-before-race', 'jump-sessions'],
  check: ({ schedule, figures }) =>
    schedule.sessions.filter(hasJumps).flatMap((jumps) => {
      const next = nextAfter(schedule, jumps, { is: isKeySession, within: figures.least })
      if (!next) return []
      return [
        {
          place: jumps.place,
          message: `${hoursText(next.hours)} lie between the jumps on ${dayText(jumps)} and the ${next.session.hardness === 'race' ? 'race' : 'key session'} on ${dayText(next.session)}; ${hoursText(figures.least)} or more let tendons recover.`,
          fix: 'Move the jumps to the evening of a key day.',
        },
      ]
    }),
}
