import { SLOTS, WEEKDAYS, type Slot, type Weekday } from '../../calendar/week.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Hardness } from '../../workout/hardness.ts'
import type { WorkoutKind } from '../../workout/workout.ts'
import type { PlacementRuleId } from './rules.ts'

export interface DaySlot {
  readonly day: Weekday
  readonly slot: Slot
}

/** A day of the week with the minutes that each of its slots has; a slot that is not named is not available. */
export interface PlacementDay {
  readonly day: Weekday
  readonly slots: { readonly am?: number; readonly pm?: number }
}

/** A session of the week, to be given a day and a slot. */
export interface PlacementSession {
  readonly id: string
  readonly kind: WorkoutKind
  readonly hardness: Hardness
  /** Whole minutes from start to end. */
  readonly minutes: number
  /** May follow a run in the run's own slot, where the minutes hold both. */
  readonly afterRun?: boolean
  readonly fixed?: DaySlot
  /** Where the author or the athlete would like it; distance from it is weighed, never forbidden. */
  readonly wish?: { readonly day?: Weekday; readonly slot?: Slot }
}

/** A session of the week before, already placed. */
export interface SessionBefore {
  readonly hardness: Hardness
  /** From its end to Monday 0:00 of the week to place. */
  readonly endedHoursBeforeWeek: number
}

/** A session of the week after that has its place already. */
export interface SessionAfter {
  readonly hardness: Hardness
  /** From Sunday 24:00 of the week to place to its start. */
  readonly startsHoursAfterWeek: number
}

/** One week to place: where there is room, what has to be done, what stands on both sides of it. */
export interface PlacementProblem {
  readonly days: readonly PlacementDay[]
  readonly sessions: readonly PlacementSession[]
  /** Minutes after midnight at which the slots start. */
  readonly startTimes: { readonly am: number; readonly pm: number }
  readonly before: readonly SessionBefore[]
  readonly after: readonly SessionAfter[]
}

/** Day and slot of each session, by id. */
export type Placement = ReadonlyMap<string, DaySlot>

/** A soft rule that the best placement does not keep. The costs of all of them add up to the cost of the placement. */
export interface Broken {
  readonly rule: PlacementRuleId
  readonly cost: number
  /** One or two sessions of this week; with one, the other stands in the week before or after, or the rule has one only. */
  readonly sessions: readonly string[]
}

/** Something that has to hold and may be given up. What is left of a session without its fixed place or minutes is a session. */
export type Demand =
  /** The session is done this week. */
  | { readonly kind: 'session'; readonly session: string }
  /** The slot has room for all its minutes. */
  | { readonly kind: 'minutes'; readonly session: string }
  /** It stands where it is fixed. */
  | { readonly kind: 'fixed'; readonly session: string }
  /** No hours under the rule's limit, the whole week. */
  | { readonly kind: 'rule'; readonly rule: PlacementRuleId }

/** What it takes to place the week after all. */
export interface Relaxation {
  /** A demand of the clash, and where that is not enough the fewest others that have to go with it. */
  readonly relax: readonly Demand[]
  /** Cost of the best placement then. */
  readonly cost: number
  readonly placement: Placement
}

export interface Placed {
  readonly kind: 'placed'
  readonly placement: Placement
  readonly cost: number
  /** Partial placements looked at until nothing better was left. */
  readonly proof: { readonly optimal: true; readonly nodes: number }
  readonly broken: readonly Broken[]
}

export interface Impossible {
  readonly kind: 'impossible'
  /** Demands that cannot hold together; without any one of them the others can. */
  readonly clash: readonly Demand[]
  /** True: no clash of this week has fewer demands. False: none can be left out, but a smaller one may exist. */
  readonly smallest: boolean
  readonly relax: readonly Relaxation[]
}

export type PlacementAnswer = Placed | Impossible

export const PROBLEM_FAULTS = ['day', 'minutes', 'session-id', 'start-times', 'neighbour', 'too-many-sessions'] as const

/** Why a problem is none: its code and one sentence. */
export interface ProblemFault {
  readonly code: (typeof PROBLEM_FAULTS)[number]
  readonly message: string
}

/** More than two a slot cannot come from a calendar. */
export const MOST_SESSIONS = 28

const MINUTES_A_DAY = 24 * 60

const isWholeMinutes = (amount: number): boolean => Number.isInteger(amount) && amount >= 0 && amount <= MINUTES_A_DAY

const twice = <Key>(keys: readonly Key[]): Key | undefined => keys.find((key, index) => keys.indexOf(key) !== index)

const faultOfDays = ({ days }: PlacementProblem): ProblemFault | undefined => {
  const unknown = days.find(({ day }) => !WEEKDAYS.includes(day))
  if (unknown) return { code: 'day', message: `${unknown.day} is no day of the week` }
  const again = twice(days.map(({ day }) => day))
  if (again !== undefined) return { code: 'day', message: `${again} is listed twice` }
  const odd = days.find(({ slots }) => SLOTS.some((slot) => !isWholeMinutes(slots[slot] ?? 0)))
  return odd && { code: 'minutes', message: `the slots of ${odd.day} need whole minutes from 0 to ${MINUTES_A_DAY}` }
}

const faultOfSessions = ({ sessions }: PlacementProblem): ProblemFault | undefined => {
  if (sessions.length > MOST_SESSIONS) {
    return { code: 'too-many-sessions', message: `${sessions.length} sessions; a week holds at most ${MOST_SESSIONS}` }
  }
  const again = twice(sessions.map(({ id }) => id))
  if (again !== undefined) return { code: 'session-id', message: `two sessions are called ${again}` }
  const odd = sessions.find(({ minutes }) => !isWholeMinutes(minutes))
  return odd && { code: 'minutes', message: `${odd.id} needs whole minutes from 0 to ${MINUTES_A_DAY}` }
}

const faultOfTimes = ({ startTimes: { am, pm }, before, after }: PlacementProblem): ProblemFault | undefined => {
  const inDay = [am, pm].every((start) => isWholeMinutes(start) && start < MINUTES_A_DAY)
  if (!inDay || am >= pm) return { code: 'start-times', message: 'am has to start before pm, both within the day' }
  const hours = [
    ...before.map((session) => session.endedHoursBeforeWeek),
    ...after.map((session) => session.startsHoursAfterWeek),
  ]
  const odd = hours.find((hour) => !Number.isFinite(hour) || hour < 0)
  return odd === undefined
    ? undefined
    : { code: 'neighbour', message: `${odd} hours from the week: it has to be 0 or more` }
}

/** The first reason why a week cannot be asked about, or the week itself. That it has no placement is no fault. */
export const checkProblem = (problem: PlacementProblem): Result<PlacementProblem, ProblemFault> => {
  const fault = faultOfDays(problem) ?? faultOfSessions(problem) ?? faultOfTimes(problem)
  return fault ? fail(fault) : ok(problem)
}
