import { addDays, weekdayOf, type Day } from '../../calendar/day.ts'
import { SLOTS, WEEKDAYS, type Slot } from '../../calendar/week.ts'
import type { Hardness } from '../../workout/hardness.ts'
import { easyDaysAfter } from '../fit/races.ts'
import { roomOf, startTimesOf } from '../fit/room.ts'
import { checkPlacement } from '../place/check.ts'
import type {
  DaySlot,
  Placement,
  PlacementDay,
  PlacementProblem,
  PlacementSession,
  SessionAfter,
  SessionBefore,
} from '../place/problem.ts'
import { PLACEMENT_RULES, type PlacementRule } from '../place/rules.ts'
import type { Season, SeasonSession, SeasonWeek } from '../season.ts'
import { endOf, mayFollow, minutesOf, startOf } from './timed.ts'

/** A week of a season as a question of placement, with where its sessions stand. */
export interface WeekProblem {
  readonly week: SeasonWeek
  readonly problem: PlacementProblem
  readonly placement: Placement
  /** Slots that the athlete has, before what stands elsewhere all the same was given room. */
  readonly open: readonly PlacementDay[]
  readonly rules: readonly PlacementRule[]
}

export interface WeekQuestion {
  readonly season: Season
  /** As it was made: where its author and the athlete wished each session. */
  readonly base: Season
  readonly week: SeasonWeek
  /** A session that leaves the week for another one. */
  readonly without?: SeasonSession
  /** A session that comes from another week, where it comes to stand. */
  readonly joined?: SeasonSession
}

const MINUTES_A_WEEK = 7 * 24 * 60

/**
 * The week as it stands, as the placement would be asked for it: room from the athlete's days, wishes from the base,
 * hours from the weeks beside it. What the week breaks already is weighed and no limit: only what a move adds counts.
 */
export const weekProblem = (question: WeekQuestion): WeekProblem => {
  const { season, week, without, joined } = question
  const kept = week.sessions.filter(({ id, hardness }) => id !== without?.id && hardness !== 'rest')
  const sessions = joined ? [...kept, joined] : kept
  const open = roomOf({ athlete: season.athlete, monday: week.monday, ...seasonDays(season) })
  const problem: PlacementProblem = {
    days: withRoomFor(kept, open),
    sessions: sessions.map((session) => placementSession(session, question)),
    startTimes: startTimesOf(season.athlete),
    ...besidesOf(question),
  }
  const placement = new Map(sessions.map((session) => [session.id, placeOf(session)] as const))
  return { week, problem, placement, open, rules: rulesOf(question, { problem, placement, joined }) }
}

export const placeOf = ({ day, slot }: Pick<SeasonSession, 'day' | 'slot'>): DaySlot => ({ day: weekdayOf(day), slot })

/** A season begins on the day on which it was made, or with its first week, and ends with its race. */
const seasonDays = ({ today, weeks, race }: Season): { readonly from: Day; readonly to: Day } => {
  const first = weeks[0]?.monday ?? today
  return { from: first > today ? first : today, to: race.day }
}

/** Where a session stands there is room for it: a race on a day off, a run that is longer than its slot. */
const withRoomFor = (sessions: readonly SeasonSession[], open: readonly PlacementDay[]): readonly PlacementDay[] =>
  WEEKDAYS.flatMap((day): readonly PlacementDay[] => {
    const slots: { [Half in Slot]?: number } = { ...open.find((each) => each.day === day)?.slots }
    for (const slot of SLOTS) {
      const there = sessions.filter((session) => session.slot === slot && weekdayOf(session.day) === day)
      if (there.length > 0) slots[slot] = Math.max(slots[slot] ?? 0, Math.min(minutesIn(there), MOST_MINUTES))
    }
    return Object.keys(slots).length > 0 ? [{ day, slots }] : []
  })

const MOST_MINUTES = 24 * 60

const minutesIn = (sessions: readonly SeasonSession[]): number =>
  sessions.reduce((sum, session) => sum + minutesOf(session), 0)

const placementSession = (session: SeasonSession, { base, season, week }: WeekQuestion): PlacementSession => {
  const wished = base.weeks.flatMap(({ sessions }) => sessions).find(({ id }) => id === session.id)
  const inWeek = wished && wished.day >= week.monday && wished.day < addDays(week.monday, WEEKDAYS.length)
  const fixed = session.hardness === 'race' || session.locked
  return {
    id: session.id,
    kind: session.workout.kind,
    hardness: session.hardness,
    minutes: fixed ? Math.min(minutesOf(session), halfDay(session, season)) : minutesOf(session),
    ...(inWeek ? { wish: placeOf(wished) } : wished ? { wish: { slot: wished.slot } } : {}),
    ...(fixed ? { fixed: placeOf(session) } : {}),
    ...(mayFollow(session) ? { afterRun: true } : {}),
  }
}

