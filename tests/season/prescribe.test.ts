import { describe, expect, test } from 'vitest'
import { prescribe } from '../../packages/core/src/season/prescribe.ts'
import type { PrescribedPart } from '../../packages/core/src/season/prescription.ts'
import { speedOver } from '../../packages/core/src/units/speed.ts'
import { metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { parseWorkout } from '../../packages/formats/src/plan-text/notation/parse-workout.ts'

/** Everything at 4:00/km, so that recoveries by time can be told from distances. */
const fourMinutes = {
  kind: 'speed',
  speed: { low: speedOver(metres(1000), seconds(240)), high: speedOver(metres(1000), seconds(240)) },
} as const

const told = (parts: readonly PrescribedPart[]): readonly string[] =>
  parts.map((part) => {
    if (part.kind === 'set') return `${part.times} x (${told(part.parts).join(', ')})`
    const { lasting, role, mode, cue } = part
    const length =
      lasting.kind === 'distance'
        ? `${Math.round(lasting.distance)}m`
        : lasting.kind === 'time'
          ? `${lasting.duration}s`
          : `until ${lasting.because.replace(/^until /, '')}`
    return `${mode ?? role} ${length}${cue === undefined ? '' : ` "${cue}"`}`
  })

const prescribed = (text: string) => {
  const workout = parseWorkout(text)
  if (!workout.ok) throw new Error(`${text}: ${workout.fault.message}`)
  return prescribe(
    workout.value,
    () => fourMinutes,
    (step) => step.role,
  )
}

describe('a workout as a watch counts it', () => {
  test.each([
    ['5 x 1000m @T, jog 200m', ['4 x (work 1000m, jog 200m)', 'work 1000m']],
    ['5 x 1000m @T, jog 200m after each', ['5 x (work 1000m, jog 200m)']],
    ['1000m @T', ['work 1000m']],
    ['20min tempo @T', ['tempo 1200s']],
    ['6 x 150m @mile, full recovery', ['5 x (work 150m, recovery until recovered)', 'work 150m']],
    ['8 x 45s hill @1500, jog down', ['7 x (hill 45s, jog until down the hill)', 'hill 45s']],
    ['(300m, 600m, 300m) @mile, jog equal', ['work 300m', 'jog 300m', 'work 600m', 'jog 600m', 'work 300m']],
    ['4 x 400m @5K, jog equal time', ['3 x (work 400m, jog 96s)', 'work 400m']],
    ['4 x 400m @5K, jog half', ['3 x (work 400m, jog 200m)', 'work 400m']],
    [
      '3 x (4 x 200m @800, float 200m @marathon after each), jog 600m',
      ['2 x (4 x (work 200m, float 200m), jog 600m)', '4 x (work 200m, float 200m)'],
    ],
    [
      '1600m @T + rest 2min + 2 x 1600m @5K, rest 90s',
      ['work 1600m', 'rest 120s', 'work 1600m', 'rest 90s', 'work 1600m'],
    ],
    ['6 x 120m @max, every 60s', ['5 x (work 120m, recovery until the next start, every 60 s)', 'work 120m']],
  ])('%s', (text, parts) => expect(told(prescribed(text).parts)).toEqual(parts))

  test('the easy running of a total lies around the set, by the button', () => {
    const { parts, assumptions } = prescribed('8mi with 5 x 1000m @T, jog 200m')
    expect(told(parts)).toEqual([
      'warmup until part of the total that the set leaves over',
      '4 x (work 1000m, jog 200m)',
      'work 1000m',
      'cooldown until part of the total that the set leaves over',
    ])
    expect(assumptions).toContain('the easy running of the total lies before and after the set')
  })

  test('a last part has what is left before it', () => {
    expect(told(prescribed('15km long with last 4km @marathon').parts)).toEqual(['long 11000m', 'work 4000m'])
  })

  test('the middle of a range is nobody’s to choose: the low end is taken and told', () => {
    const { parts, assumptions } = prescribed('6-8 x 400m @5K, jog 200m')
    expect(told(parts)).toEqual(['5 x (work 400m, jog 200m)', 'work 400m'])
    expect(assumptions).toEqual(['the low end of each range'])
  })

  test('bouts inside a longer one are its cue', () => {
    expect(told(prescribed('(29min tempo @T with 6 x 20s @mile) + rest 2min').parts)[0]).toBe(
      'tempo 1740s "with 6 x work"',
    )
  })

  test('paths address the steps of the plan', () => {
    const { parts } = prescribed('3 x (4 x 200m @800, jog 200m), jog 600m')
    const paths = (list: readonly PrescribedPart[]): unknown[] =>
      list.flatMap((part) => (part.kind === 'set' ? paths(part.parts) : [part.path]))
    expect(paths(parts)).toContainEqual([0, 0, 0])
    expect(paths(parts)).toContainEqual([0, 0, 'between'])
    expect(paths(parts)).toContainEqual([0, 'between'])
  })
})
