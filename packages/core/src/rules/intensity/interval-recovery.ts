import { repetitionsOf, restToWork, restToWorkMetres, type Repetition } from '../../schedule/repetitions.ts'
import { isRaceSimulation } from '../../schedule/race-simulation.ts'
import type { Rule } from '../rule.ts'
import { dayText, metresText, percentText } from '../say.ts'

/** Between 5K repetitions the runner jogs half the distance or all of it. */
export const intervalRecovery: Rule<'least'> = {
  id: 'interval-recovery',
  statements: [{ number: 'R20', document: '000' }],
  conflicts: ['C5'],
  level: 'warning',
  style: true,
  what: 'Between repetitions at 5K pace the rest is half to all of the repetition.',
  why: 'Document 000 asks for equal or half-distance recoveries, so that every repetition can be run at the same pace; its own sets of 1000 m and more rest a quarter to a third. A race broken into unequal parts (R24) is exempt.',
  example: '5 x 1200m @5K, jog 400m: the jog is a third of the repetition.',
  change: 'Lengthen the jog, or allow interval-recovery: shorter rests make a set more like the race, and harder.',
  parameters: {
    least: {
      value: 0.5,
      unit: 'of the repetition',
      meaning: 'in metres where both are told in metres, else in time (R20)',
    },
  },
  implies: ['short-recovery'],
  check: ({ schedule: { sessions, goal, plan }, figures }) => {
    if (goal !== '5K' && !plan.follows.includes('000')) return []
    return sessions
      .filter((session) => !isRaceSimulation(session, plan))
      .flatMap((session) => {
        const sets = repetitionsOf(session).filter(({ work, next }) => work.family === '5K' && next.family === '5K')
        const shortest = sets
          .filter((set) => shareOf(set) < figures.least - ROUNDING)
          .toSorted((a, b) => shareOf(a) - shareOf(b))[0]
        if (!shortest) return []
        const length = shortest.work.distance ?? 0
        return [
          {
            place: session.place,
            message: `On ${dayText(session)} the recovery after ${metresText(length)} at 5K pace is ${percentText(shareOf(shortest))} of the repetition; document 000 asks for equal or half-distance recoveries (${percentText(figures.least)} or more).`,
            fix: `Jog ${metresText(length * figures.least)} between, or run fewer repetitions.`,
          },
        ]
      })
  },
}

const ROUNDING = 1e-9

/** What cannot be told is not too short. */
const shareOf = (set: Repetition): number => restToWorkMetres(set) ?? restToWork(set) ?? Infinity