/** A race takes what it takes: for the placement it fills its half of the day at most. */
const halfDay = ({ slot }: SeasonSession, { athlete }: Season): number => {
  const { am, pm } = startTimesOf(athlete)
  return slot === 'am' ? pm - am : am + MOST_MINUTES - pm
}

/** No limit between sessions reaches further than this, but those of races. */
const NEAR_MINUTES = 3 * MOST_MINUTES
const RACE_MINUTES = 2 * MINUTES_A_WEEK
/** What no rule holds against a session of another day. */
const LIGHT: readonly Hardness[] = ['easy', 'mobility', 'rest']

/** Sessions of the other weeks that are near enough to matter. */
const besidesOf = ({ season, week, without }: WeekQuestion): Pick<PlacementProblem, 'before' | 'after'> => {
  const from = week.monday * MOST_MINUTES
  const to = from + MINUTES_A_WEEK
  const holdsRace = week.sessions.some(({ hardness }) => hardness === 'race')
  const before: SessionBefore[] = []
  const after: SessionAfter[] = []
  for (const session of season.weeks.flatMap((other) => (other === week ? [] : other.sessions))) {
    const { hardness } = session
    if (session.id === without?.id || LIGHT.includes(hardness)) continue
    const near = hardness === 'race' || holdsRace ? RACE_MINUTES : NEAR_MINUTES
    if (startOf(session) < from && endOf(session) > from - near)
      before.push({ hardness, endedHoursBeforeWeek: Math.max(0, from - endOf(session)) / 60 })
    if (startOf(session) >= to && startOf(session) < to + near)
      after.push({ hardness, startsHoursAfterWeek: (startOf(session) - to) / 60 })
  }
  return { before, after }
}

const NEW_WEEKS = 2
const NEW_HOURS = 48
const HALF_A_DAY = 12

interface Standing {
  readonly problem: PlacementProblem
  readonly placement: Placement
  readonly joined: SeasonSession | undefined
}

/**
 * The rules with the hours of this week: more while heavy work is new, those of its last race. Where the week itself
 * stays under a limit, the limit is a cost.
 */
const rulesOf = (question: WeekQuestion, { problem, placement, joined }: Standing): readonly PlacementRule[] => {
  const own = PLACEMENT_RULES.map((rule) => {
    if (rule.kind !== 'hours') return rule
    if (rule.id === 'heavy-before-key' && isNew(question)) return { ...rule, underHours: NEW_HOURS }
    return rule.id === 'race-recovery' ? { ...rule, underHours: recoveryHours(question) } : rule
  })
  const stands = {
    ...problem,
    sessions: problem.sessions.filter(({ id }) => id !== joined?.id),
  }
  const broken = new Set(checkPlacement(stands, placement, own).violations.map(({ rule }) => rule))
  return own.map((rule) => {
    if (rule.kind !== 'hours' || !broken.has(rule.id)) return rule
    const { neverUnderHours: _never, ...soft } = rule
    return soft
  })
}

/** Heavy work in its first two weeks, or strength in its own. */
const isNew = ({ season, week }: WeekQuestion): boolean => {
  const before = season.weeks.filter(({ monday }) => monday < week.monday)
  const weeksWith = (heavy: boolean): number =>
    before.filter(({ sessions }) =>
      sessions.some(({ workout, hardness }) => (heavy ? hardness === 'heavy-strength' : workout.kind === 'strength')),
    ).length
  return weeksWith(false) < NEW_WEEKS || weeksWith(true) < NEW_WEEKS
}

/** Easy days after the races that this week still feels (R72). */
const recoveryHours = ({ season, week }: WeekQuestion): number => {
  const races = season.weeks.flatMap(({ sessions }) => sessions).filter(({ hardness }) => hardness === 'race')
  const felt = races
    .map((race) => ({ race, days: easyDaysAfter(race.estimated.distance) }))
    .filter(({ race, days }) => race.day < addDays(week.monday, WEEKDAYS.length) && race.day + days >= week.monday)
  return Math.max(0, ...felt.map(({ days }) => days * 24 - HALF_A_DAY))
}
