import { describe, expect, test } from 'vitest'
import { metres } from '../units/distance.ts'
import { minutes, seconds } from '../units/duration.ts'
import { flatten, isRecovery, MOST_BOUTS } from './flatten.ts'
import type { Extent, Part, Repeat, Step, Workout } from './workout.ts'

const run = (...steps: Part[]): Workout => ({ kind: 'run', total: null, remainder: null, steps, alternatives: [] })
const far = (length: number): Extent => ({ kind: 'distance', distance: metres(length), unit: 'm' })
const work = (length: number): Step => ({ kind: 'step', role: 'work', extent: far(length), target: null })
const jog = (length: number): Step => ({
  kind: 'step',
  role: 'recovery',
  extent: far(length),
  target: null,
  mode: 'jog',
})
const times = (count: number | null, steps: readonly Part[], rest: Partial<Repeat> = {}): Repeat => ({
  kind: 'repeat',
  times: count,
  steps,
  between: null,
  afterLast: false,
  ...rest,
})

const lengths = (workout: Workout): readonly (number | string)[] =>
  flatten(workout).map(({ step: { extent } }) =>
    extent?.kind === 'distance' ? extent.distance : (extent?.kind ?? '-'),
  )

describe('writing a workout out', () => {
  test('a recovery stands between repetitions, or after each', () => {
    expect(lengths(run(times(3, [work(400)], { between: jog(200) })))).toEqual([400, 200, 400, 200, 400])
    expect(lengths(run(times(2, [work(400)], { between: jog(200), afterLast: true })))).toEqual([400, 200, 400, 200])
  })

  test('sets of sets, with their own recoveries', () => {
    const inner = times(2, [work(200)], { between: jog(100) })
    expect(lengths(run(times(2, [inner], { between: jog(600) })))).toEqual([200, 100, 200, 600, 200, 100, 200])
  })

  test('a ladder is run once, with the recovery between its rungs', () => {
    const ladder = times(1, [work(300), work(600), work(300)], { form: 'ladder', between: jog(200) })
    expect(lengths(run(ladder))).toEqual([300, 200, 600, 200, 300])
  })

  test('parts inside a length are followed by the rest of it', () => {
    const tempo = { extent: { kind: 'time', duration: minutes(29), unit: 'min' }, role: 'tempo', target: null } as const
    const bouts = flatten(run(times(1, [times(3, [work(100)])], { form: 'within', total: tempo })))
    expect(bouts.map(({ step }) => step.role)).toEqual(['work', 'work', 'work', 'tempo'])
    expect(bouts.at(-1)?.fills).toEqual({ extent: tempo.extent, after: 3 })
  })

  test('paths address the parts, repetitions count', () => {
    const bouts = flatten(run(work(1000), times(2, [work(400)], { between: jog(200) })))
    expect(bouts.map(({ path, repetition }) => [path, repetition])).toEqual([
      [[0], 0],
      [[1, 0], 0],
      [[1, 'between'], 0],
      [[1, 0], 1],
    ])
  })

  test('a count that is not stated is written out once', () => {
    expect(lengths(run(times(null, [work(400)], { between: jog(200) })))).toEqual([400])
  })

  test('no count makes it run on for ever', () => {
    expect(flatten(run(times(1e9, [work(400)], { between: jog(200) })))).toHaveLength(MOST_BOUTS)
    expect(flatten(run(times(1e9, [times(1e9, [])])))).toEqual([])
  })

  test('rests, recoveries and floats are rest, work is not', () => {
    const rest: Step = {
      kind: 'step',
      role: 'rest',
      extent: { kind: 'time', duration: seconds(90), unit: 's' },
      target: null,
    }
    expect([rest, jog(200), { ...jog(200), role: 'float' as const }, work(400)].map(isRecovery)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})
