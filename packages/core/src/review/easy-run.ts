import type { Athlete } from '../athlete/athlete.ts'
import type { Timeline } from '../activity/timeline.ts'
import { plainNumber } from '../units/text.ts'

/** Easy running is too hard above 89 % of threshold heart rate or 80 % of a measured maximum (R43, defaults). */
const OF_THRESHOLD = 0.89
const OF_MAXIMUM = 0.8
/** For more than this share of the time after the first ten minutes. */
const MOST = 0.2
const SETTLING = 600

/**
 * Says whether an easy run was run too hard; undefined where no heart rate was measured, or the athlete has neither a
 * threshold nor a measured maximum: 220 minus age proves nothing.
 */
export const easyEffort = (
  timeline: Timeline,
  athlete: Athlete | undefined,
): { readonly tooHard: boolean; readonly reason: string } | undefined => {
  const { heartRate } = timeline
  const threshold = athlete?.thresholdHeartRate
  const maximum = athlete?.maxHeartRate
  const limit = threshold ? threshold * OF_THRESHOLD : maximum ? maximum * OF_MAXIMUM : undefined
  if (!heartRate || limit === undefined) return undefined
  let [above, known] = [0, 0]
  for (const rate of heartRate.subarray(SETTLING)) {
    if (Number.isNaN(rate)) continue
    known++
    if (rate > limit) above++
  }
  if (known === 0) return undefined
  const share = above / known
  const basis = threshold
    ? `89 % of threshold, ${Math.round(limit)}/min`
    : `80 % of the maximum, ${Math.round(limit)}/min`
  const text = `heart rate was above ${basis} for ${plainNumber(100 * share, 0)} % of the time after the first 10 min`
  const tooHard = share > MOST
  return { tooHard, reason: tooHard ? `Easy running was too hard: ${text} (R43).` : `Easy enough: ${text} (R43).` }
}
