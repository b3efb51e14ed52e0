import { newOutlook, NOTHING_TAKEN, type Taken } from './bound.ts'
import { at, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'
import { newStanding } from './standing.ts'

/** A placement: its cost, and the slot number of each entry of the model. */
export interface Found {
  readonly cost: number
  readonly slotOf: Int32Array
}

export interface SearchResult {
  /** Undefined: there is no placement under the limit. */
  readonly best: Found | undefined
  /** Partial placements looked at. */
  readonly nodes: number
}

/** How far above the cost that is certain the first search goes, and how that grows while nothing is found. */
const FIRST_SLACK = 4
const SLACK_GROWTH = 2

/**
 * Exact branch and bound, in two steps. First the least cost: under a limit that rises from what is certain, always with
 * the session that has the fewest slots left. Then, of all placements at that cost, the first in this order: the hardest
 * session earliest in the week, then the next hardest, and so on (the order of `model.entries`, equal sessions by name).
 */
export const searchPlacement = (model: PlaceModel, limit = FORBIDDEN): SearchResult => {
  const search = newSearch(model)
  const floor = search.floor()
  const any = floor < limit ? search.any(limit) : undefined
  if (!any) return { best: undefined, nodes: search.nodes() }
  let best: Found | undefined
  for (let below = floor + FIRST_SLACK; !best;) {
    best = search.cheapest(Math.min(below, any.cost)) ?? (below >= any.cost ? any : undefined)
    below = Math.max(floor + (below - floor) * SLACK_GROWTH, search.nearest() + FIRST_SLACK)
  }
  return { best: search.first(best), nodes: search.nodes() }
}

/** Any placement at all; undefined: there is none. */
export const searchAny = (model: PlaceModel): Int32Array | undefined => newSearch(model).any(FORBIDDEN)?.slotOf

interface Search {
  /** What every placement costs at least; FORBIDDEN: there is none. */
  readonly floor: () => number
  /** A cheapest placement under a limit. */
  readonly cheapest: (below: number) => Found | undefined
  /** What a placement that was not under the last limit costs at least: leaving costs much, so the next limit may be far. */
  readonly nearest: () => number
  /** Any placement under a limit. */
  readonly any: (below: number) => Found | undefined
  /** Of all that cost no more than this cheapest one the first in the order of ties. */
  readonly first: (cheapest: Found) => Found
  readonly nodes: () => number
}

/** What is known when so many entries stand. */
interface Level {
  /** What each open entry costs in each slot against what stands, FORBIDDEN and more where it cannot stand: entry x slot. */
  readonly costs: Int32Array
  /** The least of them for each entry. */
  readonly leasts: Int32Array
}

/** What stands so far costs `cost`; what is open costs at least `rest`, and `counted` more by the day. */
interface State {
  readonly level: number
  readonly cost: number
  readonly rest: number
  readonly counted: number
  readonly taken: Taken
}

const newSearch = (model: PlaceModel): Search => {
  const { entries, slots, pairs } = model
  const [count, width] = [entries.length, slots.length]
  const levels: Level[] = []
  const standing = newStanding(model)
  const { slotOf } = standing
  const outlook = newOutlook(model, slotOf)
  let [nodes, below, nearest] = [0, 0, FORBIDDEN]
  let anyWillDo = false
  let found: Found | undefined

  /** Whether what costs at least so much is not worth a look under the limit. */
  const isOver = (cost: number): boolean => {
    if (cost < below) return false
    if (cost < nearest) nearest = cost
    return true
  }

  const visit = (state: State): void => {
    if (state.level === count) return keep(state.cost + standing.settle() + state.counted)
    const entry = pick(state)
    for (const slot of slotsByCost(state, entry)) {
      tryIn(state, entry, slot, visit)
      if (anyWillDo && found) return
    }
  }

  /** Goes on with an entry in a slot where that may come to less than the limit. */
  const tryIn = (state: State, entry: number, slot: number, go: (next: State) => void): void => {
    const { costs, leasts } = levelOf(state)
    const guess = state.cost + at(costs, entry * width + slot)
    if (isOver(guess + state.rest - at(leasts, entry) + state.counted)) return
    nodes++
    const cost = guess + standing.put(entry, slot)
    const next = isOver(cost) ? undefined : advance(state, entry, slot, cost)
    if (next) go(next)
    standing.take(entry)
  }

  const levelOf = ({ level }: Pick<State, 'level'>): Level =>
    (levels[level] ??= { costs: new Int32Array(count * width), leasts: new Int32Array(count) })

  /** The state after an entry has been put; undefined where nothing under the limit can come of it. */
  const advance = (state: State, entry: number, slot: number, cost: number): State | undefined => {
    const now = levelOf(state)
    const next = levelOf({ level: state.level + 1 })
    const rest = spread(now, next, entry, slot)
    if (isOver(cost + rest)) return undefined
    const taken = takenWith(state.taken, entry, slot)
    const counted = outlook.counted(taken)
    if (isOver(cost + rest + counted)) return undefined
    const deeper = outlook.bound(next, taken, { counted, below: below - cost })
    return isOver(cost + deeper) ? undefined : { level: state.level + 1, cost, rest, counted, taken }
  }

  /** Charges the open entries for what stands now; what they cost at least, FORBIDDEN where one of them has no slot left. */
  const spread = (now: Level, next: Level, placed: number, slot: number): number => {
    let total = 0
    for (let entry = 0; entry < count; entry++) {
      if (at(slotOf, entry) >= 0) continue
      const table = pairs[placed * count + entry]
      let lowest = FORBIDDEN
      for (let there = 0; there < width; there++) {
        const cell = entry * width + there
        const cost = at(now.costs, cell) + (table ? at(table, slot * width + there) : there === slot ? FORBIDDEN : 0)
        next.costs[cell] = cost
        if (cost < lowest) lowest = cost
      }
      if (lowest >= FORBIDDEN) return FORBIDDEN
      next.leasts[entry] = lowest
      total += lowest
    }
    return total
  }

  /** The open entry with the fewest slots that may still come to less than the limit. */
  const pick = (state: State): number => {
    const { costs, leasts } = levelOf(state)
    const slack = below - state.cost - state.rest - state.counted
    let [picked, fewest] = [-1, width + 1]
    for (let entry = 0; entry < count && fewest > 1; entry++) {
      if (at(slotOf, entry) >= 0) continue
      const most = Math.min(FORBIDDEN, at(leasts, entry) + slack)
      let choices = 0
      for (let cell = entry * width; cell < (entry + 1) * width; cell++) if (at(costs, cell) < most) choices++
      if (choices < fewest) [picked, fewest] = [entry, choices]
    }
    return picked
  }

  /** Cheapest first, earliest of those that cost the same. */
  const slotsByCost = (state: State, entry: number): readonly number[] => {
    const { costs } = levelOf(state)
    const open: number[] = []
    for (let slot = 0; slot < width; slot++) {
      const cost = at(costs, entry * width + slot)
      if (cost >= FORBIDDEN) continue
      let place = open.length
      while (place > 0 && at(costs, entry * width + (open[place - 1] ?? 0)) > cost) place--
      open.splice(place, 0, slot)
    }
    return open
  }

  const takenWith = (taken: Taken, index: number, slot: number): Taken => {
    const bit = 1 << (slots[slot]?.day ?? 0)
    const entry = entries[index]
    return {
      runDays: entry?.run && entry.leads ? taken.runDays | bit : taken.runDays,
      trainingDays: entry?.trains ? taken.trainingDays | bit : taken.trainingDays,
      slots: entry?.leads ? taken.slots | (1 << slot) : taken.slots,
      openRuns: entry?.run && entry.leads ? taken.openRuns - 1 : taken.openRuns,
    }
  }

  const keep = (cost: number): void => {
    if (isOver(cost)) return
    below = cost
    found = { cost, slotOf: slotOf.slice() }
  }

  const begin = (): State => {
    const { costs, leasts } = levelOf({ level: 0 })
    costs.set(model.alone)
    let rest = 0
    for (let entry = 0; entry < count; entry++) {
      let lowest = FORBIDDEN
      for (let cell = entry * width; cell < (entry + 1) * width; cell++) lowest = Math.min(lowest, at(costs, cell))
      leasts[entry] = lowest
      rest = Math.min(FORBIDDEN, rest + lowest)
    }
    const taken: Taken = { ...NOTHING_TAKEN, openRuns: entries.filter(({ run, leads }) => run && leads).length }
    return { level: 0, cost: 0, rest, counted: outlook.counted(taken), taken }
  }
  const start = begin()

  const floor = (): number => {
    const { rest, counted, taken } = start
    return rest >= FORBIDDEN
      ? FORBIDDEN
      : Math.min(FORBIDDEN, outlook.bound(levelOf(start), taken, { counted, below: FORBIDDEN }))
  }

  const ask = (state: State, limit: number, any: boolean): Found | undefined => {
    ;[below, nearest, anyWillDo, found] = [limit, FORBIDDEN, any, undefined]
    if (!isOver(state.cost + state.rest + state.counted)) visit(state)
    return found
  }

  /** Entry by entry the earliest slot that still comes to the same cost; what was found last shows most of them. */
  const firstFrom = (state: State, known: Found): Found => {
    if (state.level === count) return known
    const entry = state.level
    let [better, result] = [known, known]
    for (let slot = 0; slot < width; slot++) {
      ;[below, anyWillDo] = [known.cost + 1, true]
      let reached = false
      tryIn(state, entry, slot, (next) => {
        const witness = slot === at(better.slotOf, entry) ? better : ask(next, known.cost + 1, true)
        if (!witness) return
        ;[better, reached] = [witness, true]
        result = firstFrom(next, witness)
      })
      if (reached) return result
    }
    throw new Error('the placement that was found is lost')
  }

  return {
    floor,
    nearest: () => nearest,
    cheapest: (limit) => ask(start, limit, false),
    any: (limit) => ask(start, limit, true),
    first: (cheapest) => firstFrom(start, cheapest),
    nodes: () => nodes,
  }
}
