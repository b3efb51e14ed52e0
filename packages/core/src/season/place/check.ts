import { SLOTS, WEEKDAYS, weekdayIndex } from '../../calendar/week.ts'
import type { Hardness } from '../../workout/hardness.ts'
import type { Broken, DaySlot, Placement, PlacementProblem, PlacementSession } from './problem.ts'
import {
  PLACEMENT_RULES,
  RUNS,
  type DaysRule,
  type DoubleRule,
  type HoursRule,
  type OrderRule,
  type PlacementRule,
  type PlacementRuleId,
  type RestDayRule,
  type WishRule,
} from './rules.ts'

/** What a placement must not do. */
export interface Violation {
  /** `place`: not placed, or where there is no slot. `one-a-slot`: two sessions that cannot share one. */
  readonly rule: 'place' | 'minutes' | 'fixed' | 'one-a-slot' | PlacementRuleId
  readonly sessions: readonly string[]
}

/** What a placement costs and where it must not stand. */
export interface Verdict {
  readonly cost: number
  readonly broken: readonly Broken[]
  readonly violations: readonly Violation[]
}

/** A session on the clock, minutes from Monday 0:00; neighbours have no id. */
interface Timed {
  readonly id?: string
  readonly session?: PlacementSession
  readonly hardness: Hardness
  readonly place?: DaySlot
  /** Days from Monday. */
  readonly day: number
  /** Half days from Monday morning: says which of two comes first. What is outside the week is before or after all of it. */
  readonly half: number
  readonly start: number
  readonly end: number
}

const DAY = 24 * 60

/**
 * Judges a placement from nothing but the week and the rules: it shares figures with the search, but no code, so that
 * each shows the mistakes of the other. Simple and slow on purpose.
 */
export const checkPlacement = (
  problem: PlacementProblem,
  placement: Placement,
  rules: readonly PlacementRule[] = PLACEMENT_RULES,
): Verdict => {
  const timed = problem.sessions.flatMap((session) => timedSession(problem, placement, session) ?? [])
  const all = [...timed, ...timedBefore(problem), ...timedAfter(problem)]
  const pairs = pairsOf(all)
  const broken = rules.flatMap((rule) => brokenBy(rule, timed, all, pairs)).filter(({ cost }) => cost > 0)
  const violations = [
    ...missing(problem, placement),
    ...crowded(problem, timed),
    ...rules.flatMap((rule) => tooSoon(rule, all)),
  ]
  return { cost: broken.reduce((sum, { cost }) => sum + cost, 0), broken, violations }
}

const samePlace = (a: DaySlot | undefined, b: DaySlot | undefined): boolean =>
  a !== undefined && b !== undefined && a.day === b.day && a.slot === b.slot

/** The run that a session of its slot follows. */
const runBefore = (
  problem: PlacementProblem,
  placement: Placement,
  session: PlacementSession,
): PlacementSession | undefined =>
  session.afterRun
    ? problem.sessions.find((other) => !other.afterRun && samePlace(placement.get(other.id), placement.get(session.id)))
    : undefined

const timedSession = (
  problem: PlacementProblem,
  placement: Placement,
  session: PlacementSession,
): Timed | undefined => {
  const place = placement.get(session.id)
  if (!place) return undefined
  const day = weekdayIndex(place.day)
  const start = day * DAY + problem.startTimes[place.slot] + (runBefore(problem, placement, session)?.minutes ?? 0)
  const half = day * SLOTS.length + SLOTS.indexOf(place.slot)
  return { id: session.id, session, hardness: session.hardness, place, day, half, start, end: start + session.minutes }
}

const timedBefore = ({ before }: PlacementProblem): readonly Timed[] =>
  before.map(({ hardness, endedHoursBeforeWeek: hours }) => {
    const end = -Math.round(hours * 60)
    return { hardness, day: Math.ceil(end / DAY) - 1, half: -1, start: end, end }
  })

const timedAfter = ({ after }: PlacementProblem): readonly Timed[] =>
  after.map(({ hardness, startsHoursAfterWeek: hours }) => {
    const start = WEEKDAYS.length * DAY + Math.round(hours * 60)
    return { hardness, day: Math.floor(start / DAY), half: WEEKDAYS.length * SLOTS.length, start, end: start }
  })

const ids = (...sessions: readonly Timed[]): readonly string[] => sessions.flatMap(({ id }) => id ?? [])

type Pair = readonly [Timed, Timed]

/** Pairs with at least one session of this week, each once. */
const pairsOf = (all: readonly Timed[]): readonly Pair[] =>
  all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => isOfWeek(a, b))
      .map((b) => [a, b] as const),
  )

const isOfWeek = (a: Timed, b: Timed): boolean => a.id !== undefined || b.id !== undefined

const brokenBy = (
  rule: PlacementRule,
  timed: readonly Timed[],
  all: readonly Timed[],
  pairs: readonly Pair[],
): readonly Broken[] => {
  switch (rule.kind) {
    case 'hours':
      return followed(rule, all).map(({ from, to, hours }) => brokenHours(rule, from, to, hours))
    case 'days':
      return brokenDays(rule, pairs)
    case 'order':
      return brokenOrder(rule, timed)
    case 'double':
      return brokenDouble(rule, timed)
    case 'rest-day':
      return brokenRestDay(rule, timed)
    case 'wish':
      return timed.map((session) => brokenWish(rule, session))
    default:
      return rule satisfies never
  }
}

