import { daysBound, daysCost, newOutlook, NO_DAYS, type Days } from './bound.ts'
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

/**
 * Exact branch and bound. Of all placements with the least cost it finds the first in this order: the hardest session
 * earliest in the week, then the next hardest, and so on (the order of `model.entries`; equal sessions by name).
 */
export const searchPlacement = (model: PlaceModel): SearchResult => {
  const look = descend(model, { below: FORBIDDEN, nodes: FIRST_LOOK_NODES, cheapestFirst: true })
  if (look.complete && !look.best) return look
  const below = look.best ? look.best.cost + 1 : FORBIDDEN
  const proof = descend(model, { below, nodes: Infinity, cheapestFirst: false })
  return { best: proof.best, nodes: look.nodes + proof.nodes }
}

/** Whether there is a placement at all; stops at the first. */
export const hasPlacement = (model: PlaceModel): boolean =>
  descend(model, { below: FORBIDDEN, nodes: Infinity, cheapestFirst: true, first: true }).best !== undefined

interface Effort {
  /** Only placements that cost less. */
  readonly below: number
  readonly nodes: number
  /** Try the cheapest slot first; else the earliest. */
  readonly cheapestFirst: boolean
  /** Stop at the first placement. */
  readonly first?: boolean
}

const descend = (model: PlaceModel, effort: Effort): SearchResult & { readonly complete: boolean } => {
  const { entries, slots, pairs } = model
  const [count, width] = [entries.length, slots.length]
  const open = Array.from({ length: count + 1 }, () => new Int32Array(count * width))
  const least = Array.from({ length: count + 1 }, () => new Int32Array(count))
  const standing = newStanding(model)
  const outlook = newOutlook(model)
  let below = effort.below
  let best: Found | undefined
  let nodes = 0
  let stopped = false

  const visit = (depth: number, cost: number, days: Days): void => {
    if (depth === count) return keep(cost + standing.settle() + daysCost(model, days))
    const costs = open[depth]
    if (!costs) return
    const floor = sumFrom(least[depth], depth + 1, count)
    for (const slot of candidates(depth, costs)) {
      const guess = cost + at(costs, depth * width + slot)
      if (guess + floor >= below) continue
      if (nodes >= effort.nodes) stopped = true
      if (stopped) return
      nodes++
      const spent = guess + standing.put(depth, slot)
      if (spent + floor < below) enter(depth, slot, spent, days)
      standing.take(depth)
    }
  }

  const enter = (depth: number, slot: number, spent: number, days: Days): void => {
    const rest = spread(depth, slot)
    if (spent + rest >= below) return
    const now = daysWith(days, depth, slot)
    if (spent + rest + daysBound(model, now, depth + 1) >= below) return
    if (outlook.bound(depth + 1, open[depth + 1], least[depth + 1], now, below - spent) < below - spent) visit(depth + 1, spent, now)
  }

  const candidates = (depth: number, costs: Int32Array): readonly number[] => {
    const entry = entries[depth]
    const from = depth > 0 && entry?.twin ? at(standing.slotOf, depth - 1) + (entry.leads ? 1 : 0) : 0
    const list: number[] = []
    for (let slot = from; slot < width; slot++) if (at(costs, depth * width + slot) < FORBIDDEN) list.push(slot)
    return effort.cheapestFirst ? list.sort((a, b) => at(costs, depth * width + a) - at(costs, depth * width + b) || a - b) : list
  }

  /** Charges the entries that are still open for what stands now; returns what they cost at least. */
  const spread = (depth: number, slot: number): number => {
    const [costs, next, leasts] = [open[depth], open[depth + 1], least[depth + 1]]
    if (!costs || !next || !leasts) return FORBIDDEN
    let total = 0
    for (let entry = depth + 1; entry < count; entry++) {
      const table = pairs[depth * count + entry]
      let lowest = FORBIDDEN
      for (let there = 0; there < width; there++) {
        const cell = entry * width + there
        const more = table ? at(table, slot * width + there) : there === slot ? FORBIDDEN : 0
        const sum = at(costs, cell) + more
        next[cell] = sum
        if (sum < lowest) lowest = sum
      }
      if (lowest >= FORBIDDEN) return FORBIDDEN
      leasts[entry] = lowest
      total += lowest
    }
    return total
  }

  const daysWith = ({ runs, training }: Days, index: number, slot: number): Days => {
    const bit = 1 << (slots[slot]?.day ?? 0)
    const entry = entries[index]
    return { runs: entry?.run && entry.leads ? runs | bit : runs, training: entry?.trains ? training | bit : training }
  }

  const keep = (cost: number): void => {
    if (cost >= below) return
    below = cost
    best = { cost, standing: standing.slotOf.slice() }
    stopped ||= effort.first === true
  }

  open[0]?.set(model.alone)
  for (let entry = 0; entry < count; entry++) {
    const lowest = model.alone.subarray(entry * width, (entry + 1) * width).reduce((min, cost) => Math.min(min, cost), FORBIDDEN)
    const first = least[0]
    if (first) first[entry] = lowest
  }
  if (sumFrom(least[0], 0, count) < below) visit(0, 0, NO_DAYS)
  return { best, nodes, complete: !stopped }
}

const sumFrom = (numbers: Int32Array | undefined, from: number, to: number): number => {
  let sum = 0
  if (numbers) for (let index = from; index < to; index++) sum += at(numbers, index)
  return sum
}
