import { WEEKDAYS } from '../../calendar/week.ts'
import { fail, ok, type Result } from '../../result.ts'
import { bestOf, leaving, type Question } from './best.ts'
import { checkPlacement, type Verdict, type Violation } from './check.ts'
import { explainClash } from './clash.ts'
import { withStaying } from './costs.ts'
import type { PlaceModel, Staying } from './model.ts'
import type { Broken, DaySlot, Impossible, Placement, PlacementProblem } from './problem.ts'
import { PLACEMENT_RULES, type PlacementRule, type PlacementRuleId } from './rules.ts'
import { modelOf } from './week-model.ts'

/** A session to move, and what has to stay as it is. */
export interface MoveRequest {
  readonly session: string
  readonly to: DaySlot
  /** Sessions that do not move. */
  readonly locked?: ReadonlySet<string>
  /** The first slot that is not past: what stands before it stays, and nothing moves there. */
  readonly now?: DaySlot
}

export const MOVE_FAULTS = ['unknown-session', 'no-such-slot', 'locked', 'past'] as const

export interface MoveFault {
  readonly code: (typeof MOVE_FAULTS)[number]
  readonly message: string
}

/** A soft rule that the move touches, with its cost before and after. */
export interface Touched {
  readonly rule: PlacementRuleId
  readonly before: number
  readonly after: number
}

/** A placement with the session in its new place. */
export interface Repair {
  readonly placement: Placement
  readonly cost: number
  /** Other sessions that move, by id. */
  readonly moved: readonly string[]
  readonly broken: readonly Broken[]
}

/** What becomes of a week when one session moves. The placement that was asked about stays as it is: undo is to keep it. */
export interface MoveAnswer {
  /** Whether the session can go there and nothing else move. */
  readonly legal: boolean
  /** Limits that the move alone breaks. */
  readonly violations: readonly Violation[]
  readonly before: number
  /** Cost when nothing else moves. */
  readonly after: number
  readonly touched: readonly Touched[]
  /** The fewest other sessions moved, then the least cost: the move itself where it is legal. Or why there is none. */
  readonly repair: ({ readonly kind: 'repair' } & Repair) | Impossible
  /** What others might move for, where each of them saves at least WORTH_MOVING; null where none does. */
  readonly better: Repair | null
}

/** What a session that moves along has to save, so that a small gain does not shuffle the week (convention). */
const WORTH_MOVING = 10

/** More than any placement costs, so that the number of moved sessions comes first. */
const FEWEST = 100_000

/** Judges a move before it is made, and repairs what it breaks. Locked and past sessions never move. */
export const moveSession = (
  problem: PlacementProblem,
  placement: Placement,
  request: MoveRequest,
  rules: readonly PlacementRule[] = PLACEMENT_RULES,
): Result<MoveAnswer, MoveFault> => newMoves(problem, placement, request, rules)(request.to)

/**
 * The moves of one session, to be asked for slot after slot while it is held: what all of them have in common is worked
 * out once.
 */
export const newMoves = (
  problem: PlacementProblem,
  placement: Placement,
  hold: Omit<MoveRequest, 'to'>,
  rules: readonly PlacementRule[] = PLACEMENT_RULES,
): ((to: DaySlot) => Result<MoveAnswer, MoveFault>) => {
  const week: Held = {
    problem,
    placement,
    rules,
    before: checkPlacement(problem, placement, rules),
    model: modelOf(withFixed(problem, hold.session, undefined), rules, { distinct: true }),
  }
  return (to) => {
    const request = { ...hold, to }
    const fault = faultOf(problem, placement, request)
    return fault ? fail(fault) : ok(judge(week, request))
  }
}

/** A week with a session that is held over it. */
interface Held extends Pick<Question, 'problem' | 'rules'> {
  readonly placement: Placement
  readonly before: Verdict
  /** Of the week, with the session free. */
  readonly model: PlaceModel
}

