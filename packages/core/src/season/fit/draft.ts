import type { Slot, Weekday } from '../../calendar/week.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Distance, Duration } from '../../units/quantity.ts'
import { estimate } from '../../workout/estimate.ts'
import { hardnessOfRun, isQuality, type Hardness } from '../../workout/hardness.ts'
import { pillarsOf } from '../../workout/pillar.ts'
import type { Exercise, Part, Pillar, Role, Workout } from '../../workout/workout.ts'
import type { DaySlot } from '../place/problem.ts'
import type { Origin } from '../season.ts'
import type { Pacing } from './pacing.ts'
import { whyOf } from './why.ts'

/** A session of one week before it has its place. */
export interface SessionDraft {
  readonly id: string
  readonly origin: Origin
  readonly workout: Workout
  readonly exercises: readonly Exercise[]
  readonly hardness: Hardness
  readonly pillars: readonly Pillar[]
  /** Null where neither text nor paces tell. */
  readonly distance: Distance | null
  readonly duration: Duration | null
  readonly wish: { readonly day?: Weekday; readonly slot?: Slot }
  readonly fixed?: DaySlot
  /** A race on its date: it is never given up, whatever the week looks like. */
  readonly stands?: true
  readonly afterRun?: true
  /** Minutes after midnight, where it starts later than its slot does: a race by its timetable, a track by its hours. */
  readonly start?: number
  readonly why: readonly string[]
  readonly cue?: string
  /** Where the plan has it, as far as it says; left out for what the fit added. */
  readonly planned?: { readonly day: Weekday | null; readonly slot: Slot | null }
  /** Why it is wished elsewhere than the plan has it. */
  readonly moved?: { readonly because: string; readonly rule: string }
}

/** The id names the week and place in the plan: the session keeps it wherever it moves. */
export const planId = ({ place }: ScheduledSession): string => `w${place.week + 1}-${place.session + 1}`

/** A session of the plan as its author wrote it, wished on a day of the calendar week. */
export const draftOfPlan = (session: ScheduledSession, day: Weekday | null, pacing: Pacing): SessionDraft => {
  const { place, workout, hardness, pillars, exercises, source } = session
  return {
    id: planId(session),
    origin: { kind: 'plan', week: place.week, session: place.session },
    workout,
    exercises,
    hardness,
    pillars,
    distance: session.estimate.distance,
    duration: session.estimate.duration,
    why: whyOf(workout, hardness, pacing),
    wish: { ...(day === null ? {} : { day }), ...(source.slot ? { slot: source.slot } : {}) },
    planned: { day: source.day === 'any' ? null : source.day, slot: source.slot },
    ...(workout.cue === undefined ? {} : { cue: workout.cue }),
  }
}

/** What a session is by its author's intention: with less of it, it is still that to whoever does it. */
const INTENDED: readonly Hardness[] = ['race', 'test', 'key', 'long']

/** A session with another workout, and what follows from it told anew. */
export const redraft = (draft: SessionDraft, workout: Workout, pacing: Pacing): SessionDraft => {
  const estimated = estimate(workout, pacing.speedAt, pacing.goal)
  const hardness = INTENDED.includes(draft.hardness) ? draft.hardness : hardnessOfRun(workout, estimated)
  return {
    ...draft,
    workout,
    hardness,
    pillars: workout.pillars ?? pillarsOf(workout, estimated),
    distance: estimated.distance,
    duration: estimated.duration,
    why: whyOf(workout, hardness, pacing),
  }
}

/** Metres of a session; what is not known counts nothing. */
export const lengthOf = ({ distance }: Pick<SessionDraft, 'distance'>): number => distance ?? 0

export const sumOf = (drafts: readonly SessionDraft[]): number =>
  drafts.reduce((sum, draft) => sum + lengthOf(draft), 0)

/** Whole minutes that a session takes; one of unknown length is given an hour. */
export const minutesOf = ({ duration }: Pick<SessionDraft, 'duration'>): number =>
  duration === null || !Number.isFinite(duration) ? 60 : Math.ceil(duration / 60 - 1e-6)

export const isEasy = ({ hardness }: SessionDraft): boolean => hardness === 'easy'
/** What its author would not have touched: a race or a test is as long as it is. */
export const isFixedLength = ({ hardness }: SessionDraft): boolean => hardness === 'race' || hardness === 'test'
export const isKey = ({ hardness }: SessionDraft): boolean => hardness === 'key' || hardness === 'test'

/** Whether a role stands anywhere in the parts. */
export const holdsRole = (parts: readonly Part[], roles: readonly Role[]): boolean =>
  parts.some((part) =>
    part.kind === 'step' ? roles.includes(part.role) : part.kind === 'repeat' && holdsRole(part.steps, roles),
  )

const STRIDES: readonly Role[] = ['strides', 'pickups']
export const hasStrides = ({ workout }: SessionDraft): boolean => holdsRole(workout.steps, STRIDES)

/** The long run of a week: what its author calls so, a key session within it included. */
export const isLong = ({ hardness, workout }: SessionDraft): boolean =>
  hardness === 'long' || workout.total?.role === 'long' || holdsRole(workout.steps, ['long'])

/** What is given up last when days or minutes are few. */
const WORTH: { readonly [H in Hardness]: number } = {
  race: 100,
  test: 90,
  key: 80,
  long: 70,
  hard: 50,
  'heavy-strength': 40,
  'light-strength': 30,
  easy: 20,
  plyometrics: 18,
  mobility: 10,
  rest: 0,
}

/** Share of the work that is at the race's own pace or at threshold: of two key sessions this one stays. */
const centralShare = ({ workout }: SessionDraft, { speedAt, goal }: Pacing): number => {
  const work = estimate(workout, speedAt, goal).bouts.filter(isQuality)
  const sum = (bouts: typeof work): number => bouts.reduce((total, { duration }) => total + (duration ?? 0), 0)
  const all = sum(work)
  return all === 0 ? 0 : sum(work.filter(({ family }) => family === goal || family === 'threshold')) / all
}

/** Order in which sessions are kept: by hardness, central work and strides first, longer before shorter. */
export const worthOf = (draft: SessionDraft, pacing: Pacing): number =>
  WORTH[draft.hardness] +
  (draft.hardness === 'key' ? 3 * centralShare(draft, pacing) : 0) +
  (draft.hardness === 'easy' && draft.pillars.includes('transition') ? 5 : 0) +
  Math.min(4, (draft.duration ?? 0) / 1800) -
  (draft.workout.optional || draft.workout.alternatives.some(({ kind }) => kind === 'rest') ? 15 : 0)

/** Above anything that may stand elsewhere. */
const FIXED = 1000

/** Races first, then what has its place; those worth most after them. Where two are worth the same, by id. */
export const byWorth = (drafts: readonly SessionDraft[], pacing: Pacing): readonly SessionDraft[] =>
  drafts
    .map((draft) => ({ draft, worth: draft.stands ? Infinity : draft.fixed ? FIXED : worthOf(draft, pacing) }))
    .toSorted((a, b) => (a.worth === b.worth ? (a.draft.id < b.draft.id ? -1 : 1) : b.worth - a.worth))
    .map(({ draft }) => draft)
