import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newAssignment } from './assign.ts'
import { FORBIDDEN } from './relation.ts'

const WIDTH = 5

/** Least cost of giving the rows columns of their own, by trying all ways. */
const byTrying = (rows: readonly (readonly number[])[], taken: ReadonlySet<number>): number => {
  const [row, ...others] = rows
  if (!row) return 0
  const ways = row.flatMap((cost, column) =>
    taken.has(column) || cost >= FORBIDDEN ? [] : [cost + byTrying(others, new Set([...taken, column]))],
  )
  return Math.min(FORBIDDEN, ...ways)
}

const cost = fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.constant(FORBIDDEN) })
const row = fc.array(cost, { minLength: WIDTH, maxLength: WIDTH })

test('an assignment costs the least of all, or there is none', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: WIDTH + 1 }), (rows) => {
      const leasts = Int32Array.from(rows, (costs) => Math.min(...costs))
      const assignment = newAssignment(rows.length, WIDTH)
      const found = assignment.leastCost(Int32Array.from(rows.flat()), leasts, [...rows.keys()])
      expect(found).toBe(byTrying(rows, new Set()))
    }),
  )
})
