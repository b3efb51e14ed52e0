import { weekdayOf, type Day } from '../../calendar/day.ts'
import { WEEKDAYS, weekdayIndex, type Weekday } from '../../calendar/week.ts'
import type { Schedule, ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import { isMinorRace } from '../../schedule/training-weeks.ts'
import type { Decision } from '../season.ts'
import { planId } from './draft.ts'
import type { ChosenWeek } from './weeks.ts'

/** A session of the plan and the weekday that it is wished on; null where the plan names none. */
export interface WantedSession {
  readonly session: ScheduledSession
  readonly day: Weekday | null
}

type Undated = Omit<ChosenWeek, 'number' | 'monday'>

interface LastWeek {
  readonly weeks: readonly Undated[]
  readonly decisions: readonly Decision[]
}

/** So many days earlier in its week than the plan's race, the race takes the week before it as well. */
const SPLIT_FROM = 4
/** The last days before a race are counted back from it, the others keep their weekday (convention). */
const COUNTED_BACK = 2
/** From the last key session to the race (R42; defaults: three days). */
const LAST_KEY = 3

/** The race that the plan leads to, in its last week. */
export const goalSession = ({ weeks }: Schedule): ScheduledSession | undefined =>
  weeks
    .at(-1)
    ?.sessions.findLast((session) => session.hardness === 'race' && session.day !== null && !isMinorRace(session))

const dayIndexOf = ({ source }: ScheduledSession): number | null =>
  source.day === 'any' ? null : weekdayIndex(source.day)

/** Days from the plan's race to the weekday of the real one, negative when that comes later in its week. */
const shiftOf = (schedule: Schedule, raceDay: Day): number => {
  const planned = goalSession(schedule)
  const index = planned && dayIndexOf(planned)
  return index === undefined || index === null ? 0 : index - weekdayIndex(weekdayOf(raceDay))
}

export const needsTwoWeeks = (schedule: Schedule, raceDay: Day): boolean => shiftOf(schedule, raceDay) >= SPLIT_FROM

/** The plan's last week counted back from race day: one week of the calendar, or two where the race lies early in its own. */
export const lastWeek = (schedule: Schedule, raceDay: Day): LastWeek => {
  const source = schedule.weeks.at(-1)
  if (!source) return { weeks: [], decisions: [] }
  const split = needsTwoWeeks(schedule, raceDay)
  const spots = source.sessions.map((session) => spotOf(session, schedule, raceDay))
  const inWeek = (from: number): readonly WantedSession[] =>
    spots.flatMap(({ session, at = -Infinity }): readonly WantedSession[] => {
      if (at === null) return from === 0 ? [{ session, day: null }] : []
      const day = WEEKDAYS[at - from]
      return at >= from && day ? [{ session, day }] : []
    })
  const race: Undated = {
    ...undated(source),
    kind: source.source.kind,
    wanted: inWeek(0),
    bridge: split ? 0 : bridgeOf(spots),
  }
  const decisions = [...shiftDecision(schedule, raceDay), ...spots.flatMap((spot) => withoutPlace(spot, split))]
  if (!split) return { weeks: [race], decisions }
  const taper: Undated = {
    ...undated(source),
    kind: 'taper',
    wanted: inWeek(-7),
    bridge: bridgeOf(spots.map((spot) => before(spot))),
  }
  return { weeks: [taper, race], decisions }
}

/** Where a session of the last week goes: weekday from 0 in race week, negative in the week before; undefined after the race. */
interface Spot {
  readonly session: ScheduledSession
  readonly at: number | null | undefined
}

const before = ({ session, at }: Spot): Spot => ({ session, at: typeof at === 'number' ? at + 7 : at })

const spotOf = (session: ScheduledSession, schedule: Schedule, raceDay: Day): Spot => {
  const race = weekdayIndex(weekdayOf(raceDay))
  const day = dayIndexOf(session)
  const goal = goalSession(schedule)
  if (day === null) return { session, at: null }
  if (!goal) return { session, at: day < race ? day : undefined }
  const back = (dayIndexOf(goal) ?? race) - day
  if (back < 0) return { session, at: undefined }
  const shift = shiftOf(schedule, raceDay)
  const countedBack = back <= COUNTED_BACK || shift >= SPLIT_FROM || session.hardness === 'race'
  if (shift === 0) return { session, at: day }
  return { session, at: countedBack ? race - back : Math.max(0, Math.min(day, race - LAST_KEY)) }
}

const undated = (source: ScheduledWeek): Undated => ({
  source,
  kind: source.source.kind,
  phase: source.phase.name,
  objective: source.source.objective,
  wanted: [],
  before: 0,
  bridge: 0,
})

/** Empty days at the start of a week that one of easy running has to fill. */
const LEAST_BRIDGE = 3

const bridgeOf = (spots: readonly Spot[]): number => {
  const days = spots.flatMap(({ at }) => (typeof at === 'number' && at >= 0 ? [at] : []))
  const first = days.length > 0 ? Math.min(...days) : 0
  return first >= LEAST_BRIDGE ? first : 0
}

const shiftDecision = (schedule: Schedule, raceDay: Day): readonly Decision[] => {
  const planned = goalSession(schedule)?.source.day
  if (planned === undefined || planned === 'any' || shiftOf(schedule, raceDay) === 0) return []
  return [
    {
      about: 'weeks',
      rule: 'R42',
      what: `the last week counted back from ${weekdayOf(raceDay)}, where the plan has its race on ${planned}`,
      because: 'the last days before a race matter by their distance from it, not by their names',
    },
  ]
}

/** Sessions that race day leaves no day for. */
const withoutPlace = ({ session, at }: Spot, split: boolean): readonly Decision[] => {
  if (session.hardness === 'rest' || at === null || (at !== undefined && (at >= 0 || split))) return []
  const decision = {
    about: 'session',
    session: planId(session),
    what: `${session.source.day}: not in this season`,
  } as const
  return at === undefined
    ? [{ ...decision, rule: 'R88', because: 'it would come on or after race day, and the season ends with the race' }]
    : [{ ...decision, rule: 'R42', because: 'the race lies so early in its week that no day is left for it' }]
}
