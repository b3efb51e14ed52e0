/** One stretch of a race. */
export interface Split {
  /** Metres. */
  readonly distance: number
  /** Seconds. */
  readonly time: number
}

export const PACING_SHAPES = ['negative', 'even', 'positive'] as const
export type PacingShape = (typeof PACING_SHAPES)[number]

/** How a race was paced (Abbiss & Laursen 2008, Sports Med 38:239). */
export interface Pacing {
  /** Sample standard deviation of the splits' paces over their mean, in per cent. */
  readonly cv: number
  /** Second half over first half by distance: above 1.01 positive, below 0.99 negative (convention). */
  readonly halves: number
  readonly shape: PacingShape
  /** First and last split both faster than the mean of those between. */
  readonly uShaped: boolean
}

const EVEN = 0.01

/** Seconds at which so many metres were covered, a straight line within each split. */
const timeAt = (splits: readonly Split[], distance: number): number => {
  let [covered, time] = [0, 0]
  for (const split of splits) {
    if (covered + split.distance >= distance) return time + (split.time * (distance - covered)) / split.distance
    covered += split.distance
    time += split.time
  }
  return time
}

/** Undefined for fewer than two splits, and for splits without length. */
export const pacingOf = (splits: readonly Split[]): Pacing | undefined => {
  if (splits.length < 2 || splits.some(({ distance, time }) => !(distance > 0) || !(time > 0))) return undefined
  const distance = splits.reduce((sum, split) => sum + split.distance, 0)
  const time = splits.reduce((sum, split) => sum + split.time, 0)
  const half = timeAt(splits, distance / 2)
  const halves = (time - half) / half
  const paces = splits.map((split) => split.time / split.distance)
  const mean = paces.reduce((sum, pace) => sum + pace, 0) / paces.length
  const spread = paces.reduce((sum, pace) => sum + (pace - mean) ** 2, 0) / (paces.length - 1)
  const between = paces.slice(1, -1)
  const middle = between.reduce((sum, pace) => sum + pace, 0) / between.length
  return {
    cv: (100 * Math.sqrt(spread)) / mean,
    halves,
    shape: halves > 1 + EVEN ? 'positive' : halves < 1 - EVEN ? 'negative' : 'even',
    uShaped: between.length > 0 && (paces[0] ?? 0) < middle && (paces.at(-1) ?? 0) < middle,
  }
}

/** Speed over the last stretch against the mean speed before it: 1.05 is a kick of 5 %. */
export const kickOf = (before: Split, last: Split): number =>
  last.distance / last.time / (before.distance / before.time)
