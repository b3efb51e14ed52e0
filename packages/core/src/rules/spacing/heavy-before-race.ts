import type { ScheduledSession } from '../../schedule/schedule.ts'
import { isHeavyStrength, nextAfter } from '../../schedule/strength-days.ts'
import { isMinorRace } from '../../schedule/training-weeks.ts'
import type { Rule } from '../rule.ts'
import { dayText, hoursText } from '../say.ts'

const HOURS_A_DAY = 24

/** No heavy strength in the week before a race. */
export const heavyBeforeRace: Rule<'error' | 'warning'> = {
  id: 'heavy-before-race',
  statements: [
    { number: 'R112', document: '001' },
    { number: 'R105', document: '001' },
  ],
  level: 'warning',
  always: true,
  what: 'In the seven days before a race there is no heavy strength.',
  why: 'Strength that is built in race week is not there on race day, its soreness is. Document 001 puts freshness first near races.',
  example: 'Heavy squats on Wednesday, race on Saturday.',
  change:
    'Leave the session out or make it a light primer four or five days before the race; the hours are parameters. Races called B or C are treated as key sessions.',
  parameters: {
    error: { value: 96, unit: 'h', meaning: 'less is an error (convention)' },
    warning: { value: 168, unit: 'h', meaning: 'less is a warning (R112: seven days, convention)' },
  },
  implies: ['heavy-before-key', 'jumps-before-key', 'strength-on-easy-days', 'strength-phases', 'unilateral'],
  check: ({ schedule, figures }) =>
    schedule.sessions.filter(isHeavyStrength).flatMap((heavy) => {
      const next = nextAfter(schedule, heavy, { is: isRaceToServe, within: figures.warning })
      if (!next) return []
      return [
        {
          place: heavy.place,
          ...(next.hours < figures.error ? { level: 'error' as const } : {}),
          message: `${hoursText(next.hours)} lie between heavy strength on ${dayText(heavy)} and the race; the last heavy session is ${hoursText(figures.warning)} (${figures.warning / HOURS_A_DAY} days) before it.`,
          fix: 'Leave it out, or make it a light primer four or five days before the race.',
        },
      ]
    }),
}

const isRaceToServe = (session: ScheduledSession): boolean => session.hardness === 'race' && !isMinorRace(session)
