import {
  addDays,
  DECISION_SUBJECTS,
  exercisesIn,
  fail,
  HARDNESS,
  makeDay,
  metres,
  ok,
  parseDay,
  PILLARS,
  seconds,
  SLOTS,
  WEEK_KINDS,
  type Day,
  type Decision,
  type Level,
  type Path,
  type Plan,
  type Range,
  type Result,
  type Season,
  type SeasonSession,
  type SeasonWeek,
  type Speed,
} from '@bell-lap/core'
import { z } from 'zod'
import { makePlan } from '../plan-text/notation/make-plan.ts'
import { makeWorkout } from '../plan-text/notation/make-workout.ts'
import { parsePlan } from '../plan-text/notation/parse-plan.ts'
import { parseWorkout } from '../plan-text/notation/parse-workout.ts'
import { AthleteFile, athleteOf } from './athlete-schema.ts'
import { makeAthleteJson } from './athlete.ts'
import { makeWorkoutJson, type Json } from './workout.ts'

/** Speed of one step of a session for the athlete on the day, as it is told in `resolved`. */
export interface ResolvedStep {
  readonly path: Path
  readonly speed: Range<Speed>
}

/** A finding of the rules on a season, as far as its file tells it. */
export interface FoundInSeason {
  readonly level: Level
  readonly rule: string
  readonly source: string
  readonly message: string
  readonly fix?: string
  /** Week of the season from 1, and the session, where it concerns one. */
  readonly week?: number
  readonly session?: Pick<SeasonSession, 'id' | 'day'>
}

const DAYS_A_WEEK = 7
const round = (amount: number): number => Math.round(amount * 1000) / 1000

const pad = (amount: number): string => String(amount).padStart(2, '0')
const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

/**
 * A season as `bell-lap season --json` prints it and `season.json` keeps it: weeks of seven dated days. The plan and
 * every workout stand in it as canonical text too, from which `parseSeasonJson` builds the same season again.
 */
export const makeSeasonJson = (
  season: Season,
  resolved: (session: SeasonSession) => readonly ResolvedStep[] = () => [],
  findings: readonly FoundInSeason[] = [],
): Json => ({
  race: { name: season.race.name, day: makeDay(season.race.day), ...season.race.detail },
  today: makeDay(season.today),
  athlete: makeAthleteJson(season.athlete),
  weeks: season.weeks.map((week) => makeWeek(week, resolved)),
  decisions: season.decisions.map(makeDecision),
  findings: findings.map(makeFinding),
  plan: makePlan(season.plan),
})

const makeDecision = ({ what, because, rule, about, week, session }: Decision): Json => ({
  what,
  because,
  ...(rule === undefined ? {} : { rule }),
  ...(about === undefined ? {} : { about }),
  ...(week === undefined ? {} : { week }),
  ...(session === undefined ? {} : { session }),
})

const makeFinding = ({ level, rule, source, message, fix, week, session }: FoundInSeason): Json => ({
  level,
  rule,
  source,
  message,
  ...(week === undefined ? {} : { week }),
  ...(session ? { day: makeDay(session.day), session: session.id } : {}),
  ...(fix === undefined ? {} : { fix }),
})

const makeWeek = (week: SeasonWeek, resolved: (session: SeasonSession) => readonly ResolvedStep[]): Json => {
  const { number, monday, kind, phase, objective, sessions } = week
  const runs = sessions.filter(({ workout }) => ['run', 'race', 'test', 'mixed'].includes(workout.kind))
  const sum = (of: 'distance' | 'duration'): number =>
    round(runs.reduce((all, { estimated }) => all + (estimated[of] ?? 0), 0))
  return {
    number,
    monday: makeDay(monday),
    kind,
    phase,
    objective,
    planned_distance_m: sum('distance'),
    planned_duration_s: sum('duration'),
    days: Array.from({ length: DAYS_A_WEEK }, (_, index) => ({
      day: makeDay(addDays(monday, index)),
      sessions: sessions
        .filter(({ day }) => day === monday + index)
        .map((session) => makeSession(session, resolved(session))),
    })),
  }
}

const makeSession = (session: SeasonSession, resolved: readonly ResolvedStep[]): Json => {
  const { id, slot, start, workout, hardness, pillars, estimated, origin, why, cue, locked } = session
  return {
    id,
    slot,
    start: clock(start),
    kind: workout.kind,
    hardness,
    pillar: pillars[0] ?? null,
    pillars,
    text: makeWorkout(workout),
    workout: makeWorkoutJson(workout),
    estimated: { distance_m: estimated.distance, duration_s: estimated.duration },
    resolved: resolved.map(({ path, speed }) => ({ path, speed_mps: [round(speed.low), round(speed.high)] })),
    why,
    origin,
    ...(cue === undefined ? {} : { cue }),
    ...(locked ? { locked } : {}),
  }
}

/** One session by itself with its day, as a ledger keeps it: `parseSessionJson` reads it back equal. */
export const makeSessionJson = (session: SeasonSession): Json => ({
  day: makeDay(session.day),
  ...makeSession(session, []),
})

const DayText = z.string().transform((text, context): Day => {
  const day = parseDay(text)
  if (day !== undefined) return day
  context.addIssue({ code: 'custom', message: 'a day, 2027-03-21' })
  return z.NEVER
})

