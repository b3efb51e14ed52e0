import { bestPlacement, placementOf, type Question } from './best.ts'
import { smallestHittingSet } from './hitting.ts'
import type { Waived } from './model.ts'
import type {
  DaySlot,
  Demand,
  Impossible,
  Placement,
  PlacementProblem,
  PlacementSession,
  Relaxation,
} from './problem.ts'
import type { PlacementRule } from './rules.ts'
import { searchAny } from './search.ts'
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
  const { clash, smallest } = shrink(ground, first)
  return {
    kind: 'impossible',
    clash: clash.map((index) => ground.demand(index)),
    smallest,
    relax: relaxations(ground, clash),
  }
}

/** Demands by number, hardest to give up first, and whether some of them hold together. */
interface Ground {
  readonly question: Question
  readonly count: number
  readonly demand: (index: number) => Demand
  /** A placement in which the demands hold; undefined: there is none. */
  readonly witness: (kept: ReadonlySet<number>) => Placement | undefined
  /** What is waived when only these demands are kept. */
  readonly waivedBut: (kept: ReadonlySet<number>) => Waived
  /** Minutes of a slot. */
  readonly room: (place: DaySlot) => number
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
  const witness = (kept: ReadonlySet<number>): Placement | undefined => {
    const model = modelOf(question.problem, question.rules, waivedBut(kept), question.staying)
    const standing = searchAny(model)
    return standing && placementOf(model, standing)
  }
  const { slots } = modelOf(question.problem, question.rules)
  const room = (place: DaySlot): number => slots.find((slot) => samePlace(slot.place, place))?.room ?? 0
  return { question, count: demands.length, demand, witness, waivedBut, room }
}

const waivedOf = ({ problem, rules }: Question, kept: readonly Demand[]): Waived => {
  const holds = (kind: 'session' | 'minutes' | 'fixed', id: string): boolean =>
    kept.some((demand) => demand.kind === kind && demand.session === id)
  const without = (kind: 'minutes' | 'fixed'): ReadonlySet<string> =>
    new Set(problem.sessions.flatMap(({ id }) => (holds(kind, id) ? [] : [id])))
  return {
    sessions: new Set(
      problem.sessions.flatMap(({ id }) =>
        holds('session', id) || holds('minutes', id) || holds('fixed', id) ? [] : [id],
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
  for (const group of groups(ground).toReversed()) {
    const less = new Set([...kept].filter((index) => !group.includes(index)))
    if (!ground.witness(less)) for (const index of group) kept.delete(index)
  }
  for (const index of [...kept].toReversed()) {
    const less = new Set(kept)
    less.delete(index)
    if (!ground.witness(less)) kept.delete(index)
  }
  return [...kept]
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

const shrink = (ground: Ground, first: readonly number[]): { clash: readonly number[]; smallest: boolean } => {
  const corrections: (readonly number[])[] = []
  while (corrections.length < MOST_CORRECTIONS) {
    const candidate = smallestHittingSet(corrections, first.length)
    if (!candidate) return { clash: first, smallest: true }
    const kept = new Set(candidate)
    const placement = ground.witness(kept)
    if (!placement) return { clash: [...kept].toSorted((a, b) => a - b), smallest: true }
    corrections.push(correction(ground, kept, placement))
  }
  return { clash: first, smallest: false }
}

/**
 * What has to go so that the rest can be placed, when these are kept: all that could not be added to them one by one,
 * hardest to give up first. None of it can stay.
 */
const correction = (ground: Ground, kept: ReadonlySet<number>, placement: Placement): readonly number[] => {
  const grown = new Set(kept)
  const gone: number[] = []
  let witness = placement
  for (let index = 0; index < ground.count; index++) {
    if (grown.has(index)) continue
    grown.add(index)
    if (isKeptBy(ground, index, grown, witness)) continue
    const found = ground.witness(grown)
    if (found) witness = found
    else {
      grown.delete(index)
      gone.push(index)
    }
  }
  return gone
}

/** Whether a placement that was found without this demand keeps it as well; false where that takes a closer look. */
const isKeptBy = (
  { question: { problem }, demand, room }: Ground,
  index: number,
  kept: ReadonlySet<number>,
  placement: Placement,
): boolean => {
  const wanted = demand(index)
  if (wanted.kind === 'rule') return false
  const session = problem.sessions.find(({ id }) => id === wanted.session)
  const stands = placement.get(wanted.session)
  if (!session || !stands) return false
  if (wanted.kind === 'session') return true
  if (wanted.kind === 'fixed') return session.fixed !== undefined && samePlace(session.fixed, stands)
  const counted = new Set([...kept].flatMap((other) => minutesOf(demand(other))))
  const beside = problem.sessions.filter(({ id }) => counted.has(id) && samePlace(placement.get(id), stands))
  return beside.reduce((sum, { minutes }) => sum + minutes, 0) <= room(stands)
}

const minutesOf = (demand: Demand): readonly string[] => (demand.kind === 'minutes' ? [demand.session] : [])

const samePlace = (a: DaySlot | undefined, b: DaySlot): boolean => a?.day === b.day && a.slot === b.slot

/** For each member of the clash what has to go with it, and the best placement then; fewest first, then cheapest. */
const relaxations = (ground: Ground, clash: readonly number[]): readonly Relaxation[] => {
  const found = new Map<string, Relaxation>()
  for (const member of clash) {
    const kept = new Set(clash.filter((other) => other !== member))
    const placement = ground.witness(kept)
    if (!placement) throw new Error('a member of the clash can be left out')
    const gone = correction(ground, kept, placement)
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
