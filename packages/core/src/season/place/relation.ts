import { HARDNESS, type Hardness } from '../../workout/hardness.ts'
import type { DaysRule, HoursRule, OrderRule, PlacementRule, PlacementRuleId } from './rules.ts'

/** What no placement may contain costs this much: more than everything else together, and 28 of it still fit 32 bits. */
export const FORBIDDEN = 1 << 25

interface HoursLimit {
  readonly underMinutes: number
  readonly neverUnderMinutes: number
  readonly costPerHour: number
  readonly sameDay: boolean
}

/** What the rules say of an earlier session and a later one of two kinds of hardness. */
export interface Relation {
  readonly sameSlot: number
  readonly sameDay: number
  readonly nextDay: number
  readonly hours: readonly HoursLimit[]
}

export type Relations = (earlier: Hardness, later: Hardness) => Relation

const within = (rule: DaysRule, a: Hardness, b: Hardness): boolean =>
  (rule.one.includes(a) && rule.other.includes(b)) || (rule.one.includes(b) && rule.other.includes(a))

const sum = <Item>(items: readonly Item[], amount: (item: Item) => number): number =>
  items.reduce((total, item) => total + amount(item), 0)

const limitOf = (rule: HoursRule, waived: ReadonlySet<PlacementRuleId>): HoursLimit => ({
  underMinutes: rule.underHours * 60,
  neverUnderMinutes: waived.has(rule.id) ? -Infinity : (rule.neverUnderHours ?? -Infinity) * 60,
  costPerHour: rule.costPerHour,
  sameDay: rule.sameDay ?? false,
})

/** Relations of rules of which nothing is waived: a season asks for the same ones week after week. */
const known = new WeakMap<readonly PlacementRule[], Relations>()

/** Rules by pairs of hardness, so that the search asks each pair once. `waived`: rules whose limits do not hold now. */
export const relationsOf = (rules: readonly PlacementRule[], waived: ReadonlySet<PlacementRuleId>): Relations => {
  if (waived.size > 0) return newRelations(rules, waived)
  const relations = known.get(rules) ?? newRelations(rules, waived)
  known.set(rules, relations)
  return relations
}

const newRelations = (rules: readonly PlacementRule[], waived: ReadonlySet<PlacementRuleId>): Relations => {
  const days = rules.filter((rule): rule is DaysRule => rule.kind === 'days')
  const hours = rules.filter((rule): rule is HoursRule => rule.kind === 'hours')
  const orders = rules.filter((rule): rule is OrderRule => rule.kind === 'order')
  const between = (earlier: Hardness, later: Hardness): Relation => {
    const together = days.filter((rule) => within(rule, earlier, later))
    const swapped = orders.filter(({ first, later: last }) => last.includes(earlier) && first.includes(later))
    const sameSlot = sum(together, (rule) => rule.sameDayCost)
    return {
      sameSlot,
      sameDay: sameSlot + sum(swapped, (rule) => rule.cost),
      nextDay: sum(together, (rule) => rule.nextDayCost),
      hours: hours
        .filter(({ from, to }) => from.includes(earlier) && to.includes(later))
        .map((rule) => limitOf(rule, waived)),
    }
  }
  return cached(between)
}

const cached = (between: Relations): Relations => {
  const known: (Relation | undefined)[] = []
  return (earlier, later) => {
    const key = HARDNESS.indexOf(earlier) * HARDNESS.length + HARDNESS.indexOf(later)
    return (known[key] ??= between(earlier, later))
  }
}

/** Cost of a pair in two slots: whole days from the earlier to the later, minutes from its end to the later one's start. */
export const relationCost = (relation: Relation, days: number, gapMinutes: number): number => {
  let cost = days === 0 ? relation.sameDay : days === 1 ? relation.nextDay : 0
  for (const limit of relation.hours) {
    if (gapMinutes >= limit.underMinutes || (limit.sameDay && days !== 0)) continue
    if (gapMinutes < limit.neverUnderMinutes) return FORBIDDEN
    cost += Math.ceil((limit.underMinutes - gapMinutes) / 60) * limit.costPerHour
  }
  return cost
}

/** Whether two kinds of hardness mind one another at all. */
export const isBlank = ({ sameSlot, sameDay, nextDay, hours }: Relation): boolean =>
  sameSlot + sameDay + nextDay === 0 && hours.length === 0
