import { NOTHING_WAIVED, type PlaceModel, type Staying, type Waived } from './model.ts'
import type { Placement, PlacementProblem } from './problem.ts'
import type { PlacementRule } from './rules.ts'
import { searchPlacement } from './search.ts'
import { modelOf } from './week-model.ts'

/** The best placement of a week or of what is left of it. */
export interface Best {
  readonly placement: Placement
  readonly cost: number
  /** Partial placements looked at. */
  readonly nodes: number
}

/** A week as it is asked about: its rules, what of it does not hold, what it should stay close to. */
export interface Question {
  readonly problem: PlacementProblem
  readonly rules: readonly PlacementRule[]
  readonly waived?: Waived
  readonly staying?: Staying
}

/** Best placement, or undefined where there is none. With `staying` the cost holds what leaving costs. */
export const bestPlacement = ({ problem, rules, waived = NOTHING_WAIVED, staying }: Question): Best | undefined => {
  const model = modelOf(problem, rules, waived, staying)
  const { best, nodes } = searchPlacement(model)
  return best && { placement: placementOf(model, best.slotOf), cost: best.cost, nodes }
}

/** Days and slots by name. */
export const placementOf = ({ entries, slots }: PlaceModel, slotOf: Int32Array): Placement =>
  new Map(
    entries.flatMap(({ session }, index) => {
      const slot = slots[slotOf[index] ?? -1]
      return slot ? [[session.id, slot.place] as const] : []
    }),
  )
