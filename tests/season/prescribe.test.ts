import { describe, expect, test } from 'vitest'
import { prescribe } from '../../packages/core/src/season/prescribe.ts'
import type { PrescribedPart } from '../../packages/core/src/season/prescription.ts'
import { speedOver } from '../../packages/core/src/units/speed.ts'
import { metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { makePart } from '../../packages/formats/src/plan-text/notation/make-part.ts'
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
          : lasting.kind === 'reps'
            ? `${lasting.reps} reps`
            : `until ${lasting.because.replace(/^until /, '')}`
    return `${mode ?? role} ${length}${cue === undefined ? '' : ` "${cue}"`}`
  })

const prescribed = (text: string) => {
  const workout = parseWorkout(text)
  if (!workout.ok) throw new Error(`${text}: ${workout.fault.message}`)
  return prescribe(workout.value, () => fourMinutes, makePart)
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
    ['10 x 20s @max, every 60s', ['9 x (work 20s, recovery 40s)', 'work 20s']],
    [
      '10km as 2km easy + 20min tempo + remaining easy',
      ['easy 2000m', 'tempo 1200s', 'easy until what is left of the total'],
    ],
    ['10km as 2km easy + 3km tempo + remaining easy', ['easy 2000m', 'tempo 3000m', 'easy 5000m']],
    ['3 x 400m @5K, no rest', ['3 x (work 400m)']],
    ['1km easy + back squat 2 x 5, rest 2min + 1km easy', ['easy 1000m', '2 x (work 5 reps, rest 120s)', 'easy 1000m']],
    ['side plank 2 x 30s each side', ['2 x (work 30s "one side", work 30s "other side")']],
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
      'tempo 1740s "with 6 x 20s @mile"',
    )
  })

  test('a recovery that nobody states is unknown, not nothing', () => {
    const { parts, assumptions } = prescribed('8 x 150m @mile')
    expect(told(parts)).toEqual(['7 x (work 150m, recovery until the plan states no length)', 'work 150m'])
    expect(assumptions).toEqual(['a recovery that is not stated lasts until the button'])
    expect(told(prescribed('2 x (4 x 200m @800, jog 200m)').parts)).toEqual([
      '3 x (work 200m, jog 200m)',
      'work 200m',
      'recovery until the plan states no length',
      '3 x (work 200m, jog 200m)',
      'work 200m',
    ])
  })

  test('what stands between bouts already is their recovery', () => {
    expect(told(prescribed('6 x (400m @5K + jog 200m)').parts)).toEqual(['6 x (work 400m, jog 200m)'])
  })

  test('a tempo with bouts in it stays one tempo', () => {
    expect(told(prescribed('29min tempo @T with 6 x 20s @mile').parts)).toEqual(['tempo 1740s "with 6 x 20s @mile"'])
  })

  test('a last part ends the run', () => {
    expect(told(prescribed('12mi long with 6 x 20s pickups + last 2mi @T').parts).at(-1)).toMatch(/^work 3219m/)
  })

  test('what a total leaves is told to the bouts that share it', () => {
    const [first] = prescribed('8km with 4 x 1000m @T, jog 200m').parts
    expect(first?.kind === 'step' && first.lasting.kind === 'open' && first.lasting.left).toEqual({
      distance: 3400,
      duration: null,
      bouts: 2,
    })
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
