import { addDays, type Day } from '../calendar/day.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import type { Workout, WorkoutKind } from '../workout/workout.ts'
import { likeness } from './likeness.ts'

/** A session of the calendar that something done may belong to. */
export interface PlannedSession {
  readonly id: string
  readonly day: Day
  /** Minutes after midnight. */
  readonly start: number
  readonly kind: WorkoutKind
  readonly distance: Distance | null
  readonly duration: Duration | null
  /** What was to be done: two recordings of one day are told apart by it. */
  readonly workout?: Workout
}

/** Something that was done, on the athlete's own calendar. */
export interface DoneActivity {
  readonly id: string
  readonly day: Day
  /** Minutes after midnight, local time. */
  readonly start: number
  readonly running: boolean
  readonly distance: Distance
  readonly duration: Duration
  /** The session that it looks like by itself. */
  readonly looksLike?: Workout
}

/** The athlete's own word: this activity is that session, or none. Never undone by a guess. */
export interface ManualMatch {
  readonly activity: string
  readonly session: string | null
}

/** high: taken by itself. medium: the athlete is asked. low: left unplanned. */
export const MATCH_CONFIDENCES = ['high', 'medium', 'low'] as const
export interface Match {
  readonly activity: string
  readonly session: string
  readonly confidence: (typeof MATCH_CONFIDENCES)[number]
  readonly locked: boolean
  readonly because: string
}

/** missed only once the window has closed, unknown while an answer is awaited, else open. */
export const SESSION_STATES = ['done', 'unknown', 'missed', 'open'] as const
export type SessionState = (typeof SESSION_STATES)[number]

export interface Matching {
  readonly matches: readonly Match[]
  /** Activities that belong to no session. */
  readonly unplanned: readonly string[]
  readonly states: ReadonlyMap<string, SessionState>
}

/** What is matched, and the day it is. */
export interface MatchQuestion {
  readonly activities: readonly DoneActivity[]
  readonly sessions: readonly PlannedSession[]
  readonly manual?: readonly ManualMatch[]
  readonly today: Day
}

const RUNS: ReadonlySet<WorkoutKind> = new Set<WorkoutKind>(['run', 'race', 'test', 'mixed'])
/** Days after its own that a session may still be done on. */
const WINDOW = 1
/** Lengths within these shares of one another are alike, or not out of the question. */
const ALIKE = 0.3
const POSSIBLE = 0.7
/** A second candidate this close to the first makes a guess of it. */
const MARGIN = 0.15
/** What it costs to look like another session altogether: more than a rival's length, less than another day. */
const UNLIKE = 0.8

interface Candidate {
  readonly activity: DoneActivity
  readonly session: PlannedSession
  /** 0 is the best; days, lengths and hours apart add up. */
  readonly cost: number
  readonly sameDay: boolean
  /** Logarithm of the ratio of lengths; null where the plan states none. */
  readonly off: number | null
}

const offOf = (activity: DoneActivity, session: PlannedSession): number | null => {
  const ratios = [
    session.distance ? activity.distance / session.distance : null,
    session.duration ? activity.duration / session.duration : null,
  ].flatMap((ratio) => (ratio !== null && ratio > 0 ? [Math.abs(Math.log(ratio))] : []))
  return ratios.length > 0 ? Math.min(...ratios) : null
}

const likenessOf = ({ looksLike }: DoneActivity, { workout }: PlannedSession): number =>
  looksLike && workout ? likeness(workout, looksLike) : 1

const candidateOf = (activity: DoneActivity, session: PlannedSession): Candidate | undefined => {
  const fits = RUNS.has(session.kind) ? activity.running : session.kind !== 'rest' && !activity.running
  if (!fits) return undefined
  const sameDay = activity.day === session.day
  const nextDay = activity.day === addDays(session.day, WINDOW) || addDays(activity.day, WINDOW) === session.day
  if (!sameDay && !nextDay) return undefined
  const off = offOf(activity, session)
  if (off !== null && off > 2 * POSSIBLE) return undefined
  const hours = Math.abs(activity.start - session.start) / 60
  const cost = (sameDay ? 0 : 1) + (off ?? ALIKE) + 0.02 * hours + UNLIKE * (1 - likenessOf(activity, session))
  return { activity, session, sameDay, off, cost }
}

const confidenceOf = (candidate: Candidate, rivals: readonly Candidate[]): Match['confidence'] => {
  const { cost, off, sameDay } = candidate
  const close = rivals.some((rival) => rival !== candidate && rival.cost < cost + MARGIN)
  if (sameDay && (off === null || off <= ALIKE) && !close) return 'high'
  if ((sameDay && (off === null || off <= POSSIBLE)) || (off !== null && off <= ALIKE)) return 'medium'
  return 'low'
}

const reasonOf = ({ sameDay, off }: Candidate): string => {
  const day = sameDay ? 'the same day' : 'a day apart'
  if (off === null) return `${day}; the plan states no length`
  return `${day}, lengths ${Math.round(100 * (Math.exp(off) - 1))} % apart`
}

/**
 * Which activity is which session: the best pairs first, so that no activity completes two sessions and a warm-up is not
 * taken for the race. Manual matches stand as they are.
 */
export const matchActivities = ({ activities, sessions, manual = [], today }: MatchQuestion): Matching => {
  const [usedActivities, usedSessions] = [new Set<string>(), new Set<string>()]
  const matches: Match[] = []
  for (const { activity, session } of manual) {
    if (usedActivities.has(activity) || (session !== null && usedSessions.has(session))) continue
    usedActivities.add(activity)
    if (session === null) continue
    usedSessions.add(session)
    matches.push({ activity, session, confidence: 'high', locked: true, because: 'matched by hand' })
  }
  const free = activities.filter(({ id }) => !usedActivities.has(id))
  const open = sessions.filter(({ id }) => !usedSessions.has(id))
  const candidates = free
    .flatMap((activity) => open.flatMap((session) => candidateOf(activity, session) ?? []))
    .toSorted((one, other) => one.cost - other.cost)
  for (const candidate of candidates) {
    const { activity, session } = candidate
    if (usedActivities.has(activity.id) || usedSessions.has(session.id)) continue
    const rivals = candidates.filter(
      (rival) =>
        (rival.activity === activity && !usedSessions.has(rival.session.id)) ||
        (rival.session === session && !usedActivities.has(rival.activity.id)),
    )
    const confidence = confidenceOf(candidate, rivals)
    if (confidence === 'low') continue
    usedActivities.add(activity.id)
    usedSessions.add(session.id)
    matches.push({
      activity: activity.id,
      session: session.id,
      confidence,
      locked: false,
      because: reasonOf(candidate),
    })
  }
  const taken = new Set(matches.map((match) => match.activity))
  return {
    matches,
    unplanned: activities.filter(({ id }) => !taken.has(id)).map(({ id }) => id),
    states: new Map(sessions.map((session) => [session.id, stateOf(session, matches, today)])),
  }
}

const stateOf = (session: PlannedSession, matches: readonly Match[], today: Day): SessionState => {
  const match = matches.find((one) => one.session === session.id)
  if (match) return match.confidence === 'high' ? 'done' : 'unknown'
  return today > addDays(session.day, WINDOW) ? 'missed' : 'open'
}
