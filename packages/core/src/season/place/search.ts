import { newOutlook, NOTHING_TAKEN, type OpenCosts, type Taken } from './bound.ts'
import { at, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'
import { newStanding } from './standing.ts'

/** The best placement found: slot number of each entry of the model. */
export interface Found {
  readonly cost: number
  readonly standing: Int32Array
}

export interface SearchResult {
  /** Undefined: there is none that costs less than asked for. */
  readonly best: Found | undefined
  /** Partial placements looked at. */
  readonly nodes: number
}

/** A first look at so many partial placements, cheapest slot first, to have something to beat. */
const FIRST_LOOK_NODES = 400

/** How far above the cost that is certain the first search goes, and how that grows while nothing is found. */
const FIRST_SLACK = 4
const SLACK_GROWTH = 2

/**
 * Exact branch and bound. Of all placements with the least cost it finds the first in this order: the hardest session
 * earliest in the week, then the next hardest, and so on (the order of `model.entries`; equal sessions by name).
 */
export const searchPlacement = (model: PlaceModel): SearchResult => {
  const look = descend(model, { below: FORBIDDEN, nodes: FIRST_LOOK_NODES, cheapestFirst: true })
  if (look.complete && !look.best) return look
  const highest = look.best ? look.best.cost + 1 : FORBIDDEN
  let nodes = look.nodes
  for (let slack = FIRST_SLACK; ; slack *= SLACK_GROWTH) {
    const below = Math.min(look.floor + slack, highest)
    const { best, nodes: more } = descend(model, { below, nodes: Infinity, cheapestFirst: false })
    nodes += more
    if (best || below === FORBIDDEN) return { best, nodes }
  }
}

/** Any placement at all, the first that is found; undefined: there is none. */
export const searchAny = (model: PlaceModel): Int32Array | undefined =>
  descend(model, { below: FORBIDDEN, nodes: Infinity, cheapestFirst: true, first: true }).best?.standing

interface Effort {
  /** Only placements that cost less. */
  readonly below: number
  readonly nodes: number
  /** Try the cheapest slot first; else the earliest. */
  readonly cheapestFirst: boolean
  /** Stop at the first placement. */
  readonly first?: boolean
}

interface Descent extends SearchResult {
  /** Nothing was left out. */
  readonly complete: boolean
  /** What every placement costs at least. */
  readonly floor: number
}

const descend = (model: PlaceModel, effort: Effort): Descent => {
  const { entries, slots, pairs } = model
  const [count, width] = [entries.length, slots.length]
  const opens = Array.from({ length: count + 1 }, (_, depth): OpenCosts => ({
    depth,
    costs: new Int32Array(count * width),
    leasts: new Int32Array(count),
  }))
  const standing = newStanding(model)
  const outlook = newOutlook(model)
  let below = effort.below
  let best: Found | undefined
  let nodes = 0
  let stopped = false

  const visit = (open: OpenCosts, cost: number, taken: Taken): void => {
    const { depth, costs, leasts } = open
    if (depth === count) return keep(cost + standing.settle() + outlook.daysCost(taken))
    const floor = sumFrom(leasts, depth + 1)
    for (const slot of candidates(open)) {
      const guess = cost + at(costs, depth * width + slot)
      if (guess + floor >= below) continue
      if (nodes >= effort.nodes) stopped = true
      if (stopped) return
      nodes++
      const spent = guess + standing.put(depth, slot)
      if (spent + floor < below) enter(open, slot, spent, taken)
      standing.take(depth)
    }
  }

  const enter = (open: OpenCosts, slot: number, spent: number, before: Taken): void => {
    const next = opens[open.depth + 1]
    if (!next || !spread(open, next, slot)) return
    const taken = takenWith(before, open.depth, slot)
    if (spent + outlook.quickBound(next, taken) >= below) return
    if (spent + outlook.bound(next, taken, below - spent) < below) visit(next, spent, taken)
  }

  const candidates = ({ depth, costs }: OpenCosts): readonly number[] => {
    const entry = entries[depth]
    const from = depth > 0 && entry?.twin ? at(standing.slotOf, depth - 1) + (entry.leads ? 1 : 0) : 0
    const list: number[] = []
    for (let slot = from; slot < width; slot++) if (at(costs, depth * width + slot) < FORBIDDEN) list.push(slot)
    return effort.cheapestFirst
      ? list.sort((a, b) => at(costs, depth * width + a) - at(costs, depth * width + b) || a - b)
      : list
  }

  /** Charges the entries that are still open for what stands now; false where one of them has no slot left. */
  const spread = ({ depth, costs }: OpenCosts, next: OpenCosts, slot: number): boolean => {
    for (let entry = depth + 1; entry < count; entry++) {
      const table = pairs[depth * count + entry]
      let lowest = FORBIDDEN
      for (let there = 0; there < width; there++) {
        const cell = entry * width + there
        const more = table ? at(table, slot * width + there) : there === slot ? FORBIDDEN : 0
        const sum = at(costs, cell) + more
        next.costs[cell] = sum
        if (sum < lowest) lowest = sum
      }
      if (lowest >= FORBIDDEN) return false
      next.leasts[entry] = lowest
    }
    return true
  }

  const takenWith = ({ runDays, trainingDays, slots: taken }: Taken, index: number, slot: number): Taken => {
    const bit = 1 << (slots[slot]?.day ?? 0)
    const entry = entries[index]
    return {
      runDays: entry?.run && entry.leads ? runDays | bit : runDays,
      trainingDays: entry?.trains ? trainingDays | bit : trainingDays,
      slots: entry?.leads ? taken | (1 << slot) : taken,
    }
  }

  const keep = (cost: number): void => {
    if (cost >= below) return
    below = cost
    best = { cost, standing: standing.slotOf.slice() }
    stopped ||= effort.first === true
  }

  const root = opens[0]
  const floor = root && begin(model, root) ? outlook.bound(root, NOTHING_TAKEN, FORBIDDEN) : FORBIDDEN
  if (root && floor < below) visit(root, 0, NOTHING_TAKEN)
  return { best, nodes, complete: !stopped, floor }
}

const begin = ({ alone, slots, entries }: PlaceModel, { costs, leasts }: OpenCosts): boolean => {
  costs.set(alone)
  entries.forEach((_, entry) => {
    leasts[entry] = Math.min(FORBIDDEN, ...alone.subarray(entry * slots.length, (entry + 1) * slots.length))
  })
  return leasts.every((least) => least < FORBIDDEN)
}

const sumFrom = (numbers: Int32Array, from: number): number => {
  let sum = 0
  for (let index = from; index < numbers.length; index++) sum += at(numbers, index)
  return sum
}
