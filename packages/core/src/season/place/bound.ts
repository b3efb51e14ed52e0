import { WEEKDAYS } from '../../calendar/week.ts'
import { newAssignment } from './assign.ts'
import { newGroups } from './groups.ts'
import { at, type Entry, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** What stands so far, as bits: days with a run of their own, days with training, slots with a session that leads them. */
export interface Taken {
  readonly runDays: number
  readonly trainingDays: number
  readonly slots: number
  /** Runs of their own that are still open. */
  readonly openRuns: number
}

export const NOTHING_TAKEN: Taken = { runDays: 0, trainingDays: 0, slots: 0, openRuns: 0 }

/** What each open entry costs in each slot against what stands, and at least. */
export interface OpenCosts {
  /** Entry x slot. */
  readonly costs: Int32Array
  readonly leasts: Int32Array
}

/** A lower bound is worked out until it is clear that it is under `below` or not. */
export interface Limit {
  /** What counts by the day at least. */
  readonly counted: number
  readonly below: number
}

/** What the open entries cost at least, together with what counts by the day. */
export interface Outlook {
  /** Second runs and a missing rest day at least, by counting; exact once every entry stands. */
  readonly counted: (taken: Taken) => number
  /** No two leading entries in one slot. */
  readonly bound: (open: OpenCosts, taken: Taken, limit: Limit) => number
}

const WEEK = WEEKDAYS.length

/** `slotOf`: the slot of each entry, -1 while it is open, as the search goes on. */
export const newOutlook = (model: PlaceModel, slotOf: Int32Array): Outlook => {
  const { entries, doubleCost, restDayCost } = model
  const allRuns = entries.filter(({ run, leads }) => run && leads).length
  const leaders = indicesOf(model, ({ leads }) => leads)
  const bySlot = newAssignment(entries.length, model.slots.length)
  const runs = doubleCost + restDayCost > 0 ? newRunsOutlook(model, slotOf) : undefined
  const groups = newGroups(model, slotOf)

  const counted = ({ runDays, trainingDays, openRuns }: Taken): number => {
    const most = Math.min(WEEK, bits(runDays) + openRuns)
    const noRest = restDayCost + (allRuns - most) * doubleCost
    return bits(trainingDays) === WEEK ? noRest : Math.min(noRest, (allRuns - Math.min(most, WEEK - 1)) * doubleCost)
  }

  const sumLeasts = ({ leasts }: OpenCosts, counts: (entry: Entry) => boolean): number => {
    let sum = 0
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index]
      if (entry && at(slotOf, index) < 0 && counts(entry)) sum += at(leasts, index)
    }
    return sum
  }

  const bound = (open: OpenCosts, taken: Taken, limit: Limit): number => {
    const crowded = groups.bound(open) + limit.counted
    if (crowded >= limit.below) return crowded
    const following = sumLeasts(open, ({ leads }) => !leads) + groups.mutual()
    const assigned = following + bySlot.leastCost(open.costs, open.leasts, stillOpen(leaders, slotOf)) + limit.counted
    if (!runs || assigned >= limit.below) return Math.max(crowded, assigned)
    const others = following + sumLeasts(open, ({ leads, run }) => leads && !run)
    return Math.max(crowded, assigned, others + runs.bound(open, taken, { ...limit, below: limit.below - others }))
  }

  return { counted, bound }
}

const stillOpen = (indices: Int32Array, slotOf: Int32Array): readonly number[] => {
  const open: number[] = []
  for (const index of indices) if (at(slotOf, index) < 0) open.push(index)
  return open
}

/**
 * Open runs, each in a slot of its own, with what a second run on a day and a missing rest day cost. A day with two free
 * slots has a stand-in that takes the slot that is left, or a column at the price of a second run: so the assignment of
 * runs and stand-ins costs exactly what the runs do.
 */
const newRunsOutlook = (model: PlaceModel, slotOf: Int32Array): Pick<Outlook, 'bound'> => {
  const { entries, slots, doubleCost, restDayCost } = model
  const [count, width] = [entries.length, slots.length + WEEK]
  const runs = indicesOf(model, ({ run, leads }) => run && leads)
  const standIns = WEEKDAYS.map((_, day) => count + day)
  const slotsOf = WEEKDAYS.map((_, day) => slots.flatMap((slot, index) => (slot.day === day ? [index] : [])))
  const assignment = newAssignment(count + WEEK, width)
  const table = new Int32Array((count + WEEK) * width).fill(FORBIDDEN)
  const trimmed = new Int32Array(table.length)
  const leasts = new Int32Array(count + WEEK)

  const fillRuns = ({ costs }: OpenCosts, { runDays }: Taken, rows: readonly number[]): void => {
    for (const row of rows) {
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
    slotsOf.forEach((numbers, day) => {
      const row = (count + day) * width
      let free = 0
      for (const slot of numbers) {
        if ((taken >> slot) & 1) continue
        table[row + slot] = 0
        free++
      }
      table[row + slots.length + day] = free < 2 || (runDays >> day) & 1 ? 0 : doubleCost
    })
  }

  const bound = (open: OpenCosts, taken: Taken, { below }: Limit): number => {
    const openRuns = stillOpen(runs, slotOf)
    fillRuns(open, taken, openRuns)
    fillStandIns(taken)
    const paid = (runs.length - openRuns.length - bits(taken.runDays)) * doubleCost
    const rows = [...openRuns, ...standIns]
    const assigned = paid + assignment.leastCost(table, leasts, rows)
    return assigned >= below ? assigned : assigned + restDay(taken, rows, assigned, below)
  }

  /** What a rest day adds at least: its price, or what it costs to keep one of the days free of runs. 0 where it makes no odds. */
  const restDay = (
    { trainingDays, runDays }: Taken,
    rows: readonly number[],
    assigned: number,
    below: number,
  ): number => {
    const paid = (runs.length - (rows.length - WEEK) - bits(runDays)) * doubleCost
    let least = restDayCost
    for (let day = 0; day < WEEK && assigned + least >= below; day++) {
      if ((trainingDays >> day) & 1) continue
      least = Math.min(least, paid + assignment.leastCost(without(day, rows), leasts, rows) - assigned)
    }
    return assigned + least >= below ? Math.max(0, least) : 0
  }

  const without = (day: number, rows: readonly number[]): Int32Array => {
    trimmed.set(table)
    for (const row of rows)
      if (row < count) for (const slot of slotsOf[day] ?? []) trimmed[row * width + slot] = FORBIDDEN
    return trimmed
  }

  return { bound }
}

const indicesOf = ({ entries }: PlaceModel, counts: (entry: Entry) => boolean): Int32Array =>
  Int32Array.from(entries.flatMap((entry, index) => (counts(entry) ? [index] : [])))

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
