import type { Activity } from '../activity/activity.ts'
import type { Timeline } from '../activity/timeline.ts'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Extent, Part, Role, Step, Workout } from '../workout/workout.ts'
import { distanceBetween } from './align.ts'
import { emissionOf, scoreOf, type Emission } from './emission.ts'
import { lapSpans } from './lap-span.ts'
import { quantile, type Level } from './levels.ts'
import { extentOf } from './round-length.ts'

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

/** Mean speeds of so many kinds of running, slow to fast, that part the seconds best (Lloyd 1982, in one dimension). */
const kindsOfSpeed = (speeds: readonly number[], kinds: number): readonly number[] => {
  let means = Array.from({ length: kinds }, (_, kind) => quantile(speeds, (kind + 0.5) / kinds))
  for (let round = 0; round < 15; round++) {
    const [sums, counts] = [new Float64Array(kinds), new Float64Array(kinds)]
    for (const speed of speeds) {
      let kind = 0
      while (kind < kinds - 1 && speed > ((means[kind] ?? 0) + (means[kind + 1] ?? 0)) / 2) kind++
      sums[kind] = (sums[kind] ?? 0) + speed
      counts[kind] = (counts[kind] ?? 0) + 1
    }
    means = means.map((mean, kind) => (counts[kind] ? (sums[kind] ?? 0) / (counts[kind] ?? 1) : mean))
  }
  return means
}

