import { isRecoveryWeek, stageOf } from '../../schedule/training-weeks.ts'
import { metresAt } from '../../schedule/work.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { dayText } from '../say.ts'

/** Tempo comes after the first weeks of easy running. */
export const tempoStart: Rule<'minutes'> = {
  id: 'tempo-start',
  statements: [
    { number: 'R121', document: '002' },
    { number: 'R120', document: '002' },
  ],
  basis: 'how much tempo makes a tempo session is convention',
  level: 'warning',
  style: true,
  what: 'A plan that begins with its base has no tempo session in the first week.',
  why: 'Steady easy mileage comes first; tempo is added as weeks go by, when legs are used to the running.',
  example: 'week 1 with 5 x 1000m @T on Tuesday.',
  change: 'Start tempo in week 2 or later, or allow tempo-start with a reason.',
  parameters: { minutes: { value: 8, unit: 'min', meaning: 'from here on it is a tempo session (convention)' } },
  check: ({ schedule, figures: { minutes } }) => {
    const [first] = schedule.weeks
    if (!first || schedule.weeks.length < 2 || isRecoveryWeek(schedule, first)) return []
    const stage = stageOf(first.phase)
    if (stage !== 'base' && stage !== null) return []
    return first.sessions
      .filter((session) => metresAt([session], 'threshold') > 0 && tempoSeconds(session) >= minutes * 60)
      .map((session) => ({
        place: session.place,
        message: `Tempo on ${dayText(session)} of the first week; the rule wants easy running first.`,
        fix: 'Run it easy with strides, and begin with tempo in week 2.',
      }))
  },
}

const tempoSeconds = ({ estimate }: ScheduledSession): number =>
  estimate.bouts
    .filter(({ family, recovery }) => family === 'threshold' && !recovery)
    .reduce((sum, { duration }) => sum + (duration ?? 0), 0)
