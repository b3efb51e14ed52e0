import { withStaying } from './costs.ts'
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

/** Best placement, or undefined where there is none. Its cost is that of the rules: what leaving costs is taken off. */
export const bestPlacement = ({ problem, rules, waived = NOTHING_WAIVED, staying }: Question): Best | undefined => {
  const model = modelOf(problem, rules, { waived, distinct: staying !== undefined })
  if (!staying) return bestOf(model)
  const best = bestOf(withStaying(model, staying))
  return best && { ...best, cost: best.cost - staying.cost * leaving(staying.placement, best.placement).length }
}

/** Sessions that do not stand where they did, by id. */
export const leaving = (from: Placement, to: Placement): readonly string[] =>
  [...to].flatMap(([id, { day, slot }]) => {
    const was = from.get(id)
    return was?.day === day && was.slot === slot ? [] : [id]
  })

/** Best placement of a model; undefined where none costs less than asked. */
export const bestOf = (model: PlaceModel, below?: number): Best | undefined => {
  const { best, nodes } = searchPlacement(model, below)
  return best && { placement: placementOf(model, best.slotOf), cost: best.cost, nodes }
}

/** Days and slots by name. */
const placementOf = ({ entries, slots }: PlaceModel, slotOf: Int32Array): Placement =>
  new Map(
    entries.flatMap(({ session }, index) => {
      const slot = slots[slotOf[index] ?? -1]
      return slot ? [[session.id, slot.place] as const] : []
    }),
  )
