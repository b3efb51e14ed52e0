import { bestPlacement, type Question } from './best.ts'
import { newFeasible } from './feasible.ts'
import { smallestHittingSet } from './hitting.ts'
import type { Waived } from './model.ts'
import type { Demand, Impossible, PlacementProblem, PlacementSession, Relaxation } from './problem.ts'
import type { PlacementRule } from './rules.ts'
import { modelOf } from './week-model.ts'

/** After so many correction sets the clash is called irreducible instead of smallest. */
const MOST_CORRECTIONS = 60

/**
 * Why a week has no placement: a clash, and what giving up each part of it leads to.
 *
 * The clash starts as one that cannot be reduced, found by leaving out demand after demand. Whether a smaller one exists
 * is then decided over hitting sets (Ignatiev, Previti, Liffiton and Marques-Silva 2015): every clash has a member in
 * each correction set, so a smallest set that meets all of them either is a clash or yields a further correction set.
 */
export const explainClash = (question: Question): Impossible => {
  const ground = groundOf(question)
  const first = reduce(ground)
  const ways = corrections(ground, first)
  const { clash, smallest } = shrink(ground, first, ways)
  return {
    kind: 'impossible',
    clash: clash.map((index) => ground.demand(index)),
    smallest,
    relax: relaxations(ground, clash === first ? ways : corrections(ground, clash)),
  }
}

/** Demands by number, hardest to give up first, and whether some of them hold together. */
interface Ground {
  readonly question: Question
  readonly count: number
  readonly demand: (index: number) => Demand
  /** Whether there is a placement in which these demands hold. */
  readonly holds: (kept: ReadonlySet<number>) => boolean
  /** What is waived when only these demands are kept. */
  readonly waivedBut: (kept: ReadonlySet<number>) => Waived
}

const demandsOf = ({ problem, rules }: Question): readonly Demand[] => {
  const limits = rules.filter((rule) => rule.kind === 'hours' && rule.neverUnderHours !== undefined)
  return [
    ...limits.map((rule): Demand => ({ kind: 'rule', rule: rule.id })),
    ...byHardness(problem, rules).flatMap((session): readonly Demand[] => [
      { kind: 'session', session: session.id },
      ...(session.minutes > 0 ? [{ kind: 'minutes', session: session.id } as const] : []),
      ...(session.fixed ? [{ kind: 'fixed', session: session.id } as const] : []),
    ]),
  ]
}

/** In the order of the model, which does not depend on the order of the problem. */
const byHardness = (problem: PlacementProblem, rules: readonly PlacementRule[]): readonly PlacementSession[] =>
  modelOf(problem, rules).entries.map(({ session }) => session)

const groundOf = (question: Question): Ground => {
  const demands = demandsOf(question)
  const demand = (index: number): Demand => {
    const found = demands[index]
    if (!found) throw new RangeError(`no demand ${index}`)
    return found
  }
  const waivedBut = (kept: ReadonlySet<number>): Waived => waivedOf(question, [...kept].map(demand))
  const feasible = newFeasible(question)
  const holds = (kept: ReadonlySet<number>): boolean => feasible(waivedBut(kept))
  return { question, count: demands.length, demand, holds, waivedBut }
}

const waivedOf = ({ problem, rules }: Question, kept: readonly Demand[]): Waived => {
  const isKept = (kind: 'session' | 'minutes' | 'fixed', id: string): boolean =>
    kept.some((demand) => demand.kind === kind && demand.session === id)
  const without = (kind: 'minutes' | 'fixed'): ReadonlySet<string> =>
    new Set(problem.sessions.flatMap(({ id }) => (isKept(kind, id) ? [] : [id])))
  return {
    sessions: new Set(
      problem.sessions.flatMap(({ id }) =>
        isKept('session', id) || isKept('minutes', id) || isKept('fixed', id) ? [] : [id],
      ),
    ),
    minutes: without('minutes'),
    fixed: without('fixed'),
    rules: new Set(
      rules.flatMap(({ id }) => (kept.some((demand) => demand.kind === 'rule' && demand.rule === id) ? [] : [id])),
    ),
  }
}

const everything = ({ count }: Ground): Set<number> => new Set(Array.from({ length: count }, (_, index) => index))

