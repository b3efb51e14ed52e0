// What the oracle and the benchmark use of the placement, from its own room.
export { SLOTS, WEEKDAYS } from '../../packages/core/src/calendar/week.ts'
export { checkPlacement, type Verdict } from '../../packages/core/src/season/place/check.ts'
export { moveSession, newMoves } from '../../packages/core/src/season/place/move.ts'
export { place } from '../../packages/core/src/season/place/place.ts'
export type { Hardness } from '../../packages/core/src/workout/hardness.ts'
export type {
  DaySlot,
  Demand,
  Impossible,
  Placed,
  Placement,
  PlacementAnswer,
  PlacementProblem,
  PlacementSession,
} from '../../packages/core/src/season/place/problem.ts'
export { PLACEMENT_RULES, RUNS, type PlacementRule } from '../../packages/core/src/season/place/rules.ts'
export { searchPlacement } from '../../packages/core/src/season/place/search.ts'
export { modelOf } from '../../packages/core/src/season/place/week-model.ts'
