import { describe, expect, test } from 'vitest'
import { reviewActivity } from '../../packages/core/src/review/review.ts'
import type { Review } from '../../packages/core/src/review/reviewed.ts'
import { readWorkout } from '../../packages/formats/src/plan-text/prose/read-workout.ts'
import { activityIn, hasShared, sharedSessions, truthsOf, type SharedSession } from './shared-sessions.ts'

const run = ({ reps }: Review): readonly { start: number; end: number; timer: number }[] =>
  reps.flatMap(({ start, end, timer }) =>
    start === null || end === null || timer === null ? [] : [{ start, end, timer }],
  )
const reviewOf = ({ activity, text }: SharedSession, ignoreLaps = false): Review =>
  reviewActivity(activity, { workout: readWorkout(text, {}).workout, ignoreLaps })

const known = hasShared ? describe : describe.skip
known(`interval sessions of ../shared/data${hasShared ? '' : ' (absent: skipped)'}`, () => {
  const sessions = sharedSessions()

  test.each(sessions)('with laps every repetition of $text, and no other, within 1 s', (session) => {
    const [found, truths] = [run(reviewOf(session)), truthsOf(session)]
    expect(found).toHaveLength(truths.length)
    truths.forEach(({ start, end }, index) => {
      expect(Math.abs((found[index]?.start ?? NaN) - start)).toBeLessThanOrEqual(1)
      expect(Math.abs((found[index]?.end ?? NaN) - end)).toBeLessThanOrEqual(1)
      expect(Math.abs((found[index]?.timer ?? NaN) - (end - start))).toBeLessThanOrEqual(1)
    })
  })

  test('without laps: F1 at least 0.93 with both ends within 8 s, median at most 3 s', () => {
    let [hits, all] = [0, 0]
    const offs: number[] = []
    for (const session of sessions) {
      const [found, truths] = [run(reviewOf(session, true)), truthsOf(session)]
      all += found.length + truths.length
      for (const truth of truths) {
        const hit = found.find((rep) => Math.abs(rep.start - truth.start) <= 8 && Math.abs(rep.end - truth.end) <= 8)
        if (!hit) continue
        hits++
        offs.push(Math.abs(hit.start - truth.start), Math.abs(hit.end - truth.end))
      }
    }
    expect((2 * hits) / all).toBeGreaterThanOrEqual(0.93)
    expect(offs.toSorted((one, other) => one - other)[offs.length >> 1]).toBeLessThanOrEqual(3)
  })

  test('laps alone never make repetitions: a steady run with auto-laps has none', () => {
    const activity = activityIn('dtcooper__python-fitparse__compressed-speed-distance.fit')
    expect(activity.laps.length).toBeGreaterThan(8)
    const review = reviewActivity(activity, { workout: readWorkout('8 x 1000m @5K, jog 2min', {}).workout })
    expect(run(review).length).toBeLessThanOrEqual(2)
    expect(review.verdict).not.toBe('as planned')
  })

  test('what cannot be told is said so', () => {
    const activity = activityIn('martin-ueding__geo-activity-playground__2022-05-29-15-53-35_Laufen_Landal_Park.fit')
    const blind = {
      ...activity,
      laps: [],
      samples: { count: activity.samples.count, time: activity.samples.time, developer: [] },
    }
    const review = reviewActivity(blind, { workout: readWorkout('6 x 400m @mile, jog 200m', {}).workout })
    expect(review.confidence).toBe('cannot tell')
    expect(review.because[0]).toContain('Cannot tell')
  })
})
