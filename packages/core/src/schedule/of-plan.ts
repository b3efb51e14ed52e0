import { SLOT_START, WEEKDAYS, weekdayIndex, type Slot } from '../calendar/week.ts'
import { exercisesOf } from '../plan/library.ts'
import type { NamedSession, Plan, Session, Week } from '../plan/plan.ts'
import { hardnessOfStrength, minutesOfStrength } from '../strength/session.ts'
import { metres } from '../units/distance.ts'
import { minutes, seconds } from '../units/duration.ts'
import type { Duration } from '../units/quantity.ts'
import { timeOver } from '../units/speed.ts'
import { estimate, type Estimate, type SpeedAt } from '../workout/estimate.ts'
import { familyOfPace, type Family } from '../workout/family.ts'
import { besideRunning } from '../workout/flatten.ts'
import { hardnessOfRun, isQuality, type Hardness } from '../workout/hardness.ts'
import { pillarsOf } from '../workout/pillar.ts'
import type { Exercise, Other, Workout } from '../workout/workout.ts'
import type { Schedule, ScheduledSession, ScheduledWeek } from './schedule.ts'
import { racePaceOf, speedsFor } from './speeds.ts'

/** A plan as sessions in time, at the paces of whoever it is looked at for. */
export const scheduleOf = (plan: Plan, paces: SpeedAt): Schedule => {
  const goal = goalFamily(plan)
  const speedAt = speedsFor(plan, paces)
  const weeks: ScheduledWeek[] = []
  plan.phases.forEach((phase, phaseIndex) => {
    for (const week of phase.weeks) {
      weeks.push(scheduleWeek({ plan, speedAt, goal }, week, { phase, phaseIndex, index: weeks.length }))
    }
  })
  return { plan, weeks, sessions: weeks.flatMap((week) => week.sessions), goal, speedAt }
}

interface Frame {
  readonly plan: Plan
  readonly speedAt: SpeedAt
  readonly goal: Family
}

/** Where a week stands: its phase, and its own number from 0. */
type WeekSpot = Pick<ScheduledWeek, 'phase' | 'phaseIndex' | 'index'>

/** The race's own pace family: that of the named race pace nearest to its distance. */
const goalFamily = ({ races }: Plan): Family => {
  const [race] = races
  return race && race.distance > 0 ? familyOfPace(racePaceOf(race.distance)) : '5K'
}

const scheduleWeek = (frame: Frame, week: Week, spot: WeekSpot): ScheduledWeek => {
  const sessions = week.sessions
    .map((session, number) => scheduleSession(frame, week, { session, number, week: spot.index }))
    .toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || a.place.session - b.place.session)
  const runs = sessions.filter(({ workout }) => isRunning(workout))
  return {
    ...spot,
    source: week,
    sessions,
    distance: total(
      runs.map(({ estimate: { distance } }) => distance),
      metres,
    ),
    duration: total(
      runs.map(({ estimate: { duration } }) => duration),
      seconds,
    ),
  }
}

const total = <Measure extends number>(
  amounts: readonly (Measure | null)[],
  measure: (sum: number) => Measure,
): Measure | null => {
  const known = amounts.filter((amount) => amount !== null)
  return known.length < amounts.length ? null : measure(known.reduce<number>((sum, amount) => sum + amount, 0))
}

/** Whether a session adds to the week's running. */
export const isRunning = (workout: Workout): boolean =>
  workout.kind === 'run' || workout.kind === 'race' || workout.kind === 'test' || workout.kind === 'mixed'

const scheduleSession = (frame: Frame, week: Week, spot: SessionSpot): ScheduledSession => {
  const { session } = spot
  const { workout } = session
  const exercises = exercisesIn(frame.plan, workout)
  const estimated = estimateWhole(frame, workout, exercises)
  return {
    place: { kind: 'session', week: spot.week, session: spot.number },
    ...timeOf(week, spot, estimated.duration),
    hardness: hardnessOf(workout, estimated, exercises),
    workout,
    estimate: estimated,
    work: estimated.bouts.filter(isQuality),
    pillars: workout.pillars ?? pillarsOf(workout, estimated),
    exercises,
    source: session,
  }
}

