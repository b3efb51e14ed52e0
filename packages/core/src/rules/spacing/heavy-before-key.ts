import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import { isHeavyStrength, nextAfter } from '../../schedule/strength-days.ts'
import { isMinorRace } from '../../schedule/training-weeks.ts'
import type { Rule } from '../rule.ts'
import { dayText, hoursText } from '../say.ts'

type Figure = 'error' | 'warning' | 'settling' | 'settlingWeeks'

/** Legs need a day and a half between heavy strength and a key session. */
export const heavyBeforeKey: Rule<Figure> = {
  id: 'heavy-before-key',
  statements: [{ number: 'R105', document: '001' }],
  basis: 'Doma 2017, 2019',
  conflicts: ['C10'],
  level: 'warning',
  always: true,
  what: 'From the end of heavy strength to the start of the next key session there are at least 36 hours.',
  why: 'One heavy session slows fast running for a day or two, while easy running hardly suffers (Doma 2017). Document 001 keeps 24 to 36 hours; in the first two weeks of lifting the muscles take longer.',
  example: 'Wed pm heavy squats, Thu 5 x 1000m @5K: 12 hours.',
  change:
    'Lift in the evening of a key day or after the long run, or make the session light; the hours are parameters. Strides are no key session.',
  parameters: {
    error: { value: 24, unit: 'h', meaning: 'less is an error (R105)' },
    warning: { value: 36, unit: 'h', meaning: 'less is a warning (R105)' },
    settling: { value: 48, unit: 'h', meaning: 'less is a warning in the first weeks of heavy lifting (Doma 2019)' },
    settlingWeeks: { value: 2, unit: 'weeks', meaning: 'how many weeks those are' },
  },
  implies: ['jumps-before-key', 'strength-on-easy-days', 'heavy-before-race'],
  check: ({ schedule, figures }) =>
    liftingOf(schedule).flatMap(({ heavy, since }) => {
      const settling = since < figures.settlingWeeks
      const least = settling ? figures.settling : figures.warning
      const next = nextAfter(schedule, heavy, { is: needsFreshLegs, within: least })
      if (!next) return []
      return [
        {
          place: heavy.place,
          ...(next.hours < figures.error ? { level: 'error' as const } : {}),
          message: `${hoursText(next.hours)} lie between the end of heavy strength on ${dayText(heavy)} and the key session on ${dayText(next.session)}; ${settling ? `in the first weeks of lifting ${hoursText(least)}` : hoursText(least)} or more keep it fresh.`,
          fix: 'Move the strength to the evening of a key day or after the long run, or make it light.',
        },
      ]
    }),
}

/** A key session or test; a race called B or C counts like one, the others have a rule of their own. */
const needsFreshLegs = (session: ScheduledSession): boolean =>
  session.hardness === 'key' || session.hardness === 'test' || (session.hardness === 'race' && isMinorRace(session))

/** A break of this many weeks starts a new block of lifting (convention). */
const BREAK = 3

interface Lifting {
  readonly heavy: ScheduledSession
  /** Weeks since its block of lifting started. */
  readonly since: number
}

const liftingOf = ({ sessions }: Schedule): readonly Lifting[] => {
  const lifting: Lifting[] = []
  let start = 0
  let last = -Infinity
  for (const heavy of sessions.filter(isHeavyStrength)) {
    const { week } = heavy.place
    if (week - last >= BREAK) start = week
    lifting.push({ heavy, since: week - start })
    last = week
  }
  return lifting
}
