import {
  bestOverDistance,
  HALF_MARATHON,
  metres,
  METRES_PER,
  speedAt,
  type PaceBook,
  type PaceName,
  type Timeline,
} from '@bell-lap/core'
import { z } from 'zod'
import { IntensityShown } from '../views/words.ts'

// What progress asks of an activity is measured once, when it is taken in: a look back over years reads rows, no samples.

export const Measures = z.object({
  best_efforts: z.array(z.object({ distance_m: z.number(), duration_s: z.number() })),
  /** Null where the athlete had no paces on that day, or it was no run. */
  by_intensity: z
    .array(z.object({ intensity: IntensityShown, duration_s: z.number(), distance_m: z.number() }))
    .nullable(),
  heart_rate_bpm: z.number().nullable(),
  max_heart_rate_bpm: z.number().nullable(),
  /** Where the athlete's clock stood at the start, in minutes after midnight. */
  clock_min: z.number().nullable(),
})
export type Measures = z.infer<typeof Measures>

/** Distances whose best is kept, in metres: from 200 m to the half marathon. */
const BEST_DISTANCES: readonly number[] = [
  200,
  400,
  800,
  1000,
  1500,
  METRES_PER.mi,
  3000,
  2 * METRES_PER.mi,
  5000,
  10_000,
  15_000,
  Number(HALF_MARATHON),
]

/** Nobody covers a distance faster than this, in metres a second: what is faster is a fault of the recording. */
const FASTEST = { short: 10.5, long: 7.6, from: 1000 } as const

const isPossible = (distance: number, duration: number): boolean =>
  distance / duration <= (distance < FASTEST.from ? FASTEST.short : FASTEST.long)

/** The fastest stretch over each distance that the recording reaches. */
export const bestEffortsIn = (timeline: Timeline): Measures['best_efforts'] => {
  if (timeline.source === 'none') return []
  return BEST_DISTANCES.flatMap((distance) => {
    const best = bestOverDistance(timeline, metres(distance))
    if (!best || best.duration <= 0 || !isPossible(distance, best.duration)) return []
    return [{ distance_m: distance, duration_s: Math.round(best.duration * 10) / 10 }]
  })
}

type Intensity = NonNullable<Measures['by_intensity']>[number]['intensity']

/** Paces whose speeds stand for the intensities, slow to fast; between two the border lies in the middle. */
const ANCHORS: readonly (readonly [PaceName, Intensity])[] = [
  ['easy', 'easy'],
  ['steady', 'steady'],
  ['threshold', 'threshold'],
  ['5K', '5K'],
  ['mile', 'mile'],
  ['800', '800'],
]
/** Slower than this share of easy pace is recovery; slower than walking is standing. */
const RECOVERY = 0.85
const WALKING = 1

interface Band {
  readonly intensity: Intensity
  /** Metres a second from which it begins. */
  readonly from: number
}

/** Speed bands of an athlete on a day, slow to fast; undefined where there is no easy pace. */
export const bandsOf = (book: PaceBook): readonly Band[] | undefined => {
  const anchors = ANCHORS.flatMap(([pace, intensity]) => {
    const speed = speedAt(book, pace)
    return speed === undefined ? [] : [{ intensity, speed: Number(speed) }]
  }).toSorted((one, other) => one.speed - other.speed)
  const [easy] = anchors
  if (!easy || easy.intensity !== 'easy') return undefined
  return [
    { intensity: 'rest', from: 0 },
    { intensity: 'recovery', from: Math.min(WALKING, easy.speed * RECOVERY) },
    ...anchors.map(({ intensity, speed }, index) => {
      const slower = anchors[index - 1]
      return { intensity, from: slower ? (slower.speed + speed) / 2 : speed * RECOVERY }
    }),
  ]
}

/** Seconds and metres in each band while the timer ran; seconds without a known speed count nowhere. */
const timeInBands = (timeline: Timeline, bands: readonly Band[]): Measures['by_intensity'] => {
  const sums = bands.map(({ intensity }) => ({ intensity, duration_s: 0, distance_m: 0 }))
  for (let second = 0; second < timeline.count - 1; second++) {
    const speed = timeline.speed[second] ?? NaN
    if (!timeline.running[second] || Number.isNaN(speed)) continue
    const sum = sums[bands.findLastIndex(({ from }) => speed >= from)]
    if (!sum) continue
    sum.duration_s++
    sum.distance_m += (timeline.covered[second + 1] ?? 0) - (timeline.covered[second] ?? 0)
  }
  return sums
    .filter(({ duration_s }) => duration_s > 0)
    .map((sum) => ({ ...sum, distance_m: Math.round(sum.distance_m) }))
}

type Heart = Pick<Measures, 'heart_rate_bpm' | 'max_heart_rate_bpm'>

const heartOf = ({ heartRate, running }: Timeline): Heart => {
  let [sum, count, most] = [0, 0, 0]
  heartRate?.forEach((rate, second) => {
    if (Number.isNaN(rate) || !running[second]) return
    sum += rate
    count++
    most = Math.max(most, rate)
  })
  if (count === 0) return { heart_rate_bpm: null, max_heart_rate_bpm: null }
  return { heart_rate_bpm: Math.round(sum / count), max_heart_rate_bpm: Math.round(most) }
}

/** Whose paces, whether it was a run, and what the clock said. */
export interface MeasureQuestion {
  /** Null where the athlete's marks make no paces on that day. */
  readonly book: PaceBook | null
  /** Best efforts and intensities are those of running alone. */
  readonly run: boolean
  readonly clock: number | null
}

/** All measures of a recording. */
export const measuresOf = (timeline: Timeline, { book, run, clock }: MeasureQuestion): Measures => {
  const bands = run && book ? bandsOf(book) : undefined
  return {
    best_efforts: run ? bestEffortsIn(timeline) : [],
    by_intensity: bands && timeline.source !== 'none' ? timeInBands(timeline, bands) : null,
    ...heartOf(timeline),
    clock_min: clock,
  }
}
