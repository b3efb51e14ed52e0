import { WEEKDAYS } from '../../calendar/week.ts'
import { newAssignment } from './assign.ts'
import { at, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** What stands so far, as bits: days with a run of their own, days with training, slots with a session that leads them. */
export interface Taken {
  readonly runDays: number
  readonly trainingDays: number
  readonly slots: number
}

export const NOTHING_TAKEN: Taken = { runDays: 0, trainingDays: 0, slots: 0 }

/** The entries that are still open: what each costs in each slot against what stands, and at least. */
export interface OpenCosts {
  /** The first that is open. */
  readonly depth: number
  /** Entry x slot. */
  readonly costs: Int32Array
  readonly leasts: Int32Array
}

/** What the open entries cost at least, together with what counts by the day. */
export interface Outlook {
  /** Simple and quick. */
  readonly quickBound: (open: OpenCosts, taken: Taken) => number
  /** No two leading entries in one slot. Exact work stops where it is clear that the bound is not under `below`. */
  readonly bound: (open: OpenCosts, taken: Taken, below: number) => number
  /** What counts by the day, once every entry stands. */
  readonly daysCost: (taken: Taken) => number
}

const WEEK = WEEKDAYS.length

export const newOutlook = (model: PlaceModel): Outlook => {
  const { entries, doubleCost, restDayCost } = model
  const runsFrom = countFrom(model, ({ run, leads }) => run && leads)
  const leaders = indicesOf(model, ({ leads }) => leads)
  const leadersFrom = countFrom(model, ({ leads }) => leads).map((left) => leaders.length - left)
  const bySlot = newAssignment(entries.length, model.slots.length)
  const runs = newRunsOutlook(model)

  const daysCost = ({ runDays, trainingDays }: Taken): number =>
    (at(runsFrom, 0) - bits(runDays)) * doubleCost + (bits(trainingDays) === WEEK ? restDayCost : 0)

  /** Second runs and a missing rest day at least, by counting. */
  const daysBound = ({ runDays, trainingDays }: Taken, depth: number): number => {
    const all = at(runsFrom, 0)
    const most = Math.min(WEEK, bits(runDays) + at(runsFrom, depth))
    const noRest = restDayCost + (all - most) * doubleCost
    return bits(trainingDays) === WEEK ? noRest : Math.min(noRest, (all - Math.min(most, WEEK - 1)) * doubleCost)
  }

  const sumLeasts = ({ depth, leasts }: OpenCosts, counts: (entry: (typeof entries)[number]) => boolean): number => {
    let sum = 0
    for (let index = depth; index < entries.length; index++) {
      const entry = entries[index]
      if (entry && counts(entry)) sum += at(leasts, index)
    }
    return sum
  }

  const quickBound = (open: OpenCosts, taken: Taken): number =>
    sumLeasts(open, () => true) + daysBound(taken, open.depth)

  const bound = (open: OpenCosts, taken: Taken, below: number): number => {
    const following = sumLeasts(open, ({ leads }) => !leads)
    const assigned = bySlot.leastCost(open.costs, open.leasts, leaders, at(leadersFrom, open.depth))
    const counted = following + assigned + daysBound(taken, open.depth)
    if (counted >= below) return counted
    const others = following + sumLeasts(open, ({ leads, run }) => leads && !run)
    return Math.max(counted, others + runs.bound(open, taken, below - others))
  }

  return { quickBound, bound, daysCost }
}

/**
 * Open runs, each in a slot of its own, with what a second run on a day and a missing rest day cost. A day with two free
 * slots has a stand-in that takes the slot that is left, or a column at the price of a second run: so the assignment of
 * runs and stand-ins costs exactly what the runs do.
 */
const newRunsOutlook = (model: PlaceModel): Pick<Outlook, 'bound'> => {
  const { entries, slots, doubleCost, restDayCost } = model
  const [count, width] = [entries.length, slots.length + WEEK]
  const runs = indicesOf(model, ({ run, leads }) => run && leads)
  const rows = Int32Array.from([...runs, ...WEEKDAYS.map((_, day) => count + day)])
  const runsFrom = countFrom(model, ({ run, leads }) => run && leads).map((left) => runs.length - left)
  const assignment = newAssignment(count + WEEK, width)
  const table = new Int32Array((count + WEEK) * width).fill(FORBIDDEN)
  const trimmed = new Int32Array(table.length)
  const leasts = new Int32Array(count + WEEK)

  const fillRuns = ({ costs }: OpenCosts, { runDays }: Taken, from: number): void => {
    for (let index = from; index < runs.length; index++) {
      const row = at(runs, index)
      let lowest = FORBIDDEN
      for (let slot = 0; slot < slots.length; slot++) {
        const second = (runDays >> (slots[slot]?.day ?? 0)) & 1 ? doubleCost : 0
        const cost = at(costs, row * slots.length + slot) + second
        table[row * width + slot] = cost
        if (cost < lowest) lowest = cost
      }
      leasts[row] = lowest
    }
  }

  const fillStandIns = ({ runDays, slots: taken }: Taken): void => {
    table.fill(FORBIDDEN, count * width)
    for (let day = 0; day < WEEK; day++) table[(count + day) * width + slots.length + day] = doubleCost
    for (let slot = 0; slot < slots.length; slot++) {
      const day = slots[slot]?.day ?? 0
      if (!((taken >> slot) & 1)) table[(count + day) * width + slot] = 0
      leasts[count + day] = 0
    }
    for (let day = 0; day < WEEK; day++) {
      const free = slots.reduce((sum, slot, index) => (slot.day === day && !((taken >> index) & 1) ? sum + 1 : sum), 0)
      if (free < 2 || (runDays >> day) & 1) table[(count + day) * width + slots.length + day] = 0
      leasts[count + day] = 0
    }
  }

  const bound = (open: OpenCosts, taken: Taken, below: number): number => {
    const from = at(runsFrom, open.depth)
    fillRuns(open, taken, from)
    fillStandIns(taken)
    const assigned = assignment.leastCost(table, leasts, rows, from)
    return assigned >= below ? assigned : assigned + restDay(taken, from, assigned, below)
  }

  /** What a rest day adds at least: its price, or what it costs to keep one of the days free of runs. */
  const restDay = ({ trainingDays }: Taken, from: number, assigned: number, below: number): number => {
    let least = restDayCost
    for (let day = 0; day < WEEK && assigned + least >= below; day++) {
      if ((trainingDays >> day) & 1) continue
      least = Math.min(least, assignment.leastCost(without(day, from), leasts, rows, from) - assigned)
    }
    return assigned + least >= below ? Math.max(0, least) : 0
  }

  const without = (day: number, from: number): Int32Array => {
    trimmed.set(table)
    for (let index = from; index < runs.length; index++) {
      slots.forEach((slot, column) => {
        if (slot.day === day) trimmed[at(runs, index) * width + column] = FORBIDDEN
      })
    }
    return trimmed
  }

  return { bound }
}

type Counts = (entry: PlaceModel['entries'][number]) => boolean

const indicesOf = ({ entries }: PlaceModel, counts: Counts): Int32Array =>
  Int32Array.from(entries.flatMap((entry, index) => (counts(entry) ? [index] : [])))

/** How many such entries there are from each depth on. */
const countFrom = ({ entries }: PlaceModel, counts: Counts): Int32Array =>
  Int32Array.from({ length: entries.length + 1 }, (_, depth) => entries.slice(depth).filter(counts).length)

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
