import { estimate, speedAt, type EstimatedBout, type LapIntensity, type PaceBook, type Workout } from '@bell-lap/core'
import type { Random } from './random.ts'

/** A stretch of a simulated run, ended by its length: metres, or seconds where there are none. */
export interface Leg {
  readonly speed: number
  /** The speed that it feels like: whoever fades slows down, and the heart does not. */
  readonly effort?: number
  readonly metres: number | null
  readonly seconds: number
  /** What the watch says that its lap is for; the lap ends by the button. */
  readonly intensity: LapIntensity
}

/** How the runner differs from the plan. */
export interface Running {
  /** Share of speed lost from the first repetition to the last. */
  readonly fade?: number
  /** Repetitions that are left out at the end. */
  readonly cut?: number
}

/** Standing and walking where the paces have no word for a recovery, metres a second. */
const RECOVERY = { stand: 0, walk: 1.4, float: 3, jog: 2.6 } as const
/** Seconds of a recovery whose length the plan leaves open. */
const OPEN_RECOVERY = 90
/** Share by which one repetition differs from the next of somebody who knows the pace. */
const UNEVEN = 0.004

const speedOf = ({ distance, duration, recovery, step }: EstimatedBout, easy: number): number => {
  if (distance !== null && duration !== null && duration > 0) return distance / duration
  return recovery ? RECOVERY[step.mode ?? 'jog'] : easy
}

const intensityOf = ({ recovery, family, step }: EstimatedBout): LapIntensity => {
  if (recovery) return 'rest'
  if (step.role === 'warmup') return 'warmup'
  return step.role === 'cooldown' || family === 'easy' ? 'cooldown' : 'active'
}

const legOf = (bout: EstimatedBout, easy: number): Leg => {
  const speed = speedOf(bout, easy)
  const metres =
    bout.distance !== null && (bout.step.extent?.kind === 'distance' || bout.unlisted) ? bout.distance : null
  const seconds = bout.duration ?? (metres === null || speed === 0 ? OPEN_RECOVERY : metres / speed)
  return { speed, metres: speed > 0 ? metres : null, seconds, intensity: intensityOf(bout) }
}

const halved = (leg: Leg, intensity: LapIntensity): Leg => ({
  ...leg,
  metres: leg.metres === null ? null : leg.metres / 2,
  seconds: leg.seconds / 2,
  intensity,
})

/**
 * A planned workout as somebody runs it at these paces: what a total leaves over is run before and after the work, and
 * repetitions come near their targets, slower from the first to the last where they fade.
 */
export const legsOf = (workout: Workout, book: PaceBook, random: Random, running: Running = {}): readonly Leg[] => {
  const easy = speedAt(book, 'easy') ?? RECOVERY.float
  const { bouts } = estimate(workout, (pace) => speedAt(book, pace))
  const rest = bouts.find(({ unlisted }) => unlisted)
  const listed = bouts.filter((bout) => bout !== rest).map((bout) => legOf(bout, easy))
  const around = rest ? legOf(rest, easy) : undefined
  const count = listed.filter(({ intensity }) => intensity === 'active').length
  const { fade = 0, cut = 0 } = running
  let repetition = 0
  const run = listed.map((leg) => {
    if (leg.intensity !== 'active') return leg
    const lost = count > 1 ? (fade * repetition++) / (count - 1) : 0
    return { ...leg, effort: leg.speed, speed: leg.speed * (1 - lost) * (1 + UNEVEN * random.normal()) }
  })
  const done = withWalks(cutShort(run, count - cut), listed)
  if (!around) return done
  if (done.length === 0) return [around]
  return [halved(around, 'warmup'), ...done, halved(around, 'cooldown')]
}

/** So many repetitions, and what lies between them. */
const cutShort = (legs: readonly Leg[], repetitions: number): readonly Leg[] => {
  let left = Math.max(1, repetitions)
  const last = legs.findIndex(({ intensity }) => intensity === 'active' && --left === 0)
  return last < 0 ? legs : legs.slice(0, last + 1)
}

/** Seconds that somebody walks between strides of which the plan only says how many they are. */
const WALK = { speed: RECOVERY.walk, metres: null, seconds: 45, intensity: 'rest' } as const
const SHORT_METRES = 400

const withWalks = (legs: readonly Leg[], listed: readonly Leg[]): readonly Leg[] => {
  if (listed.some(({ intensity }) => intensity === 'rest')) return legs
  return legs.flatMap((leg, index) => {
    const next = legs[index + 1]
    const isShort = leg.metres !== null && leg.metres < SHORT_METRES
    return isShort && leg.intensity === 'active' && next?.intensity === 'active' ? [leg, WALK] : [leg]
  })
}
