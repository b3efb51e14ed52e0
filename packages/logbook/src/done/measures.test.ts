import { describe, expect, test } from 'vitest'
import { makePaceBook, metres, seconds, timelineOf } from '@bell-lap/core'
import { bandsOf, bestEffortsIn, measuresOf } from './measures.ts'
import { easy, intervals, runOf } from './runs.arbitrary.ts'

const made = makePaceBook({ marks: [{ distance: metres(5000), time: seconds(1110) }] })
if (!made.ok) throw new Error(made.fault.message)
const book = made.value

const at = '2026-10-20T06:30:00Z'

describe('measures of a recording', () => {
  test('bands rise from standing to 800 m pace, each at its own place', () => {
    const bands = bandsOf(book) ?? []
    expect(bands.map(({ intensity }) => intensity)).toEqual([
      'rest',
      'recovery',
      'easy',
      'steady',
      'threshold',
      '5K',
      'mile',
      '800',
    ])
    expect(bands.map(({ from }) => from)).toEqual(bands.map(({ from }) => from).toSorted((a, b) => a - b))
  })

  test('an easy hour is easy, repetitions at 5K pace are counted where they belong', () => {
    const calm = measuresOf(timelineOf(runOf({ at, legs: [easy(12)] })), { book, run: true, clock: 390 })
    const total = calm.by_intensity?.reduce((sum, { duration_s }) => sum + duration_s, 0) ?? 0
    expect(calm.by_intensity?.find(({ intensity }) => intensity === 'easy')?.duration_s).toBeGreaterThan(0.97 * total)
    const hard = measuresOf(timelineOf(runOf({ at, legs: intervals(5, 1000, 5000 / 1110) })), {
      book,
      run: true,
      clock: null,
    })
    const fast = hard.by_intensity?.find(({ intensity }) => intensity === '5K')
    expect(fast?.distance_m).toBeGreaterThan(4500)
    expect(fast?.distance_m).toBeLessThan(5200)
  })

  test('seconds and metres in the bands come to the whole', () => {
    const timeline = timelineOf(runOf({ at, legs: intervals(6, 400, 5) }))
    const { by_intensity } = measuresOf(timeline, { book, run: true, clock: null })
    const metresIn = by_intensity?.reduce((sum, { distance_m }) => sum + distance_m, 0) ?? 0
    const secondsIn = by_intensity?.reduce((sum, { duration_s }) => sum + duration_s, 0) ?? 0
    expect(Math.abs(metresIn - (timeline.covered.at(-1) ?? 0))).toBeLessThan(10)
    expect(secondsIn).toBe(timeline.count - 1)
  })

  test('best efforts are those of the repetitions, and end where the run does', () => {
    const best = bestEffortsIn(timelineOf(runOf({ at, legs: intervals(5, 1000, 4.5) })))
    expect(best.find(({ distance_m }) => distance_m === 1000)?.duration_s).toBeCloseTo(1000 / 4.5, -1)
    expect(best.every(({ distance_m }) => distance_m <= 11_800)).toBe(true)
    expect(best.map(({ distance_m }) => distance_m)).not.toContain(15_000)
  })

  test('without paces, or without running, nothing is said of intensity', () => {
    const timeline = timelineOf(runOf({ at }))
    expect(measuresOf(timeline, { book: null, run: true, clock: null }).by_intensity).toBeNull()
    const ride = measuresOf(timeline, { book, run: false, clock: null })
    expect([ride.by_intensity, ride.best_efforts]).toEqual([null, []])
  })
})
