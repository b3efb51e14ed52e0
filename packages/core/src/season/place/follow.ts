import { at, neighbourCost, type Entry, type ModelSlot, type PlaceModel } from './model.ts'
import { FORBIDDEN, relationCost } from './relation.ts'

/** Where every entry stands, as slot numbers; those that follow are filled in last. */
export type Standing = Int32Array

/**
 * Exact cost of a following entry in a slot, now that it is known which run it would follow there: against the weeks on
 * both sides, every leading entry, and the following entries before it.
 */
export const followCost = (model: PlaceModel, standing: Standing, index: number, slot: number): number => {
  const [entry, here] = [model.entries[index], model.slots[slot]]
  const own = at(model.own, index * model.slots.length + slot)
  if (!entry || !here || own >= FORBIDDEN || !hasRoom(model, standing, index, slot)) return FORBIDDEN
  const delay = delayIn(model, standing, slot)
  let cost = own + neighbourCost(model, entry, here, { soonest: delay, latest: delay })
  for (let other = 0; other < index; other++) cost += costBeside(model, standing, { entry, here, slot, delay }, other)
  return Math.min(cost, FORBIDDEN)
}

interface Candidate {
  readonly entry: Entry
  readonly here: ModelSlot
  readonly slot: number
  /** Minutes of the run that it follows. */
  readonly delay: number
}

const costBeside = (model: PlaceModel, standing: Standing, { entry, here, slot, delay }: Candidate, other: number): number => {
  const [beside, otherSlot] = [model.entries[other], at(standing, other)]
  const there = model.slots[otherSlot]
  if (!beside || !there) return 0
  if (otherSlot === slot) return model.relations(beside.hardness, entry.hardness).sameSlot
  const otherDelay = other < model.leading ? 0 : delayIn(model, standing, otherSlot)
  const [start, otherStart] = [here.start + delay, there.start + otherDelay]
  return otherSlot < slot
    ? relationCost(model.relations(beside.hardness, entry.hardness), here.day - there.day, start - otherStart - beside.minutes)
    : relationCost(model.relations(entry.hardness, beside.hardness), there.day - here.day, otherStart - start - entry.minutes)
}

/** A slot holds one run and what follows it: at most one session that is no mobility, as far as the minutes go. */
const hasRoom = ({ entries, slots, leading }: PlaceModel, standing: Standing, index: number, slot: number): boolean => {
  let needed = entries[index]?.needs ?? 0
  for (let other = 0; other < index; other++) {
    const entry = entries[other]
    if (at(standing, other) !== slot || !entry) continue
    if (other < leading ? !entry.run : entry.hardness !== 'mobility' && entries[index]?.hardness !== 'mobility') return false
    needed += entry.needs
  }
  return needed <= (slots[slot]?.room ?? 0)
}

const delayIn = ({ entries, leading }: PlaceModel, standing: Standing, slot: number): number => {
  for (let index = 0; index < leading; index++) if (at(standing, index) === slot) return entries[index]?.minutes ?? 0
  return 0
}
