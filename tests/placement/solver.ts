import { createRequire } from 'node:module'
import type highs from 'highs'
import type { PlacementProblem, Placement } from './core.ts'
import { placementOfColumns } from './mip.ts'

/** HiGHS is a CommonJS module whose types say it is not. */
const load: typeof highs.default = createRequire(import.meta.url)('highs')
const solver = await load()

/** What the solver says of a program; `unknown` where its time was up first. */
export interface Solved {
  readonly status: 'optimal' | 'impossible' | 'unknown'
  /** Value of a column; what the solver left out is 0. */
  readonly column: (name: string) => number
}

/** All costs are whole: what is less than one from the best is the best. */
const GAP = 0.99

/** Solves a program in CPLEX LP text. Most seconds: nothing is known after that. */
export const solve = (program: string, seconds: number): Solved => {
  const { Status, Columns } = solver.solve(program, { mip_abs_gap: GAP, time_limit: seconds })
  const columns = new Map(Object.entries(Columns))
  return {
    status: Status === 'Optimal' ? 'optimal' : Status === 'Infeasible' ? 'impossible' : 'unknown',
    column: (name) => primalOf(columns.get(name)),
  }
}

/** Where the solver puts the sessions. */
export const placementOf = (problem: PlacementProblem, { column }: Solved): Placement =>
  placementOfColumns(problem, column)

const primalOf = (column: object | undefined): number =>
  column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : 0
