/** Beat-to-beat variability of a recording at rest. Times in milliseconds. */
export interface Variability {
  readonly rmssd: number
  readonly logRmssd: number
  /** Sample standard deviation of the intervals. */
  readonly sdnn: number
  /** Beats a minute. */
  readonly heartRate: number
  readonly removed: number
}

const SHORTEST = 300
const LONGEST = 2000
/** Beats to each side whose median an interval is held against. */
const NEIGHBOURS = 5
const MOST_OFF = 0.2
const MOST_REMOVED = 0.05
const FEWEST_BEATS = 50

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** Which intervals (ms) are beats: 300 to 2000 ms, and within 20 % of the median of their neighbours (Malik 1989). */
export const soundBeats = (intervals: readonly number[]): readonly boolean[] =>
  intervals.map((interval, index) => {
    if (!(interval >= SHORTEST && interval <= LONGEST)) return false
    const around = intervals
      .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
      .filter((value) => value >= SHORTEST && value <= LONGEST)
    const middle = median(around)
    return Math.abs(interval - middle) <= MOST_OFF * middle
  })

/**
 * RMSSD of RR intervals in milliseconds; no difference is taken across a removed beat. Undefined with fewer than
 * `fewest` beats (50 for a morning's measurement), or where more than 5 % had to be removed.
 */
export const variabilityOf = (intervals: readonly number[], fewest = FEWEST_BEATS): Variability | undefined => {
  const sound = soundBeats(intervals)
  const beats = intervals.filter((_, index) => sound[index])
  const removed = intervals.length - beats.length
  if (beats.length < Math.max(2, fewest) || removed > MOST_REMOVED * intervals.length) return undefined
  let [squares, differences] = [0, 0]
  for (let index = 1; index < intervals.length; index++) {
    if (!sound[index] || !sound[index - 1]) continue
    squares += ((intervals[index] ?? 0) - (intervals[index - 1] ?? 0)) ** 2
    differences++
  }
  if (differences === 0) return undefined
  const mean = beats.reduce((sum, beat) => sum + beat, 0) / beats.length
  const spread = beats.reduce((sum, beat) => sum + (beat - mean) ** 2, 0) / (beats.length - 1)
  const rmssd = Math.sqrt(squares / differences)
  return { rmssd, logRmssd: Math.log(rmssd), sdnn: Math.sqrt(spread), heartRate: 60_000 / mean, removed }
}
