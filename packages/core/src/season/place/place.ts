import { bestPlacement } from './best.ts'
import { checkPlacement } from './check.ts'
import { explainClash } from './clash.ts'
import { checkProblem, type PlacementAnswer, type PlacementProblem } from './problem.ts'
import { PLACEMENT_RULES, type PlacementRule } from './rules.ts'

/**
 * Places one week: the placement that keeps every limit and costs least, proved, or why there is none. The same week
 * gives the same answer, whatever the order of its parts. Throws a RangeError where `checkProblem` finds a fault.
 */
export const place = (
  problem: PlacementProblem,
  rules: readonly PlacementRule[] = PLACEMENT_RULES,
): PlacementAnswer => {
  const checked = checkProblem(problem)
  if (!checked.ok) throw new RangeError(checked.fault.message)
  const best = bestPlacement({ problem, rules })
  if (!best) return explainClash({ problem, rules })
  const { placement, cost, nodes } = best
  const verdict = checkPlacement(problem, placement, rules)
  if (verdict.cost !== cost || verdict.violations.length > 0) {
    throw new Error(`placed at ${cost}, checked at ${verdict.cost} with ${JSON.stringify(verdict.violations)}`)
  }
  return { kind: 'placed', placement, cost, proof: { optimal: true, nodes }, broken: verdict.broken }
}
