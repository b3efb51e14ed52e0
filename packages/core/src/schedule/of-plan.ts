import { SLOT_START, WEEKDAYS, weekdayIndex, type Slot } from '../calendar/week.ts'
import { RACE_PACES, type PaceName } from '../pace/names.ts'
import { exercisesOf } from '../plan/library.ts'
import type { NamedSession, Phase, Plan, Session, Week } from '../plan/plan.ts'
import { hardnessOfStrength, minutesOfStrength } from '../strength/session.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import { estimate, type Estimate, type SpeedAt } from '../workout/estimate.ts'
import { familyOfPace, type Family } from '../workout/family.ts'
import { besideRunning } from '../workout/flatten.ts'
import { hardnessOfRun, type Hardness } from '../workout/hardness.ts'
import { pillarsOf } from '../workout/pillar.ts'
import type { Exercise, Other, Workout } from '../workout/workout.ts'
import type { Schedule, ScheduledSession, ScheduledWeek } from './schedule.ts'

/** A plan as sessions in time, at the paces of whoever it is looked at for. */
export const scheduleOf = (plan: Plan, speedAt: SpeedAt): Schedule => {
  const goal = goalFamily(plan)
  const weeks: ScheduledWeek[] = []
  plan.phases.forEach((phase, phaseIndex) => {
    for (const week of phase.weeks)
      weeks.push(scheduleWeek({ plan, speedAt, goal }, week, phase, phaseIndex, weeks.length))
  })
  return { plan, weeks, sessions: weeks.flatMap((week) => week.sessions), goal, speedAt }
}

interface Frame {
  readonly plan: Plan
  readonly speedAt: SpeedAt
  readonly goal: Family
}

/** The race's own pace family: the named race pace nearest to its distance. */
const goalFamily = (plan: Plan): Family => {
  const race = plan.races[0]
  if (!race) return '5K'
  const names = Object.keys(RACE_PACES) as (keyof typeof RACE_PACES & PaceName)[]
  const off = (name: keyof typeof RACE_PACES): number => Math.abs(Math.log(RACE_PACES[name] / race.distance))
  return familyOfPace(names.reduce((best, name) => (off(name) < off(best) ? name : best)))
}

const scheduleWeek = (frame: Frame, week: Week, phase: Phase, phaseIndex: number, index: number): ScheduledWeek => {
  const sessions = week.sessions
    .map((session, number) => scheduleSession(frame, week, session, index, number))
    .toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || a.place.session - b.place.session)
  const runs = sessions.filter(({ workout }) => isRunning(workout))
  return {
    index,
    source: week,
    phase,
    phaseIndex,
    sessions,
    distance: total(runs.map(({ estimate: { distance } }) => distance)) as Distance | null,
    duration: total(runs.map(({ estimate: { duration } }) => duration)) as Duration | null,
  }
}

const total = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0)

/** Whether a session adds to the week's running. */
export const isRunning = (workout: Workout): boolean =>
  workout.kind === 'run' || workout.kind === 'race' || workout.kind === 'test' || workout.kind === 'mixed'

const scheduleSession = (
  frame: Frame,
  week: Week,
  session: Session,
  index: number,
  number: number,
): ScheduledSession => {
  const { workout } = session
  const exercises = exercisesIn(frame.plan, workout)
  const estimated = estimateWhole(frame, workout, exercises)
  const { day, slot, start, end } = timeOf(week, session, index, estimated.duration)
  return {
    place: { kind: 'session', week: index, session: number },
    day,
    slot,
    start,
    end,
    hardness: hardnessOf(workout, estimated, exercises),
    workout,
    estimate: estimated,
    pillars: workout.pillars ?? pillarsOf(workout, estimated),
    exercises,
    source: session,
  }
}

const hardnessOf = (workout: Workout, estimated: Estimate, exercises: readonly Exercise[]): Hardness => {
  if (workout.kind === 'strength' || workout.kind === 'plyometrics') return hardnessOfStrength(workout.kind, exercises)
  return workout.kind === 'mobility' ? 'mobility' : hardnessOfRun(workout, estimated)
}

/** Exercises of a session, those of the named sessions that it uses included. */
const exercisesIn = (plan: Plan, workout: Workout): readonly Exercise[] =>
  besideRunning(workout.steps).flatMap((part) => (part.kind === 'exercise' ? [part] : named(plan, part)))

const named = (plan: Plan, { activity, name }: Other): readonly Exercise[] => {
  const session = plan.library.find(
    (entry) => entry.name === name && (entry.kind === activity || entry.kind === 'session'),
  )
  return session ? exercisesOf(session) : []
}

const estimateWhole = (frame: Frame, workout: Workout, exercises: readonly Exercise[]): Estimate => {
  const estimated = estimate(workout, frame.speedAt, frame.goal)
  if (estimated.duration !== null || isRunning(workout)) return estimated
  const stated = namedIn(frame.plan, workout)?.total
  if (stated?.kind === 'time') return { ...estimated, duration: stated.duration }
  return exercises.length > 0 ? { ...estimated, duration: (minutesOfStrength(exercises) * 60) as Duration } : estimated
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

const timeOf = (week: Week, session: Session, index: number, duration: Duration | null): Time => {
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