/** Where fast running may begin: between the fastest kind of running and the next, for two to four kinds. */
const edgesOf = (timeline: Timeline): readonly Level[] => {
  const speeds = [...timeline.speed].filter((speed, second) => speed > 0.3 && second % 2 === 0)
  return [2, 3, 4].flatMap((kinds) => {
    const [work = 0, next = 0] = kindsOfSpeed(speeds, kinds).toReversed()
    return work >= next * LEAST_CONTRAST ? [{ work, edge: (work + next) / 2 }] : []
  })
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

/** Laps that are faster than the edge, where none follows another: whoever presses at both ends has told the pieces. */
const fastLaps = (activity: Activity, timeline: Timeline, { edge }: Level): readonly Piece[] => {
  const laps = lapSpans(timeline, activity.laps)
  const pieces = laps.flatMap(({ start, end, index, distance = distanceBetween(timeline, start, end) }) =>
    distance > edge * (end - start) ? [{ start, end, distance, index }] : [],
  )
  const alternating = pieces.every(({ index }, place) => place === 0 || index - (pieces[place - 1]?.index ?? 0) > 1)
  return alternating ? pieces.map((piece) => ({ ...piece, pressed: true })) : []
}

/** A single stretch shorter than this share of the usual one is a stride, a crossing, or the jitter of positions. */
const STRAY = 0.5

/** Much slower than the usual ones is the way there and back. */
const OF_USUAL = 0.8

const speedOf = ({ start, end, distance }: Piece): number => distance / (end - start)

const withoutStrays = (pieces: readonly Piece[]): readonly Piece[] => {
  const usual = quantile(
    pieces.map(({ start, end }) => end - start),
    0.5,
  )
  const fast = quantile(pieces.map(speedOf), 0.5)
  const running = pieces.filter((piece) => speedOf(piece) >= OF_USUAL * fast)
  return setsOf(running).flatMap((set) => {
    const [only] = set
    return only && set.length === 1 && only.end - only.start < STRAY * usual ? [] : set
  })
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

/** Spread of the lengths around a round one up to which a set is regular, and between neighbours of one set. */
const REGULAR = 0.12
const ALIKE = 1.3
/** More sets than this are a fartlek. */
const MOST_SETS = 3

/** Neighbours of about one length make a set. */
const setsOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const sets: Piece[][] = []
  for (const piece of pieces) {
    const set = sets.at(-1)
    const before = set?.at(-1)
    const ratio = before ? (piece.end - piece.start) / (before.end - before.start) : Infinity
    if (set && ratio < ALIKE && ratio > 1 / ALIKE) set.push(piece)
    else sets.push([piece])
  }
  return sets
}

interface RegularSet {
  readonly part: Part
  readonly off: number
}

const setOf = (timeline: Timeline, pieces: readonly Piece[]): RegularSet => {
  const { extent, off } = extentOf(pieces.map(({ start, end, distance }) => ({ distance, time: end - start })))
  const between = recoveryOf(timeline, pieces)
  const rep = stepOf('work', extent)
  const part: Part =
    pieces.length === 1 ? rep : { kind: 'repeat', times: pieces.length, steps: [rep], between, afterLast: false }
  return { part, off }
}

/** Bouts of a fartlek are told to five seconds. */
const FARTLEK_ROUNDING = 5
/** More bouts than this are told by the whole alone. */
const MOST_BOUTS = 12

const fartlekOf = (pieces: readonly Piece[]): readonly Part[] =>
  pieces.slice(0, MOST_BOUTS).flatMap((piece, index): Part[] => {
    const time = Math.max(FARTLEK_ROUNDING, FARTLEK_ROUNDING * Math.round((piece.end - piece.start) / FARTLEK_ROUNDING))
    const bout = stepOf('fartlek', { kind: 'time', duration: seconds(time), unit: 's' })
    const last = index === Math.min(pieces.length, MOST_BOUTS) - 1
    return last ? [bout] : [bout, stepOf('recovery', { kind: 'open' }, 'jog')]
  })

/** Longest usual recovery: in seconds, or as a multiple of the repetition. Further apart, fast stretches are chance. */
const LONGEST_REST = 360
const REST_OF_REP = 2

const isTogether = (pieces: readonly Piece[]): boolean => {
  const rests = pieces.slice(1).map(({ start }, index) => start - (pieces[index]?.end ?? start))
  const usual = quantile(
    pieces.map(({ start, end }) => end - start),
    0.5,
  )
  return quantile(rests, 0.5) <= Math.max(LONGEST_REST, REST_OF_REP * usual)
}

/** Fewer seconds of fast running are strides or chance. */
const LEAST_WORK = 120

/** The sets in some fast stretches; undefined where they have no regular length. */
const repetitionsOf = (timeline: Timeline, pieces: readonly Piece[]): Recognised | undefined => {
  const sets = setsOf(withoutStrays(pieces))
  const work = pieces.reduce((sum, { start, end }) => sum + end - start, 0)
  if (work < LEAST_WORK) return undefined
  const regular = sets.map((set) => setOf(timeline, set))
  const repeated = sets.filter((set) => set.length > 1).reduce((sum, set) => sum + set.length, 0)
  if (sets.length > MOST_SETS || repeated * 4 < pieces.length * 3 || repeated < FEWEST) return undefined
  if (!regular.every(({ off }) => off <= REGULAR) || !isTogether(sets.flat())) return undefined
  const off = Math.max(...regular.map((set) => set.off))
  const words = sets.map((set) => String(set.length)).join(' and ')
  const reason = `${words} fast stretches of one length, within ${Math.round(100 * off)} % of a round one.`
  return { structure: 'repetitions', workout: workoutOf(regular.map(({ part }) => part)), reason }
}

/** A ladder climbs, and comes down again: as many rungs as coaches write, each a round distance or time of its own. */
const MOST_RUNGS = 12
const RUNG = 0.07

const turnsIn = (values: readonly number[]): number => {
  const signs = values.slice(1).flatMap((value, index) => Math.sign(value - (values[index] ?? value)) || [])
  return signs.slice(1).filter((sign, index) => sign !== signs[index]).length
}

const rungsOf = (pieces: readonly Piece[]): readonly Extent[] | undefined => {
  const rungs = pieces.map(({ start, end, distance }) => extentOf([{ distance, time: end - start }]))
  const [first] = rungs
  const values = rungs.map(({ extent }) =>
    extent.kind === 'distance' ? Number(extent.distance) : extent.kind === 'time' ? Number(extent.duration) : 0,
  )
  const alike = rungs.every(({ extent, off }) => extent.kind === first?.extent.kind && off <= RUNG)
  return alike && new Set(values).size >= FEWEST && turnsIn(values) <= 1 ? rungs.map(({ extent }) => extent) : undefined
}

const ladderIn = (timeline: Timeline, pieces: readonly Piece[]): Recognised | undefined => {
  const fast = quantile(pieces.map(speedOf), 0.5)
  const running = pieces.filter((piece) => speedOf(piece) >= OF_USUAL * fast)
  if (running.length < FEWEST || running.length > MOST_RUNGS) return undefined
  const rungs = rungsOf(running)
  if (!rungs) return undefined
  const steps = rungs.map((extent) => stepOf('work', extent))
  const ladder: Part = {
    kind: 'repeat',
    times: 1,
    steps,
    between: recoveryOf(timeline, running),
    afterLast: false,
    form: 'ladder',
  }
  return {
    structure: 'repetitions',
    workout: workoutOf([ladder]),
    reason: `${rungs.length} fast stretches that climb or fall by round lengths: a ladder.`,
  }
}

/** A fartlek has many short bouts, and more running between them than in them. */
const FEWEST_BOUTS = 5
const LONGEST_BOUT = 300
const SHORTEST_BOUT = 30
const LEAST_SHARE = 0.15
const FARTLEK_SHARE = 0.5

const fartlekIn = (timeline: Timeline, pieces: readonly Piece[]): Recognised | undefined => {
  const times = pieces.map(({ start, end }) => end - start)
  const work = times.reduce((sum, time) => sum + time, 0)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last || pieces.length < FEWEST_BOUTS || Math.max(...times) > LONGEST_BOUT) return undefined
  if (quantile(times, 0.5) < SHORTEST_BOUT || work < LEAST_SHARE * timeline.count) return undefined
  const between = last.end - first.start - work
  const walked = between > 0 && (distanceBetween(timeline, first.start, last.end) - distanceOf(pieces)) / between < WALK
  // Who walks between them at odd times has stopped at crossings, and has not played with speed.
  if (work > FARTLEK_SHARE * (last.end - first.start) || walked) return undefined
  const reason = `${pieces.length} fast stretches of ${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))} s, without one length.`
  return { structure: 'fartlek', workout: workoutOf(fartlekOf(pieces)), reason }
}

const distanceOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { distance }) => sum + distance, 0)

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
    reason: 'No pattern of fast and slow running: one steady run.',
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
  const readings = edgesOf(timeline).flatMap((level) => {
    const seen = fastPieces(timeline, emissionOf(timeline, level))
    return ignoreLaps ? [seen] : [withLaps(activity, timeline, seen), fastLaps(activity, timeline, level)]
  })
  const sets = readings.flatMap((pieces) => {
    const found = pieces.length >= FEWEST ? repetitionsOf(timeline, pieces) : undefined
    return found ? [{ found, work: pieces.reduce((sum, { start, end }) => sum + end - start, 0) }] : []
  })
  const [most] = sets.toSorted((one, other) => other.work - one.work)
  if (most) return most.found
  for (const pieces of readings) {
    const fartlek = ladderIn(timeline, pieces) ?? fartlekIn(timeline, pieces)
    if (fartlek) return fartlek
  }
  return continuousOf(timeline, isHard(timeline))
}
