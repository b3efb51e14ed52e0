import { checkPlacement } from './check.ts'
import { NOTHING_WAIVED, modelOf, type PlaceModel } from './model.ts'
import type { Placed, Placement, PlacementProblem } from './problem.ts'
import { PLACEMENT_RULES, type PlacementRule } from './rules.ts'
import { searchPlacement, type Found } from './search.ts'

export const placementOf = (model: PlaceModel, { standing }: Found): Placement =>
  new Map(
    model.entries.flatMap(({ session }, index) => {
      const slot = model.slots[standing[index] ?? -1]
      return slot ? [[session.id, slot.place] as const] : []
    }),
  )

export const tryPlace = (problem: PlacementProblem, rules: readonly PlacementRule[] = PLACEMENT_RULES): Placed | undefined => {
  const model = modelOf(problem, rules, NOTHING_WAIVED)
  const { best, nodes } = searchPlacement(model)
  if (!best) return undefined
  const placement = placementOf(model, best)
  const { cost, broken, violations } = checkPlacement(problem, placement, rules)
  if (cost !== best.cost || violations.length > 0) throw new Error(`placement costs ${best.cost}, checked ${cost}: ${JSON.stringify(violations)}`)
  return { kind: 'placed', placement, cost, proof: { optimal: true, nodes }, broken }
}
