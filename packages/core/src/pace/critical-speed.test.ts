import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { METRES_PER } from '../units/distance.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { parseClock } from '../units/text.ts'
import { cappedSpeedFor, cappedTimeToExhaustion, criticalSpeedFor, timeToExhaustion } from './critical-speed.ts'
import { type Effort, FIT_METHODS, fitCappedCriticalSpeed, fitCriticalSpeed } from './critical-speed-fit.ts'
import { criticalSpeedRefusals, effortsTogether, usableEfforts } from './critical-speed-limits.ts'
import { equivalentTime, indexOf } from './daniels-gilbert.ts'

const effort = (distance: number, time: number | string, day?: string): Effort => ({
  distance: distance as Distance,
  time: typeof time === 'number' ? (time as Duration) : (parseClock(time) ?? (Number.NaN as Duration)),
  ...(day === undefined ? {} : { day }),
})
const fit = (efforts: readonly Effort[], method: (typeof FIT_METHODS)[number] = 'distance') => {
  const found = fitCriticalSpeed(efforts, method)
  if (!found) throw new Error('no fit')
  return found
}

const EXACT = [effort(1200, 210), effort(2400, 450), effort(3600, 690)]
const FIELD = [effort(1200, 213), effort(2400, 455), effort(3600, 699)]
// Hundredths of a second of world-class times, written in seconds where parseClock's minutes would hide them.
const AOUITA = [effort(1500, 209.46), effort(3000, 449.45), effort(5000, 778.39)]
const GEBRSELASSIE = [effort(1500, 211.76), effort(3000, 445.09), effort(5000, 759.36)]

describe('golden critical speeds (science 3)', () => {
  test('exact trials: CS 5, D′ 150 by every method', () => {
    for (const method of FIT_METHODS) {
      const { speed, reserve, rSquared } = fit(EXACT, method)
      expect(speed).toBeCloseTo(5, 4)
      expect(reserve).toBeCloseTo(150, 3)
      expect(rSquared).toBeCloseTo(1, 9)
    }
  })

  test.each([
    ['field trials, d-t', FIELD, 'distance', 4.9382, 149.807],
    ['field trials, 1/t', FIELD, 'inverse', 4.9449, 147.074],
    ['two points', [effort(1200, 213), effort(3600, 699)], 'distance', 4.938272, 148.148],
    ['Aouita, d-t', AOUITA, 'distance', 6.1476, 221.35],
    ['Aouita, 1/t', AOUITA, 'inverse', 6.1813, 207.1],
    ['Aouita with 10 000 m, d-t', [...AOUITA, effort(10_000, 1646.11)], 'distance', 5.8957, 330.31],
    ['Aouita with 10 000 m, 1/t', [...AOUITA, effort(10_000, 1646.11)], 'inverse', 6.0399, 244.62],
    ['Gebrselassie, d-t', GEBRSELASSIE, 'distance', 6.39, 150.15],
    ['Gebrselassie, 1/t', GEBRSELASSIE, 'inverse', 6.4025, 144.91],
  ] as const)('%s', (_name, efforts, method, speed, reserve) => {
    const found = fit(efforts, method)
    expect(Math.abs(found.speed - speed)).toBeLessThanOrEqual(0.00005)
    expect(Math.abs(found.reserve - reserve)).toBeLessThanOrEqual(0.005)
  })

  test('Aouita with 10 000 m: R² 0.9997', () => {
    expect(fit([...AOUITA, effort(10_000, 1646.11)]).rSquared).toBeCloseTo(0.9997, 4)
  })

  test.each([
    ['20:00', 3.997, 208.9, 16.4],
    ['15:00', undefined, 230.8, 13.4],
    ['25:00', undefined, 185.9, 18.3],
  ])('equivalents of 5000 m in %s: CS is 5K pace + some seconds a mile', (text, speed, reserve, offset) => {
    const race = effort(5000, text)
    const index = indexOf(race)
    const trials = [1500, 3000].map((metres) => effort(metres, equivalentTime(index, metres as Distance)))
    const found = fit([...trials, race])
    if (speed !== undefined) expect(found.speed).toBeCloseTo(speed, 3)
    expect(found.reserve).toBeCloseTo(reserve, 1)
    expect(METRES_PER.mi / found.speed - (METRES_PER.mi * race.time) / 5000).toBeCloseTo(offset, 1)
  })

  test('Morton: CS 5, D′ 200, vmax 9.5', () => {
    const model = { speed: 5 as Speed, reserve: 200 as Distance, fastest: 9.5 as Speed }
    const golden = [
      [5.2, 955.556],
      [5.5, 355.556],
      [6, 155.556],
      [6.5, 88.889],
      [7, 55.556],
    ] as const
    for (const [speed, seconds] of golden) {
      expect(cappedTimeToExhaustion(model, speed as Speed)).toBeCloseTo(seconds, 3)
      expect(cappedSpeedFor(model, seconds as Duration)).toBeCloseTo(speed, 4)
    }
    expect(cappedTimeToExhaustion(model, 9.5 as Speed)).toBeCloseTo(0, 9)
    expect(cappedTimeToExhaustion(model, 5 as Speed)).toBeUndefined()
    expect(cappedTimeToExhaustion(model, 9.6 as Speed)).toBeUndefined()
  })
})

