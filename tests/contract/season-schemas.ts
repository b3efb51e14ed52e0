import { z } from 'zod'
import {
  DECISION_SUBJECTS,
  FIT_FAULTS,
  HARDNESS,
  LEVELS,
  MARK_KINDS,
  PILLARS,
  PLACEMENT_RULES,
  SLOTS,
  SURFACES,
  WEEK_KINDS,
  WEEKDAYS,
  WORKOUT_KINDS,
} from '@bell-lap/core'
import { EXPORT_TARGETS } from '@bell-lap/formats'
import { WorkoutAnswer } from './schemas.ts'

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const Clock = z.string().regex(/^\d\d:\d\d$/)
const metres = z.number().min(0)
const seconds = z.number().min(0)
const count = z.number().int().min(0)
const Speeds = z.tuple([z.number().positive(), z.number().positive()])

/** Indices into `steps`, and `between` for what stands between repetitions. */
const Path = z.array(z.union([count, z.literal('between')]))

const Time = z.union([z.string(), seconds])

/** The athlete file, as a season keeps it. */
const Athlete = z
  .strictObject({
    marks: z.array(
      z.strictObject({ distance_m: metres, time: Time, day: Day.optional(), kind: z.enum(MARK_KINDS).optional() }),
    ),
    name: z.string().optional(),
    born: z.string().optional(),
    sex: z.enum(['female', 'male']).optional(),
    unit: z.enum(['km', 'mi']).optional(),
    weekly_km: z.number().min(0).optional(),
    longest_run_km: z.number().min(0).optional(),
    days: count.optional(),
    availability: z
      .partialRecord(
        z.enum(WEEKDAYS),
        z.strictObject({ am: z.number().min(0).optional(), pm: z.number().min(0).optional() }),
      )
      .optional(),
    long_run_day: z.enum(WEEKDAYS).optional(),
    doubles: z.boolean().optional(),
    gym: z.boolean().optional(),
    resources: z.record(z.string(), z.array(z.string())).optional(),
    years_running: z.number().min(0).optional(),
    run_days_recent: z.number().min(0).optional(),
    altitude_m: z.number().optional(),
    max_heart_rate: z.number().optional(),
    threshold_heart_rate: z.number().optional(),
    resting_heart_rate: z.number().optional(),
    zone: z.string().optional(),
    goal: z.strictObject({ distance_m: metres, time: Time }).optional(),
    surfaces: z.array(z.enum(SURFACES)).optional(),
    start_times: z.strictObject({ am: Clock.optional(), pm: Clock.optional() }).optional(),
    blackout: z.array(Day).optional(),
    travel: z
      .array(
        z.strictObject({
          from: Day,
          to: Day,
          zone: z.string().optional(),
          gym: z.boolean().optional(),
          track: z.boolean().optional(),
        }),
      )
      .optional(),
    races: z.array(z.strictObject({ day: Day, distance_m: metres, priority: z.enum(['B', 'C']) })).optional(),
  })
  .meta({ description: 'Minutes of availability a slot; what is left out nobody stated.' })

const Session = z
  .strictObject({
    id: z.string().meta({ description: 'Stays the same wherever the session moves; never holds a date.' }),
    slot: z.enum(SLOTS),
    start: Clock,
    kind: z.enum(WORKOUT_KINDS),
    hardness: z.enum(HARDNESS),
    pillar: z.enum(PILLARS).nullable(),
    pillars: z.array(z.enum(PILLARS)),
    text: z.string(),
    workout: WorkoutAnswer,
    estimated: z.strictObject({ distance_m: metres.nullable(), duration_s: seconds.nullable() }),
    resolved: z.array(z.strictObject({ path: Path, speed_mps: Speeds })),
    why: z.array(z.string()),
    origin: z.union([
      z.strictObject({ kind: z.literal('plan'), week: count, session: count }),
      z.strictObject({ kind: z.literal('added'), because: z.string() }),
    ]),
    cue: z.string().optional(),
    locked: z.literal(true).optional(),
  })
  .meta({ description: 'A session on its day. `resolved`: speeds of its steps, slow end first.' })

const Week = z.strictObject({
  number: z.number().int().min(1),
  monday: Day,
  kind: z.enum(WEEK_KINDS).nullable(),
  phase: z.string().nullable(),
  objective: z.string().nullable(),
  planned_distance_m: metres,
  planned_duration_s: seconds,
  days: z.array(z.strictObject({ day: Day, sessions: z.array(Session) })).length(7),
})

