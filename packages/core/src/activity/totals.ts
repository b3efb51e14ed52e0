import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import type { Activity } from './activity.ts'
import type { Timeline } from './timeline.ts'

/** What a recording comes to. */
export interface Totals {
  /** From start to end, stops included. */
  readonly elapsed: Duration
  /** Without the stops of the timer. */
  readonly timer: Duration
  readonly moving: Duration
  readonly distance: Distance
  /** The file says so itself; else it is computed from the samples. */
  readonly stated: boolean
}

/** Slower is standing, metres a second. */
const STANDING = 0.5

const movingOf = ({ speed, running }: Timeline): number => {
  let moving = 0
  for (let second = 0; second < speed.length; second++) {
    if (running[second] && (speed[second] ?? 0) >= STANDING) moving++
  }
  return moving
}

const sumOf = (values: readonly (number | undefined)[]): number | undefined =>
  values.length === 0 || values.some((value) => value === undefined)
    ? undefined
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/**
 * Totals as the file's own sessions state them, several summed up; what they do not state comes from the samples, and
 * only without any from the laps: a recording that broke off has a stub of a lap, and all its samples.
 */
export const totalsOf = (activity: Activity, timeline: Timeline): Totals => {
  const { sessions, laps } = activity
  const stopped = timeline.running.reduce((sum, on) => sum + (on ? 0 : 1), 0)
  const span = Math.max(0, timeline.count - 1)
  const covered = (timeline.covered.at(-1) ?? 0) - (timeline.covered[0] ?? 0)
  const distance = sumOf(sessions.map((session) => session.distance))
  const timer = sumOf(sessions.map((session) => session.timer)) ?? (span > stopped ? span - stopped : undefined)
  const run = timer ?? sumOf(laps.map((lap) => lap.timer)) ?? 0
  const moving = sumOf(sessions.map((session) => session.moving)) ?? movingOf(timeline)
  return {
    elapsed: seconds(sumOf(sessions.map((session) => session.elapsed)) ?? Math.max(span, run)),
    timer: seconds(run),
    moving: seconds(Math.min(moving, run)),
    distance: metres(distance ?? (covered > 0 ? covered : (sumOf(laps.map((lap) => lap.distance)) ?? 0))),
    stated: distance !== undefined,
  }
}
