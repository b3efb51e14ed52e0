import type { Activity, Column } from './activity.ts'
import { clockOf } from './clock.ts'
import { coveredBy, type DistanceSource } from './covered.ts'

/** A recording second by second, cleaned: what all measures and reviews look at. */
export interface Timeline {
  /** Seconds: one longer than the last second of the recording. */
  readonly count: number
  /** Metres since the start at each second; never falls. */
  readonly covered: Column
  /** Metres a second over the five seconds around each second; NaN in a gap. */
  readonly speed: Column
  readonly heartRate?: Column
  readonly altitude?: Column
  /** 1 where the timer ran. */
  readonly running: Uint8Array
  readonly source: DistanceSource
  /** Takes a reading of the watch's clock to seconds of this timeline. */
  readonly elapsed: (reading: number) => number
  /** What had to be mended, in one sentence each. */
  readonly notes: readonly string[]
}

/** Nobody covers more metres a second on foot; the best sprinters reach 12.4. */
const FASTEST_RUN = 12.5
const FASTEST = 60
/** Beyond so many seconds without a sample nothing is said of the time between. */
const LONGEST_SILENCE = 30
/** Seconds that stay still before a leap, when positions were stuck rather than the runner. */
const STUCK = 4
/** Longest recording that is looked at second by second: four days. */
const MOST_SECONDS = 345_600

interface Points {
  readonly time: Float64Array
  readonly covered: Float64Array
  readonly count: number
}

const onFoot = ({ sessions }: Activity): boolean =>
  sessions.every(
    ({ sport }) => sport === undefined || ['running', 'walking', 'hiking', 'generic', 'training'].includes(sport),
  )

interface Mended {
  readonly points: Points
  readonly leaps: number
  readonly stuck: number
}

/** Known points in order, leaps that no runner makes taken out, and stuck positions joined to where they came free. */
const pointsOf = (time: Column, raw: Column, fastest: number): Mended => {
  const [times, covered] = [new Float64Array(time.length), new Float64Array(time.length)]
  let [count, still, leaps, stuck, before] = [0, 0, 0, 0, NaN]
  for (let index = 0; index < time.length; index++) {
    const [now, metres] = [time[index] ?? NaN, raw[index] ?? NaN]
    if (Number.isNaN(now) || Number.isNaN(metres)) continue
    const step = now - (times[count - 1] ?? now)
    // A distance that falls was set back to nothing by the device: it goes on from where it was.
    let way = Number.isNaN(before) ? 0 : Math.max(0, metres - before)
    const tooFar = way > fastest * Math.max(1, step)
    if (tooFar && still >= STUCK && way <= fastest * (now - (times[count - 1 - still] ?? now))) {
      count -= still
      stuck++
    } else if (way > 2 * fastest * Math.max(1, step)) {
      leaps++
      way = 0
    }
    still = way <= 0.01 * step && step <= 2 ? still + 1 : 0
    covered[count] = (covered[count - 1] ?? metres) + way
    times[count] = now
    before = metres
    count++
  }
  return { points: { time: times, covered, count }, leaps, stuck }
}

/** Values at whole seconds, straight lines between the points. */
const perSecond = ({ time, covered, count }: Points, length: number): Float64Array => {
  const result = new Float64Array(length)
  let next = 0
  for (let second = 0; second < length; second++) {
    while (next < count && (time[next] ?? 0) < second) next++
    result[second] = between(time, covered, Math.min(next, count - 1), second)
  }
  return result
}

const between = (time: Float64Array, values: Float64Array, next: number, moment: number): number => {
  const [to, from] = [time[next] ?? 0, time[next - 1] ?? 0]
  const [high, low] = [values[next] ?? 0, values[next - 1] ?? 0]
  if (next <= 0 || moment >= to) return high
  return low + ((high - low) * (moment - from)) / (to - from)
}

