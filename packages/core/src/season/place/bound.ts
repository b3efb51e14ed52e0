import { WEEKDAYS } from '../../calendar/week.ts'
import { newAssignment } from './assign.ts'
import { at, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** Days, as bits, that hold a run of their own and that hold training at all. */
export interface Days {
  readonly runs: number
  readonly training: number
}

export const NO_DAYS: Days = { runs: 0, training: 0 }

const runsFrom = ({ entries }: PlaceModel, depth: number): number => {
  let runs = 0
  for (let index = depth; index < entries.length; index++) if (entries[index]?.run && entries[index]?.leads) runs++
  return runs
}

/** What second runs and a missing rest day cost, once every entry stands. */
export const daysCost = (model: PlaceModel, { runs, training }: Days): number =>
  (runsFrom(model, 0) - bits(runs)) * model.doubleCost + (bits(training) === WEEKDAYS.length ? model.restDayCost : 0)

/** What they cost at least, while the entries from `depth` on are still open. */
export const daysBound = (model: PlaceModel, { runs, training }: Days, depth: number): number => {
  const all = runsFrom(model, 0)
  const most = Math.min(WEEKDAYS.length, bits(runs) + runsFrom(model, depth))
  const noRest = model.restDayCost + (all - most) * model.doubleCost
  if (bits(training) === WEEKDAYS.length) return noRest
  return Math.min(noRest, (all - Math.min(most, WEEKDAYS.length - 1)) * model.doubleCost)
}

/** What the open entries cost at least, no two leading ones in one slot. */
export interface Outlook {
  readonly bound: (depth: number, costs: Int32Array | undefined, leasts: Int32Array | undefined, days: Days, below: number) => number
}

export const newOutlook = (model: PlaceModel): Outlook => {
  const { entries, slots } = model
  const [count, width] = [entries.length, slots.length]
  const leaders = Int32Array.from(entries.flatMap(({ leads }, index) => (leads ? [index] : [])))
  const leadersFrom = Int32Array.from({ length: count + 1 }, (_, depth) => leaders.filter((index) => index < depth).length)
  const units = WEEKDAYS.length * 2
  const bySlot = newAssignment(count, width)
  const byDay = newAssignment(count, units)
  const dayCosts = new Int32Array(count * units)
  const trimmed = new Int32Array(count * units)
  const dayLeasts = new Int32Array(count)

  /** Columns are the places of a day, the second run of a day dearer than the first. */
  const fillDays = (from: number, costs: Int32Array, { runs }: Days): void => {
    for (let index = from; index < leaders.length; index++) {
      const row = at(leaders, index)
      const run = entries[row]?.run ?? false
      let lowest = FORBIDDEN
      dayCosts.fill(FORBIDDEN, row * units, (row + 1) * units)
      for (let slot = 0; slot < width; slot++) {
        const cost = at(costs, row * width + slot)
        if (cost >= FORBIDDEN) continue
        const day = slots[slot]?.day ?? 0
        const first = row * units + day * 2
        const single = cost + (run && (runs >> day) & 1 ? model.doubleCost : 0)
        if (single < at(dayCosts, first)) dayCosts[first] = single
        if (single < lowest) lowest = single
      }
      dayLeasts[row] = lowest
    }
  }

  const fillSecond = (from: number, { runs }: Days, free: number): void => {
    for (let index = from; index < leaders.length; index++) {
      const row = at(leaders, index)
      const run = entries[row]?.run ?? false
      for (let day = 0; day < WEEKDAYS.length; day++) {
        if (((free >> (day * 2)) & 3) !== 3) continue
        const first = row * units + day * 2
        const cost = at(dayCosts, first)
        if (cost < FORBIDDEN) dayCosts[first + 1] = cost + (run && !((runs >> day) & 1) ? model.doubleCost : 0)
      }
    }
  }

  const freeHalves = (from: number, costs: Int32Array): number => {
    let free = 0
    for (let slot = 0; slot < width; slot++) {
      for (let index = from; index < leaders.length; index++) {
        if (at(costs, at(leaders, index) * width + slot) >= FORBIDDEN) continue
        const { day = 0, place } = slots[slot] ?? {}
        free |= 1 << (day * 2 + (place?.slot === 'pm' ? 1 : 0))
        break
      }
    }
    return free
  }

  const bound = (depth: number, costs: Int32Array | undefined, leasts: Int32Array | undefined, days: Days, below: number): number => {
    if (!costs || !leasts) return FORBIDDEN
    const from = at(leadersFrom, depth)
    let following = 0
    for (let entry = depth; entry < count; entry++) if (entries[entry]?.leads === false) following += at(leasts, entry)
    const one = bySlot.leastCost(costs, leasts, leaders, from)
    if (one >= FORBIDDEN) return FORBIDDEN
    fillDays(from, costs, days)
    fillSecond(from, days, freeHalves(from, costs))
    const two = byDay.leastCost(dayCosts, dayLeasts, leaders, from)
    const limit = below - following
    const rest = two >= limit ? 0 : restCost(from, days, two, limit)
    return following + Math.max(one + daysBound(model, days, depth), two + rest)
  }

  /** What a rest day adds to the assignment at least: its price, or what it costs to keep one of the days free. */
  const restCost = (from: number, { training }: Days, assigned: number, limit: number): number => {
    let least = model.restDayCost
    for (let day = 0; day < WEEKDAYS.length && assigned + least >= limit; day++) {
      if ((training >> day) & 1) continue
      least = Math.min(least, byDay.leastCost(without(from, day), dayLeasts, leaders, from) - assigned)
    }
    return Math.max(0, least)
  }

  const without = (from: number, day: number): Int32Array => {
    trimmed.set(dayCosts)
    for (let index = from; index < leaders.length; index++) {
      const row = at(leaders, index)
      if (entries[row]?.trains) trimmed.fill(FORBIDDEN, row * units + day * 2, row * units + day * 2 + 2)
    }
    return trimmed
  }

  return { bound }
}

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
