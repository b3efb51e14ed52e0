import { describe, expect, test } from 'vitest'
import type { Athlete } from '../athlete/athlete.ts'
import { beatsPerMinute } from '../units/heart-rate.ts'
import { heartRateAt } from './heart-rate.ts'
import { PACE_NAMES } from './names.ts'

const by = (more: Omit<Athlete, 'marks'>): Athlete => ({ marks: [], ...more })
const LTHR = by({ thresholdHeartRate: beatsPerMinute(170) })
const RESERVE = by({ maxHeartRate: beatsPerMinute(190), restingHeartRate: beatsPerMinute(50) })
const MAX = by({ maxHeartRate: beatsPerMinute(190) })

describe('heart rate of a pace', () => {
  test('by threshold heart rate: easy under 89 %, threshold 95 to 102 %', () => {
    expect(heartRateAt(LTHR, 'easy')).toEqual({ method: 'LTHR', high: expect.closeTo(151.3, 6) })
    expect(heartRateAt(LTHR, 'threshold')).toEqual({
      method: 'LTHR',
      low: expect.closeTo(161.5, 6),
      high: expect.closeTo(173.4, 6),
    })
  })

  test('by the reserve: zones of it', () => {
    expect(heartRateAt(RESERVE, 'long')).toEqual({ method: 'reserve', low: 120, high: 148 })
    expect(heartRateAt(RESERVE, 'steady')).toEqual({ method: 'reserve', low: 148, high: 162 })
    expect(heartRateAt(RESERVE, 'threshold')).toEqual({ method: 'reserve', low: 162, high: 176 })
  })

  test('by the maximum alone only how high easy may go', () => {
    expect(heartRateAt(MAX, 'easy')).toEqual({ method: 'HRmax', high: 152 })
    expect(heartRateAt(MAX, 'threshold')).toBeUndefined()
  })

  test('unknown stays unknown, and what is too short for the heart has none', () => {
    for (const pace of PACE_NAMES) expect(heartRateAt(by({ born: '1990' }), pace)).toBeUndefined()
    for (const pace of ['5K', 'mile', '800', 'stride', 'max', 'goal', 'walk'] as const) {
      expect(heartRateAt(LTHR, pace)).toBeUndefined()
    }
  })
})
