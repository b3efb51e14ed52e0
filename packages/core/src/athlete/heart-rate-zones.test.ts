import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HeartRate, Range } from '../units/quantity.ts'
import {
  heartRateOfZones,
  ofMax,
  ofReserve,
  seilerZone,
  seilerZoneAt,
  seilerZoneOfShare,
  zonesOf,
  zonesOfMax,
  zonesOfReserve,
  zonesOfThreshold,
} from './heart-rate-zones.ts'

const bpm = (amount: number) => amount as HeartRate
const SHARES = [0.5, 0.6, 0.7, 0.8, 0.9]

describe('golden values of the heart-rate zones (science 5)', () => {
  test('Karvonen: rest 50, max 190', () => {
    expect(SHARES.map((share) => ofReserve(share, bpm(50), bpm(190)))).toEqual([120, 134, 148, 162, 176])
  })

  test('share of the maximum: max 190', () => {
    expect(SHARES.map((share) => ofMax(share, bpm(190)))).toEqual([95, 114, 133, 152, 171])
  })

  test('five zones start at 50, 60, 70, 80 and 90 % of the maximum or of the reserve (Edwards)', () => {
    expect(zonesOfMax(bpm(190)).zones.map(({ low }) => low)).toEqual([95, 114, 133, 152, 171])
    expect(zonesOfReserve(bpm(50), bpm(190)).zones.map(({ high }) => high)).toEqual([134, 148, 162, 176, undefined])
  })

  test('Friel: the ends at a threshold heart rate of 170', () => {
    const zones = zonesOfThreshold(bpm(170)).zones
    expect(zones.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5a', '5b', '5c'])
    const ends = zones.slice(1, 6).flatMap(({ low, high }) => [low, high])
    const golden = [144.5, 151.3, 153, 159.8, 161.5, 168.3, 170, 173.4, 175.1, 180.2]
    ends.forEach((end, index) => expect(end).toBeCloseTo(golden[index] ?? 0, 9))
    expect(zones[0]).toEqual({ name: '1', high: 144.5 })
    expect(zones[6]?.low).toBeCloseTo(180.2, 9)
  })

  test('Seiler: zones 1 and 2 are easy, 3 is between the thresholds, 4 and 5 above', () => {
    expect([1, 2, 3, 4, 5].map(seilerZone)).toEqual([1, 1, 2, 3, 3])
    const thresholds: Range<HeartRate> = { low: bpm(150), high: bpm(170) }
    expect([149, 150, 170, 171].map((rate) => seilerZoneAt(bpm(rate), thresholds))).toEqual([1, 2, 2, 3])
    expect([0.62, 0.79, 0.8, 0.88, 0.9, 0.975].map(seilerZoneOfShare)).toEqual([1, 1, 2, 2, 2, 3])
  })
})

describe('zones of an athlete', () => {
  test('rest on threshold, then on the reserve, then on the maximum, never on age', () => {
    const max = { maxHeartRate: bpm(190) }
    expect(zonesOf({ marks: [], ...max, restingHeartRate: bpm(50), thresholdHeartRate: bpm(170) })?.method).toBe('LTHR')
    expect(zonesOf({ marks: [], ...max, restingHeartRate: bpm(50) })?.method).toBe('reserve')
    expect(zonesOf({ marks: [], ...max })?.method).toBe('HRmax')
    expect(zonesOf({ marks: [], born: '1990' })).toBeUndefined()
    expect(zonesOf({ marks: [], restingHeartRate: bpm(50) })).toBeUndefined()
  })

  test('heart rate from one zone to another, open at the ends that have none', () => {
    const zones = zonesOfMax(bpm(200))
    expect(heartRateOfZones(zones, 2, 3)).toEqual({ low: 120, high: 160 })
    expect(heartRateOfZones(zones, 3, 2)).toEqual({ low: 120, high: 160 })
    expect(heartRateOfZones(zones, 5)).toEqual({ low: 180 })
    expect(heartRateOfZones(zones, 6)).toBeUndefined()
    expect(heartRateOfZones(zonesOfThreshold(bpm(100)), 1)).toEqual({ high: 85 })
    expect(heartRateOfZones(zonesOfThreshold(bpm(100)), 5)).toEqual({ low: 100 })
  })

  test('zones rise without a gap inside any maximum and rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 140, max: 220 }), fc.integer({ min: 30, max: 90 }), (max, rest) => {
        for (const { zones } of [zonesOfMax(bpm(max)), zonesOfReserve(bpm(rest), bpm(max))]) {
          zones.slice(1).forEach((zone, index) => expect(zone.low).toBe(zones[index]?.high))
          expect(zones.at(-1)?.low ?? 0).toBeLessThan(max)
        }
      }),
    )
  })
})
