import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timelineOf } from '@bell-lap/core'
import { intervals, runOf } from './runs.arbitrary.ts'
import { secondsKept, streamView } from './thin.ts'

describe('thinning', () => {
  test('keeps first and last, every edge and the fastest second, in order, each once, no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: 0, max: 10 }), fc.constant(NaN)), { minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 100, max: 2000 }),
        fc.array(fc.nat(3000), { maxLength: 20 }),
        (values, points, edges) => {
          const kept = secondsKept(Float64Array.from(values), points, edges)
          expect(kept.length).toBeLessThanOrEqual(points)
          expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b))
          expect(kept[0]).toBe(0)
          expect(kept.at(-1)).toBe(values.length - 1)
          for (const edge of edges) if (edge < values.length) expect(kept).toContain(edge)
          const known = values.filter((value) => !Number.isNaN(value))
          if (known.length > 0) expect(kept.some((second) => values[second] === Math.max(...known))).toBe(true)
        },
      ),
    )
  })

  test('a chart of 200 points still shows each repetition', () => {
    const run = runOf({ at: '2026-10-20T06:30:00Z', legs: intervals(6, 400, 5) })
    const view = streamView(timelineOf(run), 200, [])
    expect(view.time_s.length).toBeLessThanOrEqual(200)
    const fast = view.speed_mps.map((speed) => (speed ?? 0) > 4.4)
    const rises = fast.filter((is, index) => is && !fast[index - 1]).length
    expect(rises).toBe(6)
    expect(view.altitude_m.length).toBe(view.time_s.length)
  })
})
