import { beatsPerMinute, metres, metresPerSecond, seconds } from '@bell-lap/core'
import type { LapIntensity, LapTrigger } from '../fit/recorded.ts'
import type { DraftLap, DraftSession } from '../samples/draft.ts'
import { wordTable } from '../samples/words.ts'

type Writable<Part> = { -readonly [Key in keyof Part]: Part[Key] }
export type GpxLap = Writable<DraftLap>
export type GpxSession = Writable<DraftSession>

type Set<Summary> = (summary: Summary, amount: number) => void

/** What a track states of itself: TrackStatsExtension v1 (Garmin). */
export const TRACK_STATS = wordTable<Set<GpxSession>>({
  Distance: (track, amount) => (track.distance = metres(amount)),
  TotalElapsedTime: (track, amount) => (track.elapsed = seconds(amount)),
  TimerTime: (track, amount) => (track.timer = seconds(amount)),
  MovingTime: (track, amount) => (track.moving = seconds(amount)),
  MaxSpeed: (track, amount) => (track.maxSpeed = metresPerSecond(amount)),
  Ascent: (track, amount) => (track.ascent = metres(amount)),
  Descent: (track, amount) => (track.descent = metres(amount)),
  AvgHeartRate: (track, amount) => (track.heartRate = beatsPerMinute(amount)),
})

/** Numbers of a lap of GPX-Data (ClueTrust), and of its summaries by their names. */
export const LAP_AMOUNTS = wordTable<Set<GpxLap>>({
  elapsedTime: (lap, amount) => (lap.timer = seconds(amount)),
  distance: (lap, amount) => (lap.distance = metres(amount)),
  AverageHeartRateBpm: (lap, amount) => (lap.heartRate = beatsPerMinute(amount)),
  MaximumHeartRateBpm: (lap, amount) => (lap.maxHeartRate = beatsPerMinute(amount)),
  MaximumSpeed: (lap, amount) => (lap.maxSpeed = metresPerSecond(amount)),
})

const INTENSITY = wordTable<LapIntensity>({ active: 'active', rest: 'rest', resting: 'rest' })
const TRIGGER = wordTable<LapTrigger>({
  manual: 'manual',
  distance: 'distance',
  location: 'position',
  time: 'time',
  heartrate: 'heart rate',
})

export const intensityNamed = (word: string): LapIntensity => INTENSITY.get(word.toLowerCase()) ?? 'other'
export const triggerNamed = (word: string): LapTrigger => TRIGGER.get(word.toLowerCase()) ?? 'other'
