import type { Result } from '@bell-lap/core'
import type { Logbook } from '../logbook.ts'
import type { ReviewsTable } from '../store/tables.ts'
import type { SeasonRequest } from '../views/making.ts'
import type { ReviewView } from '../views/review.ts'

/** The value of a result that has to be one. */
export const valueOf = <Value, Fault>(result: Result<Value, Fault>): Value => {
  if (result.ok) return result.value
  throw new Error(`unexpected: ${JSON.stringify(result.fault)}`)
}

/** A season of thirteen weeks to a 5K. */
export const REQUEST: SeasonRequest = {
  plan: { kind: 'plan', id: 'advanced-5k' },
  race_day: '2027-02-21',
  athlete: {
    name: 'Ada',
    marks: [{ distance_m: 5000, time: '19:30', day: '2026-11-01', kind: 'race' }],
    weekly_km: 60,
    longest_run_km: 16,
    gym: true,
    unit: 'mi',
    zone: 'Europe/Berlin',
    blackout: ['2027-01-01'],
  },
}

/** A recording of an hour's run, taken in on a day; no file of it is there. */
export const keepRun = async (logbook: Logbook, id: string, day: string): Promise<void> => {
  const { store, owner: athlete } = logbook
  const hash = id.padEnd(64, '0')
  await store.db
    .insertInto('files')
    .values({ athlete, hash, name: `${id}.fit`, bytes: 1, kept: 1 })
    .execute()
  const measures = {
    best_efforts: [],
    by_intensity: [
      { intensity: 'easy', duration_s: 2700, distance_m: 8000 },
      { intensity: '5K', duration_s: 900, distance_m: 4000 },
    ],
    heart_rate_bpm: null,
    max_heart_rate_bpm: null,
    clock_min: 6 * 60 + 40,
  }
  const figures = { distance_m: 12_000, elapsed_s: 3700, timer_s: 3650, moving_s: 3600 }
  await store.db
    .insertInto('activities')
    .values({
      athlete,
      id,
      day,
      start_ms: 1,
      listed_ms: 1,
      sport: 'running',
      title: `run ${id}`,
      ...figures,
      device: null,
      file: hash,
      part: 0,
      summary: '{}',
      measures: JSON.stringify(measures),
      recognised: null,
      added: 1,
    })
    .execute()
}

const REVIEW: ReviewView = {
  activity: null,
  done: { distance_m: 12_000, duration_s: 3600 },
  workout: '5 x 1200m @5K',
  recognised: false,
  reps: [
    {
      planned: null,
      start_s: 0,
      end_s: 280,
      distance_m: 1200,
      duration_s: 280,
      speed_mps: 4.3,
      heart_rate_bpm: null,
      verdict: 'on',
      recovery: null,
    },
  ],
  judged_by: 'target',
  fade_percent: null,
  cv_percent: null,
  decoupling_percent: null,
  kick: null,
  verdict: 'close',
  confidence: 'high',
  because: [],
  notes: [],
}

/** A session that a recording was: done with a verdict, or asking. */
export const keepReview = async (
  { store, owner: athlete }: Logbook,
  season: string,
  { session, activity, state, day }: Pick<ReviewsTable, 'session' | 'activity' | 'state' | 'day'>,
): Promise<void> => {
  const review = state === 'done' ? { verdict: 'close', review: JSON.stringify({ ...REVIEW, activity }) } : ASKS
  await store.db
    .insertInto('reviews')
    .values({ athlete, season, session, activity, state, day, because: 'same day', at: 1, ...review })
    .execute()
}

const ASKS = { verdict: null, review: null }
