import { SLOTS, WEEKDAYS, weekdayIndex } from '../../calendar/week.ts'
import type { Hardness } from '../../workout/hardness.ts'
import type { DaySlot, Placement, PlacementProblem, PlacementSession } from './problem.ts'
import { FORBIDDEN, isBlank, relationCost, relationsOf, type Relations } from './relation.ts'
import { RUNS, type PlacementRule, type PlacementRuleId } from './rules.ts'

const MINUTES_A_DAY = 24 * 60

/** A slot that the week has, on the clock. */
export interface ModelSlot {
  readonly place: DaySlot
  readonly day: number
  /** Minutes from Monday 0:00. */
  readonly start: number
  /** Minutes to its end, or to where the next slot starts. */
  readonly room: number
}

/** A session as the search sees it. */
export interface Entry {
  readonly session: PlacementSession
  readonly hardness: Hardness
  readonly minutes: number
  /** Minutes that its slot has to have for it. */
  readonly needs: number
  readonly run: boolean
  /** Leads its slot; what does not may follow a run. */
  readonly leads: boolean
  /** Whether its day is no rest day. */
  readonly trains: boolean
  /** Same in everything but the name as the entry before it. */
  readonly twin: boolean
}

/** What of the week does not hold while a clash is taken apart. */
export interface Waived {
  readonly sessions: ReadonlySet<string>
  readonly minutes: ReadonlySet<string>
  readonly fixed: ReadonlySet<string>
  readonly rules: ReadonlySet<PlacementRuleId>
}

export const NOTHING_WAIVED: Waived = { sessions: new Set(), minutes: new Set(), fixed: new Set(), rules: new Set() }

/** A placement to stay close to, for the repair of a move. */
export interface Staying {
  readonly placement: Placement
  /** For each session that leaves its present place. */
  readonly cost: number
  /** Sessions that do not leave it at all. */
  readonly locked: ReadonlySet<string>
  /** Slots that no session moves to. */
  readonly closed: (place: DaySlot) => boolean
}

/** The week in numbers: entries x slots, costs of each entry in each slot, costs of each pair of entries in each pair of slots. */
export interface PlaceModel {
  readonly slots: readonly ModelSlot[]
  /** Hardest first: the order of the search and of ties. */
  readonly entries: readonly Entry[]
  /** Minutes of the longest run that another session may follow. */
  readonly longestRun: number
  readonly before: readonly { readonly hardness: Hardness; readonly day: number; readonly end: number }[]
  readonly after: readonly { readonly hardness: Hardness; readonly day: number; readonly start: number }[]
  readonly relations: Relations
  readonly doubleCost: number
  readonly restDayCost: number
  /** Cost of wishes, of staying and against the neighbours: entry x slot. Of a following entry at least. */
  readonly alone: Int32Array
  /** For i < j, at i x entries + j: slot of i x slot of j, at least; null where nothing but one slot for both is barred. */
  readonly pairs: readonly (Int32Array | null)[]
}

/** How long a session waits in its slot for the run before it: as little and as much as is possible. */
export interface Wait {
  readonly least: number
  readonly most: number
}

export const NO_WAIT: Wait = { least: 0, most: 0 }

/** The search's own element access: the index is always inside. */
export const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0

/** Puts a week into numbers. Order of days, sessions and neighbours in the problem makes no difference. */
export const modelOf = (
  problem: PlacementProblem,
  rules: readonly PlacementRule[],
  waived: Waived = NOTHING_WAIVED,
  staying?: Staying,
): PlaceModel => {
  const slots = slotsOf(problem)
  const entries = entriesOf(problem, waived, staying !== undefined)
  const frame: Frame = {
    slots,
    entries,
    before: beforeOf(problem),
    after: afterOf(problem),
    relations: relationsOf(rules, waived.rules),
    longestRun: Math.max(0, ...entries.map(({ run, leads, minutes }) => (run && leads ? minutes : 0))),
  }
  return {
    ...frame,
    alone: aloneCosts(frame, ownCosts(frame, rules, staying)),
    pairs: pairCosts(frame),
    doubleCost: costOf(rules, 'double'),
    restDayCost: costOf(rules, 'rest-day'),
  }
}

type Frame = Pick<PlaceModel, 'slots' | 'entries' | 'longestRun' | 'before' | 'after' | 'relations'>

