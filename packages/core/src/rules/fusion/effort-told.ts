import type { EstimatedBout } from '../../workout/estimate.ts'
import type { Rule } from '../rule.ts'
import { countText } from '../say.ts'

/** Sessions tell their effort, not only their pace. */
export const effortTold: Rule<'from'> = {
  id: 'effort-told',
  statements: [{ number: 'R123', document: '002' }],
  level: 'note',
  what: 'Sessions have a window of perceived exertion or heart rate beside their pace.',
  why: 'Pace says what the watch wants; effort and heart rate say whether it is right today, in this wind and on this hill.',
  example: 'A plan whose targets are paces only.',
  change: 'Write @RPE3, @Z2 or @<150bpm on some runs, or allow effort-told.',
  parameters: { from: { value: 4, unit: 'weeks', meaning: 'shortest plan that is asked for it (convention)' } },
  check: ({ schedule: { weeks, sessions }, figures: { from } }) => {
    if (weeks.length < from || sessions.some(({ estimate }) => estimate.bouts.some(tellsEffort))) return []
    const message = `No session in ${countText(weeks.length, 'week')} says how hard it should feel, or at what heart rate.`
    return [{ place: { kind: 'plan' }, message, fix: 'Write the long run as @Z2 or @RPE3.' }]
  },
}

const tellsEffort = ({ step: { target } }: EstimatedBout): boolean => {
  switch (target?.kind) {
    case 'rpe':
    case 'zone':
    case 'heart rate':
    case 'heart rate share':
      return true
    case 'pace':
    case 'speed':
    case 'rep time':
    case undefined:
      return false
    default:
      return target satisfies never
  }
}
