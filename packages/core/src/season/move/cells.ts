import { addDays, makeDay, mondayOf, weekdayOf, type Day } from '../../calendar/day.ts'
import { SLOTS, WEEKDAYS, weekdayIndex } from '../../calendar/week.ts'
import { fail, ok, type Result } from '../../result.ts'
import { slotMinutes } from '../fit/room.ts'
import { checkPlacement, type Verdict } from '../place/check.ts'
import { newMoves, type MoveAnswer } from '../place/move.ts'
import type { Placement } from '../place/problem.ts'
import type { Season, SeasonSession, SeasonWeek } from '../season.ts'
import { movedSessions, type DatedSlot, type SessionMove } from './apply.ts'
import { placeOf, weekProblem, type WeekProblem } from './week-problem.ts'

export interface MovesQuestion {
  /** As it stands. */
  readonly season: Season
  /** As it was made. */
  readonly base: Season
  /** Id of the session to move. */
  readonly session: string
  readonly today: Day
  /** Sessions that do not move: what is done. Races, locked sessions and past ones never do. */
  readonly done?: ReadonlySet<string>
}

/** Why a cell cannot be asked for. */
export const CLOSED = ['past', 'outside', 'blackout', 'no-time', 'one-a-day'] as const
export type Closed = (typeof CLOSED)[number]

/** A rule that a move touches. */
export interface TouchedRule {
  readonly rule: string
  /** What it is worse by; 0 for a limit that is broken. */
  readonly worseBy: number
}

/** What becomes of the week if the session stands in a cell. */
export interface Cell {
  readonly to: DatedSlot
  /** It stands there already. */
  readonly here: boolean
  readonly closed: Closed | null
  /** It can stand there and nothing else moves. */
  readonly legal: boolean
  /** Limits that it alone would break. */
  readonly breaks: readonly TouchedRule[]
  /** Soft rules that it alone would touch for the worse. */
  readonly touches: readonly TouchedRule[]
  /** Others that move along: the fewest that make it legal, or those for which it is worth their moving. Empty: none. */
  readonly repair: readonly SessionMove[] | null
  /** The season with the session there and all else as it is. */
  readonly alone: readonly SeasonSession[]
}

export const MOVES_FAULTS = ['unknown-session', 'past', 'race', 'done', 'locked'] as const
export interface MovesFault {
  readonly code: (typeof MOVES_FAULTS)[number]
}

/** Weeks before and after the session's own that are asked about. */
const WEEKS_AROUND = 1

/** Every cell of the session's own week and of those before and after it, for the weeks that are not past. */
export const movesOf = (question: MovesQuestion): Result<readonly Cell[], MovesFault> => {
  const found = movable(question)
  if (!found.ok) return found
  const { week } = found.value
  const { weeks } = question.season
  const index = weeks.indexOf(week)
  const near = weeks.filter(
    (each, at) => Math.abs(at - index) <= WEEKS_AROUND && addDays(each.monday, WEEKDAYS.length) > question.today,
  )
  return ok(near.flatMap((target) => cellsOf(question, found.value, target)))
}

/** One cell, by the same figures. */
export const moveAt = (question: MovesQuestion, to: DatedSlot): Result<Cell | undefined, MovesFault> => {
  const found = movable(question)
  if (!found.ok) return found
  const target = question.season.weeks.find(({ monday }) => monday === mondayOf(to.day))
  if (!target) return ok(undefined)
  return ok(cellsOf(question, found.value, target, (cell) => cell.day === to.day && cell.slot === to.slot)[0])
}

interface Movable {
  readonly week: SeasonWeek
  readonly session: SeasonSession
}

const movable = ({ season, session: id, today, done }: MovesQuestion): Result<Movable, MovesFault> => {
  const week = season.weeks.find(({ sessions }) => sessions.some((each) => each.id === id))
  const session = week?.sessions.find((each) => each.id === id)
  if (!week || !session) return fail({ code: 'unknown-session' })
  if (session.hardness === 'race') return fail({ code: 'race' })
  if (session.locked) return fail({ code: 'locked' })
  if (done?.has(id)) return fail({ code: 'done' })
  return session.day < today ? fail({ code: 'past' }) : ok({ week, session })
}

const cellsOf = (
  question: MovesQuestion,
  { week, session }: Movable,
  target: SeasonWeek,
  asked: (cell: DatedSlot) => boolean = () => true,
): readonly Cell[] => {
  const { season, base } = question
  const leaves = target !== week
  const standing = weekProblem(leaves ? { season, base, week: target, without: session } : { season, base, week })
  const desk: Desk = { question, session, standing, leaves, before: verdictOf(standing, standing.placement) }
  const judge = once(() => judgeOf(desk))
  const cells = WEEKDAYS.flatMap((_, index) => SLOTS.map((slot) => ({ day: addDays(target.monday, index), slot })))
  return cells.filter(asked).map((to) => cellAt(to, desk, judge))
}

interface Desk {
  readonly question: MovesQuestion
  readonly session: SeasonSession
  readonly standing: WeekProblem
  readonly leaves: boolean
  readonly before: Verdict
}

