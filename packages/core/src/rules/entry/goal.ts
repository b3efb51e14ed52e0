import { sameDistance } from '../../athlete/mark.ts'
import { kilometres } from '../../units/distance.ts'
import { seconds } from '../../units/duration.ts'
import { clockText } from '../../units/text.ts'
import type { Rule } from '../rule.ts'
import { boundFor } from './level.ts'

/** What the advanced 5K plan aims at. */
export const entryGoal: Rule<'men' | 'women'> = {
  id: 'entry-goal',
  statements: [{ number: 'R4', document: '000' }],
  level: 'warning',
  what: 'The goal is a 5K under 20 minutes (men) or 23 minutes (women).',
  why: 'The plan is written for that aim; a gentler one is reached with less running and less risk.',
  example: 'A man whose goal is 21:30.',
  change: 'Take a plan for the goal, or allow entry-goal with a reason; the figures are settings.',
  parameters: {
    men: { value: 1200, unit: 's', meaning: 'goal of a man (R4)' },
    women: { value: 1380, unit: 's', meaning: 'goal of a woman (R4)' },
  },
  needsAthlete: true,
  style: true,
  check: ({ schedule, athlete, figures: { men, women } }) => {
    const goal = athlete?.goal
    if (!athlete || !goal || !schedule.plan.follows.includes('000')) return []
    const bound = boundFor(athlete, men, women)
    if (!sameDistance(goal.distance, kilometres(5)) || goal.time < bound) return []
    return [
      {
        place: { kind: 'plan' },
        message: `The goal of ${clockText(goal.time)} is not under ${clockText(seconds(bound))}, which the plan is written for.`,
        fix: 'An intermediate plan gets there with less running.',
      },
    ]
  },
}
