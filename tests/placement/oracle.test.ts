import { createRequire } from 'node:module'
import type highs from 'highs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { place } from '@bell-lap/core'
import { checkPlacement } from '../../packages/core/src/season/place/check.ts'
import { mipOf, placementOfColumns } from './mip.ts'
import { randomFrom, randomWeek } from './weeks.ts'

const LONG = process.env['BELL_LAP_LONG'] === '1'
/** Weeks of 7 to 14 sessions; the larger the week, the longer the general solver takes. */
const COUNTS = LONG ? [7, 8, 9, 10, 11, 12, 13, 14] : [7, 8]
const EACH = LONG ? 250 : 3
const seed = fc.readConfigureGlobal()?.seed ?? 0

/** HiGHS is a CommonJS module whose types say it is not. */
const load: typeof highs.default = createRequire(import.meta.url)('highs')
const solver = await load()

/** Value of a column; a column that the solver left out is 0. */
const primalOf = (column: object | undefined): number =>
  column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : 0

describe(`the placement of random weeks against HiGHS, seed ${seed}`, () => {
  test.each(COUNTS)(`%d sessions: ${EACH} weeks have the same optimum, or none in both`, (count) => {
    const random = randomFrom(seed + count)
    for (let week = 0; week < EACH; week++) {
      const problem = randomWeek(random, count)
      const answer = place(problem)
      const solved = solver.solve(mipOf(problem))
      if (answer.kind === 'impossible') {
        expect(solved.Status).toBe('Infeasible')
        continue
      }
      expect(solved.Status).toBe('Optimal')
      const columns = new Map(Object.entries(solved.Columns))
      const theirs = placementOfColumns(problem, (name) => primalOf(columns.get(name)))
      const verdict = checkPlacement(problem, theirs)
      expect(verdict.violations).toEqual([])
      expect(answer.cost).toBe(verdict.cost)
      expect(checkPlacement(problem, answer.placement)).toMatchObject({ cost: answer.cost, violations: [] })
    }
  })
})