/** What becomes of the week with the session in a cell that is open. */
type Judge = (to: DatedSlot) => Pick<Cell, 'legal' | 'breaks' | 'touches' | 'repair'>

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

const verdictOf = ({ problem, rules }: WeekProblem, placement: Placement): Verdict =>
  checkPlacement(problem, placement, rules)

const cellAt = (to: DatedSlot, desk: Desk, judge: () => Judge): Cell => {
  const { session, question } = desk
  const here = session.day === to.day && session.slot === to.slot
  const closed = here ? null : closedBecause(to, desk)
  if (here || closed) return { to, here, closed, legal: here, breaks: [], touches: [], repair: null, alone: [] }
  return { to, here, closed, alone: seasonWith(question.season, [{ session, to }]), ...judge()(to) }
}

/** All sessions with some in their new places. */
const seasonWith = (season: Season, moves: readonly SessionMove[]): readonly SeasonSession[] => {
  const moved = new Map(movedSessions(season, moves).map(({ after }) => [after.id, after]))
  return season.weeks.flatMap(({ sessions }) => sessions).map((session) => moved.get(session.id) ?? session)
}

const closedBecause = (to: DatedSlot, { question: { season, today }, standing }: Desk): Closed | null => {
  const { athlete, race } = season
  if (to.day < today) return 'past'
  if (to.day > race.day || to.day < (season.weeks[0]?.monday ?? to.day)) return 'outside'
  if (athlete.blackout?.includes(makeDay(to.day))) return 'blackout'
  const place = placeOf(to)
  if (slotMinutes(standing.problem.days, place) > 0) return null
  const other = slotMinutes(standing.open, { day: place.day, slot: to.slot === 'am' ? 'pm' : 'am' })
  const own = athlete.availability?.[place.day]?.[to.slot]
  return athlete.doubles === false && other > 0 && (athlete.availability === undefined || (own ?? 0) > 0)
    ? 'one-a-day'
    : 'no-time'
}

/** What all moves of the session within one week have in common is worked out once. */
const judgeOf = ({ question, session, standing, leaves, before }: Desk): Judge => {
  const { season, base, today } = question
  const { week } = standing
  // Where it comes from another week it is held over the first day that is not past.
  const held = { ...session, day: today > week.monday ? today : week.monday }
  const target = leaves ? weekProblem({ season, base, week, without: session, joined: held }) : standing
  const hold = { session: session.id, locked: lockedIn(target, question), ...nowIn(target, question) }
  const move = newMoves(target.problem, target.placement, hold, target.rules)
  return (to) => {
    const answer = move(placeOf(to))
    if (!answer.ok) return { legal: false, breaks: [{ rule: 'place', worseBy: 0 }], touches: [], repair: null }
    const { legal, violations } = answer.value
    const breaks = distinct(violations.map(({ rule }) => ({ rule, worseBy: 0 })))
    const touches = leaves
      ? worse(before, verdictOf(target, new Map(target.placement).set(session.id, placeOf(to))))
      : answer.value.touched.map((each) => ({ rule: each.rule, worseBy: each.after - each.before }))
    return {
      legal,
      breaks,
      touches: touches
        .filter(({ rule, worseBy }) => worseBy > 0 && breaks.every((each) => each.rule !== rule))
        .toSorted((a, b) => b.worseBy - a.worseBy),
      repair: repairIn(answer.value, target, session),
    }
  }
}

const lockedIn = ({ week }: WeekProblem, { done, today }: MovesQuestion): ReadonlySet<string> =>
  new Set(
    week.sessions
      .filter((each) => each.locked || each.hardness === 'race' || each.day < today || done?.has(each.id))
      .map(({ id }) => id),
  )

/** In the week of today nothing moves to what is past of it. */
const nowIn = ({ week }: WeekProblem, { today }: MovesQuestion) =>
  today >= week.monday && today < addDays(week.monday, WEEKDAYS.length)
    ? { now: { day: weekdayOf(today), slot: 'am' as const } }
    : {}

const distinct = (touched: readonly TouchedRule[]): readonly TouchedRule[] => [
  ...new Map(touched.map((each) => [each.rule, each])).values(),
]

const worse = (before: Verdict, after: Verdict): readonly TouchedRule[] => {
  const costs = new Map<string, number>()
  for (const { rule, cost } of after.broken) costs.set(rule, (costs.get(rule) ?? 0) + cost)
  for (const { rule, cost } of before.broken) costs.set(rule, (costs.get(rule) ?? 0) - cost)
  return [...costs].map(([rule, worseBy]) => ({ rule, worseBy }))
}

const repairIn = (answer: MoveAnswer, { week }: WeekProblem, session: SeasonSession): readonly SessionMove[] | null => {
  const fewest = answer.repair.kind === 'repair' ? answer.repair : null
  const repair = answer.legal ? answer.better : fewest
  if (!repair) return null
  return week.sessions.flatMap((other): readonly SessionMove[] => {
    const place = repair.placement.get(other.id)
    if (!place || other.id === session.id || !repair.moved.includes(other.id)) return []
    return [{ session: other, to: { day: addDays(week.monday, weekdayIndex(place.day)), slot: place.slot } }]
  })
}