const costOf = (rules: readonly PlacementRule[], kind: 'double' | 'rest-day'): number =>
  rules.reduce((sum, rule) => (rule.kind === kind ? sum + rule.cost : sum), 0)

const slotsOf = ({ days, startTimes }: PlacementProblem): readonly ModelSlot[] => {
  const nights = { am: startTimes.pm - startTimes.am, pm: startTimes.am + MINUTES_A_DAY - startTimes.pm }
  return days
    .flatMap(({ day, slots }) =>
      SLOTS.flatMap((slot): readonly ModelSlot[] => {
        const minutes = slots[slot]
        if (minutes === undefined) return []
        const start = weekdayIndex(day) * MINUTES_A_DAY + startTimes[slot]
        return [{ place: { day, slot }, day: weekdayIndex(day), start, room: Math.min(minutes, nights[slot]) }]
      }),
    )
    .toSorted((a, b) => a.start - b.start)
}

const isRun = (hardness: Hardness): boolean => RUNS.some((run) => run === hardness)

const entriesOf = ({ sessions }: PlacementProblem, waived: Waived, distinct: boolean): readonly Entry[] => {
  const kept = sessions.filter(({ id }) => !waived.sessions.has(id)).map((session) => entryOf(session, waived))
  const sorted = kept
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .toSorted((a, b) => compareKeys(a.key, b.key) || byName(a, b))
  return sorted.map(({ entry, key }, index) => {
    const previous = sorted[index - 1]
    return { ...entry, twin: !distinct && previous !== undefined && compareKeys(previous.key, key) === 0 }
  })
}

const entryOf = (session: PlacementSession, waived: Waived): Entry => {
  const { fixed, ...free } = session
  const { hardness, minutes, id } = session
  return {
    session: fixed && !waived.fixed.has(id) ? session : free,
    hardness,
    minutes,
    needs: waived.minutes.has(id) ? 0 : minutes,
    run: isRun(hardness),
    leads: !session.afterRun,
    trains: hardness !== 'mobility' && hardness !== 'rest',
    twin: false,
  }
}

/** Hardest first, as the coach would place them. */
const ORDER: readonly Hardness[] = [
  'race',
  'test',
  'key',
  'hard',
  'long',
  'heavy-strength',
  'plyometrics',
  'light-strength',
  'rest',
  'easy',
  'mobility',
]

/** Everything that tells two sessions apart but their names. */
const keyOf = ({ session, hardness, minutes, needs }: Entry): readonly number[] => [
  ORDER.indexOf(hardness),
  session.afterRun ? 1 : 0,
  -minutes,
  -needs,
  placeKey(session.fixed),
  placeKey(session.wish),
]

const placeKey = (place: Partial<DaySlot> | undefined): number => {
  if (!place) return -1
  const half = place.slot === undefined ? 0 : SLOTS.indexOf(place.slot) + 1
  return (place.day === undefined ? WEEKDAYS.length : weekdayIndex(place.day)) * (SLOTS.length + 1) + half
}

const compareKeys = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((value, position) => value !== b[position])
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

const byName = (a: { entry: Entry }, b: { entry: Entry }): number => (a.entry.session.id < b.entry.session.id ? -1 : 1)

const beforeOf = ({ before }: PlacementProblem): PlaceModel['before'] =>
  before.map(({ hardness, endedHoursBeforeWeek }) => {
    const ago = Math.round(endedHoursBeforeWeek * 60)
    return { hardness, day: -1 - Math.floor(ago / MINUTES_A_DAY), end: -ago }
  })

const afterOf = ({ after }: PlacementProblem): PlaceModel['after'] =>
  after.map(({ hardness, startsHoursAfterWeek }) => {
    const start = WEEKDAYS.length * MINUTES_A_DAY + Math.round(startsHoursAfterWeek * 60)
    return { hardness, day: Math.floor(start / MINUTES_A_DAY), start }
  })

const ownCosts = ({ slots, entries }: Frame, rules: readonly PlacementRule[], staying?: Staying): Int32Array => {
  const wishes = rules.filter((rule) => rule.kind === 'wish')
  const costs = new Int32Array(entries.length * slots.length)
  entries.forEach(({ session, needs }, index) => {
    const stays = staying?.placement.get(session.id)
    slots.forEach(({ place, day, room }, slot) => {
      const cell = index * slots.length + slot
      const leaving = staying && !(stays && isPlace(stays, place)) ? leavingCost(staying, session, place) : 0
      const barred = needs > room || leaving >= FORBIDDEN || (session.fixed && !isPlace(session.fixed, place))
      costs[cell] = barred
        ? FORBIDDEN
        : wishes.reduce((sum, rule) => sum + wishCost(rule, session, place, day), leaving)
    })
  })
  return costs
}