/** A column at whole seconds: between two known values no further apart than a silence, else NaN. */
const columnPerSecond = (time: Column, column: Column, length: number): Float64Array => {
  const result = new Float64Array(length).fill(NaN)
  let [lastTime, last] = [NaN, NaN]
  for (let index = 0; index < time.length; index++) {
    const [now, value] = [time[index] ?? NaN, column[index] ?? NaN]
    if (Number.isNaN(now) || Number.isNaN(value)) continue
    const from = now - lastTime <= LONGEST_SILENCE ? lastTime : now
    for (let second = Math.ceil(from); second <= now && second < length; second++) {
      if (second >= 0) result[second] = now > from ? last + ((value - last) * (second - from)) / (now - from) : value
    }
    ;[lastTime, last] = [now, value]
  }
  return result
}

/** 0 where the timer stood still. */
const runningOf = (activity: Activity, elapsed: (reading: number) => number, length: number): Uint8Array => {
  const running = new Uint8Array(length).fill(1)
  for (const { start, end } of activity.pauses) {
    running.fill(0, Math.max(0, Math.ceil(elapsed(start))), Math.max(0, Math.floor(elapsed(end))))
  }
  return running
}

/** Half of the seconds that a speed is taken over: shorter lets the jitter of positions through. */
const HALF_WINDOW = 2

const speedOf = (covered: Float64Array, unknown: Uint8Array): Float64Array => {
  const speed = new Float64Array(covered.length)
  for (let second = 0; second < covered.length; second++) {
    const [from, to] = [Math.max(0, second - HALF_WINDOW), Math.min(covered.length - 1, second + HALF_WINDOW)]
    const way = (covered[to] ?? 0) - (covered[from] ?? 0)
    speed[second] = unknown[second] ? NaN : to > from ? way / (to - from) : 0
  }
  return speed
}

/** 1 where no sample tells, outside the pauses. */
const silences = ({ time, count }: Points, running: Uint8Array): Uint8Array => {
  const unknown = new Uint8Array(running.length)
  for (let index = 1; index < count; index++) {
    const [from, to] = [time[index - 1] ?? 0, time[index] ?? 0]
    if (to - from <= LONGEST_SILENCE) continue
    const end = Math.min(to, running.length)
    for (let second = Math.ceil(from) + 1; second < end; second++) if (running[second]) unknown[second] = 1
  }
  if (count === 0) unknown.fill(1)
  return unknown
}

const notesOf = ({ leaps, stuck }: Mended, source: DistanceSource): readonly string[] => [
  ...(leaps > 0 ? [`Leaps of the distance that no runner makes were taken out: ${leaps}.`] : []),
  ...(stuck > 0 ? [`Positions that stood still and caught up were spread over the time: ${stuck}.`] : []),
  ...(source === 'speed' ? ['The device wrote no distance: it was summed up from the speed.'] : []),
  ...(source === 'positions' ? ['The device wrote neither distance nor speed: both come from positions.'] : []),
]

/**
 * A recording second by second: clock jumps, leaps, stuck positions and uneven sampling mended, in time that grows
 * with the number of samples and seconds. What was not measured stays NaN; pauses stand in it as still time.
 */
export const timelineOf = (activity: Activity): Timeline => {
  const { time, elapsed } = clockOf(activity)
  const { covered, source } = coveredBy(activity, time)
  const mended = pointsOf(time, covered, onFoot(activity) ? FASTEST_RUN : FASTEST)
  const last = time.reduce((most, value) => (value > most ? value : most), 0)
  const count = Math.min(MOST_SECONDS, Math.floor(last) + 1)
  const running = runningOf(activity, elapsed, count)
  const metres = mended.points.count > 0 ? perSecond(mended.points, count) : new Float64Array(count)
  const { heartRate, altitude } = activity.samples
  return {
    count,
    covered: metres,
    speed: speedOf(metres, silences(mended.points, running)),
    ...(heartRate ? { heartRate: columnPerSecond(time, heartRate, count) } : {}),
    ...(altitude ? { altitude: columnPerSecond(time, altitude, count) } : {}),
    running,
    source,
    elapsed,
    notes: notesOf(mended, source),
  }
}
