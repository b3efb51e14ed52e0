import { weekdayIndex } from '../../calendar/week.ts'
import {
  at,
  waitOf,
  type Entry,
  type Frame,
  type ModelSlot,
  type PairTable,
  type PlaceModel,
  type Staying,
  type Wait,
} from './model.ts'
import type { DaySlot, PlacementSession } from './problem.ts'
import { FORBIDDEN, isBlank, relationCost } from './relation.ts'
import type { PlacementRule } from './rules.ts'

type WishRule = Extract<PlacementRule, { kind: 'wish' }>

/** Cost of each entry in each slot: wishes and the weeks on both sides; FORBIDDEN where it cannot stand. */
export const aloneCosts = (frame: Frame, rules: readonly PlacementRule[]): Int32Array => {
  const { slots, entries } = frame
  const wishes = rules.filter((rule): rule is WishRule => rule.kind === 'wish')
  const costs = new Int32Array(entries.length * slots.length).fill(FORBIDDEN)
  entries.forEach((entry, index) => {
    const wait = waitOf(frame, entry)
    slots.forEach((slot, number) => {
      if (!canStand(entry, slot)) return
      const wished = entry.session.wish ? wishesCost(wishes, entry.session, slot) : 0
      costs[index * slots.length + number] = Math.min(FORBIDDEN, wished + neighbourCost(frame, entry, slot, wait))
    })
  })
  return costs
}

/** Whether a slot has the minutes for an entry, and is where it is fixed. */
export const canStand = ({ session, needs }: Entry, { place, room }: ModelSlot): boolean =>
  needs <= room && (session.fixed === undefined || isPlace(session.fixed, place))

/** The same week with what it costs to leave a placement; what does not leave it or is pinned has one slot. */
export const withStaying = (model: PlaceModel, staying: Staying): PlaceModel => {
  const { slots, entries } = model
  const alone = model.alone.map((cost, cell) => {
    const [entry, slot] = [entries[Math.floor(cell / slots.length)], slots[cell % slots.length]]
    if (cost >= FORBIDDEN || !entry || !slot) return FORBIDDEN
    return Math.min(FORBIDDEN, cost + leavingCost(staying, entry.session, slot.place))
  })
  return { ...model, alone }
}

const leavingCost = (staying: Staying, { id }: PlacementSession, to: DaySlot): number => {
  const { placement, locked, closed, cost, pinned } = staying
  if (id === pinned?.session) return isPlace(pinned.to, to) ? 0 : FORBIDDEN
  const present = placement.get(id)
  if (present && isPlace(present, to)) return 0
  return locked.has(id) || closed(to) ? FORBIDDEN : cost
}

const isPlace = (a: DaySlot, b: DaySlot): boolean => a.day === b.day && a.slot === b.slot

const wishesCost = (rules: readonly WishRule[], session: PlacementSession, { place, day }: ModelSlot): number => {
  let cost = 0
  for (const rule of rules) cost += wishCost(rule, session, place, day)
  return cost
}

const wishCost = (rule: WishRule, { wish }: PlacementSession, { slot }: DaySlot, day: number): number =>
  (wish?.day === undefined ? 0 : Math.abs(weekdayIndex(wish.day) - day) * rule.costPerDay) +
  (wish?.slot === undefined || wish.slot === slot ? 0 : rule.slotCost)

/** Cost of an entry against the weeks on both sides, at least. */
export const neighbourCost = (
  { before, after, relations }: Frame,
  { hardness, minutes }: Entry,
  { day, start }: ModelSlot,
  wait: Wait,
): number => {
  let cost = 0
  for (const past of before) {
    cost += relationCost(relations(past.hardness, hardness), day - past.day, start + wait.most - past.end)
  }
  for (const next of after) {
    const gap = next.start - (start + wait.least + minutes)
    cost += relationCost(relations(hardness, next.hardness), next.day - day, gap)
  }
  return Math.min(cost, FORBIDDEN)
}

/** An entry in a slot, and how long it waits there. */
export interface Stand {
  readonly entry: Entry
  readonly slot: ModelSlot
  readonly wait: Wait
}

/** Cost of two entries in different slots, the earlier first, at least. */
export const pairCost = ({ relations }: Pick<Frame, 'relations'>, early: Stand, late: Stand): number => {
  const gap = late.slot.start + late.wait.most - early.slot.start - early.wait.least - early.entry.minutes
  return relationCost(relations(early.entry.hardness, late.entry.hardness), late.slot.day - early.slot.day, gap)
}

/** Costs of two entries in all pairs of slots, at least. */
export const pairTable = (frame: Frame, a: Entry, b: Entry): PairTable => {
  const { slots, relations } = frame
  const [forth, back] = [relations(a.hardness, b.hardness), relations(b.hardness, a.hardness)]
  const blank = isBlank(forth) && isBlank(back)
  if (blank && a.leads && b.leads) return null
  const table = new Int32Array(slots.length * slots.length)
  for (const [s, here] of slots.entries())
    table[s * slots.length + s] = canShare(a, b, here) ? forth.sameSlot : FORBIDDEN
  if (!blank) fillApart(table, frame, a, b)
  return table
}

/** Fills in what two entries cost in different slots. */
const fillApart = (table: Int32Array, frame: Frame, a: Entry, b: Entry): void => {
  const { slots, relations } = frame
  const [forth, back] = [relations(a.hardness, b.hardness), relations(b.hardness, a.hardness)]
  const [waitA, waitB] = [waitOf(frame, a), waitOf(frame, b)]
  const [behindA, behindB] = [waitB.most - waitA.least - a.minutes, waitA.most - waitB.least - b.minutes]
  let cell = 0
  for (const here of slots) {
    for (const there of slots) {
      const [days, minutes] = [there.day - here.day, there.start - here.start]
      if (minutes > 0) table[cell] = relationCost(forth, days, minutes + behindA)
      else if (minutes < 0) table[cell] = relationCost(back, -days, behindB - minutes)
      cell++
    }
  }
}

/** A run and what may follow it; of what follows only one that is no mobility. */
const canShare = (a: Entry, b: Entry, { room }: ModelSlot): boolean => {
  if (a.needs + b.needs > room) return false
  if (!a.leads && !b.leads) return a.hardness === 'mobility' || b.hardness === 'mobility'
  return a.leads !== b.leads && (a.leads ? a : b).run
}

/** The same costs, asked from the other entry. */
export const transposed = (table: PairTable, width: number): PairTable => {
  if (!table) return null
  const turned = new Int32Array(table.length)
  for (let s = 0; s < width; s++) for (let t = 0; t < width; t++) turned[t * width + s] = at(table, s * width + t)
  return turned
}
