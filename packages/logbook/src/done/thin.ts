import type { Timeline } from '@bell-lap/core'
import type { StreamView } from '../views/done.ts'

/** Seconds that stay, whatever is thinned: where a repetition begins and ends. */
export type Edges = readonly number[]

const lowAndHigh = (column: Float64Array, from: number, to: number): readonly number[] => {
  let [low, high] = [-1, -1]
  for (let second = from; second < to; second++) {
    const value = column[second] ?? NaN
    if (Number.isNaN(value)) continue
    if (low < 0 || value < (column[low] ?? 0)) low = second
    if (high < 0 || value > (column[high] ?? 0)) high = second
  }
  return low < 0 ? [] : [low, high]
}

/**
 * Seconds that a chart of so many points needs: of each equal stretch the slowest and the fastest second, so that no peak
 * is lost, the first and the last, and the edges. In order, each once; never more than `points`.
 */
export const secondsKept = (speed: Float64Array, points: number, edges: Edges): readonly number[] => {
  const count = speed.length
  if (count <= points) return Array.from({ length: count }, (_, second) => second)
  const within = edges.map(Math.round).filter((second) => second > 0 && second < count - 1)
  const kept = new Set([0, count - 1, ...within.slice(0, Math.max(0, points - 2))])
  const stretches = Math.floor((points - kept.size) / 2)
  for (let stretch = 0; stretch < stretches; stretch++) {
    const [from, to] = [Math.floor((stretch * count) / stretches), Math.floor(((stretch + 1) * count) / stretches)]
    const found = lowAndHigh(speed, from, to)
    for (const second of found.length > 0 ? found : [from]) kept.add(second)
  }
  return [...kept].toSorted((one, other) => one - other)
}

const valuesAt = (column: Float64Array | undefined, kept: readonly number[], decimals: number): (number | null)[] =>
  kept.map((second) => {
    const value = column?.[second] ?? NaN
    return Number.isNaN(value) ? null : Number(value.toFixed(decimals))
  })

/** Speed, heart rate, height and way over time for a screen of so many points. */
export const streamView = (timeline: Timeline, points: number, edges: Edges): StreamView => {
  const kept = secondsKept(timeline.speed, points, edges)
  const known = timeline.source !== 'none'
  return {
    time_s: [...kept],
    speed_mps: valuesAt(known ? timeline.speed : undefined, kept, 3),
    heart_rate_bpm: valuesAt(timeline.heartRate, kept, 0),
    altitude_m: valuesAt(timeline.altitude, kept, 1),
    distance_m: valuesAt(known ? timeline.covered : undefined, kept, 1),
  }
}