describe('critical speed', () => {
  const models = fc.record({
    speed: fc.double({ min: 3, max: 6.5, noNaN: true }).map((value) => value as Speed),
    reserve: fc.double({ min: 50, max: 400, noNaN: true }).map((value) => value as Distance),
  })

  test('comes back out of its own efforts by every method', () => {
    fc.assert(
      fc.property(models, (model) => {
        const efforts = [150, 400, 900].map((time) => effort(time * criticalSpeedFor(model, time as Duration), time))
        for (const method of FIT_METHODS) {
          expect(fit(efforts, method).speed).toBeCloseTo(model.speed, 3)
          expect(Math.abs(fit(efforts, method).reserve / model.reserve - 1)).toBeLessThan(0.005)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('Morton’s three parameters come back out of their own efforts', () => {
    fc.assert(
      fc.property(models, fc.double({ min: 1.5, max: 2, noNaN: true }), (two, ratio) => {
        const model = { ...two, fastest: (two.speed * ratio) as Speed }
        const efforts = [40, 120, 400, 900].map((time) => effort(time * cappedSpeedFor(model, time as Duration), time))
        const found = fitCappedCriticalSpeed(efforts)
        expect(found?.speed).toBeCloseTo(model.speed, 3)
        expect(Math.abs((found?.fastest ?? 0) / model.fastest - 1)).toBeLessThan(0.01)
      }),
      { numRuns: 40 },
    )
  })

  test('Morton’s fit wants four efforts, one of them under 90 s', () => {
    expect(fitCappedCriticalSpeed(EXACT)).toBeUndefined()
    expect(fitCappedCriticalSpeed([...EXACT, effort(4800, 930)])).toBeUndefined()
  })

  test('time and speed are inverse; at critical speed nothing ends', () => {
    fc.assert(
      fc.property(models, fc.double({ min: 30, max: 3000, noNaN: true }), (model, time) => {
        expect(timeToExhaustion(model, criticalSpeedFor(model, time as Duration))).toBeCloseTo(time, 4)
      }),
    )
    expect(timeToExhaustion({ speed: 5 as Speed, reserve: 200 as Distance }, 5 as Speed)).toBeUndefined()
  })

  test('hyperbola: least squares on time is no worse than the other two methods’ answers', () => {
    const squares = (method: (typeof FIT_METHODS)[number]) => {
      const found = fit(FIELD, method)
      return FIELD.reduce((sum, { distance, time }) => {
        const held = timeToExhaustion(found, (distance / time) as Speed) ?? Number.POSITIVE_INFINITY
        return sum + (time - held) ** 2
      }, 0)
    }
    expect(squares('hyperbola')).toBeLessThanOrEqual(squares('distance'))
    expect(squares('hyperbola')).toBeLessThanOrEqual(squares('inverse'))
  })
})

describe('which efforts belong together', () => {
  const season = [
    effort(1500, '5:00', '2026-03-01'),
    effort(3000, '10:40', '2026-06-01'),
    effort(1500, '4:55', '2026-06-08'),
    effort(5000, '18:30', '2026-06-20'),
    effort(5000, '18:20', '2026-07-20'),
    effort(800, '1:59', '2026-06-08'),
  ]

  test('the most that were run within three weeks, 2 to 20 minutes long', () => {
    expect(effortsTogether(season)).toEqual([season[1], season[2], season[3]])
  })

  test('and those without a day', () => {
    const undated = effort(2000, '6:50')
    expect(effortsTogether([...season, undated])).toEqual([season[1], season[2], season[3], undated])
    expect(effortsTogether(FIELD)).toEqual(FIELD)
    expect(effortsTogether([])).toEqual([])
  })
})

describe('which fits are refused', () => {
  const refusals = (efforts: readonly Effort[]) => criticalSpeedRefusals(fit(efforts))

  test('field trials are accepted', () => {
    expect(refusals(FIELD)).toEqual([])
    expect(refusals(FIELD.map((one, index) => ({ ...one, day: `2026-03-${10 + index * 10}` })))).toEqual([])
  })

  test('two efforts fit anything, so their errors are unknown', () => {
    expect(refusals(FIELD.slice(0, 2))).toEqual(['too few efforts', 'critical speed uncertain', 'reserve uncertain'])
  })

  test('efforts of the wrong length', () => {
    expect(refusals([...FIELD, effort(10_000, 2100)])).toContain('efforts outside 2 to 20 minutes')
    expect(refusals([...FIELD, effort(600, 95)])).toContain('efforts outside 2 to 20 minutes')
    expect(usableEfforts([...FIELD, effort(10_000, 2100), effort(600, 95)])).toEqual(FIELD)
    expect(refusals([effort(2000, 380), effort(2400, 462), effort(3000, 585)])).toContain('efforts too alike')
  })

  test('efforts months apart', () => {
    const days = ['2026-02-27', '2026-03-01', '2026-03-21']
    const dated = FIELD.map((one, index) => ({ ...one, day: days[index] ?? '' }))
    expect(refusals(dated)).toContain('efforts too far apart')
    expect(refusals(dated.map((one) => (one.day === '2026-03-21' ? { ...one, day: '2026-03-20' } : one)))).toEqual([])
  })

  test('figures that no runner has', () => {
    expect(refusals([effort(1200, 240), effort(2400, 470), effort(3600, 700)])).toEqual([
      'critical speed above the longest effort',
      'reserve out of range',
      'reserve uncertain',
    ])
    expect(refusals([effort(1200, 150), effort(2400, 450), effort(3600, 900)])).toContain('reserve out of range')
  })

  test('trials that contradict one another', () => {
    expect(refusals([effort(1200, 213), effort(2400, 520), effort(3600, 699)])).toEqual(
      expect.arrayContaining(['critical speed uncertain', 'reserve uncertain']),
    )
  })
})
