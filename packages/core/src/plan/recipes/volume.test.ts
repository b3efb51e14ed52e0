import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEVEL_SHAPES } from './levels.ts'
import { outlineOf } from './outline.ts'
import { onGrid, reachableFrom, volumesOf } from './volume.ts'

const asked = fc
  .record({
    weeks: fc.integer({ min: 8, max: 24 }),
    start: fc.integer({ min: 40, max: 200 }).map((halves) => halves / 2),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    grid: fc.constantFrom(0.5, 1),
  })
  .map(({ weeks, start: wish, share, grid }) => {
    const outline = outlineOf({ weeks, level: LEVEL_SHAPES.intermediate })
    const start = onGrid(wish, grid)
    const peak = onGrid(start + (reachableFrom(start, outline) - start) * share, grid)
    return { outline, start, peak, grid, volumes: volumesOf(outline, { start, peak, grid }) }
  })

describe('running of each week', () => {
  test('starts where asked, and never passes the highest week that was asked for', () => {
    fc.assert(
      fc.property(asked, ({ start, peak, volumes }) => {
        expect(volumes[0]).toBe(start)
        expect(Math.max(...volumes)).toBeLessThanOrEqual(peak)
      }),
    )
  })

  test('adds at most 8 %, or one step of the grid, and nothing in weeks of intensity', () => {
    fc.assert(
      fc.property(asked, ({ outline, grid, volumes }) => {
        let highest = volumes[0] ?? 0
        volumes.forEach((volume, index) => {
          const focus = outline[index]?.focus
          if (focus === 'volume') expect(volume).toBeLessThanOrEqual(Math.max(highest * 1.08, highest + grid))
          if (focus === 'volume' || focus === 'intensity') highest = Math.max(highest, volume)
        })
      }),
    )
  })

  test('eases to about three quarters in recovery weeks and the taper', () => {
    fc.assert(
      fc.property(asked, ({ outline, volumes }) => {
        volumes.forEach((volume, index) => {
          const focus = outline[index]?.focus
          const before = Math.max(...volumes.slice(Math.max(0, index - 3), index))
          if (focus === 'absorb' || focus === 'sharpen') expect(volume / before).toBeLessThanOrEqual(0.75)
          if (focus === 'absorb' || focus === 'sharpen') expect(volume / before).toBeGreaterThan(0.68)
        })
      }),
    )
  })

  test('the peak that can be reached is reached', () => {
    for (const weeks of [8, 12, 16, 24]) {
      const outline = outlineOf({ weeks, level: LEVEL_SHAPES.advanced })
      const peak = onGrid(reachableFrom(50, outline), 0.5)
      const highest = Math.max(...volumesOf(outline, { start: 50, peak, grid: 0.5 }))
      expect(highest / peak).toBeGreaterThan(0.95)
    }
  })
})

test.each([
  [10.3, 0.5, 10],
  [10.5, 0.5, 10.5],
  [0.1 + 0.2, 0.1, 0.30000000000000004],
  [47.999999999999, 1, 48],
])('%d on a grid of %d is %d', (amount, grid, expected) => expect(onGrid(amount, grid)).toBeCloseTo(expected))
