import type { Activity, Lap, Pause } from '../../packages/core/src/activity/activity.ts'
import { metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import type { Random } from './random.ts'

// A second simulator, made without looking at the first: other runners, other places, other watches. Speed builds up and
// fades by degrees, positions drift rather than jitter, hills change speeds, and watches do what they do in the field.

/** A stretch of running. `end`: speed at its end, where it changes on the way. */
export interface Bout {
  readonly speed: number
  readonly end?: number
  readonly seconds?: number
  readonly metres?: number
  readonly work?: true
  /** A press of the button at its start. */
  readonly press?: true
}

export interface Watch {
  /** Seconds between samples: one figure, or the least and the most of smart recording. */
  readonly every?: number | readonly [least: number, most: number]
  /** Spread of the share by which positions drift, and the seconds for which a drift lasts. */
  readonly drift?: readonly [share: number, lasting: number]
  /** Seconds that the device looks back over. */
  readonly smoothing?: number
  /** Presses come so many seconds late. */
  readonly late?: number
  readonly laps?: 'pressed' | 'kilometres' | 'miles' | 'none'
  /** Stands still below this speed, as auto-pause does, or is paused by hand. */
  readonly pauseBelow?: number
  /** Speed told from the steps: this share of the truth, the rest is the usual speed. */
  readonly steps?: number
  /** From, to: seconds without positions; `frozen` where the watch goes on writing. */
  readonly tunnels?: readonly { readonly from: number; readonly to: number; readonly frozen?: true }[]
  /** Height of the hills as a share of the speed that they cost, and their length in metres. */
  readonly hills?: readonly [share: number, length: number]
  /** Positions alone, as phones write them: spread of a position that drifts, and of one from second to second, in metres. */
  readonly places?: readonly [drift: number, jitter: number]
}

export interface VariedTruth {
  readonly start: number
  readonly end: number
}

export interface Recorded {
  readonly activity: Activity
  readonly truths: readonly VariedTruth[]
}

/** Seconds in which two thirds of a change of speed are done: faster down than up. */
const [UP, DOWN] = [2.5, 1.5]
const FORM = 0.012
const SWAY = 0.02

const speeds = (bouts: readonly Bout[], { hills }: Watch, random: Random) => {
  const speed: number[] = []
  const bounds: { bout: Bout; start: number; end: number }[] = []
  let [now, sway, way] = [0, 0, 0]
  for (const bout of bouts) {
    const start = speed.length
    const form = 1 + FORM * random.normal()
    const from = way
    for (let second = 0; ; second++) {
      const share = bout.seconds === undefined ? (way - from) / (bout.metres ?? 1) : second / bout.seconds
      if (share >= 1) break
      const aim = (bout.speed + ((bout.end ?? bout.speed) - bout.speed) * share) * form
      const slope = hills ? 1 - hills[0] * Math.sin((2 * Math.PI * way) / hills[1]) : 1
      now += (aim * slope - now) / (aim > now ? UP : DOWN)
      sway = 0.95 * sway + 0.31 * SWAY * random.normal()
      speed.push(Math.max(0, now * (1 + sway)))
      way += speed.at(-1) ?? 0
    }
    bounds.push({ bout, start, end: speed.length })
  }
  return { speed, bounds }
}

/** Metres as the watch counts them at each second. */
const counted = (speed: readonly number[], watch: Watch, random: Random): Float64Array => {
  const { drift: [spread, lasting] = [0.03, 15], smoothing = 3, steps } = watch
  const kept = Math.exp(-1 / lasting)
  const usual = speed.reduce((sum, one) => sum + one, 0) / speed.length
  const result = new Float64Array(speed.length + 1)
  let [drift, smooth] = [0, 0]
  speed.forEach((true_, second) => {
    drift = kept * drift + Math.sqrt(1 - kept ** 2) * spread * random.normal()
    const told = steps === undefined || true_ < 0.5 ? true_ : steps * true_ + (1 - steps) * usual
    smooth += (told - smooth) / Math.max(1, smoothing)
    result[second + 1] = (result[second] ?? 0) + Math.max(0, smooth * (1 + drift))
  })
  return result
}

const pausesIn = (speed: readonly number[], below: number | undefined): Pause[] => {
  const pauses: Pause[] = []
  let from: number | undefined
  speed.forEach((value, second) => {
    const still = below !== undefined && value < below
    if (still && from === undefined) from = second
    if (!still && from !== undefined) {
      if (second - from > 4) pauses.push({ start: seconds(from + 2), end: seconds(second) })
      from = undefined
    }
  })
  return pauses
}

const timerIn = (pauses: readonly Pause[], from: number, to: number): number =>
  to - from - pauses.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0)

