import type { ScheduledSession } from '../../schedule/schedule.ts'
import { isRaceWeek } from '../../schedule/training-weeks.ts'
import type { EstimatedBout } from '../../workout/estimate.ts'
import { FAMILIES } from '../../workout/family.ts'
import type { Rule } from '../rule.ts'
import { countText } from '../say.ts'

/** Changes of pace without a rest between. */
export const surges: Rule<'changes' | 'from'> = {
  id: 'surges',
  statements: [
    { number: 'R126', document: '002' },
    { number: 'R128', document: '002' },
  ],
  basis: 'the document names no number',
  level: 'warning',
  style: true,
  what: 'Some session alternates sub-race pace with surges: a tempo with short fast bouts in it, or repetitions with floats.',
  why: 'Races surge; holding form while the pace changes under way is what even repetitions do not teach.',
  example: 'Six weeks of tempo runs and repetitions, each at one pace with rests between.',
  change: 'Write 29min tempo with 6 x 20s @mile, or allow surges with a reason.',
  parameters: {
    changes: { value: 2, unit: 'changes of pace', meaning: 'least in one session (convention)' },
    from: { value: 6, unit: 'weeks', meaning: 'shortest plan that is asked for them (convention)' },
  },
  check: ({ schedule: { weeks, sessions, goal }, figures }) => {
    if (goal === 'threshold' || goal === 'steady') return []
    const training = weeks.filter((week) => !isRaceWeek(week)).length
    if (training < figures.from || sessions.some((session) => changesOf(session) >= figures.changes)) return []
    return [
      {
        place: { kind: 'plan' },
        message: `No session in ${countText(weeks.length, 'week')} alternates a sustained pace with surges.`,
        fix: 'Make one tempo run 24min tempo with 6 x 20s @mile.',
      },
    ]
  },
}

/** How often the pace changes without a rest between; floats at steady pace and faster are no rest. */
const changesOf = ({ estimate }: ScheduledSession): number =>
  estimate.bouts.reduce((sum, bout, index) => {
    const before = estimate.bouts[index - 1]
    if (!isSustained(bout) || bout.unlisted) return sum
    if (bout.fills) return sum + surgesWithin(estimate.bouts.slice(index - bout.fills.after, index), bout)
    return sum + (before && isSustained(before) && before.family !== bout.family ? 1 : 0)
  }, 0)

/** Bouts that lie inside a longer one are written out before it; each is a change of pace. */
const surgesWithin = (within: readonly EstimatedBout[], whole: EstimatedBout): number =>
  within.filter((bout) => isSustained(bout) && bout.family !== whole.family).length

const STEADY = FAMILIES.indexOf('steady')

const isSustained = ({ family, recovery, step }: EstimatedBout): boolean => {
  if (step.role === 'strides' || step.role === 'pickups') return false
  const floats = step.role === 'float' || step.mode === 'float'
  return (!recovery || floats) && FAMILIES.indexOf(family) >= STEADY
}
