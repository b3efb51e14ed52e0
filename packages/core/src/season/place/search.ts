import { WEEKDAYS } from '../../calendar/week.ts'
import { followCost, type Standing } from './follow.ts'
import { at, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** The best placement found: slot number of each entry of the model. */
export interface Found {
  readonly cost: number
  readonly standing: Standing
}

export interface SearchResult {
  /** Undefined: there is none that costs less than asked for. */
  readonly best: Found | undefined
  /** Partial placements looked at. */
  readonly nodes: number
}

/** Days, as bits, that hold a run of their own and that hold training at all. */
interface Days {
  readonly runs: number
  readonly training: number
}

/** Looks for the first few thousand partial placements only, cheapest slot first, to have something to beat. */
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

const NO_DAYS: Days = { runs: 0, training: 0 }

const descend = (model: PlaceModel, effort: Effort): SearchResult & { readonly complete: boolean } => {
  const { entries, slots, leading, pairs } = model
  const [count, width] = [entries.length, slots.length]
  const open = Array.from({ length: leading + 1 }, () => new Int32Array(count * width))
  const least = Array.from({ length: leading + 1 }, () => new Int32Array(count))
  const standing: Standing = new Int32Array(count).fill(-1)
  const leadingRuns = entries.reduce((runs, { run }, index) => (run && index < leading ? runs + 1 : runs), 0)
  let below = effort.below
  let best: Found | undefined
  let nodes = 0

  const stopped = (): boolean => nodes >= effort.nodes || (effort.first === true && best !== undefined)

  const lead = (depth: number, cost: number, days: Days): void => {
    if (depth === leading) return follow(depth, cost, days)
    const costs = open[depth]
    const floor = sumFrom(least[depth], depth + 1, count)
    if (!costs) return
    for (const slot of candidates(depth, costs)) {
      const spent = cost + at(costs, depth * width + slot)
      if (spent + floor >= below) continue
      if (stopped()) return
      nodes++
      standing[depth] = slot
      const rest = spread(depth, slot, costs)
      if (spent + rest >= below) continue
      const now = daysWith(days, depth, slot)
      if (spent + rest + daysBound(now, depth + 1) < below) lead(depth + 1, spent, now)
    }
    standing[depth] = -1
  }

  const candidates = (depth: number, costs: Int32Array): readonly number[] => {
    const from = depth > 0 && entries[depth]?.twin ? at(standing, depth - 1) + 1 : 0
    const list: number[] = []
    for (let slot = from; slot < width; slot++) if (at(costs, depth * width + slot) < FORBIDDEN) list.push(slot)
    return effort.cheapestFirst ? list.sort((a, b) => at(costs, depth * width + a) - at(costs, depth * width + b) || a - b) : list
  }

  /** Charges the entries that are still open for what stands now; returns what they cost at least. */
  const spread = (depth: number, slot: number, costs: Int32Array): number => {
    const [next, leasts] = [open[depth + 1], least[depth + 1]]
    if (!next || !leasts) return FORBIDDEN
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
    const runsAlone = entry?.run && index < leading
    return { runs: runsAlone ? runs | bit : runs, training: entry?.trains ? training | bit : training }
  }

  /** What second runs and a missing rest day cost at least, whatever follows. */
  const daysBound = ({ runs, training }: Days, depth: number): number => {
    let open = 0
    for (let entry = depth; entry < leading; entry++) if (entries[entry]?.run) open++
    const most = Math.min(WEEKDAYS.length, bits(runs) + open)
    const noRest = model.restDayCost + (leadingRuns - most) * model.doubleCost
    if (bits(training) === WEEKDAYS.length) return noRest
    return Math.min(noRest, (leadingRuns - Math.min(most, WEEKDAYS.length - 1)) * model.doubleCost)
  }

  const follow = (index: number, cost: number, days: Days): void => {
    if (index === count) return keep(cost + daysCost(days))
    const from = entries[index]?.twin ? Math.max(0, at(standing, index - 1)) : 0
    for (let slot = from; slot < width; slot++) {
      const spent = cost + followCost(model, standing, index, slot)
      if (spent >= below) continue
      if (stopped()) return
      nodes++
      standing[index] = slot
      follow(index + 1, spent, daysWith(days, index, slot))
    }
    standing[index] = -1
  }

  const daysCost = ({ runs, training }: Days): number =>
    (leadingRuns - bits(runs)) * model.doubleCost + (bits(training) === WEEKDAYS.length ? model.restDayCost : 0)

  const keep = (cost: number): void => {
    if (cost >= below) return
    below = cost
    best = { cost, standing: standing.slice() }
  }

  open[0]?.set(model.alone)
  for (let entry = 0; entry < count; entry++) {
    const lowest = model.alone.subarray(entry * width, (entry + 1) * width).reduce((least, cost) => Math.min(least, cost), FORBIDDEN)
    const first = least[0]
    if (first) first[entry] = lowest
  }
  if (sumFrom(least[0], 0, count) < below) lead(0, 0, NO_DAYS)
  return { best, nodes, complete: !stopped() }
}

const sumFrom = (numbers: Int32Array | undefined, from: number, to: number): number => {
  let sum = 0
  if (numbers) for (let index = from; index < to; index++) sum += at(numbers, index)
  return sum
}

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
