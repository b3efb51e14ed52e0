import type { Activity, Lap, Pause } from '../../packages/core/src/activity/activity.ts'
import { metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import type { Random } from './random.ts'
import type { Parameters, Run } from './runner.ts'

export const SAMPLINGS = ['1 s', 'smart', '3 s'] as const
export const BUTTONS = ['every lap', 'some missed', 'auto-laps', 'none'] as const

/** How one simulated device recorded. */
export interface Habits {
  readonly sampling: (typeof SAMPLINGS)[number]
  readonly button: (typeof BUTTONS)[number]
  readonly treadmill: boolean
  readonly dropouts: number
}

export const habitsOf = (random: Random): Habits => {
  const treadmill = random.chance(0.1)
  return {
    sampling: random.pick(['1 s', '1 s', 'smart', '3 s']),
    button: random.pick(['every lap', 'some missed', 'auto-laps', 'none', 'none']),
    treadmill,
    dropouts: treadmill ? 0 : random.pick([0, 0, 1, 2]),
  }
}

/** Metres counted at each second: smoothed, jittering, a little long on a track or off on a treadmill. */
const countedOf = (run: Run, parameters: Parameters, { habits, random }: Making): Float64Array => {
  const { speed } = run
  const scale = habits.treadmill ? 1 + 0.03 * random.normal() : 1 + Math.abs(0.012 * random.normal())
  const half = Math.round((parameters.smoothing * random.between(0.5, 1.5)) / 2)
  const jitter = habits.treadmill ? parameters.jitter / 4 : parameters.jitter * random.between(0.5, 1.5)
  const sums = new Float64Array(speed.length + 1)
  speed.forEach((value, second) => (sums[second + 1] = (sums[second] ?? 0) + value))
  const counted = new Float64Array(speed.length + 1)
  const leaping = leapsIn(run, parameters, { habits, random })
  let error = 0
  for (let second = 0; second < speed.length; second++) {
    // A device knows the past only: its mean reaches back twice the half.
    const from = Math.max(0, second + 1 - 2 * half - 1)
    const mean = ((sums[second + 1] ?? 0) - (sums[from] ?? 0)) / (second + 1 - from)
    const last = error
    error = 0.6 * error + 0.8 * jitter * (leaping[second] ? LEAP : 1) * mean * random.normal()
    counted[second + 1] = (counted[second] ?? 0) + Math.max(0, mean * scale + error - last)
  }
  return counted
}

/** Jitter of leaping positions over the usual one. */
const LEAP = 8

/** 1 in the repetitions whose positions leap. */
const leapsIn = (run: Run, { bursts }: Parameters, { habits, random }: Making): Uint8Array => {
  const leaping = new Uint8Array(run.speed.length)
  for (const { start, end } of run.truths) if (random.chance(bursts) && !habits.treadmill) leaping.fill(1, start, end)
  return leaping
}

interface Making {
  readonly habits: Habits
  readonly random: Random
}

const pausesOf = (run: Run): Pause[] =>
  run.bounds
    .filter(({ leg }) => leg.paused)
    .map(({ start, end }) => ({ start: seconds(start + 1), end: seconds(end - 1), by: 'hand' as const }))

/** Seconds at which samples are written. */
const momentsOf = (length: number, pauses: readonly Pause[], { habits, random }: Making): number[] => {
  const moments: number[] = []
  for (let second = 0; second <= length;) {
    if (!pauses.some(({ start, end }) => second > start && second < end)) moments.push(second)
    second += habits.sampling === '1 s' ? 1 : habits.sampling === '3 s' ? 3 : random.whole(1, 7)
  }
  return moments
}

/** Positions lost: either no samples, or the distance stands still and catches up. */
const withDropouts = (moments: readonly number[], counted: Float64Array, { habits, random }: Making): number[] => {
  let kept = [...moments]
  for (let dropout = 0; dropout < habits.dropouts; dropout++) {
    const start = random.whole(0, counted.length - 1)
    const end = start + random.whole(5, 25)
    if (random.chance(0.5)) kept = kept.filter((moment) => moment < start || moment > end)
    else counted.fill(counted[start] ?? 0, start, Math.min(end, counted.length))
  }
  return kept
}

const lapOf = (start: number, end: number, counted: Float64Array, trigger: Lap['trigger']): Lap => ({
  start: seconds(Math.floor(start)),
  timer: seconds(end - start),
  elapsed: seconds(end - start),
  distance: metres((counted[Math.round(end)] ?? 0) - (counted[Math.round(start)] ?? 0)),
  ...(trigger ? { trigger } : {}),
})

const between = (marks: readonly number[], counted: Float64Array, trigger: Lap['trigger']): Lap[] =>
  marks.slice(1).map((mark, index) => lapOf(marks[index] ?? 0, mark, counted, trigger))

const lapsOf = (run: Run, counted: Float64Array, { habits, random }: Making): Lap[] => {
  const end = run.speed.length
  if (habits.button === 'none') return [lapOf(0, end, counted, 'session end')]
  if (habits.button === 'auto-laps') {
    const marks = [0]
    counted.forEach((way, second) => way >= marks.length * 1000 && marks.push(second))
    return between([...marks, end], counted, 'distance')
  }
  const missed = habits.button === 'some missed' ? 0.15 : 0
  const presses = run.bounds.slice(1).flatMap(({ start }) => (random.chance(missed) ? [] : [start]))
  return between([0, ...presses, end], counted, 'manual')
}

/** The recording that a device would have written of a run. */
export const record = (run: Run, parameters: Parameters, making: Making): Activity => {
  const counted = countedOf(run, parameters, making)
  const laps = lapsOf(run, counted, making)
  const pauses = pausesOf(run)
  const moments = withDropouts(momentsOf(run.speed.length, pauses, making), counted, making)
  return {
    start: null,
    sessions: [],
    laps,
    samples: {
      count: moments.length,
      time: Float64Array.from(moments),
      developer: [],
      distance: Float64Array.from(moments, (moment) => counted[moment] ?? 0),
    },
    events: [],
    pauses,
    problems: [],
  }
}
