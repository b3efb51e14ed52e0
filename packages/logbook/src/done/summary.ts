import {
  beatsPerMinute,
  EVENT_KINDS,
  INTENSITIES,
  LAP_TRIGGERS,
  metres,
  metresPerSecond,
  PROBLEM_CODES,
  seconds,
  SPORTS,
  SUB_SPORTS,
  type Activity,
  type Instant,
  type Sport,
} from '@bell-lap/core'
import { z } from 'zod'
import { readJson } from '../store/json-column.ts'

// An activity without its samples, as JSON: what the device summed up, its laps, its presses of the button.

const Seconds = z.number().transform(seconds)
const Metres = z.number().transform(metres)
const Speed = z.number().transform(metresPerSecond)
const Beats = z.number().transform(beatsPerMinute)
/** Milliseconds since 1970. */
const isInstant = (milliseconds: number): milliseconds is Instant => Number.isSafeInteger(milliseconds)

const SUMMARY = {
  start: Seconds.exactOptional(),
  elapsed: Seconds.exactOptional(),
  timer: Seconds.exactOptional(),
  moving: Seconds.exactOptional(),
  distance: Metres.exactOptional(),
  speed: Speed.exactOptional(),
  maxSpeed: Speed.exactOptional(),
  heartRate: Beats.exactOptional(),
  maxHeartRate: Beats.exactOptional(),
  cadence: z.number().exactOptional(),
  power: z.number().exactOptional(),
  ascent: Metres.exactOptional(),
  descent: Metres.exactOptional(),
  sport: z.enum(SPORTS).exactOptional(),
  subSport: z.enum(SUB_SPORTS).exactOptional(),
}

const By = z.enum(['hand', 'device']).exactOptional()

const Summary = z.object({
  start: z.number().transform(Math.round).refine(isInstant).nullable(),
  utcOffset: Seconds.exactOptional(),
  device: z
    .object({
      maker: z.string().exactOptional(),
      product: z.number().exactOptional(),
      name: z.string().exactOptional(),
    })
    .exactOptional(),
  sessions: z.array(
    z.object({ ...SUMMARY, firstLap: z.number().exactOptional(), lapCount: z.number().exactOptional() }),
  ),
  laps: z.array(
    z.object({
      ...SUMMARY,
      intensity: z.enum(INTENSITIES).exactOptional(),
      trigger: z.enum(LAP_TRIGGERS).exactOptional(),
      step: z.number().exactOptional(),
    }),
  ),
  events: z.array(z.object({ kind: z.enum(EVENT_KINDS), time: Seconds, by: By, data: z.number().exactOptional() })),
  pauses: z.array(z.object({ start: Seconds, end: Seconds, by: By })),
  problems: z.array(
    z.object({
      code: z.enum(PROBLEM_CODES),
      message: z.string(),
      at: z.number().exactOptional(),
      sample: z.number().exactOptional(),
      seconds: z.number().exactOptional(),
    }),
  ),
})

/** An activity without what was measured over time. */
export type ActivitySummary = Omit<Activity, 'samples' | 'beats'>

/** Numbers that are none have no place in JSON; a device that wrote them wrote nothing. */
const known = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? undefined : value

export const makeSummary = ({ samples: _samples, beats: _beats, ...summary }: Activity): string => {
  const events = summary.events.filter(({ time }) => Number.isFinite(time))
  const pauses = summary.pauses.filter(({ start, end }) => Number.isFinite(start) && Number.isFinite(end))
  return JSON.stringify({ ...summary, events, pauses }, known)
}

export const parseSummary = (text: string): ActivitySummary => readJson(Summary, text, 'an activity')

/** The one sport of an activity; `multisport` where it has several. */
export const sportOf = ({ sessions }: Pick<Activity, 'sessions'>): Sport => {
  const sports = new Set(
    sessions.flatMap(({ sport }) => (sport === undefined || sport === 'transition' ? [] : [sport])),
  )
  const [only] = sports
  return sports.size > 1 ? 'multisport' : (only ?? 'generic')
}

/** What is measured and reviewed as running: also where the device does not say. */
export const isRun = (sport: string): boolean => sport === 'running' || sport === 'generic'
