import type { Question } from './best.ts'
import { canStand, withStaying } from './costs.ts'
import type { Entry, PairTable, PlaceModel, Waived } from './model.ts'
import type { PlacementSession } from './problem.ts'
import { FORBIDDEN } from './relation.ts'
import type { PlacementRule, PlacementRuleId } from './rules.ts'
import { searchAny } from './search.ts'
import { modelOf } from './week-model.ts'

/** Whether a week has a placement when some of it does not hold. */
export type Feasible = (waived: Waived) => boolean

/**
 * A clash asks this of one week dozens of times: so the week is put into numbers once for each set of limits that hold,
 * with no minutes and no fixed places, and each question takes from that what it needs.
 */
export const newFeasible = ({ problem, rules, staying }: Question): Feasible => {
  const ids = new Set(problem.sessions.map(({ id }) => id))
  const limits = limitsOf(rules)
  const byLimits = new Map<string, PlaceModel>()

  const loosest = (waived: ReadonlySet<PlacementRuleId>): PlaceModel => {
    const key = limits
      .filter(({ id }) => waived.has(id))
      .map(({ id }) => id)
      .join(' ')
    const known = byLimits.get(key)
    if (known) return known
    const all: Waived = { sessions: new Set(), minutes: ids, fixed: ids, rules: waived }
    const model = modelOf(problem, limits, { waived: all, distinct: true })
    const stayed = staying ? withStaying(model, staying) : model
    byLimits.set(key, stayed)
    return stayed
  }

  const sessions = new Map(problem.sessions.map((session) => [session.id, session]))
  return (waived) => searchAny(narrowed(loosest(waived.rules), sessions, waived)) !== undefined
}

/** What forbids, without what only costs: whether there is a placement at all is a smaller question. */
const limitsOf = (rules: readonly PlacementRule[]): readonly PlacementRule[] =>
  rules.flatMap((rule): readonly PlacementRule[] =>
    rule.kind === 'hours' && rule.neverUnderHours !== undefined
      ? [{ ...rule, underHours: rule.neverUnderHours, costPerHour: 0 }]
      : [],
  )

/** The model without the sessions that are waived, with the minutes and fixed places that are not. */
const narrowed = (model: PlaceModel, sessions: ReadonlyMap<string, PlacementSession>, waived: Waived): PlaceModel => {
  const { entries, slots, pairs } = model
  const kept: number[] = []
  for (const [index, { session }] of entries.entries()) if (!waived.sessions.has(session.id)) kept.push(index)
  const own = kept.flatMap((index) => (entries[index] ? [boundBy(entries[index], sessions, waived)] : []))
  const alone = new Int32Array(kept.length * slots.length).fill(FORBIDDEN)
  own.forEach((entry, row) => {
    slots.forEach((slot, number) => {
      const cost = model.alone[(kept[row] ?? 0) * slots.length + number] ?? FORBIDDEN
      if (canStand(entry, slot)) alone[row * slots.length + number] = cost
    })
  })
  const between = kept.flatMap((i, a) =>
    kept.map((j, b) => withRoom(pairs[i * entries.length + j] ?? null, slots, [own[a], own[b]])),
  )
  return { ...model, entries: own, alone, pairs: between }
}

/** A table in which two that may share a slot share one that has the minutes. */
const withRoom = (table: PairTable, slots: PlaceModel['slots'], [a, b]: readonly (Entry | undefined)[]): PairTable => {
  if (!table || !a || !b || a === b || (a.leads && b.leads)) return table
  const own = table.slice()
  slots.forEach(({ room }, slot) => {
    if (a.needs + b.needs > room) own[slot * slots.length + slot] = FORBIDDEN
  })
  return own
}

const boundBy = (entry: Entry, sessions: ReadonlyMap<string, PlacementSession>, waived: Waived): Entry => {
  const { id } = entry.session
  const { fixed } = sessions.get(id) ?? {}
  return {
    ...entry,
    needs: waived.minutes.has(id) ? 0 : entry.minutes,
    session: fixed && !waived.fixed.has(id) ? { ...entry.session, fixed } : entry.session,
  }
}
