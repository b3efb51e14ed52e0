import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activities, styles } from './activity.arbitrary.ts'
import { makeFitActivity } from './make.ts'
import { parseFit } from './parse.ts'
import type { ProblemCode } from './recorded.ts'

/** What a sound file may be told: what its device did not write, and what its clock did. */
const OF_THE_RECORDING: readonly ProblemCode[] = [
  'no-session',
  'no-samples',
  'no-date',
  'clock-jump',
  'impossible-position',
]

describe('a recording that is written and read again', () => {
  test('is the same, however a device would write it', () => {
    fc.assert(
      fc.property(activities, styles, fc.boolean(), (activity, style, beyondDamage) => {
        const read = parseFit(makeFitActivity(activity, style), { beyondDamage })
        expect(read.ok).toBe(true)
        if (!read.ok) return
        expect({ ...read.value.activity, problems: [] }).toEqual(activity)
        expect(read.value.problems.filter(({ code }) => !OF_THE_RECORDING.includes(code))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
