import { repetitionsOf, restToWork } from '../../schedule/repetitions.ts'
import type { Rule } from '../rule.ts'
import { dayText, metresText, percentText } from '../say.ts'

/** Between threshold repetitions the rest is short. */
export const thresholdRecovery: Rule<'most'> = {
  id: 'threshold-recovery',
  statements: [{ number: 'R16', document: '000' }],
  level: 'note',
  what: 'Between repetitions at threshold pace the rest lasts about a third of the repetition, or less.',
  why: 'Threshold intervals work by keeping lactate up at a level that can be held; long rests let it fall and turn them into something easier.',
  example: '5 x 1000m @T, jog 400m: the jog lasts 60 % of the repetition.',
  change: 'Shorten the rest to 60 to 90 s, or run the set faster and call it what it then is.',
  parameters: {
    most: {
      value: 0.4,
      unit: 'of the time of the repetition',
      meaning: 'longer rests are noted (about a third by R16, with room for jogs told in metres)',
    },
  },
  check: ({ schedule: { sessions }, figures }) =>
    sessions.flatMap((session) => {
      const sets = repetitionsOf(session).filter(
        ({ work, next }) => work.family === 'threshold' && next.family === 'threshold',
      )
      const long = sets.filter((set) => (restToWork(set) ?? 0) > figures.most)
      const longest = long.toSorted((a, b) => (restToWork(b) ?? 0) - (restToWork(a) ?? 0))[0]
      if (!longest) return []
      return [
        {
          place: session.place,
          message: `On ${dayText(session)} the rest after ${metresText(longest.work.distance ?? 0)} at threshold lasts ${percentText(restToWork(longest) ?? 0)} of the repetition; about a third keeps it a threshold session.`,
          fix: `Rest ${Math.round((longest.work.duration ?? 0) / 3 / 5) * 5} s or less.`,
        },
      ]
    }),
}
