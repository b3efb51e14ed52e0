import { SLOTS, WEEKDAYS, weekdayIndex } from '../../calendar/week.ts'
import { HARDNESS, type Hardness } from '../../workout/hardness.ts'
import type { DaySlot, Placement, PlacementProblem, PlacementSession } from './problem.ts'
import { FORBIDDEN, isBlank, relationCost, relationsOf, type Relations } from './relation.ts'
import { RUNS, type PlacementRule, type PlacementRuleId } from './rules.ts'

export const MINUTES_A_DAY = 24 * 60

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

/** A price on leaving the present place, for the repair of a move. */
export interface Staying {
  readonly placement: Placement
  readonly cost: number
}

/** The week in numbers: entries x slots, costs of each entry in each slot, costs of each pair of entries in each pair of slots. */
export interface PlaceModel {
  readonly slots: readonly ModelSlot[]
  /** Those that lead a slot, hardest first, then those that may follow a run: the order of the search and of ties. */
  readonly entries: readonly Entry[]
  readonly leading: number
  readonly before: readonly { readonly hardness: Hardness; readonly day: number; readonly end: number }[]
  readonly after: readonly { readonly hardness: Hardness; readonly day: number; readonly start: number }[]
  readonly relations: Relations
  readonly doubleCost: number
  readonly restDayCost: number
  /** Cost of wishes and of staying: entry x slot. */
  readonly own: Int32Array
  /** Cost in itself and against the neighbours; of a following entry at least. Entry x slot. */
  readonly alone: Int32Array
  /** For i < j, at i x entries + j: slot of i x slot of j; null where only one slot for both is barred. At least, for a following j. */
  readonly pairs: readonly (Int32Array | null)[]
}

/** The search's own element access: the index is always inside. */
export const at = (numbers: Int32Array, index: number): number => numbers[index] as number

/** Puts a week into numbers. Order of days, sessions and neighbours in the problem makes no difference. */
export const modelOf = (
  problem: PlacementProblem,
  rules: readonly PlacementRule[],
  waived: Waived = NOTHING_WAIVED,
  staying?: Staying,
): PlaceModel => {
  const slots = slotsOf(problem)
  const entries = entriesOf(problem, waived, staying !== undefined)
  const leading = entries.filter(({ session }) => !session.afterRun).length
  const frame: Frame = {
    slots, entries, leading, before: beforeOf(problem), after: afterOf(problem), relations: relationsOf(rules, waived.rules),
    host: Math.max(0, ...entries.slice(0, leading).map(({ run, minutes }) => (run ? minutes : 0))),
  }
  const own = ownCosts(frame, rules, staying)
  return {
    ...frame, own, alone: aloneCosts(frame, own), pairs: pairCosts(frame),
    doubleCost: costOf(rules, 'double'), restDayCost: costOf(rules, 'rest-day'),
  }
}

type Frame = Pick<PlaceModel, 'slots' | 'entries' | 'leading' | 'before' | 'after' | 'relations'> & {
  /** Minutes of the longest run that another session may follow. */
  readonly host: number
}

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
  const sorted = kept.map((entry) => ({ entry, key: keyOf(entry) })).toSorted((a, b) => compareKeys(a.key, b.key) || byName(a, b))
  return sorted.map(({ entry, key }, index) => {
    const previous = sorted[index - 1]
    return { ...entry, twin: !distinct && previous !== undefined && compareKeys(previous.key, key) === 0 }
  })
}

const entryOf = (session: PlacementSession, waived: Waived): Entry => {
  const { fixed, ...free } = session
  const { hardness, minutes, id } = session
  return {
    session: fixed && !waived.fixed.has(id) ? session : free, hardness, minutes, needs: waived.minutes.has(id) ? 0 : minutes,
    run: isRun(hardness), trains: hardness !== 'mobility' && hardness !== 'rest', twin: false,
  }
}