const lapsOf = (
  marks: readonly number[],
  way: Float64Array,
  pauses: readonly Pause[],
  trigger: 'manual' | 'distance',
): Lap[] =>
  marks.slice(1).map((end, index) => {
    const start = marks[index] ?? 0
    return {
      start: seconds(start),
      elapsed: seconds(end - start),
      timer: seconds(timerIn(pauses, start, end)),
      distance: metres((way[end] ?? 0) - (way[start] ?? 0)),
      trigger,
    }
  })

const every = (way: Float64Array, length: number): number[] => {
  const marks: number[] = []
  way.forEach((metre, second) => metre >= (marks.length + 1) * length && marks.push(second))
  return marks
}

/** Round an oval of 400 m, or out and back on a road: metres to the north and the east. */
const placeAt = (way: number): readonly [north: number, east: number] => {
  const round = way % 400
  const [straight, radius] = [84.39, 36.8]
  if (round < straight) return [round, 0]
  if (round < 200) {
    const angle = (round - straight) / radius
    return [straight + radius * Math.sin(angle), radius * (1 - Math.cos(angle))]
  }
  if (round < 200 + straight) return [straight - (round - 200), 2 * radius]
  const angle = (round - 200 - straight) / radius
  return [0 - radius * Math.sin(angle), radius * (1 + Math.cos(angle))]
}

const METRES_A_DEGREE = 111_195
const LATITUDE = 50

/** Positions as a phone finds them, without any distance. */
const placesOf = (
  moments: readonly number[],
  way: Float64Array,
  [drift, jitter]: readonly [number, number],
  random: Random,
) => {
  let [north, east, before] = [0, 0, 0]
  const found = moments.map((moment) => {
    const kept = Math.exp(-(moment - before) / 20)
    before = moment
    north = kept * north + Math.sqrt(1 - kept ** 2) * drift * random.normal()
    east = kept * east + Math.sqrt(1 - kept ** 2) * drift * random.normal()
    const [y, x] = placeAt(way[moment] ?? 0)
    return [y + north + jitter * random.normal(), x + east + jitter * random.normal()] as const
  })
  return {
    latitude: Float64Array.from(found, ([y]) => LATITUDE + y / METRES_A_DEGREE),
    longitude: Float64Array.from(found, ([, x]) => 8 + x / METRES_A_DEGREE / Math.cos((LATITUDE * Math.PI) / 180)),
  }
}

/** What a watch would have written of these bouts. */
export const wear = (bouts: readonly Bout[], watch: Watch, random: Random): Recorded => {
  const { speed, bounds } = speeds(bouts, watch, random)
  const way = counted(speed, watch, random)
  const end = speed.length
  const pauses = pausesIn(speed, watch.pauseBelow)
  const { laps: kind = 'none', late = 0, tunnels = [], every: rhythm = 1 } = watch
  const presses = bounds
    .filter(({ bout, start }) => start > 0 && bout.press)
    .map(({ start }) => Math.min(end - 1, Math.max(1, Math.round(start + late + random.normal()))))
  const marks = kind === 'pressed' ? presses : kind === 'none' ? [] : every(way, kind === 'miles' ? 1609.344 : 1000)
  const moments: number[] = []
  for (
    let second = 0;
    second <= end;
    second += typeof rhythm === 'number' ? rhythm : random.whole(rhythm[0], rhythm[1])
  ) {
    const lost = tunnels.some(({ from, to, frozen }) => !frozen && second > from && second < to)
    const paused = pauses.some((pause) => second > pause.start && second < pause.end)
    if (!lost && !paused) moments.push(second)
  }
  for (const { from, to, frozen } of tunnels) if (frozen) way.fill(way[from] ?? 0, from, to)
  const activity: Activity = {
    start: null,
    sessions: [],
    laps: lapsOf([0, ...marks, end], way, pauses, kind === 'pressed' ? 'manual' : 'distance'),
    samples: {
      count: moments.length,
      time: Float64Array.from(moments),
      developer: [],
      ...(watch.places
        ? placesOf(moments, way, watch.places, random)
        : { distance: Float64Array.from(moments, (moment) => way[moment] ?? 0) }),
    },
    events: [],
    pauses,
    problems: [],
  }
  return { activity, truths: bounds.filter(({ bout }) => bout.work).map(({ start, end }) => ({ start, end })) }
}
