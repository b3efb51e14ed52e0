import type { NamedSession, Place } from '../plan/plan.ts'
import { classOf, contactsOf, isHeavy, type ExerciseClass } from '../strength/exercise.ts'
import { exercisesOf } from '../plan/library.ts'
import { minutesOfStrength } from '../strength/session.ts'
import { besideRunning, flatten } from '../workout/flatten.ts'
import type { Exercise, OtherActivity } from '../workout/workout.ts'
import type { Schedule, ScheduledSession, ScheduledWeek } from './schedule.ts'

/** Classes of exercise that make a session one of strength, rather than of jumps or mobility alone. */
const STRENGTHENING: readonly ExerciseClass[] = ['main lift', 'single-leg', 'calf', 'core']

const holdsActivity = ({ workout }: ScheduledSession, activity: OtherActivity): boolean =>
  besideRunning(workout.steps).some((part) => part.kind === 'other' && part.activity === activity)

/** A session of strength, or a run with strength in the same line. */
export const isStrength = (session: ScheduledSession): boolean => {
  const { workout, exercises } = session
  if (workout.kind === 'strength' || workout.also?.includes('strength')) return true
  if (workout.kind === 'plyometrics' || workout.kind === 'mobility') return false
  return holdsActivity(session, 'strength') || exercises.some((exercise) => STRENGTHENING.includes(classOf(exercise)))
}

/** Strength sessions of a week. */
export const strengthOf = ({ sessions }: ScheduledWeek): readonly ScheduledSession[] => sessions.filter(isStrength)

/** Every strength session of a plan or a week says what is done in it. */
export const isToldWhole = ({ sessions }: Pick<Schedule, 'sessions'>): boolean =>
  sessions.filter(isStrength).every(({ exercises }) => exercises.length > 0)

/** Weeks in which somebody does strength. */
export const strengthWeeksOf = ({ weeks }: Schedule): readonly ScheduledWeek[] =>
  weeks.filter(({ sessions }) => sessions.some(isStrength))

/** A mobility session, or mobility within another: exercises of that class, or drills whose cue says so. */
export const holdsMobility = (session: ScheduledSession): boolean =>
  session.workout.kind === 'mobility' ||
  session.workout.also?.includes('mobility') === true ||
  holdsActivity(session, 'mobility') ||
  session.exercises.some((exercise) => classOf(exercise) === 'mobility')

/** Landings of the exercises whose number the text tells: at least so many. */
export const knownContacts = (exercises: readonly Exercise[]): number =>
  exercises.reduce((sum, exercise) => sum + (contactsOf(exercise) ?? 0), 0)

/** One leg at a time: single-leg exercises, and lifts, calf raises or jumps done on each side. */
export const isUnilateral = (exercise: Exercise): boolean => {
  const kind = classOf(exercise)
  if (kind === 'single-leg' || /\b(single|one)[- ]leg/i.test(exercise.name)) return true
  return exercise.eachSide === true && (kind === 'main lift' || kind === 'calf' || kind === 'jump')
}

/** Sets of main lifts done heavily; a stated range counts at its low end. */
export const heavySets = (exercises: readonly Exercise[]): number =>
  exercises.filter(isHeavy).reduce((sum, { sets }) => sum + (sets ?? 1), 0)

/** One kind of strength session of a plan: a named one, or one that is written out where it stands. */
export interface StrengthForm {
  /** `A`; null where it is written out under its day. */
  readonly name: string | null
  readonly exercises: readonly Exercise[]
  readonly definition: NamedSession | null
  /** Where it is done first; the plan where it is defined and never done. */
  readonly place: Place
}

/** The different strength sessions whose exercises are known, each once, those that only the library holds last. */
export const strengthFormsOf = (schedule: Schedule): readonly StrengthForm[] => {
  const forms = new Map<string, StrengthForm>()
  for (const session of schedule.sessions.filter(isStrength)) {
    const form = formOf(schedule, session)
    const key = keyOf(form)
    if (form.exercises.length > 0 && !forms.has(key)) forms.set(key, form)
  }
  for (const definition of schedule.plan.library.filter(({ kind }) => kind === 'strength')) {
    const form = { name: definition.name, exercises: exercisesOf(definition), definition, place: PLAN }
    if (form.exercises.length > 0 && !forms.has(keyOf(form))) forms.set(keyOf(form), form)
  }
  return [...forms.values()]
}

const PLAN: Place = { kind: 'plan' }

const keyOf = ({ name, exercises }: StrengthForm): string => name ?? JSON.stringify(exercises)

const formOf = ({ plan }: Schedule, { workout, exercises, place }: ScheduledSession): StrengthForm => {
  const named = besideRunning(workout.steps).find((part) => part.kind === 'other' && part.activity === 'strength')
  const name = named?.kind === 'other' ? (named.name ?? null) : null
  const definition = plan.library.find((entry) => entry.name === name && entry.kind !== 'mobility') ?? null
  return { name: definition === null ? null : name, exercises, definition, place }
}

/** Minutes that the lines of a session come to, its warm-up included; rests that are not stated by convention. */
export const minutesOfForm = ({ exercises, definition }: StrengthForm): number =>
  minutesOfStrength(exercises) + warmupMinutes(definition)

const warmupMinutes = (definition: NamedSession | null): number =>
  (definition?.lines ?? [])
    .flatMap(({ workout }) => flatten(workout))
    .reduce((sum, { step: { extent } }) => sum + (extent?.kind === 'time' ? extent.duration / 60 : 0), 0)

/** Minutes that the author states for a named session; undefined where none. */
export const statedMinutes = ({ definition }: StrengthForm): number | undefined =>
  definition?.total?.kind === 'time' ? definition.total.duration / 60 : undefined

/** The session begins with a warm-up: drills or easy movement before the first exercise, or mobility first. */
export const beginsWithWarmup = ({ exercises, definition }: StrengthForm): boolean => {
  const [first] = exercises
  if (first && (classOf(first) === 'mobility' || /\b(warm|skips?|flicks?|drills?)\b/i.test(first.name))) return true
  return definition?.lines[0]?.workout.steps.some(({ kind }) => kind === 'step') === true
}
