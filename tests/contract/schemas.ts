import { z } from 'zod'
import {
  LEVELS,
  MODES,
  OTHER_ACTIVITIES,
  PACE_NAMES,
  PILLARS,
  ROLES,
  SLOTS,
  SURFACES,
  WEEK_KINDS,
  WEEKDAYS,
  WORKOUT_KINDS,
} from '@bell-lap/core'
import { READER_RULES } from '@bell-lap/formats'

/**
 * The JSON that the command line prints, one schema each. docs/schema is generated from them, and the contract tests
 * hold every answer against them; objects are strict, so that a key which no schema names is a fault.
 */

const times = z.number().int().min(0)
const metres = z.number().min(0)
const seconds = z.number().min(0)

const Amount = z
  .union([
    z.strictObject({
      distance_m: metres,
      to_m: metres.optional(),
      written: z.string().optional(),
      get or() {
        return Amount.optional()
      },
      role: z.enum(ROLES).optional(),
      get target() {
        return Target.optional()
      },
    }),
    z.strictObject({
      duration_s: seconds,
      to_s: seconds.optional(),
      written: z.string().optional(),
      get or() {
        return Amount.optional()
      },
      role: z.enum(ROLES).optional(),
      get target() {
        return Target.optional()
      },
    }),
  ])
  .meta({
    description: 'A stated length: metres or seconds, `to` the far end of a range, `written` as the author wrote it.',
  })

export const Extent = z.union([
  Amount,
  z.strictObject({
    relative: z.enum(['equal', 'half', 'share', 'full', 'back', 'down']),
    share: z.number().optional(),
    share_to: z.number().optional(),
    measure: z.enum(['distance', 'time']).optional(),
  }),
  z.strictObject({ cycle_s: seconds }),
  z.strictObject({ remaining: z.literal(true) }),
  z.strictObject({ open: z.literal(true) }),
])

const pace = z.enum(PACE_NAMES)
export const Target: z.ZodType = z.union([
  z.strictObject({
    pace,
    to: pace.optional(),
    progressive: z.literal(true).optional(),
    basis: z.literal('goal').optional(),
    offset_s_per_km: z.number().optional(),
    offset_to_s_per_km: z.number().optional(),
    percent: z.number().optional(),
    percent_to: z.number().optional(),
    implied: z.literal(true).optional(),
  }),
  z.strictObject({ rep_time_s: z.tuple([seconds, seconds]) }),
  z.strictObject({ speed_mps: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ heart_rate_bpm: z.tuple([z.number().nullable(), z.number().nullable()]) }),
  z.strictObject({ heart_rate_percent: z.tuple([z.number(), z.number()]), of: z.enum(['HRmax', 'LTHR']) }),
  z.strictObject({ zone: z.number(), to: z.number().optional() }),
  z.strictObject({ rpe: z.number(), to: z.number().optional() }),
])

const session = z.enum(SLOTS).optional()

const Step = z
  .strictObject({
    kind: z.literal('step'),
    role: z.enum(ROLES),
    extent: Extent.nullable(),
    target: Target.nullable(),
    mode: z.enum(MODES).optional(),
    cue: z.string().optional(),
    implied: z.literal(true).optional(),
    position: z.literal('last').optional(),
    continuous: z.literal(true).optional(),
    effort: z.enum(['max', 'controlled']).optional(),
    round: z.enum(['heat', 'semi', 'final']).optional(),
    priority: z.enum(['B', 'C']).optional(),
    session,
  })
  .meta({ description: 'One bout. Extent and target are null where the text does not state them.' })

const Repeat = z
  .strictObject({
    kind: z.literal('repeat'),
    times: times.nullable(),
    times_to: times.optional(),
    get steps() {
      return z.array(Part)
    },
    between: Step.nullable(),
    after_last: z.boolean(),
    form: z.enum(['ladder', 'within']).optional(),
    total: Amount.optional(),
    for: Amount.optional(),
    continuous: z.literal(true).optional(),
    session,
  })
  .meta({ description: 'Steps done `times` over; null where the text gives no count.' })

const Exercise = z.strictObject({
  kind: z.literal('exercise'),
  name: z.string(),
  or: z.array(z.string()).optional(),
  sets: times.nullable(),
  sets_to: times.optional(),
  reps: times.optional(),
  reps_to: times.optional(),
  duration_s: seconds.optional(),
  to_s: seconds.optional(),
  distance_m: metres.optional(),
  each_side: z.literal(true).optional(),
  rest_s: seconds.optional(),
  cue: z.string().optional(),
  load: z
    .union([
      z.strictObject({ rpe: z.number(), to: z.number().optional() }),
      z.strictObject({ percent_1rm: z.number(), to: z.number().optional() }),
      z.strictObject({ kg: z.number(), to: z.number().optional() }),
      z.strictObject({ word: z.string() }),
    ])
    .optional(),
})

