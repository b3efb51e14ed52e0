import {
  beatsPerMinute,
  metres,
  metresPerSecond,
  seconds,
  type Activity,
  type Duration,
  type Instant,
  type Lap,
  type LapTrigger,
} from '@bell-lap/core'
import type { Leg } from './legs.ts'
import type { Random } from './random.ts'

/** Whose heart it is. */
export interface Heart {
  readonly restingHeartRate: number
  readonly maxHeartRate: number
}

/** The same with how fast its runner is over 5000 m, in metres a second. */
export interface Body extends Heart {
  readonly raceSpeed: number
}

/** When the run starts, and where the clock of the watch stands. */
export interface Start {
  readonly instant: Instant
  /** Seconds that local time is ahead of UTC. */
  readonly utcOffset: number
}

/** Seconds in which speed goes two thirds of the way to a new one, and the heart's beat after it (Bunc et al. 1988). */
const SPEED_LAG = 1.3
const HEART_LAG = { up: 28, down: 45 } as const
/** Shares of the reserve: what the heart does at 5K pace, and what drifts in an hour of steady running. */
const AT_RACE_SPEED = 0.93
/** How much of the reserve a speed is away from 5K pace costs, and what the heart does at rest between sets. */
const SLOPE = 1.05
const LEAST = 0.3
const DRIFT = 0.03
/** Noise of positions and of the strap. */
const SPEED_NOISE = 0.012
const HEART_NOISE = 0.5
/** A unit of noise keeps so much of itself from one second to the next. */
const NOISE_MEMORY = 0.8
/** Steps of one foot a minute, standing and at 5K pace. */
const CADENCE = { slow: 80, fast: 94 } as const
/** Metres of an easy run's own laps. */
const AUTO_LAP = 1000
/** Longest run that is simulated, seconds. */
const LONGEST = 6 * 3600

interface Column {
  readonly distance: number[]
  readonly speed: number[]
  readonly heartRate: number[]
  readonly cadence: number[]
  readonly altitude: number[]
}

/** The runner at one second; `second` of it is how long the run has taken. */
interface Runner {
  second: number
  covered: number
  speed: number
  heart: number
  noise: number
}

const heartAt = (speed: number, second: number, { restingHeartRate, maxHeartRate, raceSpeed }: Body): number => {
  const share = AT_RACE_SPEED + SLOPE * (speed / raceSpeed - 1) + (DRIFT * second) / 3600
  return restingHeartRate + Math.min(1, Math.max(LEAST, share)) * (maxHeartRate - restingHeartRate)
}

const step = (runner: Runner, { speed, effort = speed }: Leg, body: Body, random: Random): void => {
  runner.speed += (speed - runner.speed) / SPEED_LAG
  runner.noise = NOISE_MEMORY * runner.noise + SPEED_NOISE * Math.sqrt(1 - NOISE_MEMORY ** 2) * random.normal()
  const wanted = heartAt(runner.speed + (effort - speed), runner.second, body)
  runner.heart += (wanted - runner.heart) / (wanted > runner.heart ? HEART_LAG.up : HEART_LAG.down)
  runner.covered += Math.max(0, runner.speed * (1 + runner.noise))
  runner.second++
}

const record = (column: Column, runner: Runner, { raceSpeed }: Body, random: Random): void => {
  const { covered, speed, noise, heart } = runner
  const share = Math.min(1.2, speed / raceSpeed)
  column.distance.push(Math.round(covered * 100) / 100)
  column.speed.push(Math.round(Math.max(0, speed * (1 + noise)) * 1000) / 1000)
  column.heartRate.push(Math.round(heart + HEART_NOISE * random.normal()))
  column.cadence.push(speed < 1 ? 0 : Math.round(CADENCE.slow + (CADENCE.fast - CADENCE.slow) * share))
  column.altitude.push(Math.round((120 + 4 * Math.sin(covered / 900)) * 5) / 5)
}

interface Stretch {
  /** Seconds; the button falls between two samples. */
  readonly from: number
  readonly to: number
  readonly intensity: Leg['intensity'] | undefined
  readonly trigger: LapTrigger
}

/** A value between two samples, on the straight line between them. */
const at = (column: readonly number[], second: number): number => {
  const whole = Math.floor(second)
  const low = column[whole] ?? 0
  return low + ((column[whole + 1] ?? low) - low) * (second - whole)
}

const lapOf = ({ distance, heartRate }: Column, { from, to, intensity, trigger }: Stretch): Lap => {
  const beats = heartRate.slice(Math.round(from), Math.round(to))
  const way = at(distance, to) - at(distance, from)
  const time = Math.max(0.1, Math.round((to - from) * 100) / 100)
  return {
    start: seconds(Math.round(from)),
    elapsed: seconds(time),
    timer: seconds(time),
    distance: metres(Math.round(way * 100) / 100),
    speed: metresPerSecond(way / time),
    heartRate: beatsPerMinute(Math.round(beats.reduce((sum, beat) => sum + beat, 0) / Math.max(1, beats.length))),
    trigger,
    ...(intensity ? { intensity } : {}),
  }
}

