import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../fit/recorded.ts'
import { distanceAlong } from '../samples/path.ts'
import { gpxActivities } from '../samples/recordings.arbitrary.ts'
import { makeGpx } from './make.ts'
import { parseGpx } from './parse.ts'

const encoder = new TextEncoder()

/** Rows at which a track or a segment begins. */
const breaksOf = ({ sessions, pauses, samples }: Activity): number[] => {
  const starts = [...sessions.map(({ start }) => start ?? 0), ...pauses.map(({ end }) => end)]
  return starts.map((start) => samples.time.indexOf(start)).toSorted((one, other) => one - other)
}

describe('what is written as GPX', () => {
  test('comes back as it went, with the distance of its positions', () => {
    fc.assert(
      fc.property(gpxActivities, (activity) => {
        const result = parseGpx(encoder.encode(makeGpx(activity)))
        const found = result.ok ? result.value.activity : undefined
        const { latitude = new Float64Array(), longitude = new Float64Array() } = activity.samples
        const distance = distanceAlong(latitude, longitude, breaksOf(activity))
        expect(found).toEqual({
          ...activity,
          samples: { ...activity.samples, distance },
          problems: [expect.objectContaining({ code: 'no-distance' })],
        })
      }),
      { numRuns: 150 },
    )
  })

  test('has no times where there is no date', () => {
    const [activity] = fc.sample(gpxActivities, 1)
    const result = activity && parseGpx(encoder.encode(makeGpx({ ...activity, start: null })))
    expect(result?.ok === true && result.value.activity.start).toBeNull()
    expect(result?.ok === true && result.value.problems.map(({ code }) => code)).toContain('no-times')
  })
})
