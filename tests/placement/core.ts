// What the oracle and the benchmark use of the placement, from its own room.
export { SLOTS, WEEKDAYS } from '../../packages/core/src/calendar/week.ts'
export type { Hardness } from '../../packages/core/src/workout/hardness.ts'
export type {
  DaySlot,
  Placement,
  PlacementProblem,
  PlacementSession,
} from '../../packages/core/src/season/place/problem.ts'
export { PLACEMENT_RULES, RUNS, type PlacementRule } from '../../packages/core/src/season/place/rules.ts'
