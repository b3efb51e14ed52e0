import { z } from 'zod'
import { ReviewView } from './review.ts'
import { ClockText, DayText, IntensityShown, Length, MomentText } from './words.ts'

export const ActivityCard = z.object({
  id: z.string(),
  /** Null where the recording knows no date. */
  day: DayText.nullable(),
  start: ClockText.nullable(),
  title: z.string(),
  sport: z.string(),
  done: Length,
  /** The session that it completes. */
  session: z.object({ id: z.string(), title: z.string() }).nullable(),
})
export type ActivityCard = z.infer<typeof ActivityCard>

export const ActivityList = z.object({ activities: z.array(ActivityCard), next: z.string().nullable() })
export type ActivityList = z.infer<typeof ActivityList>

export const LapView = z.object({
  start_s: z.number().nullable(),
  duration_s: z.number().nullable(),
  distance_m: z.number().nullable(),
  heart_rate_bpm: z.number().nullable(),
})

/** A session of those days that the activity may be told to be. */
export const MatchChoice = z.object({ session: z.string(), title: z.string(), day: DayText })

export const ActivityView = z.object({
  activity: ActivityCard,
  started: MomentText.nullable(),
  elapsed_s: z.number(),
  timer_s: z.number(),
  moving_s: z.number(),
  heart_rate_bpm: z.number().nullable(),
  max_heart_rate_bpm: z.number().nullable(),
  laps: z.array(LapView),
  best_efforts: z.array(z.object({ distance_m: z.number(), duration_s: z.number() })),
  review: ReviewView.nullable(),
  choices: z.array(MatchChoice),
  file: z.object({ name: z.string(), bytes: z.number() }),
  device: z.string().nullable(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type ActivityView = z.infer<typeof ActivityView>

/** Columns over time, thinned for the screen; null where nothing was recorded. */
export const StreamView = z.object({
  time_s: z.array(z.number()),
  speed_mps: z.array(z.number().nullable()),
  heart_rate_bpm: z.array(z.number().nullable()),
  altitude_m: z.array(z.number().nullable()),
  distance_m: z.array(z.number().nullable()),
})
export type StreamView = z.infer<typeof StreamView>

/**
 * One file of an import, or of an archive in it. `known`: these very bytes are in the logbook. `duplicate`: the same run
 * came in another file. `refused`: nothing of it was kept, and why.
 */
export const FILE_STATES = ['waiting', 'reading', 'added', 'known', 'duplicate', 'refused', 'cancelled'] as const
export const ImportFileView = z.object({
  name: z.string(),
  state: z.enum(FILE_STATES),
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** What is wrong with a recording that was read all the same. */
  problems: z.array(z.string()),
  activity: ActivityCard.nullable(),
  /** The verdict of its session, where it completed one. */
  verdict: z.string().nullable(),
  /** It may be this session: the athlete is asked. */
  asks: z.object({ session: z.string(), title: z.string(), because: z.string() }).nullable(),
})
export type ImportFileView = z.infer<typeof ImportFileView>

export const ImportView = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'cancelled']),
  started: MomentText,
  /** Files known so far and those that have their verdict; archives add theirs when they are opened. */
  total: z.number(),
  finished: z.number(),
  counts: z.object({ added: z.number(), known: z.number(), duplicate: z.number(), refused: z.number() }),
  files: z.array(ImportFileView),
})
export type ImportView = z.infer<typeof ImportView>

export const ProgressWeek = z.object({
  monday: DayText,
  planned_m: z.number().nullable(),
  done_m: z.number(),
  done_s: z.number(),
  /** Seconds run at each intensity. */
  by_intensity: z.array(z.object({ intensity: IntensityShown, duration_s: z.number(), distance_m: z.number() })),
})

/** A share in three units, each told by its name; null where nothing was done. */
export const EasyShare = z.object({
  by_time: z.number().nullable(),
  by_distance: z.number().nullable(),
  by_sessions: z.number().nullable(),
})

export const ProgressView = z.object({
  today: DayText,
  weeks: z.array(ProgressWeek),
  easy: z.object({ done: EasyShare, planned: EasyShare }),
  best_efforts: z.array(
    z.object({ distance_m: z.number(), duration_s: z.number(), day: DayText, activity: z.string() }),
  ),
  /** Times that the marks foretell, with the model and what it rests on. */
  predicted: z.array(z.object({ race: z.string(), distance_m: z.number(), time_s: z.number(), from: z.string() })),
  /** Each session that was judged by its reps. */
  reps: z.array(
    z.object({
      session: z.string(),
      day: DayText,
      title: z.string(),
      reps: z.number(),
      on: z.number(),
      cv_percent: z.number().nullable(),
      fade_percent: z.number().nullable(),
      kick_ratio: z.number().nullable(),
    }),
  ),
})
export type ProgressView = z.infer<typeof ProgressView>
