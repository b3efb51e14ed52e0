import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { countText } from '../say.ts'

/** Key sessions say how to run them. */
export const pacingCues: Rule<'from'> = {
  id: 'pacing-cues',
  statements: [{ number: 'R129', document: '002' }],
  level: 'note',
  what: 'Key sessions have a cue or splits: how to pace them, what to watch in the stride.',
  why: 'A word such as "last 50 m on the arms" is what the runner takes along when the numbers have gone.',
  example: 'Eight weeks of repetitions without one cue.',
  change: 'Write a cue in quotes after a session, or allow pacing-cues.',
  parameters: { from: { value: 4, unit: 'key sessions', meaning: 'fewest that are judged (convention)' } },
  check: ({ schedule: { sessions }, figures: { from } }) => {
    const key = sessions.filter(({ hardness }) => hardness === 'key' || hardness === 'test')
    if (key.length < from || key.some(isCued)) return []
    const message = `None of ${countText(key.length, 'key session')} has a cue or a split.`
    return [{ place: { kind: 'plan' }, message, fix: 'Add a cue: "even splits, relaxed shoulders".' }]
  },
}

const isCued = ({ workout, estimate }: ScheduledSession): boolean =>
  workout.cue !== undefined ||
  estimate.bouts.some(({ step }) => step.cue !== undefined || step.target?.kind === 'rep time')
