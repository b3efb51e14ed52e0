import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Activity, Samples } from './activity.ts'
import { bestOverDistance, bestOverTime } from './best-efforts.ts'
import { flatSpeed } from './flat-speed.ts'
import { timeInZones } from './time-in-zones.ts'
import { timelineOf } from './timeline.ts'
import { totalsOf } from './totals.ts'

const activityOf = (samples: Omit<Samples, 'developer' | 'count'>, rest: Partial<Activity> = {}): Activity => ({
  start: null,
  sessions: [],
  laps: [],
  samples: { count: samples.time.length, developer: [], ...samples },
  events: [],
  pauses: [],
  problems: [],
  ...rest,
})
const steps = (count: number, of: (index: number) => number): Float64Array =>
  Float64Array.from({ length: count }, (_, index) => of(index))
const second = (index: number): number => index

describe('a cleaned timeline', () => {
  test('uneven samples make straight lines', () => {
    const timeline = timelineOf(activityOf({ time: Float64Array.of(0, 4, 10), distance: Float64Array.of(0, 12, 30) }))
    expect([...timeline.covered]).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30])
    expect(timeline.speed[5]).toBeCloseTo(3, 9)
  })
  test('a leap of the clock is taken out, also of laps', () => {
    const time = steps(20, (index) => (index < 10 ? index : index + 5000))
    const problems = [{ code: 'clock-jump' as const, message: '', sample: 10, seconds: 5001 }]
    const timeline = timelineOf(activityOf({ time, distance: steps(20, (index) => 3 * index) }, { problems }))
    expect(timeline.count).toBe(20)
    expect(timeline.elapsed(5015)).toBe(15)
  })
  test('a leap of a century that nobody noted costs no time', () => {
    const time = steps(200, (index) => (index < 100 || index % 2 ? index : index + 3.4e9))
    const timeline = timelineOf(activityOf({ time, distance: steps(200, (index) => 3 * index) }))
    expect(timeline.count).toBeLessThan(400_000)
    expect(timeline.speed.filter((speed) => !Number.isNaN(speed)).length).toBeLessThan(1000)
  })
  test('a leap of the distance that no runner makes is taken out', () => {
    const timeline = timelineOf(
      activityOf({ time: steps(60, second), distance: steps(60, (index) => 3 * index + (index > 30 ? 900 : 0)) }),
    )
    expect(timeline.covered.at(-1)).toBeCloseTo(3 * 58, 6)
    expect(timeline.notes).toHaveLength(1)
  })
  test('stuck positions that catch up are spread over the time', () => {
    const distance = steps(60, (index) => 3 * (index > 20 && index < 30 ? 20 : index))
    const timeline = timelineOf(activityOf({ time: steps(60, second), distance }))
    expect(timeline.covered[25]).toBeCloseTo(75, 6)
  })
  test('a long silence is unknown, a pause is standing', () => {
    const time = Float64Array.from([...Array(30).keys(), ...Array.from({ length: 30 }, (_, index) => 130 + index)])
    const distance = Float64Array.from(time, (moment) => 3 * moment)
    expect(timelineOf(activityOf({ time, distance })).speed[80]).toBeNaN()
    const paused = activityOf(
      { time, distance: steps(60, (index) => 3 * index) },
      { pauses: [{ start: seconds(29), end: seconds(130) }] },
    )
    expect(timelineOf(paused).speed[80]).toBeCloseTo(0.03, 1)
    expect(totalsOf(paused, timelineOf(paused)).timer).toBeCloseTo(159 - 101, 0)
  })
  test('speed alone, or positions alone, or nothing', () => {
    expect(timelineOf(activityOf({ time: steps(60, second), speed: steps(60, () => 3) })).covered.at(-1)).toBeCloseTo(
      177,
      6,
    )
    const north = activityOf({
      time: steps(60, second),
      latitude: steps(60, (index) => index * 2.7e-5),
      longitude: steps(60, () => 10),
    })
    expect(timelineOf(north).covered.at(-1)).toBeCloseTo(59 * 3, 0)
    expect(timelineOf(activityOf({ time: steps(60, second) })).source).toBe('none')
    expect(timelineOf(activityOf({ time: new Float64Array(0) })).count).toBe(1)
  })
})

describe('best efforts', () => {
  test('are what trying every stretch finds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 0, max: 48 }).map((eighths) => eighths / 8),
          { minLength: 20, maxLength: 120 },
        ),
        fc.integer({ min: 5, max: 15 }),
        (speeds, length) => {
          let sum = 0
          const distance = Float64Array.from([0, ...speeds.map((speed) => (sum += speed))])
          const timeline = timelineOf(activityOf({ time: steps(distance.length, second), distance }))
          let most = 0
          for (let start = 0; start + length < timeline.count; start++)
            most = Math.max(most, (timeline.covered[start + length] ?? 0) - (timeline.covered[start] ?? 0))
          expect(bestOverTime(timeline, seconds(length))?.distance).toBeCloseTo(most, 6)
          // Over that way nobody was faster than so many seconds.
          if (most > 1)
            expect(bestOverDistance(timeline, metres(most))?.duration ?? NaN).toBeLessThanOrEqual(length + 1e-6)
        },
      ),
    )
  })
  test('nothing is longer than the recording', () => {
    const timeline = timelineOf(activityOf({ time: steps(60, second), distance: steps(60, (index) => 3 * index) }))
    expect(bestOverDistance(timeline, metres(1000))).toBeUndefined()
    expect(bestOverTime(timeline, seconds(100))).toBeUndefined()
    expect(bestOverDistance(timeline, metres(90))?.duration).toBeCloseTo(30, 6)
  })
})

test('time in zones: on a bound is in the zone above, unknown is nowhere', () => {
  expect(timeInZones(Float64Array.of(100, 130, 149, 150, NaN, 180), [130, 150])).toEqual([1, 2, 2])
})

test('ten per cent uphill costs 1.66 times the level', () => {
  const uphill = activityOf({
    time: steps(300, second),
    distance: steps(300, (index) => 3 * index),
    altitude: steps(300, (index) => 0.3 * index),
  })
  expect(flatSpeed(timelineOf(uphill))?.[150]).toBeCloseTo(3 * 1.6578, 2)
})
