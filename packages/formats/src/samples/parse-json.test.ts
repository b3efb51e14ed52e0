import { describe, expect, test } from 'vitest'
import type { Activity } from '../fit/recorded.ts'
import { parseJson } from './parse-json.ts'

const read = (value: unknown, limits = {}) =>
  parseJson(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), { limits })
const activity = (value: unknown): Activity => {
  const result = read(value)
  if (!result.ok) throw new Error(result.fault.message)
  return result.value.activity
}
const objects = [
  { time: 0, distance_m: 0, hr: 100 },
  { time: 1, distance_m: 3, hr: 101 },
  { time: 2, distance_m: 6, hr: null },
]
const EXPECTED = {
  count: 3,
  time: Float64Array.of(0, 1, 2),
  developer: [],
  distance: Float64Array.of(0, 3, 6),
  heartRate: Float64Array.of(100, 101, NaN),
}

describe('samples in JSON', () => {
  test.each([
    ['a list of objects', objects],
    ['inside an object', { name: 'x', samples: objects }],
    ['far inside', { data: { activity: { tracks: [{ points: objects }] } } }],
    ['lists by name', { time: [0, 1, 2], distance_m: [0, 3, 6], hr: [100, 101, null] }],
    ['streams by name', { time: { data: [0, 1, 2] }, distance_m: { data: [0, 3, 6] }, hr: { data: [100, 101] } }],
    [
      'a list of streams',
      [
        { type: 'time', data: [0, 1, 2] },
        { type: 'distance_m', data: [0, 3, 6] },
        { type: 'heartrate', data: [100, 101] },
      ],
    ],
    ['numbers as texts', objects.map((one) => ({ ...one, distance_m: String(one.distance_m) }))],
    ['objects among other things', [null, ...objects, 'end']],
  ])('%s', (_, value) => expect(activity(value).samples).toEqual(EXPECTED))

  test('pairs of latitude and longitude, and places inside samples', () => {
    const pairs = activity({
      time: [0, 1],
      latlng: [
        [1, 2],
        [1.001, 2],
      ],
    }).samples
    expect([...(pairs.latitude ?? []), ...(pairs.longitude ?? [])]).toEqual([1, 1.001, 2, 2])
    const inside = activity([
      { t: 0, position: { lat: 1, lng: 2 } },
      { t: 1, position: { lat: 1, lng: 3 } },
    ]).samples
    expect([...(inside.latitude ?? []), ...(inside.longitude ?? [])]).toEqual([1, 1, 2, 3])
  })

  test('the start beside the samples gives their seconds a date', () => {
    expect(activity({ startTime: '2026-01-01T00:00:00Z', samples: objects }).start).toBe(Date.UTC(2026, 0, 1))
    expect(activity({ startTime: 'soon', samples: objects }).start).toBeNull()
  })

  test.each([
    ['no JSON', '{"time": [1, 2', 'lost-sync'],
    ['no samples', { a: 1, b: [1, 2, 3] }, 'not-recognised'],
    ['a list of nothing', [], 'not-recognised'],
    ['a number', '[1]', 'not-recognised'],
    ['names without values', { time: [], hr: [] }, 'not-recognised'],
    ['values that are none', { time: ['x'], hr: ['y'] }, 'empty'],
    ['too deep', '['.repeat(200_000), 'too-deep'],
    ['too many brackets', `[${'[],'.repeat(500_000)}[]]`, 'too-many-messages'],
    ['too many values', `[${'1,'.repeat(6_000_000)}1]`, 'too-many-messages'],
    ['names that every object has', { constructor: [1], __proto__: [2], toString: [3] }, 'not-recognised'],
  ])('refused: %s', (_, value, code) => expect(read(value)).toMatchObject({ ok: false, fault: { code } }))

  test('numbers without bounds are none', () => {
    const { time, heartRate } = activity('{"time": [0, 1, 1e999, 3], "hr": [100, -1e999, 101, 102]}').samples
    expect([...time]).toEqual([0, 1, NaN, 3])
    expect([...(heartRate ?? [])]).toEqual([100, NaN, 101, 102])
  })

  test('cut off: the samples that were closed before', () => {
    const text = JSON.stringify({ name: 'x', samples: objects })
    const result = read(text.slice(0, -12))
    expect(result.ok && result.value.activity.samples.count).toBe(2)
    expect(result.ok && result.value.problems[0]?.code).toBe('truncated')
  })

  test('limits', () => {
    expect(read(objects, { samples: 2 })).toMatchObject({ ok: false, fault: { code: 'too-many-messages' } })
    expect(read(objects, { bytes: 20 })).toMatchObject({ ok: false, fault: { code: 'too-large' } })
  })
})
