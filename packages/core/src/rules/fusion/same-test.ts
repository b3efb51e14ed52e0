import { effortOf } from '../../schedule/races.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { dayText } from '../say.ts'

/** Tests that are compared are the same test. */
export const sameTest: Rule<never> = {
  id: 'same-test',
  statements: [{ number: 'R157', document: '002' }],
  level: 'note',
  what: 'All tests of a plan are the same: same distance or time, same ground.',
  why: 'Two different tests tell two things; only the same one repeated shows what has changed.',
  example: 'test 2000m in week 4 and test 3000m in week 8.',
  change: 'Repeat the first test, or allow same-test with a reason.',
  parameters: {},
  check: ({ schedule }) => {
    const tests = schedule.sessions.filter(({ hardness }) => hardness === 'test')
    const [first] = tests
    const other = first && tests.find((test) => differ(first, test))
    if (!other) return []
    return [
      {
        place: other.place,
        message: `The test on ${dayText(other)} (${testText(other)}) is not the one before (${testText(first)}): they cannot be compared.`,
        fix: 'Run the same test over the same ground.',
      },
    ]
  },
}

const testText = (session: ScheduledSession): string => {
  const extent = effortOf(session, 'test')?.extent
  const ground = session.workout.surface === undefined ? '' : ` on ${session.workout.surface}`
  if (extent?.kind === 'distance') return `${Math.round(extent.distance)} m${ground}`
  return extent?.kind === 'time' ? `${Math.round(extent.duration / 60)} min${ground}` : `of unknown length${ground}`
}

/** Unknown lengths and grounds are not different. */
const differ = (one: ScheduledSession, other: ScheduledSession): boolean => {
  const [a, b] = [effortOf(one, 'test')?.extent, effortOf(other, 'test')?.extent]
  const lengths = a != null && b != null && (a.kind !== b.kind || lengthOf(a) !== lengthOf(b))
  const [here, there] = [one.workout.surface, other.workout.surface]
  return lengths || (here !== undefined && there !== undefined && here !== there)
}

const lengthOf = (extent: { readonly kind: string; readonly distance?: number; readonly duration?: number }): number =>
  Math.round(extent.distance ?? extent.duration ?? 0)
