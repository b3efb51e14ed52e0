import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Range, Speed } from '../units/quantity.ts'
import { metresPerSecond, paceOf } from '../units/speed.ts'
import { makePaceBook, type PaceBook, speedAt } from './book.ts'
import { arbitraryIntensity, arbitraryMarks, arbitraryModel } from './pace.arbitrary.ts'
import { type Intensity, type NamedIntensity, resolve } from './resolve.ts'
import { pointOf } from './resolved.ts'

const bookOf = (question: Parameters<typeof makePaceBook>[0]): PaceBook => {
  const book = makePaceBook(question)
  if (!book.ok) throw new Error(book.fault.message)
  return book.value
}
const FIVE_K = { distance: metres(5000), time: seconds(1200) }
const book = bookOf({ marks: [FIVE_K], goal: { distance: metres(5000), time: seconds(1140) } })
const named = (pace: NamedIntensity['pace'], more: Omit<NamedIntensity, 'kind' | 'pace'> = {}): Intensity => ({
  kind: 'pace',
  pace,
  ...more,
})
const speedOf = (target: Intensity, over?: number): Range<Speed> => {
  const resolved = resolve(target, book, over === undefined ? undefined : metres(over))
  if (!resolved) throw new Error('no speed')
  return resolved.speed
}
const perKm = (range: Range<Speed>): readonly number[] => [range.high, range.low].map((end) => paceOf(end, 'km') ?? 0)

describe('a named pace', () => {
  test('is that of the book, with model, formula and inputs', () => {
    expect(resolve(named('threshold'), book)).toMatchObject({
      speed: book.paces.get('threshold')?.speed,
      model: 'equivalent',
      formula: expect.stringContaining('Daniels-Gilbert'),
      inputs: { index: '49.8', share: '88 %' },
    })
  })

  test('to another spans both, whichever stands first', () => {
    const [ten, three] = [book.paces.get('10K')?.speed, book.paces.get('3K')?.speed]
    const both = { low: ten?.low, high: three?.high }
    expect(speedOf(named('10K', { to: '3K' }))).toEqual(both)
    expect(speedOf(named('3K', { to: '10K' }))).toEqual(both)
  })

  test('that progresses says where it starts and ends', () => {
    const resolved = resolve(named('marathon', { to: 'threshold', progressive: true }), book)
    expect(resolved?.progress).toEqual({
      start: book.paces.get('marathon')?.speed,
      end: book.paces.get('threshold')?.speed,
    })
    expect(resolve(named('marathon', { to: 'threshold' }), book)?.progress).toBeUndefined()
  })

  test.each([
    ['km', 1],
    ['mi', 1 / 1.609344],
    ['400m', 2.5],
  ] as const)('with seconds for each %s more or fewer', (per, factor) => {
    const [fast, slow] = perKm(speedOf(named('5K')))
    const [fastMore, slowMore] = perKm(speedOf(named('5K', { offset: { seconds: 4, per } })))
    expect(fastMore).toBeCloseTo((fast ?? 0) + 4 * factor, 9)
    expect(slowMore).toBeCloseTo((slow ?? 0) + 4 * factor, 9)
    const [fastRange, slowRange] = perKm(speedOf(named('5K', { offset: { seconds: 5, to: -3, per } })))
    expect(fastRange).toBeCloseTo((fast ?? 0) - 3 * factor, 9)
    expect(slowRange).toBeCloseTo((slow ?? 0) + 5 * factor, 9)
  })

  test('at per cent of its speed', () => {
    const base = speedOf(named('5K'))
    expect(speedOf(named('5K', { percent: { low: 90, high: 95 } }))).toEqual({
      low: expect.closeTo(base.low * 0.9, 9),
      high: expect.closeTo(base.high * 0.95, 9),
    })
  })

  test('on goal basis is what the goal would mean; others rest on current marks (C13)', () => {
    expect(pointOf(speedOf(named('5K', { basis: 'goal' })))).toBeCloseTo(5000 / 1140, 9)
    expect(pointOf(speedOf(named('5K')))).toBeCloseTo(5000 / 1200, 9)
    expect(pointOf(speedOf(named('goal')))).toBeCloseTo(5000 / 1140, 9)
    expect(pointOf(speedOf(named('threshold', { basis: 'goal' })))).toBeGreaterThan(speedAt(book, 'threshold') ?? 9)
    const without = bookOf({ marks: [FIVE_K] })
    expect(resolve(named('goal'), without)).toBeUndefined()
    expect(resolve(named('5K', { basis: 'goal' }), without)).toBeUndefined()
  })

  test('says what was done to it', () => {
    const resolved = resolve(named('5K', { offset: { seconds: -3, to: -5, per: '400m' }, basis: 'goal' }), book)
    expect(resolved?.from).toBe('at goal fitness: goal 5K 19:00, 3-5 s/400m faster')
    expect(resolved?.inputs.offset).toBe('3-5 s/400m faster')
  })
})

describe('a target without a name', () => {
  test('a time for the repetition needs its length', () => {
    const target: Intensity = { kind: 'rep time', time: seconds(29), to: seconds(30) }
    expect(speedOf(target, 200)).toEqual({ low: 200 / 30, high: 200 / 29 })
    expect(resolve(target, book)).toBeUndefined()
    expect(resolve({ kind: 'rep time', time: seconds(30) }, book, metres(200))).toMatchObject({
      basis: 'text',
      inputs: { length: '200 m' },
    })
  })

  test('a speed is as written, in either order', () => {
    const ends = { speed: metresPerSecond(4.3), to: metresPerSecond(4.1) }
    expect(speedOf({ kind: 'speed', ...ends })).toEqual({ low: 4.1, high: 4.3 })
    expect(resolve({ kind: 'speed', speed: metresPerSecond(4) }, book)?.model).toBeUndefined()
  })

  test('heart rate, zones and RPE have no speed, and all-out has none to aim at', () => {
    for (const kind of ['heart rate', 'heart rate share', 'zone', 'rpe'] as const) {
      expect(resolve({ kind }, book)).toBeUndefined()
    }
    expect(resolve(named('max'), book)).toBeUndefined()
  })

  test('no time, no length and no speed are no target', () => {
    expect(resolve({ kind: 'rep time', time: seconds(0) }, book, metres(200))).toBeUndefined()
    expect(resolve({ kind: 'rep time', time: seconds(30) }, book, metres(0))).toBeUndefined()
    expect(resolve({ kind: 'speed', speed: metresPerSecond(0) }, book)).toBeUndefined()
    expect(resolve(named('5K', { offset: { seconds: -400, per: 'mi' } }), book)).toBeUndefined()
    expect(resolve(named('5K', { offset: { seconds: -300, to: -400, per: 'km' } }), book)).toBeUndefined()
    expect(resolve(named('5K', { percent: { low: 0, high: 0 } }), book)).toBeUndefined()
  })
})

test('no target of any kind ever resolves to a range that is reversed, stands still or never ends', () => {
  fc.assert(
    fc.property(arbitraryMarks, arbitraryModel, arbitraryIntensity, (marks, model, target) => {
      const any = bookOf({ marks, model, goal: { distance: metres(3000), time: seconds(600) } })
      const speed = resolve(target, any, metres(400))?.speed
      if (!speed) return
      expect(speed.low).toBeGreaterThan(0)
      expect(speed.high).toBeGreaterThanOrEqual(speed.low)
      expect(Number.isFinite(speed.high)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
