import type { Activity, Column, Samples } from '../fit/recorded.ts'
import { sameRun, startsTogether } from './same-run.ts'

/** A recording as far as it is needed to tell whether another one is of the same run. */
export interface KnownRun {
  readonly name: string
  readonly run: Activity
}

/** Another recording of the same run, and what speaks for it. */
export interface SameAs {
  readonly name: string
  readonly because: readonly string[]
}

/** Rows that are kept of each recording: thousands of recordings are held at a time. */
const ROWS = 1_000

const thinned = (samples: Samples): Samples => {
  const every = Math.max(1, Math.ceil(samples.count / ROWS))
  const count = Math.ceil(samples.count / every)
  const rowsOf = (column: Column): Column =>
    Float64Array.from({ length: count }, (_, row) => column[row * every] ?? NaN)
  const { time, latitude, longitude, heartRate, distance } = samples
  return {
    count,
    time: rowsOf(time),
    developer: [],
    ...(latitude && longitude ? { latitude: rowsOf(latitude), longitude: rowsOf(longitude) } : {}),
    ...(heartRate ? { heartRate: rowsOf(heartRate) } : {}),
    // What the last sample says is the length of the run.
    ...(distance ? { distance: rowsOf(distance).fill(distance.findLast((metres) => metres >= 0) ?? NaN, -1) } : {}),
  }
}

const knownRun = (name: string, { start, sessions, laps, samples }: Activity): KnownRun => ({
  name,
  run: { start, sessions, laps, samples: thinned(samples), events: [], pauses: [], problems: [] },
})

const isEqual = (one: Column | undefined, other: Column | undefined): boolean =>
  one?.length === other?.length && (one?.every((value, row) => Object.is(value, other?.[row])) ?? true)

/** Sample for sample the same: what a treadmill wrote has no path that could tell. */
const isCopy = ({ start, samples: one }: Activity, { start: begun, samples: other }: Activity): boolean =>
  start === begun && one.count > 1 && isEqual(one.time, other.time) && isEqual(one.distance, other.distance)

/**
 * The recording of the same run that came before, if there is one: from another source, or a copy. One that is new is
 * known from now on. Runs of which nothing but start and length is known to agree do not count.
 */
export const sameAmong = (known: KnownRun[], name: string, activity: Activity): SameAs | undefined => {
  const one = knownRun(name, activity)
  for (const other of known) {
    if (!startsTogether(other.run, one.run)) continue
    const { verdict, because } = sameRun(other.run, one.run)
    if (verdict === 'same' || (verdict === 'likely' && isCopy(other.run, one.run))) return { name: other.name, because }
  }
  known.push(one)
  return undefined
}