/** Seconds at which each further kilometre is full. */
const autoLaps = ({ distance }: Column): readonly Stretch[] => {
  const ends: number[] = []
  distance.forEach((covered, second) => {
    if (covered >= AUTO_LAP * (ends.length + 1)) ends.push(second)
  })
  const last = distance.length - 1
  if ((ends.at(-1) ?? 0) < last) ends.push(last)
  return ends.map((to, index) => ({
    from: ends[index - 1] ?? 0,
    to,
    intensity: undefined,
    trigger: index === ends.length - 1 ? 'session end' : 'distance',
  }))
}

const pressedLaps = (ends: readonly number[], legs: readonly Leg[]): readonly Stretch[] =>
  ends.map((to, index) => ({
    from: ends[index - 1] ?? 0,
    to,
    intensity: legs[index]?.intensity,
    trigger: index === ends.length - 1 ? 'session end' : 'manual',
  }))

interface Run {
  readonly column: Column
  readonly ends: readonly number[]
}

/** When so many metres were covered, in the second that ends at `to`. */
const momentOf = (distance: readonly number[], covered: number, to: number): number => {
  const [before, after] = [distance[to - 1] ?? 0, distance[to] ?? 0]
  return after > before ? to - Math.min(1, Math.max(0, (after - covered) / (after - before))) : to
}

const runLegs = (legs: readonly Leg[], body: Body, random: Random): Run => {
  const column: Column = { distance: [], speed: [], heartRate: [], cadence: [], altitude: [] }
  const runner: Runner = { second: 0, covered: 0, speed: 0, heart: body.restingHeartRate + 35, noise: 0 }
  const ends: number[] = []
  record(column, runner, body, random)
  for (const leg of legs) {
    const { metres: way, seconds: time } = leg
    const [from, begun] = [runner.covered, runner.second]
    const isOver = (): boolean => (way === null ? runner.second - begun >= time : runner.covered - from >= way)
    while (!isOver() && runner.second < LONGEST) {
      step(runner, leg, body, random)
      record(column, runner, body, random)
    }
    ends.push(way === null ? runner.second : momentOf(column.distance, from + way, runner.second))
  }
  return { column, ends }
}

/**
 * A run as a watch with a heart-rate strap would have recorded it, one sample a second: speed and heart follow late,
 * both with noise. The lap button is pressed where the legs change; an even run has a lap for each kilometre.
 */
export const simulateRun = (legs: readonly Leg[], body: Body, start: Start, random: Random): Activity => {
  const { column, ends } = runLegs(legs, body, random)
  const count = column.distance.length
  const stretches = legs.length > 1 ? pressedLaps(ends, legs) : autoLaps(column)
  const laps = stretches.map((stretch) => lapOf(column, stretch))
  const whole = lapOf(column, { from: 0, to: count - 1, intensity: undefined, trigger: 'session end' })
  const { trigger: _trigger, ...summary } = whole
  return {
    start: start.instant,
    utcOffset: seconds(start.utcOffset),
    device: { maker: 'development' },
    sessions: [{ ...summary, sport: 'running', firstLap: 0, lapCount: laps.length }],
    laps,
    samples: {
      count,
      time: Float64Array.from({ length: count }, (_, second) => second),
      distance: Float64Array.from(column.distance),
      speed: Float64Array.from(column.speed),
      heartRate: Float64Array.from(column.heartRate),
      cadence: Float64Array.from(column.cadence),
      altitude: Float64Array.from(column.altitude),
      developer: [],
    },
    events: [],
    pauses: [],
    problems: [],
  }
}

/** Seconds of a set and of the rest after it; shares of the reserve that the heart reaches in them. */
const SET = { work: 40, rest: 90, high: 0.62, low: 0.4 } as const

/** Strength work as a watch sees it: a heart that rises with each set, and no way at all. */
export const simulateStrength = (length: Duration, heart: Heart, start: Start, random: Random): Activity => {
  const { restingHeartRate: rest, maxHeartRate: max } = heart
  const count = Math.round(length) + 1
  const heartRate = new Float64Array(count)
  let beat = rest + 25
  for (let second = 0; second < count; second++) {
    const works = second % (SET.work + SET.rest) < SET.work
    const wanted = rest + (works ? SET.high : SET.low) * (max - rest)
    beat += (wanted - beat) / (works ? HEART_LAG.up : HEART_LAG.down)
    heartRate[second] = Math.round(beat + HEART_NOISE * random.normal())
  }
  const whole = { start: seconds(0), elapsed: seconds(count - 1), timer: seconds(count - 1) }
  return {
    start: start.instant,
    utcOffset: seconds(start.utcOffset),
    device: { maker: 'development' },
    sessions: [{ ...whole, sport: 'training', subSport: 'strength', firstLap: 0, lapCount: 1 }],
    laps: [{ ...whole, trigger: 'session end' }],
    samples: {
      count,
      time: Float64Array.from({ length: count }, (_, second) => second),
      heartRate,
      developer: [],
    },
    events: [],
    pauses: [],
    problems: [],
  }
}