const leavingCost = ({ locked, closed, cost }: Staying, { id }: PlacementSession, to: DaySlot): number =>
  locked.has(id) || closed(to) ? FORBIDDEN : cost

const isPlace = (a: DaySlot, b: DaySlot): boolean => a.day === b.day && a.slot === b.slot

const wishCost = (
  rule: Extract<PlacementRule, { kind: 'wish' }>,
  { wish }: PlacementSession,
  { slot }: DaySlot,
  day: number,
): number =>
  (wish?.day === undefined ? 0 : Math.abs(weekdayIndex(wish.day) - day) * rule.costPerDay) +
  (wish?.slot === undefined || wish.slot === slot ? 0 : rule.slotCost)

/** Wait of an entry whose slot may or may not hold a run yet. */
export const waitOf = ({ longestRun }: Pick<PlaceModel, 'longestRun'>, { leads }: Entry): Wait =>
  leads ? NO_WAIT : { least: 0, most: longestRun }

/** Cost of an entry against the weeks on both sides, at least. */
export const neighbourCost = (
  model: Frame,
  { hardness, minutes }: Entry,
  { day, start }: ModelSlot,
  wait: Wait,
): number => {
  const { before, after, relations } = model
  let cost = 0
  for (const past of before)
    cost += relationCost(relations(past.hardness, hardness), day - past.day, start + wait.most - past.end)
  for (const next of after) {
    cost += relationCost(
      relations(hardness, next.hardness),
      next.day - day,
      next.start - (start + wait.least + minutes),
    )
  }
  return Math.min(cost, FORBIDDEN)
}

/** Cost of two entries in different slots, the earlier first, at least. */
export const pairCost = (
  { relations }: Pick<PlaceModel, 'relations'>,
  early: { readonly entry: Entry; readonly slot: ModelSlot; readonly wait: Wait },
  late: { readonly entry: Entry; readonly slot: ModelSlot; readonly wait: Wait },
): number => {
  const gap = late.slot.start + late.wait.most - early.slot.start - early.wait.least - early.entry.minutes
  return relationCost(relations(early.entry.hardness, late.entry.hardness), late.slot.day - early.slot.day, gap)
}

const aloneCosts = (frame: Frame, own: Int32Array): Int32Array => {
  const { slots, entries } = frame
  return own.map((cost, cell) => {
    const entry = entries[Math.floor(cell / slots.length)]
    const slot = slots[cell % slots.length]
    if (cost >= FORBIDDEN || !entry || !slot) return FORBIDDEN
    return Math.min(FORBIDDEN, cost + neighbourCost(frame, entry, slot, waitOf(frame, entry)))
  })
}

const pairCosts = (frame: Frame): readonly (Int32Array | null)[] =>
  frame.entries.flatMap((a, i) => frame.entries.map((b, j) => (i < j ? pairTable(frame, a, b) : null)))

const pairTable = (frame: Frame, a: Entry, b: Entry): Int32Array | null => {
  const { slots, relations } = frame
  const forth = relations(a.hardness, b.hardness)
  if (a.leads && b.leads && isBlank(forth) && isBlank(relations(b.hardness, a.hardness))) return null
  const table = new Int32Array(slots.length * slots.length)
  const [waitA, waitB] = [waitOf(frame, a), waitOf(frame, b)]
  slots.forEach((here, s) => {
    slots.forEach((there, t) => {
      const [one, other] = [
        { entry: a, slot: here, wait: waitA },
        { entry: b, slot: there, wait: waitB },
      ]
      const cell = s * slots.length + t
      if (s === t) table[cell] = canShare(a, b, here) ? forth.sameSlot : FORBIDDEN
      else table[cell] = s < t ? pairCost(frame, one, other) : pairCost(frame, other, one)
    })
  })
  return table
}

/** A run and what may follow it; of what follows only one that is no mobility. */
const canShare = (a: Entry, b: Entry, { room }: ModelSlot): boolean => {
  if (a.needs + b.needs > room) return false
  if (!a.leads && !b.leads) return a.hardness === 'mobility' || b.hardness === 'mobility'
  return a.leads !== b.leads && (a.leads ? a : b).run
}
