import type { Random } from './random.ts'

/** What the simulator's runners and devices are made of; the values come from the recordings in ../shared/data. */
export interface Parameters {
  /** Spread of the speed within a repetition over 10 s, as a share. */
  readonly wobble: number
  /** Seconds that a runner takes to 63 % of a new speed. */
  readonly runnerLag: number
  /** Spread of the distance counted in one second, as a share of the speed. */
  readonly jitter: number
  /** Seconds of a running mean that the device's distance goes through. */
  readonly smoothing: number
}

/** A stretch of true running. */
export interface Leg {
  readonly kind: 'easy' | 'rep' | 'recovery'
  /** Metres a second aimed at. */
  readonly speed: number
  /** One of both. */
  readonly distance?: number
  readonly duration?: number
  /** Planned length in seconds, for the table by length. */
  readonly length: number
  /** The timer is stopped meanwhile. */
  readonly paused?: boolean
}

export interface Truth {
  readonly start: number
  readonly end: number
  readonly length: number
}

/** What was really run, second by second. */
export interface Run {
  readonly speed: Float64Array
  readonly truths: readonly Truth[]
  readonly bounds: readonly { readonly leg: Leg; readonly start: number; readonly end: number }[]
}

/** Runs the legs one after the other: speed lags behind the aim, and wobbles. */
export const runLegs = (legs: readonly Leg[], parameters: Parameters, random: Random): Run => {
  const speeds: number[] = []
  const bounds: { leg: Leg; start: number; end: number }[] = []
  const lag = parameters.runnerLag * random.between(0.6, 1.5)
  let [now, wobble] = [0, 0]
  for (const leg of legs) {
    const start = speeds.length
    const form = leg.kind === 'rep' ? 1 + 0.02 * random.normal() : 1 + 0.05 * random.normal()
    let covered = 0
    while (leg.distance === undefined ? speeds.length - start < (leg.duration ?? 0) : covered < leg.distance) {
      wobble = 0.9 * wobble + Math.sqrt(1 - 0.81) * parameters.wobble * random.normal()
      now += (leg.speed * form - now) / Math.max(1, lag)
      const speed = Math.max(0, now * (1 + wobble))
      speeds.push(speed)
      covered += speed
    }
    bounds.push({ leg, start, end: speeds.length })
  }
  const reps = bounds.filter(({ leg }) => leg.kind === 'rep')
  const truths = reps.map(({ leg, start, end }) => ({ start, end, length: leg.length }))
  return { speed: Float64Array.from(speeds), truths, bounds }
}
