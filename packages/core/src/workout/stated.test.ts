import { describe, expect, test } from 'vitest'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import { statedDistance, statedDuration } from './stated.ts'
import type { Amount, Extent, Mode, Part, Repeat, Role, Step, Workout } from './workout.ts'

const far = (length: number, to?: number): Amount => ({
  kind: 'distance',
  distance: metres(length),
  ...(to === undefined ? {} : { to: metres(to) }),
  unit: 'm',
})
const long = (duration: number, to?: number): Amount => ({
  kind: 'time',
  duration: seconds(duration),
  ...(to === undefined ? {} : { to: seconds(to) }),
  unit: 's',
})
const step = (role: Role, extent: Extent | null, mode?: Mode): Step => ({
  kind: 'step',
  role,
  extent,
  target: null,
  ...(mode ? { mode } : {}),
})
const times = (count: number | null, steps: readonly Part[], rest: Partial<Repeat> = {}): Repeat => ({
  kind: 'repeat',
  times: count,
  steps,
  between: null,
  afterLast: false,
  ...rest,
})
const run = (steps: readonly Part[], rest: Partial<Workout> = {}): Workout => ({
  kind: 'run',
  total: null,
  remainder: null,
  steps,
  alternatives: [],
  ...rest,
})
const inAll = (extent: Amount): Pick<Workout, 'total' | 'remainder'> => ({
  total: { extent, role: null, target: null },
  remainder: 'easy',
})
const jog = (length: number): Step => step('recovery', far(length), 'jog')

describe('the distance that a text states', () => {
  test.each<[string, Workout, number, boolean]>([
    [
      'a total, whatever lies inside',
      run([times(6, [step('work', far(400))], { between: jog(200) })], inAll(far(8000))),
      8000,
      true,
    ],
    ['the low end of a range', run([step('easy', far(8000, 10_000))]), 8000, true],
    [
      'a sum of parts',
      run([step('warmup', far(3000)), step('tempo', far(4000)), step('cooldown', far(2000))]),
      9000,
      true,
    ],
    ['jogs between repetitions', run([times(5, [step('work', far(600))], { between: jog(300) })]), 4200, true],
    [
      'jogs after each repetition',
      run([times(5, [step('work', far(600))], { between: jog(300), afterLast: true })]),
      4500,
      true,
    ],
    ['no unstated recovery', run([times(8, [step('work', far(400))])]), 3200, true],
    [
      'no standing',
      run([times(3, [step('work', far(1000))], { between: step('rest', long(120), 'stand') })]),
      3000,
      true,
    ],
    [
      'a jog in time is not known',
      run([times(3, [step('work', far(1000))], { between: step('recovery', long(120), 'jog') })]),
      3000,
      false,
    ],
    ['a bout in time is not known', run([step('easy', far(3000)), step('work', long(600))]), 3000, false],
    [
      'jogs as long as the bout',
      run([times(4, [step('work', far(300))], { between: step('recovery', { kind: 'relative', relative: 'equal' }) })]),
      2100,
      true,
    ],
    [
      'jogs of half the bout',
      run([times(4, [step('work', far(400))], { between: step('recovery', { kind: 'relative', relative: 'half' }) })]),
      2200,
      true,
    ],
    [
      'nested sets',
      run([times(2, [times(4, [step('work', far(200))], { between: jog(200) })], { between: jog(600) })]),
      3400,
      true,
    ],
    [
      'a ladder with equal jogs',
      run([
        times(1, [step('work', far(300)), step('work', far(600)), step('work', far(300))], {
          form: 'ladder',
          between: step('recovery', { kind: 'relative', relative: 'equal' }),
        }),
      ]),
      2100,
      true,
    ],
    ['strides add nothing', run([step('easy', far(5000)), times(6, [step('strides', null)])]), 5000, true],
    ['a count that is not stated is not known', run([times(null, [step('work', far(400))])]), 400, false],
    [
      'a race counts alone',
      run([step('easy', far(3000)), step('race', far(1500)), step('easy', far(3000))], { kind: 'race' }),
      1500,
      true,
    ],
    ['a race counts its total', run([step('race', far(1500))], { kind: 'race', ...inAll(far(7500)) }), 7500, true],
    ['a race without a distance is not known', run([], { kind: 'race' }), 0, false],
    ['rest is nothing', run([], { kind: 'rest' }), 0, true],
    [
      'a gym is nothing',
      run([{ kind: 'other', activity: 'strength', extent: long(1800) }], { kind: 'strength' }),
      0,
      true,
    ],
    ["a walk is nobody's running", run([step('easy', far(4000), 'walk')], { kind: 'cross' }), 0, true],
    ['a run without any length is not known', run([step('easy', null)]), 0, false],
    ['a total in time says the rest is not known', run([step('work', far(1000))], inAll(long(2400))), 1000, false],
    [
      'a total in time with its distance beside it',
      run([], {
        total: {
          extent: {
            kind: 'time',
            duration: seconds(5400),
            unit: 's',
            or: { kind: 'distance', distance: metres(14_500), unit: 'm' },
          },
          role: null,
          target: null,
        },
      }),
      14_500,
      true,
    ],
    [
      'the first of two options',
      run([step('easy', far(5000))], { alternatives: [run([], { kind: 'rest' })] }),
      5000,
      true,
    ],
  ])('%s', (_name, workout, sum, complete) => {
    expect(statedDistance(workout)).toEqual({ sum, complete })
  })

  test('the far ends of ranges where they are asked for', () => {
    const set = times(6, [step('work', far(400))], { timesTo: 8, between: jog(200) })
    expect(statedDistance(run([step('easy', far(8000, 10_000)), set]), 'high')).toEqual({
      sum: 10_000 + 8 * 400 + 7 * 200,
      complete: true,
    })
    expect(statedDistance(run([step('easy', far(8000, 10_000)), set]))).toEqual({
      sum: 8000 + 6 * 400 + 5 * 200,
      complete: true,
    })
  })
})

describe('the time that a text states', () => {
  test.each<[string, Workout, number, boolean]>([
    [
      'a sum of times, standing included',
      run([
        step('warmup', long(600)),
        times(3, [step('work', long(480))], { between: step('rest', long(120), 'stand') }),
      ]),
      2280,
      true,
    ],
    [
      'blocks beside running',
      run([{ kind: 'other', activity: 'cross', extent: long(2400) }], { kind: 'cross' }),
      2400,
      true,
    ],
    ['distances are not known', run([step('easy', far(5000)), step('work', long(600))]), 600, false],
    ['repeated until a budget', run([times(null, [step('work', long(60))], { until: long(1200) })]), 1200, true],
    ['a total', run([times(6, [step('pickups', long(20))])], inAll(long(2100, 2400))), 2100, true],
  ])('%s', (_name, workout, sum, complete) => {
    expect(statedDuration(workout)).toEqual({ sum, complete })
  })
})
