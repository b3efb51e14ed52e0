import type { Athlete } from '../../athlete/athlete.ts'
import { fitnessOf } from '../../pace/fitness.ts'
import { fiveKTime } from '../../pace/offsets.ts'
import { clockText } from '../../units/text.ts'
import { seconds } from '../../units/duration.ts'
import type { Rule } from '../rule.ts'

/** Who the advanced 5K plan is for. */
export const entryLevel: Rule<'men' | 'women'> = {
  id: 'entry-level',
  statements: [{ number: 'R5', document: '000' }],
  conflicts: ['C4'],
  level: 'warning',
  what: 'The athlete runs 5K in 22 minutes (men) or 25 minutes (women), or faster, before the plan begins.',
  why: 'The plan’s distances and repetitions are written for that speed; a slower runner is out for longer in every one of them.',
  example: 'A man with a 5K of 24:30.',
  change: 'Scale the distances down or take an intermediate plan first; the figures are settings.',
  parameters: {
    men: { value: 1320, unit: 's', meaning: 'slowest 5K of a man at the start (R5: 20 to 22 min)' },
    women: { value: 1500, unit: 's', meaning: 'slowest 5K of a woman at the start (R5: 23 to 25 min)' },
  },
  needsAthlete: true,
  style: true,
  implies: ['entry-goal'],
  check: ({ schedule, athlete, figures: { men, women } }) => {
    if (!athlete || !schedule.plan.follows.includes('000')) return []
    const fitness = fitnessOf(athlete.marks)
    if (!fitness.ok) return []
    const time = fiveKTime(fitness.value)
    const slowest = boundFor(athlete, men, women)
    if (time <= slowest) return []
    return [
      {
        place: { kind: 'plan' },
        message: `5K in ${clockText(time)} is slower than ${clockText(seconds(slowest))}, which the plan asks for at its start.`,
        fix: `Scale every distance by ${(slowest / time).toFixed(2)}, which keeps the time on the feet, or begin with an intermediate plan.`,
      },
    ]
  },
}

/** Where the sex is not known the wider bound holds: nobody is turned away by a guess. */
export const boundFor = ({ sex }: Athlete, men: number, women: number): number =>
  sex === 'male' ? men : Math.max(women, sex === 'female' ? 0 : men)
