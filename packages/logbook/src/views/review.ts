import { z } from 'zod'
import { Length } from './words.ts'

/** One repetition: target against split. Speeds in metres a second; `planned` null for one that was not asked for. */
export const RepView = z.object({
  planned: z
    .object({
      text: z.string(),
      distance_m: z.number().nullable(),
      duration_s: z.number().nullable(),
      /** Slow and fast end of the target. */
      speed_mps: z.tuple([z.number(), z.number()]).nullable(),
    })
    .nullable(),
  /** Seconds since the start of the activity. */
  start_s: z.number().nullable(),
  end_s: z.number().nullable(),
  distance_m: z.number().nullable(),
  duration_s: z.number().nullable(),
  speed_mps: z.number().nullable(),
  heart_rate_bpm: z.number().nullable(),
  verdict: z.enum(['on', 'fast', 'slow', 'short', 'missed', 'extra']),
  /** What followed it. */
  recovery: z
    .object({
      duration_s: z.number(),
      distance_m: z.number(),
      verdict: z.enum(['kept', 'short', 'long']).nullable(),
    })
    .nullable(),
})
export type RepView = z.infer<typeof RepView>

export const KickView = z.object({
  last_400_s: z.number(),
  last_200_s: z.number(),
  ratio_400: z.number(),
  ratio_200: z.number(),
})

/** Planned against done, for the screen. */
export const ReviewView = z.object({
  activity: z.string().nullable(),
  done: Length,
  /** The workout that it was held against, in the plan's words; the recognised one where none was planned. */
  workout: z.string().nullable(),
  recognised: z.boolean(),
  reps: z.array(RepView),
  judged_by: z.enum(['target', 'consistency']),
  fade_percent: z.number().nullable(),
  cv_percent: z.number().nullable(),
  decoupling_percent: z.number().nullable(),
  kick: KickView.nullable(),
  verdict: z.enum(['as planned', 'close', 'different', 'missed']).nullable(),
  confidence: z.enum(['high', 'medium', 'low', 'cannot tell']),
  /** Reasons with their numbers, the weightiest first. */
  because: z.array(z.string()),
  notes: z.array(z.string()),
})
export type ReviewView = z.infer<typeof ReviewView>
