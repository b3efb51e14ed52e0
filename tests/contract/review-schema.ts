import { z } from 'zod'
import { INTENSITIES, LAP_TRIGGERS, MODES, PROBLEM_CODES, ROLES, SPORTS, SUB_SPORTS } from '@bell-lap/core'
import { PACING_SHAPES } from '../../packages/core/src/activity/pacing.ts'
import {
  CONFIDENCES,
  RECOVERY_VERDICTS,
  REP_VERDICTS,
  SESSION_VERDICTS,
  YARDSTICKS,
} from '../../packages/core/src/review/reviewed.ts'
import { Extent, Target } from './schemas.ts'

const count = z.number().int().min(0)
const seconds = z.number()
const metres = z.number().min(0)
const Path = z.array(z.union([count, z.literal('between')]))

const summary = {
  start_s: seconds.optional(),
  elapsed_s: seconds.optional(),
  timer_s: seconds.optional(),
  moving_s: seconds.optional(),
  distance_m: metres.optional(),
  heart_rate_bpm: z.number().optional(),
  max_heart_rate_bpm: z.number().optional(),
  sport: z.enum(SPORTS).optional(),
  sub_sport: z.enum(SUB_SPORTS).optional(),
}

const Problem = z.strictObject({
  code: z.enum(PROBLEM_CODES),
  message: z.string(),
  at: z.number().optional(),
  sample: z.number().optional(),
})

const Activity = z.strictObject({
  start: z.string().nullable(),
  duration_s: seconds.nullable(),
  timer_s: seconds.nullable(),
  moving_s: seconds.nullable(),
  distance_m: metres.nullable(),
  samples: count,
  laps: z.array(
    z.strictObject({
      ...summary,
      intensity: z.enum(INTENSITIES).optional(),
      trigger: z.enum(LAP_TRIGGERS).optional(),
      step: z.number().optional(),
    }),
  ),
  sessions: z.array(z.strictObject(summary)),
  device: z
    .strictObject({
      maker: z.union([z.string(), z.number()]).optional(),
      product: z.union([z.string(), z.number()]).optional(),
      name: z.string().optional(),
    })
    .nullable(),
  problems: z.array(Problem),
})

const PlannedRep = z.strictObject({
  path: Path,
  role: z.enum(ROLES),
  extent: Extent.nullable(),
  target: Target.nullable(),
  distance_m: metres.optional(),
  duration_s: seconds.optional(),
  speed_mps: z.tuple([z.number(), z.number()]).optional(),
})

const Rep = z.strictObject({
  planned: PlannedRep.nullable(),
  start_s: seconds.nullable(),
  end_s: seconds.nullable(),
  distance_m: metres.nullable(),
  duration_s: seconds.nullable(),
  timer_s: seconds.nullable(),
  speed_mps: z.number().nullable(),
  heart_rate_bpm: z.number().nullable(),
  verdict: z.enum(REP_VERDICTS),
  lap: count.optional(),
})

const Recovery = z.strictObject({
  planned: z
    .strictObject({ distance_m: metres.optional(), duration_s: seconds.optional(), mode: z.enum(MODES).optional() })
    .nullable(),
  start_s: seconds.nullable(),
  end_s: seconds.nullable(),
  distance_m: metres.nullable(),
  duration_s: seconds.nullable(),
  verdict: z.enum(RECOVERY_VERDICTS).nullable(),
})

export const ReviewAnswer = z
  .strictObject({
    activity: Activity.nullable(),
    workout: z.string().nullable(),
    recognised: z.boolean(),
    reps: z.array(Rep),
    recoveries: z.array(Recovery),
    judged_by: z.enum(YARDSTICKS),
    fade_percent: z.number().nullable(),
    cv_percent: z.number().nullable(),
    decoupling_percent: z.number().nullable(),
    kick: z
      .strictObject({
        last_400_s: z.number().nullable(),
        last_200_s: z.number().nullable(),
        ratio_400: z.number().nullable(),
        ratio_200: z.number().nullable(),
      })
      .nullable(),
    pacing: z
      .strictObject({
        cv_percent: z.number().nullable(),
        halves: z.number().nullable(),
        shape: z.enum(PACING_SHAPES).nullable(),
        u_shaped: z.boolean().nullable(),
      })
      .nullable(),
    verdict: z.enum(SESSION_VERDICTS).nullable(),
    confidence: z.enum(CONFIDENCES),
    because: z.array(z.string()),
    notes: z.array(z.string()),
  })
  .meta({
    title: 'bell-lap review --json',
    description: 'Planned against done, repetition by repetition; seconds from the start of the activity.',
  })

export const ReviewRefusal = z
  .strictObject({
    problems: z.array(z.strictObject({ code: z.enum([...PROBLEM_CODES, 'usage']), message: z.string() })).min(1),
  })
  .meta({ title: 'bell-lap review --json, exit code 2', description: 'Why a recording could not be read.' })