const Other = z.strictObject({
  kind: z.literal('other'),
  activity: z.enum(OTHER_ACTIVITIES),
  extent: Amount.nullable(),
  name: z.string().optional(),
  session,
})

const Part: z.ZodType = z.union([Step, Repeat, Exercise, Other])

const TextFinding = z.strictObject({
  level: z.enum(LEVELS),
  rule: z.enum(READER_RULES),
  message: z.string(),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
})

export const WorkoutAnswer = z
  .strictObject({
    kind: z.enum(WORKOUT_KINDS),
    total: Amount.nullable(),
    remainder: z.enum(ROLES).nullable(),
    steps: z.array(Part),
    get alternatives() {
      return z.array(WorkoutAnswer)
    },
    also: z.array(z.enum(WORKOUT_KINDS)).optional(),
    pillars: z.array(z.enum(PILLARS)).optional(),
    key: z.literal(true).optional(),
    optional: z.literal(true).optional(),
    surface: z.enum(SURFACES).optional(),
    after_run: z.literal(true).optional(),
    cue: z.string().optional(),
    canonical: z.string(),
    findings: z.array(TextFinding),
  })
  .meta({
    title: 'bell-lap read --workout --json',
    description: 'One prescription: what the author states, and nothing else.',
  })

const SessionAnswer = z.strictObject({
  slot: z.enum(SLOTS).nullable(),
  clock: z.string().optional(),
  text: z.string(),
  from: z.number().optional(),
  to: z.number().optional(),
  workout: WorkoutAnswer,
  notes: z.array(z.string()).optional(),
})

export const PlanAnswer = z
  .strictObject({
    name: z.string().nullable(),
    race: z.string().nullable(),
    races: z.array(
      z.strictObject({
        name: z.string(),
        distance_m: metres,
        round: z.enum(['heat', 'semi', 'final']).optional(),
        priority: z.enum(['B', 'C']).optional(),
      }),
    ),
    unit: z.enum(['km', 'mi']),
    notes: z.array(z.string()).optional(),
    findings: z.array(TextFinding),
    weeks: z.array(
      z.strictObject({
        number: z.number(),
        kind: z.enum(WEEK_KINDS).nullable(),
        phase: z.string().nullable(),
        objective: z.string().nullable(),
        stated_total: Amount.nullable(),
        computed_total: z.strictObject({
          distance_m: metres.nullable(),
          duration_s: seconds.nullable(),
          complete: z.boolean(),
          to_m: metres.optional(),
          to_s: seconds.optional(),
        }),
        days: z.array(z.strictObject({ day: z.enum(WEEKDAYS), sessions: z.array(SessionAnswer) })).length(7),
        any: z.array(SessionAnswer).optional(),
        notes: z.array(z.string()).optional(),
      }),
    ),
    coverage: z.strictObject({ characters: times, structured: times, notes: times, unread: times }),
  })
  .meta({ title: 'bell-lap read --json', description: 'A plan: weeks of seven days, Monday to Sunday.' })

export const CheckAnswer = z
  .strictObject({
    findings: z.array(
      z.strictObject({
        level: z.enum(LEVELS),
        rule: z.string(),
        source: z.string(),
        message: z.string(),
        week: z.number().optional(),
        day: z.enum([...WEEKDAYS, 'any']).optional(),
        line: z.number().int().min(1),
        column: z.number().int().min(1),
        from: z.number().int().min(0),
        to: z.number().int().min(0),
        fix: z.string().optional(),
      }),
    ),
  })
  .meta({
    title: 'bell-lap check --json',
    description: 'Findings of the reader and the rules, in the order of the text; lines and columns from 1.',
  })

const Mark = z.strictObject({
  distance_m: metres,
  time_s: seconds,
  day: z.string().optional(),
  kind: z.string().optional(),
})
const Speeds = z.tuple([z.number().positive(), z.number().positive()])

export const PacesAnswer = z
  .looseObject({
    model: z.string(),
    marks: z.array(Mark),
    index: z.number(),
    paces: z.array(z.looseObject({ pace, speed_mps: Speeds, from: z.string() })),
    compare: z.looseObject({ offsets: z.array(z.looseObject({ pace })) }),
  })
  .meta({
    title: 'bell-lap paces --json',
    description: 'Paces of one athlete: slow end first, the mean is the model’s point.',
  })
