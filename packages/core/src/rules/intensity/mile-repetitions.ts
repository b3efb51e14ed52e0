import { workOf } from '../../schedule/work.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { EstimatedBout } from '../../workout/estimate.ts'
import { FAMILY_NAMES } from '../families.ts'
import type { Rule } from '../rule.ts'
import { dayText, listText, metresText } from '../say.ts'

/** Repetitions at mile pace are short. */
export const mileRepetitions: Rule<'longest'> = {
  id: 'mile-repetitions',
  statements: [{ number: 'R22', document: '000' }],
  conflicts: ['C6'],
  level: 'warning',
  style: true,
  what: 'Repetitions at mile pace and faster are at most 400 m long.',
  why: 'Document 000 keeps them to 150 to 400 m, where they train speed and economy; its own ladders of weeks 9 and 10 hold 600 to 1200 m at mile pace, which is most of a race.',
  example: '(300m, 600m, 1200m, 600m, 300m) @mile, jog equal',
  change: 'Run the long rungs at 3K to 5K pace, or allow mile-repetitions for a runner whose race is the mile.',
  parameters: {
    longest: { value: 400, unit: 'm', meaning: 'longest repetition at mile pace and faster (R22)' },
  },
  check: ({ schedule: { sessions, goal, plan }, figures }) => {
    if (goal !== '5K' && !plan.follows.includes('000')) return []
    return sessions.filter(isTraining).flatMap((session) => {
      const long = workOf(session).filter((bout) => isFast(bout) && (bout.distance ?? 0) > figures.longest * LENIENCE)
      const first = long[0]
      if (!first) return []
      const lengths = [...new Set(long.map(({ distance }) => metresText(distance ?? 0)))]
      return [
        {
          place: session.place,
          message: `${listText(lengths)} at ${FAMILY_NAMES[first.family]} on ${dayText(session)}; document 000 keeps repetitions at mile pace to 150 to ${figures.longest} m.`,
          fix: `Run what is longer than ${figures.longest} m at 3K to 5K pace.`,
        },
      ]
    })
  },
}

/** A quarter mile, 402 m, is a lap of the old track. */
const LENIENCE = 1.01

const isTraining = ({ hardness }: ScheduledSession): boolean => hardness !== 'race' && hardness !== 'test'

const isFast = ({ family }: EstimatedBout): boolean => family === 'mile' || family === '800'
