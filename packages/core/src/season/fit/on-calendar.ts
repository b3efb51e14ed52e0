import { addDays, type Day } from '../../calendar/day.ts'
import { WEEKDAYS, weekdayIndex, type Slot } from '../../calendar/week.ts'
import { singleRun } from '../../rules/volume/single-run.ts'
import { metres } from '../../units/distance.ts'
import { seconds } from '../../units/duration.ts'
import type { SessionAfter, SessionBefore } from '../place/problem.ts'
import type { SeasonSession, SeasonWeek } from '../season.ts'
import { isRunning } from '../../schedule/of-plan.ts'
import { minutesOf, type SessionDraft } from './draft.ts'
import type { SeasonFrame } from './fit-week.ts'
import type { PlacedWeek } from './place-week.ts'
import type { FitRequest } from './request.ts'
import { startTimesOf } from './room.ts'
import type { ChosenWeek } from './weeks.ts'

/** Sessions of the season so far. */
const sessionsOf = (weeks: readonly SeasonWeek[]): readonly SeasonSession[] => weeks.flatMap(({ sessions }) => sessions)

/** Metres of the longest run of the 30 days before a day; null where nothing is known of them. */
export const longestBefore = (
  { athlete, today }: FitRequest,
  weeks: readonly SeasonWeek[],
  day: number,
): number | null => {
  const since = day - singleRun.parameters.days.value
  const runs = sessionsOf(weeks).filter(
    (session) => session.day >= since && session.day < day && isRunning(session.workout),
  )
  const longest = Math.max(0, ...runs.map(({ estimated }) => estimated.distance ?? 0))
  const brought = since < today ? (athlete.longestRun ?? 0) : 0
  return Math.max(longest, brought) || null
}

/** Days that the week before is looked back, and races further: what still counts for the spacing of sessions. */
const LOOK_BACK = 7
const LOOK_BACK_RACES = 14
const LOOK_AHEAD = 14
/** Days of the next week whose key sessions this one minds. */
const NEXT_DAYS = 3

export interface Neighbours {
  readonly before: readonly SessionBefore[]
  readonly after: readonly SessionAfter[]
  readonly next: readonly SessionAfter[]
}

/** What stands on both sides of a week: the sessions placed before it, the races after it, the next week's first keys. */
export const neighboursOf = (frame: SeasonFrame, index: number, done: readonly SeasonWeek[]): Neighbours => {
  const monday = frame.weeks[index]?.monday ?? frame.request.today
  const before = sessionsOf(done)
    .filter(({ day, hardness }) => day >= addDays(monday, -(hardness === 'race' ? LOOK_BACK_RACES : LOOK_BACK)))
    .map((session) => endedBefore(session, monday))
  return { before, after: racesAfter(frame, monday), next: keysOf(frame, index + 1) }
}

const endedBefore = ({ day, start, estimated, hardness }: SeasonSession, monday: Day): SessionBefore => {
  const minutes = Math.ceil((estimated.duration ?? 3600) / 60)
  return { hardness, endedHoursBeforeWeek: Math.max(0, (monday - day) * 24 - (start + minutes) / 60) }
}

const racesAfter = ({ races, request }: SeasonFrame, monday: Day): readonly SessionAfter[] =>
  races.flatMap(({ day, slot }) => {
    const days = day - addDays(monday, WEEKDAYS.length)
    if (days < 0 || days >= LOOK_AHEAD) return []
    return [{ hardness: 'race', startsHoursAfterWeek: days * 24 + startTimesOf(request.athlete)[slot] / 60 }]
  })

const keysOf = ({ weeks, request }: SeasonFrame, index: number): readonly SessionAfter[] =>
  (weeks[index]?.wanted ?? []).flatMap(({ session: { hardness }, day }): readonly SessionAfter[] => {
    if (day === null || (hardness !== 'key' && hardness !== 'test')) return []
    const after = weekdayIndex(day)
    if (after >= NEXT_DAYS) return []
    return [{ hardness, startsHoursAfterWeek: after * 24 + startTimesOf(request.athlete).am / 60 }]
  })

/** A placed week with its dates and clock times, in the order of the days. */
export const seasonWeekOf = (
  week: ChosenWeek,
  placed: PlacedWeek,
  startTimes: { readonly [Half in Slot]: number },
): SeasonWeek => {
  const sessions = placed.drafts.flatMap((draft): readonly SeasonSession[] => {
    const place = placed.placed.placement.get(draft.id)
    if (!place) return []
    const start = startTimes[place.slot] + minutesBefore(draft, placed, startTimes)
    return [sessionOf(draft, addDays(week.monday, weekdayIndex(place.day)), { slot: place.slot, start })]
  })
  return {
    number: week.number,
    monday: week.monday,
    kind: week.kind,
    phase: week.phase,
    objective: week.objective,
    sessions: sessions.toSorted((a, b) => a.day - b.day || a.start - b.start || (a.id < b.id ? -1 : 1)),
  }
}

/** Minutes from the start of a slot to a session in it: its own late start, or the run that it follows and what else does. */
const minutesBefore = (
  draft: SessionDraft,
  { drafts, placed }: PlacedWeek,
  startTimes: { readonly [Half in Slot]: number },
): number => {
  const place = placed.placement.get(draft.id)
  if (!place) return 0
  const late = ({ start }: SessionDraft): number =>
    start === undefined ? 0 : Math.max(0, start - startTimes[place.slot])
  if (!draft.afterRun) return late(draft)
  const first = drafts.filter((other) => {
    const at = placed.placement.get(other.id)
    const together = other !== draft && at?.day === place.day && at.slot === place.slot
    return together && (!other.afterRun || precedes(other, draft))
  })
  return first.reduce((sum, other) => sum + minutesOf(other) + (other.afterRun ? 0 : late(other)), 0)
}

/** Mobility comes last; else by id, so that it is always the same. */
const precedes = (other: Pick<SessionDraft, 'id' | 'hardness'>, draft: SessionDraft): boolean => {
  const [a, b] = [other.hardness === 'mobility', draft.hardness === 'mobility']
  return a === b ? other.id < draft.id : !a
}

const sessionOf = (
  draft: SessionDraft,
  day: Day,
  { slot, start }: { readonly slot: Slot; readonly start: number },
): SeasonSession => ({
  id: draft.id,
  day,
  slot,
  start,
  workout: draft.workout,
  exercises: draft.exercises,
  hardness: draft.hardness,
  pillars: draft.pillars,
  estimated: {
    distance: draft.distance === null ? null : metres(Math.round(draft.distance)),
    duration: draft.duration === null ? null : seconds(Math.round(draft.duration)),
  },
  origin: draft.origin,
  why: draft.why,
  ...(draft.cue === undefined ? {} : { cue: draft.cue }),
})
