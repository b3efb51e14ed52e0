import type { Activity, Instant } from '../../packages/core/src/activity/activity.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { record, type Habits } from './device.ts'
import { FITTED } from './fit-parameters.ts'
import { randomOf, type Random } from './random.ts'
import { runLegs, type Leg } from './runner.ts'
import { sessionOf } from './session.ts'

const HOUR = 3600
const FIRST_START = Date.UTC(2025, 0, 1, 17)
const DAY = 86_400_000
/** Where the simulated runs go round and round: no place that anybody lives at. */
const [LATITUDE, LONGITUDE, ROUND] = [-48.5, -123.4, 1200]
const METRES_A_DEGREE = 111_195

const isInstant = (milliseconds: number): milliseconds is Instant => Number.isSafeInteger(milliseconds)

/** A recording with all that a watch writes beside time and distance: path, heights, heart and steps. */
export const asWatch = (activity: Activity, start: number, random: Random): Activity => {
  const { samples } = activity
  const { time, distance = new Float64Array(samples.count) } = samples
  const turn = distance.map((way) => (2 * Math.PI * way) / ROUND)
  let heart = 90
  const heartRate = time.map((now, row) => {
    const step = Math.max(1, now - (time[row - 1] ?? now - 1))
    const speed = ((distance[row] ?? 0) - (distance[row - 1] ?? 0)) / step
    heart += (Math.min(190, 75 + 25 * speed) - heart) * Math.min(1, step / 30)
    return Math.round(heart + random.normal())
  })
  const radius = ROUND / (2 * Math.PI) / METRES_A_DEGREE
  return {
    ...activity,
    start: isInstant(start) ? start : null,
    samples: {
      ...samples,
      heartRate,
      cadence: time.map(() => 85 + Math.round(random.normal())),
      altitude: turn.map((angle) => Math.round(5 * (120 + 8 * Math.sin(angle))) / 5),
      latitude: turn.map((angle) => LATITUDE + radius * Math.sin(angle)),
      longitude: turn.map((angle) => LONGITUDE + (radius * Math.cos(angle)) / Math.cos((LATITUDE * Math.PI) / 180)),
    },
  }
}

const easy = (length: number): Leg => ({ kind: 'easy', speed: 2.9, duration: length, length })

/** A session of an hour as a watch writes it each second, with its workout; another one for each seed. */
export const hourRun = (seed: number): { readonly text: string; readonly activity: Activity } => {
  const random = randomOf(seed)
  const { text, legs } = sessionOf(random)
  const run = runLegs([...legs, easy(HOUR)], FITTED, random)
  const habits = {
    sampling: '1 s',
    button: random.pick<Habits['button']>(['every lap', 'auto-laps']),
    treadmill: false,
    dropouts: 0,
  } as const
  const whole = record(
    { ...run, speed: run.speed.subarray(0, HOUR), bounds: run.bounds.filter(({ end }) => end < HOUR) },
    FITTED,
    { habits, random },
  )
  const start = FIRST_START + seed * DAY
  const session = { start: seconds(0), elapsed: seconds(HOUR), timer: seconds(HOUR), sport: 'running' } as const
  return { text, activity: asWatch({ ...whole, sessions: [session] }, start, random) }
}
