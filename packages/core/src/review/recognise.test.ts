import { describe, expect, test } from 'vitest'
import type { Activity, Lap } from '../activity/activity.ts'
import { timelineOf } from '../activity/timeline.ts'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import { recognise } from './recognise.ts'
import { reviewActivity } from './review.ts'

type Leg = readonly [seconds: number, speed: number]

/** A recording second by second of legs at one speed each. */
const recorded = (legs: readonly Leg[], laps: readonly Lap[] = [], heartRate?: number): Activity => {
  const covered = [0]
  for (const [time, speed] of legs) {
    for (let second = 0; second < time; second++) covered.push((covered.at(-1) ?? 0) + speed)
  }
  return {
    start: null,
    sessions: [],
    laps,
    samples: {
      count: covered.length,
      time: Float64Array.from(covered.keys()),
      developer: [],
      distance: Float64Array.from(covered),
      ...(heartRate ? { heartRate: new Float64Array(covered.length).fill(heartRate) } : {}),
    },
    events: [],
    pauses: [],
    problems: [],
  }
}
const times = (count: number, ...legs: readonly Leg[]): Leg[] => Array.from({ length: count }, () => legs).flat()
const structureOf = (activity: Activity) => recognise(activity, timelineOf(activity))
const easy: Leg = [600, 3]

describe('structure of a session that nobody described', () => {
  test('6 x 400 with 200 jog', () => {
    const { structure, workout } = structureOf(recorded([easy, ...times(6, [75, 5.333], [80, 2.5]), easy]))
    expect(structure).toBe('repetitions')
    expect(workout.steps).toMatchObject([
      {
        kind: 'repeat',
        times: 6,
        steps: [{ extent: { kind: 'distance', distance: 400 } }],
        between: { mode: 'jog', extent: { distance: 200 } },
      },
    ])
  })
  test('5 x 3 min', () => {
    const { workout } = structureOf(recorded([easy, ...times(5, [180, 4.62], [120, 2.3]), easy]))
    expect(workout.steps).toMatchObject([{ times: 5, steps: [{ extent: { kind: 'time', duration: 180 } }] }])
  })
  test('two sets', () => {
    const { workout } = structureOf(
      recorded([easy, ...times(4, [240, 4.4], [120, 2.2]), ...times(4, [60, 5.21], [60, 2.2]), easy]),
    )
    expect(workout.steps).toMatchObject([{ times: 4 }, { times: 4 }])
  })
  test('a ladder', () => {
    const rungs = [200, 400, 800, 400, 200].flatMap((metre): Leg[] => [
      [metre / 5, 5],
      [90, 2.2],
    ])
    expect(structureOf(recorded([easy, ...rungs, easy])).workout.steps).toMatchObject([
      { form: 'ladder', steps: [200, 400, 800, 400, 200].map((distance) => ({ extent: { distance } })) },
    ])
  })
  test('fast stretches far apart are no set', () => {
    const { structure } = structureOf(recorded([easy, ...times(4, [240, 4.2], [1500, 2.4]), easy]))
    expect(structure).not.toBe('repetitions')
  })
  test('fartlek', () => {
    const bouts: Leg[] = [
      [60, 4.6],
      [130, 2.9],
      [150, 4.5],
      [200, 2.8],
      [35, 4.9],
      [90, 3],
      [240, 4.4],
      [230, 2.9],
      [100, 4.7],
      [100, 2.8],
      [45, 4.8],
    ]
    expect(structureOf(recorded([easy, ...bouts, easy])).structure).toBe('fartlek')
  })
  test('progression, steady and race', () => {
    expect(
      structureOf(
        recorded([
          [900, 3],
          [900, 3.2],
          [900, 3.5],
        ]),
      ).structure,
    ).toBe('progression')
    expect(structureOf(recorded([[3000, 3.2]])).structure).toBe('steady')
    expect(structureOf(recorded([[1200, 4.18]], [], 178)).structure).toBe('race')
    expect(structureOf(recorded([[1200, 4.18]], [], 140)).structure).toBe('steady')
  })
  test('auto-laps of a steady run are no repetitions', () => {
    const laps = Array.from({ length: 9 }, (_, index) => ({
      start: seconds(index * 300),
      timer: seconds(300),
      elapsed: seconds(300),
      distance: metres(1000),
    }))
    expect(structureOf(recorded([[2700, 10 / 3]], laps)).structure).toBe('steady')
  })
})

describe('a race that fills its recording', () => {
  test('pacing and kick are told', () => {
    const race = recorded([
      [800, 4],
      [320, 4],
      [80, 5],
    ])
    const workout = recognise(recorded([[1200, 4.18]], [], 178), timelineOf(recorded([[1200, 4.18]], [], 178))).workout
    const { kick, reps, verdict } = reviewActivity(race, { workout })
    expect(reps).toHaveLength(1)
    expect(kick?.last400).toBeCloseTo(80, 0)
    expect(kick?.ratio400).toBeCloseTo(1.25, 2)
    expect(verdict).toBe('as planned')
  })
})

describe('easy running', () => {
  const run = recorded([[2400, 3]], [], 160)
  const { workout } = recognise(recorded([[2400, 3]]), timelineOf(recorded([[2400, 3]])))
  test('too hard by threshold heart rate, and no finding without one', () => {
    const hard = reviewActivity(run, { workout, athlete: { marks: [], thresholdHeartRate: 170 as never } })
    expect(hard.because.join(' ')).toContain('too hard')
    expect(hard.verdict).toBe('close')
    const unknown = reviewActivity(run, { workout, athlete: { marks: [] } })
    expect(unknown.because.join(' ')).not.toContain('R43')
    expect(unknown.verdict).toBe('as planned')
  })
})