const ClockText = z
  .string()
  .regex(/^\d\d:\d\d$/, 'a clock time, 07:00')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

const OriginFile = z.union([
  z.object({ kind: z.literal('plan'), week: z.number(), session: z.number() }),
  z.object({ kind: z.literal('added'), because: z.string() }),
])

const SessionFile = z.object({
  id: z.string(),
  slot: z.enum(SLOTS),
  start: ClockText,
  hardness: z.enum(HARDNESS),
  pillars: z.array(z.enum(PILLARS)),
  text: z.string(),
  estimated: z.object({ distance_m: z.number().nullable(), duration_s: z.number().nullable() }),
  why: z.array(z.string()),
  origin: OriginFile,
  cue: z.string().optional(),
  locked: z.literal(true).optional(),
})

const DatedSessionFile = SessionFile.extend({ day: DayText })

/** Reads a session that stands by itself; `plan` is the plan of its season, which knows the exercises by name. */
export const parseSessionJson = (value: unknown, plan: Plan): Result<SeasonSession, string> => {
  const parsed = DatedSessionFile.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(`this is no session: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'unknown'}`)
  }
  const session = sessionFrom(parsed.data, parsed.data.day)
  return session.ok ? ok({ ...session.value, exercises: exercisesIn(plan, session.value.workout) }) : session
}

const WeekFile = z.object({
  number: z.number(),
  monday: DayText,
  kind: z.enum(WEEK_KINDS).nullable(),
  phase: z.string().nullable(),
  objective: z.string().nullable(),
  days: z.array(z.object({ day: DayText, sessions: z.array(SessionFile) })),
})

const DecisionFile = z.object({
  what: z.string(),
  because: z.string(),
  rule: z.string().optional(),
  about: z.enum(DECISION_SUBJECTS).optional(),
  week: z.number().optional(),
  session: z.string().optional(),
})

const SeasonFile = z.object({
  race: z.object({
    name: z.string(),
    day: DayText,
    round: z.enum(['heat', 'semi', 'final']).optional(),
    priority: z.enum(['B', 'C']).optional(),
  }),
  today: DayText,
  athlete: AthleteFile,
  weeks: z.array(WeekFile),
  decisions: z.array(DecisionFile),
  plan: z.string(),
})
type SeasonFile = z.output<typeof SeasonFile>

/** Reads a season from parsed JSON: `parseSeasonJson(makeSeasonJson(season))` is the season. */
export const parseSeasonJson = (value: unknown): Result<Season, string> => {
  const parsed = SeasonFile.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(`this is no season: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'unknown'}`)
  }
  const { race, today, athlete, decisions } = parsed.data
  const { plan, findings } = parsePlan(parsed.data.plan)
  const unread = findings.find(({ level }) => level === 'error')
  if (unread) return fail(`this is no season: plan: ${unread.message}`)
  const weeks = weeksFrom(parsed.data)
  if (!weeks.ok) return weeks
  const { name, day, ...detail } = race
  return ok({
    plan,
    athlete: athleteOf(athlete),
    today,
    race: { name, day, ...(Object.keys(detail).length > 0 ? { detail: detailFrom(detail) } : {}) },
    weeks: weeks.value.map((week) => ({
      ...week,
      sessions: week.sessions.map((session) => ({ ...session, exercises: exercisesIn(plan, session.workout) })),
    })),
    decisions: decisions.map(decisionFrom),
  })
}

const detailFrom = ({
  round: heat,
  priority,
}: Omit<SeasonFile['race'], 'name' | 'day'>): NonNullable<Season['race']['detail']> => ({
  ...(heat ? { round: heat } : {}),
  ...(priority ? { priority } : {}),
})

const decisionFrom = (file: SeasonFile['decisions'][number]): Decision => {
  const { what, because, rule, about, week, session } = file
  return {
    what,
    because,
    ...(rule === undefined ? {} : { rule }),
    ...(about === undefined ? {} : { about }),
    ...(week === undefined ? {} : { week }),
    ...(session === undefined ? {} : { session }),
  }
}

const weeksFrom = ({ weeks }: SeasonFile): Result<readonly SeasonWeek[], string> => {
  const made: SeasonWeek[] = []
  for (const { days, ...week } of weeks) {
    const sessions: SeasonSession[] = []
    for (const { day, sessions: listed } of days) {
      for (const file of listed) {
        const session = sessionFrom(file, day)
        if (!session.ok) return session
        sessions.push(session.value)
      }
    }
    made.push({ ...week, sessions })
  }
  return ok(made)
}

const sessionFrom = (file: z.output<typeof SessionFile>, day: Day): Result<SeasonSession, string> => {
  const workout = parseWorkout(file.text)
  if (!workout.ok) return fail(`${file.id} on ${makeDay(day)}: ${workout.fault.message}`)
  const { id, slot, start, hardness, pillars, estimated, why, origin, cue, locked } = file
  return ok({
    id,
    day,
    slot,
    start,
    workout: workout.value,
    exercises: [],
    hardness,
    pillars,
    estimated: {
      distance: estimated.distance_m === null ? null : metres(estimated.distance_m),
      duration: estimated.duration_s === null ? null : seconds(estimated.duration_s),
    },
    origin,
    why,
    ...(cue === undefined ? {} : { cue }),
    ...(locked ? { locked } : {}),
  })
}
