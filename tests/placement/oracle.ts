import { placementOf, solve } from './solver.ts'
import { mipOf } from './mip.ts'
import {
  checkPlacement,
  PLACEMENT_RULES,
  type Demand,
  type Impossible,
  type Placement,
  type PlacementAnswer,
  type PlacementProblem,
  type PlacementRule,
  type Verdict,
} from './core.ts'

/** What the general solver and the checker say of an answer; `unknown` where the solver's time was up. */
export type Opinion = 'agreed' | 'unknown' | { readonly wrong: string }

/** Holds an answer to the same week as a mixed-integer program, and each placement to the checker. */
export const judge = (problem: PlacementProblem, answer: PlacementAnswer, seconds: number): Opinion => {
  const solved = solve(mipOf(problem), seconds)
  if (solved.status === 'unknown') return 'unknown'
  if (answer.kind === 'impossible') {
    return solved.status === 'impossible' ? judgeClash(problem, answer, seconds) : { wrong: 'HiGHS finds a placement' }
  }
  if (solved.status === 'impossible') return { wrong: 'HiGHS finds no placement' }
  const theirs = checkPlacement(problem, placementOf(problem, solved))
  if (theirs.violations.length > 0) return { wrong: `HiGHS breaks ${JSON.stringify(theirs.violations)}` }
  const ours = checkPlacement(problem, answer.placement)
  if (ours.violations.length > 0 || ours.cost !== answer.cost) return { wrong: `checked: ${JSON.stringify(ours)}` }
  return theirs.cost === answer.cost ? 'agreed' : { wrong: `${answer.cost} against ${theirs.cost} of HiGHS` }
}

/** The demands of a clash cannot hold together, without any one of them they can, and each way out is one. */
export const judgeClash = (problem: PlacementProblem, { clash, relax }: Impossible, seconds: number): Opinion => {
  const whole = solveDemands(problem, clash, seconds)
  if (whole === 'optimal') return { wrong: 'the clash can be placed' }
  const parts = clash.map((out) => ({
    out,
    status: solveDemands(
      problem,
      clash.filter((demand) => demand !== out),
      seconds,
    ),
  }))
  const needless = parts.find(({ status }) => status === 'impossible')
  if (needless) return { wrong: `the clash does not need ${JSON.stringify(needless.out)}` }
  const untrue = relax.find((way) => !isWayOut(problem, way))
  if (untrue) return { wrong: `no way out: ${JSON.stringify(untrue.relax)}` }
  return whole === 'unknown' || parts.some(({ status }) => status === 'unknown') ? 'unknown' : 'agreed'
}

/** Sessions, places, minutes and limits that hold; what costs only is left out. */
const solveDemands = (problem: PlacementProblem, demands: readonly Demand[], seconds: number) => {
  const named = (kind: Demand['kind'], id: string): boolean =>
    demands.some((demand) => demand.kind === kind && (demand.kind === 'rule' ? demand.rule : demand.session) === id)
  const sessions = problem.sessions
    .filter(({ id }) => named('session', id) || named('minutes', id) || named('fixed', id))
    .map(({ fixed, ...session }) => (fixed && named('fixed', session.id) ? { ...session, fixed } : session))
  const limits = PLACEMENT_RULES.flatMap((rule) =>
    rule.kind === 'hours' && rule.neverUnderHours !== undefined && named('rule', rule.id)
      ? [{ ...rule, underHours: rule.neverUnderHours, costPerHour: 0 }]
      : [],
  )
  const needs = ({ id, minutes }: { id: string; minutes: number }): number => (named('minutes', id) ? minutes : 0)
  return solve(mipOf({ ...problem, sessions }, limits, needs), seconds).status
}

/** Whether a placement keeps all but what is relaxed, at the cost that it states. */
const isWayOut = (problem: PlacementProblem, { relax, cost, placement }: Impossible['relax'][number]): boolean => {
  const verdict = checkRelaxed(problem, relax, placement)
  return verdict.violations.length === 0 && verdict.cost === cost
}

/** The week without what is relaxed: sessions left out, places not fixed, limits that only cost, minutes that do not count. */
const checkRelaxed = (problem: PlacementProblem, relax: readonly Demand[], placement: Placement): Verdict => {
  const waived = (kind: Demand['kind'], id: string): boolean =>
    relax.some((demand) => demand.kind === kind && (demand.kind === 'rule' ? demand.rule : demand.session) === id)
  const sessions = problem.sessions
    .filter(({ id }) => !waived('session', id))
    .map(({ fixed, ...session }) => (fixed && !waived('fixed', session.id) ? { ...session, fixed } : session))
  const verdict = checkPlacement(
    { ...problem, sessions },
    placement,
    PLACEMENT_RULES.map((rule) => withoutLimit(rule, waived)),
  )
  const counted = ({ id }: { id: string }): boolean => !waived('minutes', id)
  const fits = (ids: readonly string[]): boolean =>
    fitTogether(
      problem,
      placement,
      ids.filter((id) => counted({ id })),
    )
  return { ...verdict, violations: verdict.violations.filter((one) => one.rule !== 'minutes' || !fits(one.sessions)) }
}

const withoutLimit = (rule: PlacementRule, waived: (kind: 'rule', id: string) => boolean): PlacementRule => {
  if (rule.kind !== 'hours' || !waived('rule', rule.id)) return rule
  const { neverUnderHours: _limit, ...soft } = rule
  return soft
}

/** Whether these sessions alone, all of one slot, keep within its minutes. */
const fitTogether = (problem: PlacementProblem, placement: Placement, ids: readonly string[]): boolean => {
  const sessions = problem.sessions.filter(({ id }) => ids.includes(id)).map(({ fixed: _fixed, ...session }) => session)
  const only = new Map([...placement].filter(([id]) => ids.includes(id)))
  return checkPlacement({ ...problem, sessions }, only).violations.every(({ rule }) => rule !== 'minutes')
}
