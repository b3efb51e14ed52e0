import type { Activity } from '../activity/activity.ts'
import type { Timeline } from '../activity/timeline.ts'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Extent, Part, Role, Step, Workout } from '../workout/workout.ts'
import { distanceBetween } from './align.ts'
import { emissionOf, scoreOf, type Emission } from './emission.ts'
import { lapSpans } from './lap-span.ts'
import { quantile } from './levels.ts'

/** What kind of session a recording looks like. */
export const STRUCTURES = ['repetitions', 'fartlek', 'progression', 'steady', 'race'] as const
export type Structure = (typeof STRUCTURES)[number]

/** A session read off a recording, to be offered: never taken for what was planned. */
export interface Recognised {
  readonly structure: Structure
  readonly workout: Workout
  /** What it was told by, in one sentence. */
  readonly reason: string
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly distance: number
  readonly pressed: boolean
}

/** Fast running is this much faster than what lies between, at least. */
const LEAST_CONTRAST = 1.18
/** Seconds of slower running that end a fast stretch, and the shortest stretch that counts. */
const PATIENCE = 8
const SHORTEST = 12
const FEWEST = 3

/** Speeds of the slow and the fast running: two means that part the seconds best (Otsu 1979 by Lloyd's iteration). */
const twoSpeeds = (timeline: Timeline): readonly [slow: number, fast: number] => {
  const speeds = timeline.speed.filter((speed, second) => speed > 0.3 && timeline.running[second] === 1)
  let [slow, fast] = [quantile([...speeds], 0.2), quantile([...speeds], 0.95)]
  for (let round = 0; round < 12; round++) {
    let [low, lows, high, highs] = [0, 0, 0, 0]
    for (const speed of speeds) {
      if (speed < (slow + fast) / 2) [low, lows] = [low + speed, lows + 1]
      else [high, highs] = [high + speed, highs + 1]
    }
    if (lows > 0) slow = low / lows
    if (highs > 0) fast = high / highs
  }
  return [slow, fast]
}

const fastPieces = (timeline: Timeline, emission: Emission): Piece[] => {
  const pieces: Piece[] = []
  let [start, best, end] = [0, 0, 0]
  for (let second = 0; second <= timeline.count; second++) {
    const sum = scoreOf(emission, start, second)
    if (sum > best) [best, end] = [sum, second]
    if (sum > 0 && sum > best - PATIENCE && second < timeline.count) continue
    if (end - start >= SHORTEST && best > (end - start) / 2) {
      pieces.push({ start, end, distance: distanceBetween(timeline, start, end), pressed: false })
    }
    ;[start, best, end] = [second, 0, second]
  }
  return pieces
}

/** Seconds by which a press of the button may be off what the samples show. */
const PRESS = 10

const withLaps = (activity: Activity, timeline: Timeline, pieces: readonly Piece[]): readonly Piece[] => {
  const laps = lapSpans(timeline, activity.laps)
  return pieces.map((piece) => {
    const lap = laps.find(
      ({ start, end }) => Math.abs(start - piece.start) <= PRESS && Math.abs(end - piece.end) <= PRESS,
    )
    if (!lap) return piece
    const distance = lap.distance ?? distanceBetween(timeline, lap.start, lap.end)
    return { start: lap.start, end: lap.end, distance, pressed: true }
  })
}

const DISTANCES = [100, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 2400, 3000, 3200, 5000]
const TIMES = [15, 20, 30, 40, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 420, 480, 600, 720, 900, 1200, 1500, 1800]

interface Round {
  readonly value: number
  /** Mean distance from the round number, as a share. */
  readonly off: number
}

const roundest = (values: readonly number[], steps: readonly number[]): Round => {
  const usual = quantile(values, 0.5)
  const value = steps.reduce((best, step) =>
    Math.abs(Math.log(step / usual)) < Math.abs(Math.log(best / usual)) ? step : best,
  )
  const off = values.reduce((sum, one) => sum + Math.abs(one / value - 1), 0) / values.length
  return { value, off }
}

/** A round distance or a round time, whichever the lengths are closer to. */
const extentOf = (
  pieces: readonly { readonly distance: number; readonly time: number }[],
): { extent: Extent; off: number } => {
  const distance = roundest(
    pieces.map((piece) => piece.distance),
    DISTANCES,
  )
  const time = roundest(
    pieces.map((piece) => piece.time),
    TIMES,
  )
  if (distance.off <= time.off) {
    return { extent: { kind: 'distance', distance: metres(distance.value), unit: 'm' }, off: distance.off }
  }
  const unit = time.value >= 120 && time.value % 60 === 0 ? 'min' : 's'
  return { extent: { kind: 'time', duration: seconds(time.value), unit }, off: time.off }
}

const stepOf = (role: Role, extent: Extent | null, mode?: Step['mode']): Step => ({
  kind: 'step',
  role,
  extent,
  target: null,
  ...(mode ? { mode } : {}),
})

const workoutOf = (steps: readonly Part[], kind: Workout['kind'] = 'run'): Workout => ({
  kind,
  total: null,
  remainder: null,
  steps,
  alternatives: [],
})

/** Slower than this a recovery is walked, metres a second; below it, stood. */
const WALK = 1.9
const STAND = 0.4

