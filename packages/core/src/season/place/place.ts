import { weekdayIndex } from '../../calendar/week.ts'
import { HARDNESS, type Hardness } from '../../workout/hardness.ts'
import { bestPlacement } from './best.ts'
import { checkPlacement } from './check.ts'
import { explainClash } from './clash.ts'
import { checkProblem, type PlacementAnswer, type PlacementProblem } from './problem.ts'
import { PLACEMENT_RULES, type PlacementRule } from './rules.ts'

/**
 * Places one week: the placement that keeps every limit and costs least, proved, or why there is none. The same week
 * gives the same answer, whatever the order of its parts. Throws a RangeError where `checkProblem` finds a fault.
 */
export const place = (asked: PlacementProblem, rules: readonly PlacementRule[] = PLACEMENT_RULES): PlacementAnswer => {
  const checked = checkProblem(asked)
  if (!checked.ok) throw new RangeError(checked.fault.message)
  const problem = inOrder(checked.value)
  const best = bestPlacement({ problem, rules })
  if (!best) return explainClash({ problem, rules })
  const { placement, cost, nodes } = best
  const verdict = checkPlacement(problem, placement, rules)
  if (verdict.cost !== cost || verdict.violations.length > 0) {
    throw new Error(`placed at ${cost}, checked at ${verdict.cost} with ${JSON.stringify(verdict.violations)}`)
  }
  return { kind: 'placed', placement, cost, proof: { optimal: true, nodes }, broken: verdict.broken }
}

/** The week told in one way of all: days as they come, sessions by name, neighbours by their distance. */
const inOrder = (problem: PlacementProblem): PlacementProblem => ({
  ...problem,
  days: problem.days.toSorted((a, b) => weekdayIndex(a.day) - weekdayIndex(b.day)),
  sessions: problem.sessions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  before: problem.before.toSorted(
    (a, b) => a.endedHoursBeforeWeek - b.endedHoursBeforeWeek || byHardness(a.hardness, b.hardness),
  ),
  after: problem.after.toSorted(
    (a, b) => a.startsHoursAfterWeek - b.startsHoursAfterWeek || byHardness(a.hardness, b.hardness),
  ),
})

const byHardness = (a: Hardness, b: Hardness): number => HARDNESS.indexOf(a) - HARDNESS.indexOf(b)
