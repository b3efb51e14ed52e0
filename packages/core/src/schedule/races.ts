import { flatten } from '../workout/flatten.ts'
import type { RaceDetail, Step } from '../workout/workout.ts'
import type { Distance } from '../units/quantity.ts'
import type { Schedule, ScheduledSession } from './schedule.ts'

/** A race on its day. */
export interface ScheduledRace {
  readonly session: ScheduledSession
  /** Days from Monday of the first week. */
  readonly day: number
  /** Null where neither the session nor the plan tells it. */
  readonly distance: Distance | null
  readonly detail: RaceDetail
}

/** Races whose day is known, in time order; the rounds of a meeting each on their own. */
export const racesOf = (schedule: Schedule): readonly ScheduledRace[] =>
  schedule.sessions.flatMap((session) => {
    if (session.hardness !== 'race' || session.day === null) return []
    const step = effortOf(session, 'race')
    return [{ session, day: session.day, distance: distanceOfRace(schedule, step), detail: step?.race ?? {} }]
  })

const distanceOfRace = ({ plan }: Schedule, step: Step | undefined): Distance | null => {
  if (step?.extent?.kind === 'distance') return step.extent.distance
  const own = plan.races.find(({ detail }) => detail?.priority === step?.race?.priority) ?? plan.races[0]
  return step?.extent == null && own && own.distance > 0 ? own.distance : null
}

/** The step of a session that is the race or the test itself. */
export const effortOf = ({ workout }: ScheduledSession, role: 'race' | 'test'): Step | undefined =>
  flatten(workout).find(({ step }) => step.role === role)?.step

/** The race that the plan leads to: the last that its author does not call B or C; undefined where no race has a day. */
export const goalRaceOf = (schedule: Schedule): ScheduledRace | undefined =>
  racesOf(schedule).findLast(({ detail }) => detail.priority === undefined)

/** The first round of the meeting that the plan leads to, which the taper has to serve; the race itself where there are none. */
export const goalMeetingOf = (schedule: Schedule): ScheduledRace | undefined => {
  const races = racesOf(schedule)
  let index = races.findLastIndex(({ detail }) => detail.priority === undefined)
  for (; index > 0; index--) {
    const [earlier, later] = [races[index - 1], races[index]]
    if (!earlier || !later || !isSameMeeting(earlier, later)) break
  }
  return races[index]
}

/** Longest rest between two rounds of one meeting, in days (convention). */
const MEETING_DAYS = 3

/** Heat, semi-final and final of one meeting: at least one is called a round, and they lie close together. */
export const isSameMeeting = (earlier: ScheduledRace, later: ScheduledRace): boolean =>
  later.day - earlier.day <= MEETING_DAYS && earlier.detail.round !== undefined && earlier.detail.round !== 'final'

/** A stretch of days, the first and the last included. */
export interface Days {
  readonly first: number
  readonly last: number
}

/** Sessions on a stretch of days; those whose day is not known are on none. */
export const sessionsOn = ({ sessions }: Schedule, { first, last }: Days): readonly ScheduledSession[] =>
  sessions.filter(({ day }) => day !== null && day >= first && day <= last)
