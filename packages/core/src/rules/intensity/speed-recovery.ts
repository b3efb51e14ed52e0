import { repetitionsOf, restToWork, type Repetition } from '../../schedule/repetitions.ts'
import { FAMILY_NAMES } from '../families.ts'
import type { Rule } from '../rule.ts'
import { dayText, metresText } from '../say.ts'

type Figure = 'mile' | 'faster'

/** Between fast repetitions the recovery is complete. */
export const speedRecovery: Rule<Figure> = {
  id: 'speed-recovery',
  statements: [{ number: 'R23', document: '000' }],
  conflicts: ['C7'],
  level: 'warning',
  style: true,
  what: 'Between repetitions at mile pace and faster the runner recovers completely.',
  why: 'Document 000 trains speed and form with them, not the circulation, and wants every repetition run fresh; its own sets of 200 and 300 m with 200 m jogs do not allow that.',
  example: '6 x 300m @mile, jog 200m: the jog takes about as long as the repetition.',
  change:
    'Walk or jog longer, `full recovery` says it best; or allow speed-recovery where running tired is the purpose.',
  parameters: {
    mile: {
      value: 1.5,
      unit: 'times the repetition',
      meaning: 'rest at mile pace, in time: about an equal-distance jog (convention)',
    },
    faster: {
      value: 2,
      unit: 'times the repetition',
      meaning: 'rest at 800 m pace and faster, in time (R23: 2 to 3 times)',
    },
  },
  implies: ['short-recovery'],
  check: ({ schedule: { sessions, goal, plan }, figures }) => {
    if (goal !== '5K' && !plan.follows.includes('000')) return []
    return sessions.flatMap((session) => {
      const short = repetitionsOf(session).filter((set) => isShort(set, figures))
      const shortest = short.toSorted((a, b) => (restToWork(a) ?? 0) - (restToWork(b) ?? 0))[0]
      if (!shortest) return []
      const { work } = shortest
      const times = figureFor(shortest, figures) ?? 0
      return [
        {
          place: session.place,
          message: `On ${dayText(session)} the rest after ${metresText(work.distance ?? 0)} at ${FAMILY_NAMES[work.family]} lasts ${(restToWork(shortest) ?? 0).toFixed(1)} times the repetition; document 000 wants complete recovery, ${times} times or more.`,
          fix: `Rest ${Math.ceil(((work.duration ?? 0) * times) / 10) * 10} s or write \`full recovery\`.`,
        },
      ]
    })
  },
}

const figureFor = ({ work, next }: Repetition, figures: { readonly [Name in Figure]: number }): number | undefined => {
  const families = [work.family, next.family]
  if (!families.every((family) => family === 'mile' || family === '800')) return undefined
  return work.family === 'mile' ? figures.mile : figures.faster
}

const isShort = (set: Repetition, figures: { readonly [Name in Figure]: number }): boolean => {
  const times = figureFor(set, figures)
  return times !== undefined && (restToWork(set) ?? Infinity) < times
}
