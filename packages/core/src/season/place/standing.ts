import { neighbourCost, pairCost, type Stand } from './costs.ts'
import { at, NO_WAIT, waitOf, type Entry, type PlaceModel, type Wait } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** Where entries stand so far, and what is known of the hours between them. */
export interface Standing {
  /** Slot number of each entry, -1 while it has none. */
  readonly slotOf: Int32Array
  /** How many stand in each slot. */
  readonly held: Int32Array
  /**
   * Puts an entry into a slot. Returns what that costs beyond the tables of the model, which take every wait for the best:
   * now that a run and what follows it meet, the hours around them are known. FORBIDDEN: it cannot stand there.
   */
  readonly put: (index: number, slot: number) => number
  /** Takes back what was put last. */
  readonly take: (index: number) => void
  /** What the rest costs beyond the tables, once no run is left to come: what follows nothing does not wait. */
  readonly settle: () => number
}

/** An empty week. */
export const newStanding = (model: PlaceModel): Standing => {
  const { entries, slots } = model
  const slotOf = new Int32Array(entries.length).fill(-1)
  const load = new Int32Array(slots.length)
  const held = new Int32Array(slots.length)
  const leader = new Int32Array(slots.length).fill(-1)
  const waits: Wait[] = entries.map((entry) => waitOf(model, entry))
  const followers = entries.flatMap((entry, index) => (entry.leads || !mindsHours(model, entry) ? [] : [index]))

  const stands = (index: number): Stand | undefined => {
    const [entry, slot, wait] = [entries[index], slots[at(slotOf, index)], waits[index]]
    return entry && slot && wait ? { entry, slot, wait } : undefined
  }

  /** Cost of a standing entry against all others and the weeks beside, with what is known of the waits. */
  const costOf = (index: number): number => {
    const own = stands(index)
    if (!own) return 0
    let cost = neighbourCost(model, own.entry, own.slot, own.wait)
    for (let other = 0; other < entries.length; other++) cost += other === index ? 0 : costBeside(own, index, other)
    return cost
  }

  const costBeside = (own: Stand, index: number, other: number): number => {
    const beside = stands(other)
    if (!beside || at(slotOf, index) === at(slotOf, other)) return 0
    return at(slotOf, index) < at(slotOf, other) ? pairCost(model, own, beside) : pairCost(model, beside, own)
  }

  const learn = (index: number, wait: Wait): number => {
    const guessed = costOf(index)
    waits[index] = wait
    return costOf(index) - guessed
  }

  const forget = (index: number): void => {
    const entry = entries[index]
    if (entry) waits[index] = waitOf(model, entry)
  }

  /** The tables know nothing of waits that are known by now: the difference for an entry that has just been put. */
  const correction = (index: number): number => {
    const own = stands(index)
    if (!own) return 0
    let more = 0
    for (const other of followers) {
      const beside = stands(other)
      if (other === index || !beside || at(slotOf, other) === at(slotOf, index)) continue
      const wait = waits[other] ?? NO_WAIT
      if (wait.most !== wait.least) continue
      const known = costBeside(own, index, other)
      forget(other)
      more += known - costBeside(own, index, other)
      waits[other] = wait
    }
    return more
  }

  const meet = (index: number, slot: number): number => {
    const entry = entries[index]
    if (!entry?.leads) {
      const run = entries[at(leader, slot)]
      return run && followers.includes(index) ? learn(index, { least: run.minutes, most: run.minutes }) : 0
    }
    let more = 0
    for (const other of followers) {
      if (at(slotOf, other) === slot) more += learn(other, { least: entry.minutes, most: entry.minutes })
    }
    return more
  }

  const put = (index: number, slot: number): number => {
    const entry = entries[index]
    if (!entry || at(load, slot) + entry.needs > (slots[slot]?.room ?? 0)) return FORBIDDEN
    slotOf[index] = slot
    load[slot] = at(load, slot) + entry.needs
    held[slot] = at(held, slot) + 1
    if (entry.leads) leader[slot] = index
    return followers.length === 0 ? 0 : correction(index) + meet(index, slot)
  }

  const take = (index: number): void => {
    const [entry, slot] = [entries[index], at(slotOf, index)]
    if (!entry || slot < 0) return
    load[slot] = at(load, slot) - entry.needs
    held[slot] = at(held, slot) - 1
    if (entry.leads) {
      leader[slot] = -1
      for (const other of followers) if (at(slotOf, other) === slot) forget(other)
    } else forget(index)
    slotOf[index] = -1
  }

  const settle = (): number => {
    const waiting = followers.filter((index) => waits[index]?.most !== waits[index]?.least)
    let more = 0
    for (const index of waiting) more += learn(index, NO_WAIT)
    for (const index of waiting) forget(index)
    return more
  }

  return { slotOf, held, put, take, settle }
}

/** Whether hours count for an entry, so that its wait does. */
const mindsHours = ({ entries, before, after, relations }: PlaceModel, { hardness }: Entry): boolean =>
  [...entries, ...before, ...after].some(
    (other) => relations(hardness, other.hardness).hours.length + relations(other.hardness, hardness).hours.length > 0,
  )