interface SessionSpot {
  readonly session: Session
  /** Its index among the sessions of the week, and the week's among the weeks. */
  readonly number: number
  readonly week: number
}

const hardnessOf = (workout: Workout, estimated: Estimate, exercises: readonly Exercise[]): Hardness => {
  if (workout.kind === 'strength' || workout.kind === 'plyometrics') return hardnessOfStrength(workout.kind, exercises)
  return workout.kind === 'mobility' ? 'mobility' : hardnessOfRun(workout, estimated)
}

/** Exercises of a session, those of the named sessions that it uses included. */
export const exercisesIn = (plan: Plan, workout: Workout): readonly Exercise[] =>
  besideRunning(workout.steps).flatMap((part) => (part.kind === 'exercise' ? [part] : named(plan, part)))

const named = (plan: Plan, { activity, name }: Other): readonly Exercise[] => {
  const session = plan.library.find(
    (entry) => entry.name === name && (entry.kind === activity || entry.kind === 'session'),
  )
  return session ? exercisesOf(session) : []
}

/** What a session comes to. Beside running there are no bouts: drills of a warm-up are no kilometres. */
const estimateWhole = (frame: Frame, workout: Workout, exercises: readonly Exercise[]): Estimate => {
  const estimated = estimateRun(frame, workout)
  if (isRunning(workout)) return estimated
  return { bouts: [], distance: null, duration: estimated.duration ?? lengthBesideRunning(frame, workout, exercises) }
}

const lengthBesideRunning = ({ plan }: Frame, workout: Workout, exercises: readonly Exercise[]): Duration | null => {
  const stated = namedIn(plan, workout)?.total
  if (stated?.kind === 'time') return stated.duration
  return exercises.length > 0 ? minutes(minutesOfStrength(exercises)) : null
}

/** A race without a length of its own is the plan's race. */
const estimateRun = ({ plan, speedAt, goal }: Frame, workout: Workout): Estimate => {
  const estimated = estimate(workout, speedAt, goal)
  const race = workout.kind === 'race' && estimated.distance === null ? plan.races[0] : undefined
  if (!race || !(race.distance > 0)) return estimated
  const speed = speedAt('goal')
  return { ...estimated, distance: race.distance, duration: speed ? timeOver(race.distance, speed) : null }
}

const namedIn = (plan: Plan, workout: Workout): NamedSession | undefined => {
  const [only] = workout.steps
  return only?.kind === 'other'
    ? plan.library.find(({ name, kind }) => name === only.name && kind === only.activity)
    : undefined
}

type Time = Pick<ScheduledSession, 'day' | 'slot' | 'start' | 'end'>

/** A session of unknown length is taken for an hour when the next one's distance in hours is asked. */
const USUAL_HOURS = 1

const timeOf = (week: Week, { session, week: index }: SessionSpot, duration: Duration | null): Time => {
  if (session.day === 'any') return { day: null, slot: session.slot, start: null, end: null }
  const day = index * WEEKDAYS.length + weekdayIndex(session.day)
  const slot = session.slot ?? usualSlot(week, session)
  const start = day * 24 + (session.clock === undefined ? SLOT_START[slot] : session.clock / 60)
  return { day, slot, start, end: start + (duration === null ? USUAL_HOURS : duration / 3600) }
}

/** The first session of a day without a stated slot is a morning one, those after it are in the evening. */
const usualSlot = (week: Week, session: Session): Slot => {
  if (session.clock !== undefined) return session.clock < 12 * 60 ? 'am' : 'pm'
  const first = week.sessions.find(({ day }) => day === session.day)
  return first === session ? 'am' : 'pm'
}
