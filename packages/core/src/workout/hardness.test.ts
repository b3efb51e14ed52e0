import { describe, expect, test } from 'vitest'
import type { PaceName } from '../pace/names.ts'
import { metres } from '../units/distance.ts'
import { minutes } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import { estimate } from './estimate.ts'
import { hardnessOfRun } from './hardness.ts'
import { pillarsOf } from './pillar.ts'
import type { Part, Role, Step, Workout } from './workout.ts'

const SPEEDS: { readonly [Name in PaceName]?: number } = {
  easy: 3,
  long: 3,
  threshold: 4,
  '5K': 4.2,
  mile: 4.6,
  '800': 5,
  stride: 4.8,
}
const speedAt = (pace: PaceName) => {
  const speed = SPEEDS[pace]
  return speed === undefined ? undefined : metresPerSecond(speed)
}

const bout = (role: Role, length: number, pace?: PaceName): Step => ({
  kind: 'step',
  role,
  extent: { kind: 'distance', distance: metres(length), unit: 'm' },
  target: pace ? { kind: 'pace', pace } : null,
})
const times = (count: number, one: Step): Part => ({
  kind: 'repeat',
  times: count,
  steps: [one],
  between: null,
  afterLast: false,
})
const tenK = (...steps: Part[]): Workout => ({
  kind: 'run',
  remainder: 'easy',
  steps,
  alternatives: [],
  total: { extent: { kind: 'distance', distance: metres(10_000), unit: 'm' }, role: null, target: null },
})
const tempo = (length: number): Step => ({
  kind: 'step',
  role: 'tempo',
  extent: { kind: 'time', duration: minutes(length), unit: 'min' },
  target: null,
})

const hardness = (workout: Workout) => hardnessOfRun(workout, estimate(workout, speedAt))
const pillars = (workout: Workout) => pillarsOf(workout, estimate(workout, speedAt))

describe('what a run costs the days beside it', () => {
  test('the key sessions of document 000 are key', () => {
    expect(hardness(tenK(times(5, bout('work', 1000, 'threshold'))))).toBe('key')
    expect(hardness(tenK(times(6, bout('work', 400, '5K'))))).toBe('key')
    expect(hardness(tenK(times(6, bout('work', 300, 'mile'))))).toBe('key')
    expect(hardness(tenK(tempo(20)))).toBe('key')
  })

  test('a few fast repetitions are hard, strides are easy', () => {
    expect(hardness(tenK(times(6, bout('work', 150, 'mile'))))).toBe('hard')
    expect(hardness(tenK(times(6, bout('strides', 100))))).toBe('easy')
  })

  test('mixtures add their shares', () => {
    expect(hardness(tenK(tempo(8)))).toBe('hard')
    expect(hardness(tenK(tempo(8), times(4, bout('work', 200, 'mile'))))).toBe('key')
  })

  test('races, tests, long runs and rest say it themselves; so does the author', () => {
    expect(hardness({ ...tenK(bout('race', 5000)), kind: 'race' })).toBe('race')
    expect(hardness(tenK(bout('test', 3000)))).toBe('test')
    expect(
      hardness({ kind: 'run', total: null, remainder: null, steps: [bout('long', 20_000)], alternatives: [] }),
    ).toBe('long')
    expect(hardness({ kind: 'rest', total: null, remainder: null, steps: [], alternatives: [] })).toBe('rest')
    expect(hardness({ ...tenK(), key: true })).toBe('key')
  })
})

describe('pillars (R117)', () => {
  test('what a run trains', () => {
    expect(pillars(tenK())).toEqual(['base'])
    expect(pillars(tenK(tempo(20)))).toEqual(['tolerance'])
    expect(pillars(tenK(times(6, bout('work', 200, 'mile'))))).toEqual(['transition'])
    expect(pillars(tenK(tempo(15), times(4, bout('kick', 150))))).toEqual(['tolerance', 'kick'])
    expect(pillars(tenK(times(8, bout('hill', 100))))).toEqual(['transition'])
  })
})