const judge = (held: Held, request: MoveRequest): MoveAnswer => {
  const { problem, placement, rules, before } = held
  const week = withFixed(problem, request.session, request.to)
  const alone = new Map(placement).set(request.session, request.to)
  const after = checkPlacement(week, alone, rules)
  const legal = after.violations.length === 0
  const pinned = { session: request.session, to: request.to }
  const stayingAt = (cost: number): Staying => ({ ...stayingOf(request, alone, cost), pinned })
  const fewest = legal ? repairOf(alone, alone, after) : repairAt(held, week, stayingAt(FEWEST))
  const better = fewest && repairAt(held, week, stayingAt(WORTH_MOVING), fewest)
  return {
    legal,
    violations: after.violations,
    before: before.cost,
    after: after.cost,
    touched: touchedBy(rules, before, after),
    repair: fewest
      ? { kind: 'repair', ...fewest }
      : explainClash({ problem: week, rules, staying: stayingOf(request, alone, FEWEST) }),
    better: better && better.moved.length > 0 && better.cost < fewest.cost ? better : null,
  }
}

const halfOf = ({ day, slot }: DaySlot): number => WEEKDAYS.indexOf(day) * 2 + (slot === 'am' ? 0 : 1)

const isPast = ({ now }: MoveRequest, place: DaySlot): boolean => now !== undefined && halfOf(place) < halfOf(now)

const faultOf = (problem: PlacementProblem, placement: Placement, request: MoveRequest): MoveFault | undefined => {
  const { session, to, locked } = request
  const present = placement.get(session)
  if (!present || !problem.sessions.some(({ id }) => id === session)) {
    return { code: 'unknown-session', message: `no session ${session} stands in this week` }
  }
  if (locked?.has(session)) return { code: 'locked', message: `${session} is locked` }
  if (isPast(request, present)) return { code: 'past', message: `${session} lies in the past` }
  if (isPast(request, to)) return { code: 'past', message: `${to.day} ${to.slot} lies in the past` }
  const slots = problem.days.find(({ day }) => day === to.day)?.slots
  return slots?.[to.slot] === undefined
    ? { code: 'no-such-slot', message: `${to.day} has no ${to.slot} slot` }
    : undefined
}

/** The week with a session fixed somewhere, or nowhere. */
const withFixed = (problem: PlacementProblem, session: string, to: DaySlot | undefined): PlacementProblem => ({
  ...problem,
  sessions: problem.sessions.map(({ fixed, ...free }) => {
    const place = free.id === session ? to : fixed
    return place ? { ...free, fixed: place } : free
  }),
})

const stayingOf = (request: MoveRequest, placement: Placement, cost: number): Staying => ({
  placement,
  cost,
  locked: new Set(
    [...placement].flatMap(([id, place]) => (request.locked?.has(id) || isPast(request, place) ? [id] : [])),
  ),
  closed: (place) => isPast(request, place),
})

/** The best repair; `known`: one that is worth a look only if it is no dearer, what leaving costs included. */
const repairAt = (held: Held, week: PlacementProblem, staying: Staying, known?: Repair): Repair | undefined => {
  const below = known && known.cost + known.moved.length * staying.cost + 1
  const best = bestOf(withStaying(held.model, staying), below)
  return best && repairOf(staying.placement, best.placement, checkPlacement(week, best.placement, held.rules))
}

const repairOf = (from: Placement, placement: Placement, { cost, broken }: Verdict): Repair => ({
  placement,
  cost,
  broken,
  moved: leaving(from, placement),
})

const touchedBy = (rules: readonly PlacementRule[], before: Verdict, after: Verdict): readonly Touched[] => {
  const costIn = (verdict: Verdict, rule: PlacementRuleId): number =>
    verdict.broken.reduce((sum, broken) => (broken.rule === rule ? sum + broken.cost : sum), 0)
  return rules
    .map(({ id }) => ({ rule: id, before: costIn(before, id), after: costIn(after, id) }))
    .filter((touched) => touched.before !== touched.after)
}