/** Where a session of `from` is followed by one of `to`, with the hours between. */
const followed = (rule: HoursRule, all: readonly Timed[]): readonly { from: Timed; to: Timed; hours: number }[] =>
  all
    .filter((from) => rule.from.includes(from.hardness))
    .flatMap((from) =>
      all
        .filter((to) => rule.to.includes(to.hardness) && isOfWeek(from, to))
        .filter((to) => from.half < to.half && (!rule.sameDay || from.day === to.day))
        .map((to) => ({ from, to, hours: (to.start - from.end) / 60 })),
    )

const brokenHours = (rule: HoursRule, from: Timed, to: Timed, hours: number): Broken => ({
  rule: rule.id,
  cost: Math.ceil(Math.max(0, rule.underHours - hours)) * rule.costPerHour,
  sessions: ids(from, to),
})

const brokenDays = (rule: DaysRule, pairs: readonly Pair[]): readonly Broken[] =>
  pairs
    .filter(([a, b]) => concerns(rule, a, b) || concerns(rule, b, a))
    .map(([a, b]) => {
      const apart = Math.abs(a.day - b.day)
      const cost = apart === 0 ? rule.sameDayCost : apart === 1 ? rule.nextDayCost : 0
      return { rule: rule.id, cost, sessions: ids(a, b) }
    })

const concerns = (rule: DaysRule, a: Timed, b: Timed): boolean =>
  rule.one.includes(a.hardness) && rule.other.includes(b.hardness)

const brokenOrder = (rule: OrderRule, timed: readonly Timed[]): readonly Broken[] =>
  timed.flatMap((early) =>
    timed
      .filter((late) => early.day === late.day && early.place?.slot === 'am' && late.place?.slot === 'pm')
      .filter((late) => rule.later.includes(early.hardness) && rule.first.includes(late.hardness))
      .map((late) => ({ rule: rule.id, cost: rule.cost, sessions: ids(early, late) })),
  )

const isRun = (hardness: Hardness): boolean => RUNS.some((run) => run === hardness)

const brokenDouble = (rule: DoubleRule, timed: readonly Timed[]): readonly Broken[] =>
  WEEKDAYS.flatMap((_, day) => {
    const runs = timed.filter((session) => session.day === day && isRun(session.hardness) && !session.session?.afterRun)
    return runs.slice(1).map((run) => ({ rule: rule.id, cost: rule.cost, sessions: ids(...runs.slice(0, 1), run) }))
  })

const brokenRestDay = (rule: RestDayRule, timed: readonly Timed[]): readonly Broken[] => {
  const trains = (day: number): boolean =>
    timed.some((session) => session.day === day && session.hardness !== 'mobility' && session.hardness !== 'rest')
  return WEEKDAYS.every((_, day) => trains(day)) ? [{ rule: rule.id, cost: rule.cost, sessions: [] }] : []
}

const brokenWish = (rule: WishRule, { session, place, day, ...timed }: Timed): Broken => {
  const wish = session?.wish
  const days = wish?.day === undefined ? 0 : Math.abs(weekdayIndex(wish.day) - day)
  const slot = wish?.slot === undefined || wish.slot === place?.slot ? 0 : rule.slotCost
  return { rule: rule.id, cost: days * rule.costPerDay + slot, sessions: timed.id === undefined ? [] : [timed.id] }
}

const missing = (problem: PlacementProblem, placement: Placement): readonly Violation[] =>
  problem.sessions.flatMap(({ id, fixed }): readonly Violation[] => {
    const place = placement.get(id)
    const slots = problem.days.find(({ day }) => day === place?.day)?.slots
    if (!place || slots?.[place.slot] === undefined) return [{ rule: 'place', sessions: [id] }]
    return fixed && !samePlace(fixed, place) ? [{ rule: 'fixed', sessions: [id] }] : []
  })

const crowded = (problem: PlacementProblem, timed: readonly Timed[]): readonly Violation[] =>
  problem.days.flatMap(({ day, slots }) =>
    SLOTS.flatMap((slot): readonly Violation[] => {
      const here = timed.filter(({ place }) => samePlace(place, { day, slot }))
      const needed = here.reduce((sum, { session }) => sum + (session?.minutes ?? 0), 0)
      const long: Violation = { rule: 'minutes', sessions: ids(...here) }
      const shared: Violation = { rule: 'one-a-slot', sessions: ids(...here) }
      const room = Math.min(slots[slot] ?? 0, untilNextSlot(problem, slot))
      return [...(needed > room ? [long] : []), ...(canShare(here) ? [] : [shared])]
    }),
  )

/** A slot ends where the next one begins. */
const untilNextSlot = ({ startTimes: { am, pm } }: PlacementProblem, slot: 'am' | 'pm'): number =>
  slot === 'am' ? pm - am : am + DAY - pm

/** One session alone, or a run and what may follow it: one session of work, and any mobility. */
const canShare = (here: readonly Timed[]): boolean => {
  const leading = here.filter(({ session }) => !session?.afterRun)
  const following = here.filter(({ session }) => session?.afterRun)
  if (leading.length > 1 || following.filter(({ hardness }) => hardness !== 'mobility').length > 1) return false
  return following.length === 0 || leading.every(({ hardness }) => isRun(hardness))
}

const tooSoon = (rule: PlacementRule, all: readonly Timed[]): readonly Violation[] => {
  if (rule.kind !== 'hours' || rule.neverUnderHours === undefined) return []
  const limit = rule.neverUnderHours
  return followed(rule, all)
    .filter(({ hours }) => hours < limit)
    .map(({ from, to }) => ({ rule: rule.id, sessions: ids(from, to) }))
}
