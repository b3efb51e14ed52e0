import { WEEKDAYS } from '../../calendar/week.ts'
import { at, type PairTable, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** What the open entries of one hardness cost at least because they stand on the same few days. */
export interface Groups {
  /** Among one another only, whatever else they cost. */
  readonly mutual: () => number
  /** All open entries together with what each costs against what stands: at least the sum of their least costs. */
  readonly bound: (open: { readonly costs: Int32Array; readonly leasts: Int32Array }) => number
}

/** What pairs of a group cost at least. */
interface Crowd {
  readonly sameDay: number
  readonly nextDay: number
  /** Most of the group on one day. */
  readonly most: number
}

interface Group extends Crowd {
  readonly members: readonly number[]
  /** Least mutual cost of so many. */
  readonly mutual: Int32Array
}

/** Fewer than these hardly crowd one another; the walk over the days would cost more than it saves. */
const CROWD = 4

const WEEK = WEEKDAYS.length
const NO_COSTS = new Int32Array(WEEK)

/**
 * Lower bounds from counting: however the open entries of a group spread over the days, pairs on one day and on
 * neighbouring days cost at least so much each. The best spread comes from a walk over the days.
 */
export const newGroups = (model: PlaceModel, slotOf: Int32Array): Groups => {
  const { entries, slots } = model
  const spread = newSpread(entries.length)
  const groups = groupsOf(model, spread)
  const days = new Int32Array(WEEK)

  const openOf = ({ members }: Group): number => {
    let open = 0
    for (const member of members) if (at(slotOf, member) < 0) open++
    return open
  }

  const mutual = (): number => {
    let sum = 0
    for (const group of groups) sum += at(group.mutual, openOf(group))
    return sum
  }

  const leastByDay = ({ members }: Group, costs: Int32Array): Int32Array => {
    days.fill(FORBIDDEN)
    for (const member of members) {
      if (at(slotOf, member) >= 0) continue
      for (let slot = 0; slot < slots.length; slot++) {
        const day = slots[slot]?.day ?? 0
        days[day] = Math.min(at(days, day), at(costs, member * slots.length + slot))
      }
    }
    return days
  }

  const bound: Groups['bound'] = ({ costs, leasts }) => {
    let sum = 0
    for (let index = 0; index < entries.length; index++) if (at(slotOf, index) < 0) sum += at(leasts, index)
    for (const group of groups) {
      const open = openOf(group)
      if (open < CROWD) continue
      let separate = 0
      for (const member of group.members) if (at(slotOf, member) < 0) separate += at(leasts, member)
      sum += Math.max(0, spread(group, leastByDay(group, costs), open) - separate)
    }
    return sum
  }

  return { mutual, bound }
}

type Spread = (crowd: Crowd, dayCosts: Int32Array, count: number) => number

/** Least cost of so many entries over the days: so much for each on a day, and for pairs on one day and on the next. */
const newSpread = (most: number): Spread => {
  const width = most + 1
  let now = new Int32Array(width * width)
  let next = new Int32Array(width * width)

  /** Everything that stood so far, by how many there are and how many stand on the last day, goes on with a day more. */
  const addDay = (crowd: Crowd, dayCost: number, count: number): void => {
    next.fill(FORBIDDEN)
    for (let total = 0; total <= count; total++) {
      for (let yesterday = 0; yesterday <= Math.min(total, crowd.most); yesterday++) {
        const spent = at(now, total * width + yesterday)
        for (let today = 0; spent < FORBIDDEN && today <= crowd.most && total + today <= count; today++) {
          const pairs = ((today * (today - 1)) / 2) * crowd.sameDay + yesterday * today * crowd.nextDay
          const cost = spent + pairs + (today === 0 ? 0 : today * dayCost)
          const cell = (total + today) * width + today
          if (cost < at(next, cell)) next[cell] = cost
        }
      }
    }
    ;[now, next] = [next, now]
  }

  return (crowd, dayCosts, count) => {
    now.fill(FORBIDDEN)
    now[0] = 0
    for (const cost of dayCosts) addDay(crowd, cost, count)
    let least = FORBIDDEN
    for (let last = 0; last <= crowd.most; last++) least = Math.min(least, at(now, count * width + last))
    return least
  }
}

/** Groups of one hardness whose members mind one another. */
const groupsOf = (model: PlaceModel, spread: Spread): readonly Group[] => {
  const byHardness = Map.groupBy(model.entries.keys(), (index) => model.entries[index]?.hardness)
  return [...byHardness.values()].flatMap((members): readonly Group[] => {
    if (members.length < 2 || minded(model, members) === 0) return []
    const crowd: Crowd = { ...leastPairs(model, members), most: mostADay(model, members) }
    if (crowd.sameDay + crowd.nextDay === 0) return []
    const mutual = Int32Array.from({ length: members.length + 1 }, (_, count) => spread(crowd, NO_COSTS, count))
    return [{ members, mutual, ...crowd }]
  })
}

/** How many pairs of a group have costs of their own. */
const minded = ({ entries, pairs }: PlaceModel, [first, ...others]: readonly number[]): number =>
  others.filter((other) => pairs[(first ?? 0) * entries.length + other]).length

const leastPairs = (model: PlaceModel, members: readonly number[]): Pick<Crowd, 'sameDay' | 'nextDay'> => {
  const least = { sameDay: FORBIDDEN, nextDay: FORBIDDEN }
  for (const i of members) {
    for (const j of members) if (i < j) lessen(least, model, model.pairs[i * model.entries.length + j] ?? null)
  }
  return { sameDay: bounded(least.sameDay), nextDay: bounded(least.nextDay) }
}

const lessen = (least: { sameDay: number; nextDay: number }, { slots }: PlaceModel, table: PairTable): void => {
  let cell = 0
  for (const here of slots) {
    for (const there of slots) {
      const cost = table ? at(table, cell) : here === there ? FORBIDDEN : 0
      const days = Math.abs(here.day - there.day)
      if (days === 0 && cost < least.sameDay) least.sameDay = cost
      else if (days === 1 && cost < least.nextDay) least.nextDay = cost
      cell++
    }
  }
}

/** What never happens costs nothing in a lower bound that is to stay a number. */
const bounded = (cost: number): number => (cost >= FORBIDDEN ? 0 : cost)

/** Two slots a day, in each one that leads and one that follows; mobility follows without number. */
const mostADay = ({ entries }: PlaceModel, members: readonly number[]): number => {
  const leading = members.filter((index) => entries[index]?.leads).length
  const following = members.length - leading
  const mobile = members.some((index) => entries[index]?.hardness === 'mobility')
  return Math.min(2, leading) + (mobile ? following : Math.min(2, following))
}
