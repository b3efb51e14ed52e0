import { describe, expect, test } from 'vitest'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Workout } from '../workout/workout.ts'
import { parseSplits, reviewSplits } from './splits.ts'

const repeats = (times: number, distance: number): Workout => ({
  kind: 'run',
  total: null,
  remainder: null,
  alternatives: [],
  steps: [
    {
      kind: 'repeat',
      times,
      between: {
        kind: 'step',
        role: 'recovery',
        extent: { kind: 'distance', distance: metres(200), unit: 'm' },
        target: null,
      },
      afterLast: false,
      steps: [
        {
          kind: 'step',
          role: 'work',
          extent: { kind: 'distance', distance: metres(distance), unit: 'm' },
          target: { kind: 'rep time', time: seconds(70), to: seconds(73) },
        },
      ],
    },
  ],
})
const read = (text: string): readonly number[] => {
  const splits = parseSplits(text)
  return splits.ok ? splits.value : []
}

describe('splits as typed', () => {
  test.each([
    ['71 72 70 73', [71, 72, 70, 73]],
    ['71.4, 72.1, 70', [71.4, 72.1, 70]],
    ['1:11 1:12.5', [71, 72.5]],
    ['8x400: 71/72/70 (200 jog) 73', [71, 72, 70, 73]],
    ['71,4 72,1', [71.4, 72.1]],
    ['3:35; 3:36; 3:40', [215, 216, 220]],
    ['71s 72"', [71, 72]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
  test('no splits', () => expect(parseSplits('felt good').ok).toBe(false))
})

describe('splits reviewed', () => {
  test('on, fast and slow by the target', () => {
    const { reps, verdict } = reviewSplits(read('71 68 72 76').map(seconds), repeats(4, 400))
    expect(reps.map((rep) => rep.verdict)).toEqual(['on', 'fast', 'on', 'slow'])
    expect(verdict).toBe('close')
  })
  test('too few are missed, too many extra', () => {
    expect(reviewSplits(read('71 72').map(seconds), repeats(4, 400)).reps.map((rep) => rep.verdict)).toEqual([
      'on',
      'on',
      'missed',
      'missed',
    ])
    expect(reviewSplits(read('71 72 71').map(seconds), repeats(2, 400)).reps.map((rep) => rep.verdict)).toEqual([
      'on',
      'on',
      'extra',
    ])
  })
  test('laps of longer repetitions are summed up', () => {
    const { reps } = reviewSplits(read('35 36 35 37').map(seconds), repeats(2, 400))
    expect(reps.map((rep) => rep.duration)).toEqual([71, 72])
  })
  test('fade and evenness', () => {
    const { fadePercent, cvPercent, because } = reviewSplits(read('200 201 199 203 205').map(seconds), repeats(5, 1000))
    expect(fadePercent).toBeCloseTo(2.5, 6)
    expect(cvPercent).toBeCloseTo(1.1946, 4)
    expect(because.join(' ')).toContain('1.2 %')
  })
})
