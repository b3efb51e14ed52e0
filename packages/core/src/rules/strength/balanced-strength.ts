import { hasJumps } from '../../schedule/strength-days.ts'
import { isToldWhole, isUnilateral, strengthWeeksOf } from '../../schedule/strength-week.ts'
import { classOf } from '../../strength/exercise.ts'
import type { Rule } from '../rule.ts'
import { listText } from '../say.ts'

/** Core, one leg at a time, and jumps: all three. */
export const balancedStrength: Rule<'from'> = {
  id: 'balanced-strength',
  statements: [{ number: 'R132', document: '002' }],
  level: 'warning',
  style: true,
  what: 'The strength of a plan has core stability, exercises for one leg, and jumps at moderate intensity.',
  why: 'Each does what the others do not: a trunk that holds, legs that are equal, feet that leave the ground quickly.',
  example: 'Strength of squats and planks alone.',
  change: 'Add what is missing to one session a week, or allow balanced-strength with a reason.',
  parameters: { from: { value: 3, unit: 'weeks', meaning: 'fewest weeks with strength that are judged (convention)' } },
  implies: ['power-day', 'stability-day', 'unilateral'],
  check: ({ schedule, figures: { from } }) => {
    if (strengthWeeksOf(schedule).length < from || !isToldWhole(schedule)) return []
    const exercises = schedule.sessions.flatMap((session) => session.exercises)
    const missing = [
      ...(exercises.some((exercise) => classOf(exercise) === 'core') ? [] : ['core stability']),
      ...(exercises.some(isUnilateral) ? [] : ['exercises for one leg']),
      ...(schedule.sessions.some(hasJumps) ? [] : ['jumps']),
    ]
    if (missing.length === 0) return []
    return [{ place: { kind: 'plan' }, message: `The strength of this plan has no ${listText(missing)}.` }]
  },
}
