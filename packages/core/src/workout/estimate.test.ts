import { describe, expect, test } from 'vitest'
import type { PaceName } from '../pace/names.ts'
import { metres, miles } from '../units/distance.ts'
import { minutes, seconds } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import { estimate, type Estimate, type SpeedAt } from './estimate.ts'
import type { Extent, Mode, Part, Repeat, Role, Step, Target, Total, Workout } from './workout.ts'

const SPEEDS: { readonly [Name in PaceName]?: number } = {
  easy: 3,
  recovery: 2.5,
  long: 3,
  steady: 3.3,
  marathon: 3.5,
  threshold: 4,
  '5K': 4.2,
  mile: 4.6,
  '800': 5,
  max: 7,
  stride: 4.8,
}
const speedAt: SpeedAt = (pace) => {
  const speed = SPEEDS[pace]
  return speed === undefined ? undefined : metresPerSecond(speed)
}

const far = (length: number): Extent => ({ kind: 'distance', distance: metres(length), unit: 'm' })
const long = (duration: number): Extent => ({ kind: 'time', duration: seconds(duration), unit: 's' })
const at = (pace: PaceName): Target => ({ kind: 'pace', pace })
const step = (role: Role, extent: Extent | null, rest: { target?: Target; mode?: Mode } = {}): Step => ({
  kind: 'step',
  role,
  extent,
  target: rest.target ?? null,
  ...(rest.mode ? { mode: rest.mode } : {}),
})
const times = (count: number, one: Part, rest: Partial<Repeat> = {}): Repeat => ({
  kind: 'repeat',
  times: count,
  steps: [one],
  between: null,
  afterLast: false,
  ...rest,
})
const run = (steps: readonly Part[], total: Total | null = null): Workout => ({
  kind: 'run',
  total,
  remainder: total ? 'easy' : null,
  steps,
  alternatives: [],
})
const totalOf = (extent: Total['extent']): Total => ({ extent, role: null, target: null })

const sums = ({ distance, duration }: Estimate) => [distance, duration]

describe('what a workout comes to', () => {
  test('repetitions and jogs, both measures', () => {
    const set = times(5, step('work', far(1000), { target: at('threshold') }), {
      between: step('recovery', far(240), { mode: 'jog' }),
    })
    // A jog is 0.8 of easy: 2.4 m/s.
    expect(sums(estimate(run([set]), speedAt))).toEqual([5000 + 4 * 240, 5 * 250 + 4 * 100])
  })

  test('the rest of a total is easy, and stands last', () => {
    const workout = run([step('tempo', long(600))], totalOf({ kind: 'distance', distance: metres(8400), unit: 'm' }))
    const { bouts, distance, duration } = estimate(workout, speedAt)
    expect([distance, duration]).toEqual([8400, 600 + 6000 / 3])
    expect(bouts.at(-1)).toMatchObject({ unlisted: true, family: 'easy', distance: 6000 })
  })

  test('the rest of a hard total is hard', () => {
    const total: Total = {
      extent: { kind: 'time', duration: minutes(29), unit: 'min' },
      role: 'tempo',
      target: at('threshold'),
    }
    const workout = {
      ...run([times(6, step('work', long(20), { target: at('mile') }))], total),
      remainder: 'tempo' as const,
    }
    const { bouts, duration } = estimate(workout, speedAt)
    expect(duration).toBe(29 * 60)
    expect(bouts.at(-1)).toMatchObject({ family: 'threshold', duration: 29 * 60 - 120 })
  })

  test('steps that make up a total leave no rest', () => {
    const workout = {
      ...run(
        [step('warmup', long(720)), step('tempo', long(1500))],
        totalOf({ kind: 'distance', distance: metres(8000), unit: 'm' }),
      ),
      remainder: null,
    }
    const { bouts, distance, duration } = estimate(workout, speedAt)
    expect([bouts.length, distance, duration]).toEqual([2, 8000, 2220])
  })

  test('what is called remaining takes the rest', () => {
    const workout = run(
      [step('tempo', far(4000)), step('cooldown', { kind: 'remaining' })],
      totalOf({ kind: 'distance', distance: metres(10_000), unit: 'm' }),
    )
    const { bouts, duration } = estimate(workout, speedAt)
    expect(bouts).toHaveLength(2)
    expect([bouts[1]?.distance, duration]).toEqual([6000, 1000 + 2000])
  })

  test('parts inside a length count once', () => {
    const total: Total = { extent: { kind: 'time', duration: seconds(1200), unit: 's' }, role: 'tempo', target: null }
    const within = times(1, times(5, step('work', long(20), { target: at('mile') })), { form: 'within', total })
    expect(sums(estimate(run([within]), speedAt))).toEqual([5 * 20 * 4.6 + 1100 * 4, 1200])
  })

  test('bouts without a length lie inside the rest of a total; without a total nobody can tell', () => {
    const strides = times(6, step('strides', null))
    expect(
      sums(estimate(run([strides], totalOf({ kind: 'distance', distance: miles(5), unit: 'mi' })), speedAt)),
    ).toEqual([miles(5), miles(5) / 3])
    expect(sums(estimate(run([strides]), speedAt))).toEqual([null, null])
  })

  test('without speeds only what is stated is known', () => {
    expect(sums(estimate(run([step('easy', far(8000))]), () => undefined))).toEqual([8000, null])
  })
})

describe('recoveries', () => {
  const between = (extent: Extent | null, mode?: Mode) => {
    const set = times(2, step('work', far(400), { target: at('5K') }), {
      between: step('recovery', extent, mode ? { mode } : {}),
    })
    return estimate(run([set]), speedAt).bouts[1]
  }

  test('as long as the repetition, in its own measure', () => {
    expect(between({ kind: 'relative', relative: 'equal' }, 'jog')?.distance).toBe(400)
    expect(between({ kind: 'relative', relative: 'half' }, 'jog')?.distance).toBe(200)
    expect(between({ kind: 'relative', relative: 'equal', measure: 'time' }, 'jog')?.duration).toBeCloseTo(400 / 4.2)
  })

  test('a complete recovery is assumed to take three times the repetition', () => {
    expect(between({ kind: 'relative', relative: 'full' })).toMatchObject({ duration: (400 / 4.2) * 3, assumed: true })
  })

  test('a start every so often leaves the rest of it', () => {
    expect(between({ kind: 'cycle', duration: seconds(180), unit: 's' })?.duration).toBeCloseTo(180 - 400 / 4.2)
  })

  test('the way back and down is a way, also after time', () => {
    const hill = times(2, step('hill', long(45), { target: at('mile') }), {
      between: step('recovery', { kind: 'relative', relative: 'down' }, { mode: 'jog' }),
    })
    expect(estimate(run([hill]), speedAt).bouts[1]?.distance).toBeCloseTo(45 * 4.6)
  })

  test('a rest in metres is covered, one in seconds is stood', () => {
    const rest = (extent: Extent) => estimate(run([step('work', far(400)), step('rest', extent)]), speedAt).bouts[1]
    expect(rest(far(240))?.duration).toBeCloseTo(100)
    expect(rest(long(90))).toMatchObject({ distance: 0, duration: 90 })
  })

  test('a recovery run is running, at recovery pace, and no rest', () => {
    const [bout] = estimate(run([step('recovery', far(10_000))]), speedAt).bouts
    expect(bout).toMatchObject({ recovery: false, duration: 4000 })
  })
})
