import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallestHittingSet } from './hitting.ts'

const MEMBERS = 8

/** Size of the smallest set, by trying all of them. */
const bySize = (families: readonly (readonly number[])[]): number => {
  const sizes = Array.from({ length: 2 ** MEMBERS }, (_, bits) =>
    families.every((family) => family.some((member) => (bits >> member) & 1))
      ? bits.toString(2).replaceAll('0', '').length
      : Infinity,
  )
  return Math.min(...sizes)
}

const family = fc.uniqueArray(fc.nat(MEMBERS - 1), { minLength: 1, maxLength: 5 })

describe('the smallest set that meets every family', () => {
  test('is as small as any, and meets them all', () => {
    fc.assert(
      fc.property(fc.array(family, { maxLength: 12 }), (families) => {
        const found = smallestHittingSet(families, Infinity)
        expect(found).toHaveLength(bySize(families))
        expect(families.every((one) => one.some((member) => found?.includes(member)))).toBe(true)
      }),
    )
  })

  test('is not looked for where it cannot be smaller than asked', () => {
    fc.assert(
      fc.property(fc.array(family, { maxLength: 12 }), fc.nat(5), (families, below) => {
        expect(smallestHittingSet(families, below) === undefined).toBe(bySize(families) >= below)
      }),
    )
  })
})
