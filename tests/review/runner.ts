import type { Random } from './random.ts'

/** What the simulator's runners and devices are made of; the values come from the recordings in ../shared/data. */
export interface Parameters {
  /** Spread of the speed within a repetition from one stretch of 10 s to the next, as a share. */
  readonly wobble: number
  /** Spread, in seconds, of the press of the button around the change of speed. */
  readonly press: number
  /** Seconds that a runner takes to 63 % of a new speed. */
  readonly runnerLag: number
  /** Spread of the distance counted in one second, as a share of the speed. */
  readonly jitter: number
  /** Seconds of a running mean that the device's distance goes through. */
  readonly smoothing: number
  /** Share of the repetitions in which positions stand still and leap from second to second. */
  readonly bursts: number
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

/** What is left of a deviation of the speed a second later, and its spread over that of means of ten seconds. */
const KEPT = 0.9
const OF_TEN = 1.25
/** No press is further off than so many spreads: beyond it is a missed press. */
const MOST_OFF = 2

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
      wobble = KEPT * wobble + Math.sqrt(1 - KEPT ** 2) * OF_TEN * parameters.wobble * random.normal()
      now += (leg.speed * form - now) / Math.max(1, lag)
      const speed = Math.max(0, now * (1 + wobble))
      speeds.push(speed)
      covered += speed
    }
    bounds.push({ leg, start, end: speeds.length })
  }
  for (let index = 1; index < bounds.length; index++) {
    const [before, here] = [bounds[index - 1], bounds[index]]
    if (!before || !here || here.leg.paused || before.leg.paused) continue
    const off = Math.max(-MOST_OFF, Math.min(MOST_OFF, random.normal())) * parameters.press
    here.start = Math.max(before.start + 2, Math.min(here.end - 2, Math.round(here.start + off)))
    before.end = here.start
  }
  const reps = bounds.filter(({ leg }) => leg.kind === 'rep')
  const truths = reps.map(({ leg, start, end }) => ({ start, end, length: leg.length }))
  return { speed: Float64Array.from(speeds), truths, bounds }
}