/** Hardest first, as the coach would place them. */
const ORDER: readonly Hardness[] = [
  'race', 'test', 'key', 'hard', 'long', 'heavy-strength', 'plyometrics', 'light-strength', 'easy', 'mobility', 'rest',
]

/** Everything that tells two sessions apart but their names. */
const keyOf = ({ session, hardness, minutes, needs }: Entry): readonly number[] => [
  session.afterRun ? 1 : 0,
  ORDER.indexOf(hardness) < 0 ? HARDNESS.length : ORDER.indexOf(hardness),
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
      if (needs > room || (session.fixed && !isPlace(session.fixed, place))) {
        costs[cell] = FORBIDDEN
        return
      }
      const moved = staying && stays && !isPlace(stays, place) ? staying.cost : 0
      costs[cell] = wishes.reduce((sum, rule) => sum + wishCost(rule, session, place, day), moved)
    })
  })
  return costs
}

const isPlace = (a: DaySlot, b: DaySlot): boolean => a.day === b.day && a.slot === b.slot

const wishCost = (
  rule: Extract<PlacementRule, { kind: 'wish' }>,
  { wish }: PlacementSession,
  { slot }: DaySlot,
  day: number,
): number =>
  (wish?.day === undefined ? 0 : Math.abs(weekdayIndex(wish.day) - day) * rule.costPerDay) +
  (wish?.slot === undefined || wish.slot === slot ? 0 : rule.slotCost)

/** Cost of an entry against the weeks on both sides, when it stands `after` minutes into its slot or `late` at the latest. */
export const neighbourCost = (
  { before, after, relations }: Pick<PlaceModel, 'before' | 'after' | 'relations'>,
  { hardness, minutes }: Entry,
  { day, start }: ModelSlot,
  { soonest, latest }: { readonly soonest: number; readonly latest: number },
): number => {
  let cost = 0
  for (const past of before) cost += relationCost(relations(past.hardness, hardness), day - past.day, start + latest - past.end)
  for (const next of after) {
    cost += relationCost(relations(hardness, next.hardness), next.day - day, next.start - (start + soonest + minutes))
  }
  return Math.min(cost, FORBIDDEN)
}

const aloneCosts = (frame: Frame, own: Int32Array): Int32Array => {
  const { slots, entries, leading, host } = frame
  return own.map((cost, cell) => {
    const index = Math.floor(cell / slots.length)
    const entry = entries[index]
    const slot = slots[cell % slots.length]
    if (cost >= FORBIDDEN || !entry || !slot) return FORBIDDEN
    const delay = { soonest: 0, latest: index < leading ? 0 : host }
    return Math.min(FORBIDDEN, cost + neighbourCost(frame, entry, slot, delay))
  })
}

const pairCosts = (frame: Frame): readonly (Int32Array | null)[] =>
  frame.entries.flatMap((_, i) => frame.entries.map((_, j) => (i < j ? pairTable(frame, i, j) : null)))

const pairTable = (frame: Frame, i: number, j: number): Int32Array | null => {
  const { slots, entries, leading, relations, host } = frame
  const [a, b] = [entries[i], entries[j]]
  if (!a || !b || i >= leading) return null
  const [forth, back] = [relations(a.hardness, b.hardness), relations(b.hardness, a.hardness)]
  if (j < leading && isBlank(forth) && isBlank(back)) return null
  const table = new Int32Array(slots.length * slots.length)
  const latest = j < leading ? 0 : host
  slots.forEach((here, s) => {
    slots.forEach((there, t) => {
      const cell = s * slots.length + t
      if (s < t) table[cell] = relationCost(forth, there.day - here.day, there.start + latest - here.start - a.minutes)
      else if (t < s) table[cell] = relationCost(back, here.day - there.day, here.start - there.start - b.minutes)
      else table[cell] = j < leading || !mayFollow(a, b, here) ? FORBIDDEN : forth.sameSlot
    })
  })
  return table
}

const mayFollow = (leader: Entry, follower: Entry, { room }: ModelSlot): boolean =>
  leader.run && leader.needs + follower.needs <= room
