import { isRecovery } from '../../workout/flatten.ts'
import type { Part, Repeat, Step, Workout } from '../../workout/workout.ts'
import type { Rule } from '../rule.ts'
import { countText, dayText } from '../say.ts'

/** Every set says how to recover. */
export const recoveryStated: Rule<never> = {
  id: 'recovery-stated',
  statements: [{ number: 'R127', document: '002' }],
  level: 'warning',
  what: 'Every set of repetitions says what happens between them.',
  why: 'The same repetitions with 30 s or with 3 min between them are two different sessions: document 002 counts the recovery as much as the effort.',
  example: '8 x 150m @mile',
  change: 'Write the recovery: `, jog 200m`, `, full recovery`, `, no rest`. Strides and pickups may do without.',
  parameters: {},
  check: ({ schedule: { sessions } }) =>
    sessions.flatMap((session) => {
      const sets = isInsideWork(session.workout) ? [] : openSets(session.workout.steps)
      if (sets.length === 0) return []
      return [
        {
          place: session.place,
          message: `${sets.length === 1 ? 'A set' : countText(sets.length, 'set')} on ${dayText(session)} (${sets.map(nameOf).join('; ')}) does not say what happens between the repetitions.`,
          fix: 'Write the recovery: `, jog 200m`, `, full recovery`, or `, no rest` where they follow one another.',
        },
      ]
    }),
}

/** Surges inside a tempo: what lies between them is the tempo. */
const isInsideWork = ({ total, remainder }: Workout): boolean => {
  const role = total?.role ?? remainder
  return role === 'tempo' || role === 'steady'
}

const openSets = (parts: readonly Part[]): readonly Repeat[] =>
  parts.flatMap((part) => {
    if (part.kind !== 'repeat' || part.form === 'within') return []
    return isOpen(part) ? [part] : openSets(part.steps)
  })

/** Several bouts of work one after the other, with nothing between them that is written. */
const isOpen = (repeat: Repeat): boolean => {
  if (repeat.between || repeat.continuous) return false
  if (repeat.form === 'ladder') return repeat.steps.length > 1 && repeat.steps.every(isWork)
  return repeat.times !== 1 && repeat.steps.every((part) => isWork(part) && !continues(part))
}

const isWork = (part: Part): boolean => part.kind === 'step' && !isRecovery(part) && !isLight(part)

const isLight = ({ role }: Step): boolean => role === 'strides' || role === 'pickups' || role === 'drills'

const continues = (part: Part): boolean => part.kind === 'step' && part.continuous === true

const nameOf = (repeat: Repeat): string =>
  repeat.form === 'ladder' ? `a ladder of ${repeat.steps.length}` : `${repeat.times ?? '?'} repetitions`
