import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../fit/recorded.ts'
import { tcxActivities } from '../samples/recordings.arbitrary.ts'
import { makeTcx } from './make.ts'
import { parseTcx } from './parse.ts'

const encoder = new TextEncoder()

const through = (activity: Activity): Activity | undefined => {
  const result = parseTcx(encoder.encode(makeTcx(activity) ?? ''))
  return result.ok ? result.value.activities[0] : undefined
}

describe('what is written as TCX', () => {
  test('comes back as it went', () => {
    fc.assert(
      fc.property(tcxActivities, (activity) => {
        expect(through(activity)).toEqual(activity)
      }),
      { numRuns: 150 },
    )
  })

  test('has the parts of several sports in one session', () => {
    fc.assert(
      fc.property(tcxActivities, tcxActivities, (one, other) => {
        const laps = [...one.laps, ...other.laps.map((lap) => ({ ...lap, start: (lap.start ?? 0) + 1e6 }))]
        const [first, second] = [one.sessions[0], other.sessions[0]]
        const sessions = [first, { ...second, start: 1e6, firstLap: one.laps.length }]
        const both = { ...one, laps, sessions, pauses: [] } as unknown as Activity
        const found = through(both)
        expect(found?.sessions).toEqual(sessions)
        expect(found?.laps).toEqual(laps)
      }),
      { numRuns: 30 },
    )
  })

  test('is nothing where there is no date', () => {
    const [activity] = fc.sample(tcxActivities, 1)
    expect(activity && makeTcx({ ...activity, start: null })).toBeUndefined()
  })
})
