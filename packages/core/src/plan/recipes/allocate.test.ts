import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from './allocate.ts'

const share = fc.record({
  weight: fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10),
  least: fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2),
})
const shares = fc.array(share, { minLength: 1, maxLength: 6 })
const leastOf = (all: readonly { readonly least: number }[]): number => all.reduce((sum, { least }) => sum + least, 0)

describe('an amount shared out', () => {
  test('comes to the amount, none under its least, all of it on the grid', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 120 }), (all, more) => {
        const amount = leastOf(all) + more / 2
        const parts = allocate(amount, all, 0.5)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(amount)
        parts.forEach((part, index) => expect(part).toBeGreaterThanOrEqual(all[index]?.least ?? 0))
        for (const part of parts) expect(part * 2).toBeCloseTo(Math.round(part * 2))
      }),
    )
  })

  test('gives no less to the heavier of two with the same least', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 60 }), (one, more) => {
        const heavier = { ...one, weight: one.weight * 2 }
        const [light = 0, heavy = 0] = allocate(2 * one.least + more / 2, [one, heavier], 0.5)
        expect(heavy).toBeGreaterThanOrEqual(light)
      }),
    )
  })

  test('where the least of all is more than there is, each gets its least', () => {
    const all = [
      { weight: 1, least: 5 },
      { weight: 2, least: 7 },
    ]
    expect(allocate(6, all, 0.5)).toEqual([5, 7])
  })

  test.each([
    [10, [1, 1], [5, 5]],
    [10, [1, 3], [2.5, 7.5]],
    [10, [1, 1, 1], [3.5, 3.5, 3]],
  ])('%d by weights %j are %j', (amount, weights, expected) => {
    const all = weights.map((weight) => ({ weight, least: 0 }))
    expect(allocate(amount, all, 0.5)).toEqual(expected)
  })
})