const recoveryOf = (timeline: Timeline, pieces: readonly Piece[]): Step | null => {
  const gaps = pieces.slice(1).map((piece, index) => {
    const from = pieces[index]?.end ?? 0
    return {
      time: Math.max(1, piece.start - from),
      distance: Math.max(1, distanceBetween(timeline, from, piece.start)),
    }
  })
  if (gaps.length === 0) return null
  const speed = quantile(
    gaps.map(({ distance, time }) => distance / time),
    0.5,
  )
  const { extent, off } = extentOf(gaps)
  const mode = speed < STAND ? 'stand' : speed < WALK ? 'walk' : 'jog'
  return off > 0.25 ? stepOf('recovery', { kind: 'open' }, mode) : stepOf('recovery', extent, mode)
}

/** Spread of the lengths around a round one up to which a set is regular. */
const REGULAR = 0.12

const repetitionsOf = (timeline: Timeline, pieces: readonly Piece[]): Recognised => {
  const lengths = pieces.map(({ start, end, distance }) => ({ distance, time: end - start }))
  const { extent, off } = extentOf(lengths)
  const between = recoveryOf(timeline, pieces)
  const shortest = Math.min(...lengths.map(({ time }) => time))
  const longest = Math.max(...lengths.map(({ time }) => time))
  if (off <= REGULAR) {
    const rep = stepOf('work', extent)
    const repeat: Part = { kind: 'repeat', times: pieces.length, steps: [rep], between, afterLast: false }
    const reason = `${pieces.length} fast stretches of one length, within ${Math.round(100 * off)} % of a round one.`
    return { structure: 'repetitions', workout: workoutOf([repeat]), reason }
  }
  const total = pieces.at(-1)?.end ?? 0
  const duration = seconds(60 * Math.round((total - (pieces[0]?.start ?? 0)) / 60))
  const reason = `${pieces.length} fast stretches of ${Math.round(shortest)} to ${Math.round(longest)} s, without one length.`
  return {
    structure: 'fartlek',
    workout: workoutOf([stepOf('fartlek', { kind: 'time', duration, unit: 'min' })]),
    reason,
  }
}

const RACES = [800, 1500, 1609.344, 3000, 3218.688, 5000, 8000, 10_000, 15_000, 16_093.44, 21_097.5, 42_195]
/** Positions measure a race long, hardly ever short. */
const RACE_LONG = 0.025
const RACE_SHORT = 0.008

const thirdsOf = (timeline: Timeline): readonly number[] =>
  [0, 1, 2].map((third) => {
    const [from, to] = [(third * (timeline.count - 1)) / 3, ((third + 1) * (timeline.count - 1)) / 3]
    return distanceBetween(timeline, from, to) / Math.max(1, to - from)
  })

/** A progression: each third faster than the one before, the last at least this much over the first. */
const PROGRESS = 1.06

const continuousOf = (timeline: Timeline, hard: boolean): Recognised => {
  const distance = distanceBetween(timeline, 0, timeline.count - 1)
  const race = RACES.find((length) => distance >= length * (1 - RACE_SHORT) && distance <= length * (1 + RACE_LONG))
  if (race !== undefined && hard) {
    const step = stepOf('race', { kind: 'distance', distance: metres(race), unit: race % 1000 === 0 ? 'km' : 'm' })
    return {
      structure: 'race',
      workout: workoutOf([step], 'race'),
      reason: `One hard run over a race's ${Math.round(race)} m.`,
    }
  }
  const [first = 0, second = 0, third = 0] = thirdsOf(timeline)
  const minutes = Math.max(1, Math.round(timeline.count / 60))
  const extent: Extent = { kind: 'time', duration: seconds(60 * minutes), unit: 'min' }
  if (second >= first && third > second && third >= first * PROGRESS) {
    const faster = Math.round(100 * (third / first - 1))
    const reason = `Each third was faster than the one before, the last ${faster} % faster than the first.`
    return { structure: 'progression', workout: workoutOf([stepOf('build', extent)]), reason }
  }
  return {
    structure: 'steady',
    workout: workoutOf([stepOf('easy', extent)]),
    reason: 'The speed stays much the same: one steady run.',
  }
}

/** Mean heart rate over the highest of the run above which it was hard, where nothing better is known. */
const HARD_HEART = 0.9

const isHard = ({ heartRate }: Timeline): boolean => {
  if (!heartRate) return false
  const known = [...heartRate].filter((rate) => rate > 0)
  return known.length > 0 && quantile(known, 0.5) >= HARD_HEART * Math.max(...known) && quantile(known, 0.5) > 150
}

/**
 * The structure of a session that nobody described: repetitions of one length, fartlek, progression, a race or a steady
 * run. Offered with its reason; a recording that shows no contrast of speed is never cut into repetitions.
 */
export const recognise = (activity: Activity, timeline: Timeline, ignoreLaps = false): Recognised => {
  const [slow, fast] = twoSpeeds(timeline)
  if (!(fast >= slow * LEAST_CONTRAST)) return continuousOf(timeline, isHard(timeline))
  const emission = emissionOf(timeline, { work: fast, edge: (slow + fast) / 2 })
  const seen = fastPieces(timeline, emission)
  const pieces = ignoreLaps ? seen : withLaps(activity, timeline, seen)
  const work = pieces.reduce((sum, { start, end }) => sum + end - start, 0)
  if (pieces.length < FEWEST || work > 0.8 * timeline.count) return continuousOf(timeline, isHard(timeline))
  return repetitionsOf(timeline, pieces)
}