const Decision = z
  .strictObject({
    what: z.string().min(1),
    because: z.string().min(1),
    rule: z.string().optional(),
    about: z.enum(DECISION_SUBJECTS).optional(),
    week: z.number().int().min(1).optional(),
    session: z.string().optional(),
  })
  .meta({ description: 'What was done and why; `rule` is a rule, a statement R1..R159 or a conflict C1..C18.' })

export const SeasonAnswer = z
  .strictObject({
    race: z.strictObject({
      name: z.string(),
      day: Day,
      round: z.enum(['heat', 'semi', 'final']).optional(),
      priority: z.enum(['B', 'C']).optional(),
    }),
    today: Day,
    athlete: Athlete,
    weeks: z.array(Week).min(1),
    decisions: z.array(Decision),
    findings: z.array(
      z.strictObject({
        level: z.enum(LEVELS),
        rule: z.string(),
        source: z.string(),
        message: z.string(),
        week: z.number().int().min(1).optional(),
        day: Day.optional(),
        session: z.string().optional(),
        fix: z.string().optional(),
      }),
    ),
    plan: z.string(),
  })
  .meta({
    title: 'bell-lap season --json',
    description: 'A plan fitted to one athlete and placed on dates up to a race; also what season.json holds.',
  })

export const SeasonRefusal = z
  .strictObject({
    problems: z
      .array(
        z.strictObject({
          code: z.enum([...FIT_FAULTS, 'unreadable']),
          message: z.string(),
          change: z.string().optional(),
        }),
      )
      .min(1),
  })
  .meta({
    title: 'bell-lap season --json, exit code 2',
    description: 'Why no season can be made, and what to change.',
  })

const Place = z.strictObject({ day: z.enum(WEEKDAYS), slot: z.enum(SLOTS) })
const Placement = z.record(z.string(), Place)
const RuleId = z.enum(PLACEMENT_RULES.map(({ id }) => id))
const cost = z.number().int().min(0)

const Demand = z.union([
  z.strictObject({ kind: z.enum(['session', 'minutes', 'fixed']), session: z.string() }),
  z.strictObject({ kind: z.literal('rule'), rule: RuleId }),
])

export const PlaceAnswer = z
  .union([
    z.strictObject({
      placement: Placement,
      cost,
      proof: z.strictObject({ optimal: z.literal(true), nodes: count }),
      broken: z.array(z.strictObject({ rule: RuleId, cost, sessions: z.array(z.string()) })),
    }),
    z.strictObject({
      impossible: z.strictObject({
        clash: z.array(Demand).min(1),
        smallest: z.boolean(),
        relax: z.array(z.strictObject({ relax: z.array(Demand).min(1), cost, placement: Placement })),
      }),
    }),
  ])
  .meta({
    title: 'bell-lap place --json',
    description:
      'One week placed at the least cost, proved; or what cannot hold together and what giving it up leads to.',
  })

const Fate = z.union([
  z.strictObject({ kind: z.literal('exact') }),
  z.strictObject({
    kind: z.literal('degraded'),
    losses: z.array(z.strictObject({ what: z.string(), how: z.string() })).min(1),
  }),
  z.strictObject({ kind: z.literal('refused'), because: z.string(), change: z.string() }),
])

export const ExportAnswer = z
  .strictObject({
    target: z.enum(EXPORT_TARGETS),
    caps: z.array(
      z.strictObject({
        what: z.string(),
        limit: z.union([z.number(), z.string()]),
        standing: z.enum(['documented', 'commonly stated', 'seen in code', 'chosen']),
        source: z.string(),
        beyond: z.string(),
      }),
    ),
    sessions: z.array(
      z.strictObject({
        id: z.string(),
        day: Day,
        slot: z.enum(SLOTS),
        title: z.string(),
        fate: Fate,
        files: z.array(z.string()),
      }),
    ),
    notes: z.array(z.string()),
    counts: z.strictObject({ exact: count, degraded: count, refused: count }),
  })
  .meta({
    title: 'bell-lap export --json',
    description:
      'What became of each session: exact, degraded (what, how) or refused (why), and the limits of the target.',
  })