/** A clash none of whose members can be left out: what is easiest to give up leaves first. */
const reduce = (ground: Ground): readonly number[] => {
  const kept = everything(ground)
  const leave = (out: readonly (readonly number[])[]): boolean => {
    const gone = out.flat()
    const less = new Set([...kept].filter((index) => !gone.includes(index)))
    if (ground.holds(less)) return false
    for (const index of gone) kept.delete(index)
    return true
  }
  byHalves(groups(ground).toReversed(), leave)
  byHalves(
    [...kept].toReversed().map((index) => [index]),
    leave,
  )
  return [...kept]
}

/**
 * Takes what can be taken, in order, and returns the rest: all at once where all of it can be, else one half after the
 * other. The same as one by one, as long as what cannot be taken now cannot be taken later either.
 */
const byHalves = <Item>(items: readonly Item[], take: (some: readonly Item[]) => boolean): readonly Item[] => {
  if (items.length === 0 || take(items)) return []
  if (items.length === 1) return items
  const middle = items.length >> 1
  const first = byHalves(items.slice(0, middle), take)
  return [...first, ...byHalves(items.slice(middle), take)]
}

/** The demands of one session together, each rule by itself. */
const groups = ({ count, demand }: Ground): readonly (readonly number[])[] => {
  const bySession = Map.groupBy(
    Array.from({ length: count }, (_, index) => index),
    (index) => {
      const { kind, ...what } = demand(index)
      return kind === 'rule' ? JSON.stringify([kind, what]) : JSON.stringify(what)
    },
  )
  return [...bySession.values()]
}

const shrink = (
  ground: Ground,
  first: readonly number[],
  ways: readonly (readonly number[])[],
): { clash: readonly number[]; smallest: boolean } => {
  const known = [...ways]
  while (known.length < MOST_CORRECTIONS) {
    const candidate = smallestHittingSet(known, first.length)
    if (!candidate) return { clash: first, smallest: true }
    const kept = new Set(candidate)
    if (!ground.holds(kept)) return { clash: candidate.toSorted((a, b) => a - b), smallest: true }
    known.push(correction(ground, kept))
  }
  return { clash: first, smallest: false }
}

/** For each member of a clash what has to go with it. */
const corrections = (ground: Ground, clash: readonly number[]): readonly (readonly number[])[] =>
  clash.map((member) => correction(ground, new Set(clash.filter((other) => other !== member))))

/**
 * What has to go so that the rest can be placed, when these are kept: all that could not be added to them one by one,
 * hardest to give up first. None of it can stay.
 */
const correction = (ground: Ground, kept: ReadonlySet<number>): readonly number[] => {
  const grown = new Set(kept)
  const rest = [...everything(ground)].filter((index) => !kept.has(index))
  return byHalves(rest, (some) => {
    const more = new Set([...grown, ...some])
    if (!ground.holds(more)) return false
    for (const index of some) grown.add(index)
    return true
  })
}

/** The best placement of each way out; fewest demands first, then cheapest. */
const relaxations = (ground: Ground, ways: readonly (readonly number[])[]): readonly Relaxation[] => {
  const found = new Map<string, Relaxation>()
  for (const gone of ways) {
    const relax = largest(gone.map(ground.demand))
    const key = JSON.stringify(relax)
    if (!found.has(key)) found.set(key, { relax, ...bestWithout(ground, new Set(gone)) })
  }
  return [...found.values()].toSorted((a, b) => a.relax.length - b.relax.length || a.cost - b.cost)
}

/** Who leaves a session out need not say that its minutes and its place go as well. */
const largest = (gone: readonly Demand[]): readonly Demand[] => {
  const out = new Set(gone.flatMap((demand) => (demand.kind === 'session' ? [demand.session] : [])))
  return gone.filter((demand) => demand.kind === 'rule' || demand.kind === 'session' || !out.has(demand.session))
}

const bestWithout = (ground: Ground, gone: ReadonlySet<number>): Pick<Relaxation, 'cost' | 'placement'> => {
  const waived = ground.waivedBut(new Set([...everything(ground)].filter((index) => !gone.has(index))))
  const best = bestPlacement({ ...ground.question, waived })
  if (!best) throw new Error('what was relaxed is not enough')
  return { cost: best.cost, placement: best.placement }
}
