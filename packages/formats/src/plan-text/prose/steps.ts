import type { Amount, Extent, Mode, Other, Part, Repeat, Role, Step, Target, Total } from '@bell-lap/core'
import type { ReaderRule, Span } from '../reading.ts'
import { impliedTarget } from '@bell-lap/core'
import type { Evidence } from './amounts.ts'
import { decideAmount } from './amounts.ts'
import type { DraftCount } from './draft.ts'
import { isCounted, type Node } from './node.ts'
import type { DraftRecovery } from './recoveries.ts'
import { settleTarget } from './settled-targets.ts'
import { sizeOfRecovery } from './sizes.ts'

/** What building needs to know of the text, and what it notices. */
export interface Building {
  readonly evidence: Evidence
  readonly textOf: (spans: readonly Span[]) => string | undefined
  readonly note: (rule: ReaderRule, span: Span, message: string) => void
  /** The second reading of `5 x 1000 m or 5 min`. */
  readonly other: boolean
  previous: Target | undefined
  /** The part lies inside easy running. */
  inEasy?: boolean
}

const PRIORITY: readonly Role[] = [
  'warmup',
  'cooldown',
  'strides',
  'pickups',
  'hill',
  'drills',
  'kick',
  'fartlek',
  'tempo',
  'long',
  'recovery',
  'build',
  'steady',
  'easy',
]

/** What a bout is for, by its most telling word. */
export const roleOf = (node: Node): Role => {
  const { bout } = node
  if (bout.event === 'race' || (bout.event === 'parkrun' && isFlatOut(node))) return 'race'
  if (bout.event === 'test') return 'test'
  if (isRunUp(node)) return 'build'
  const named = PRIORITY.find((role) => bout.roles.includes(role))
  if (named === 'easy' && isCounted(node) && bout.mode === undefined && bout.targets.length > 0) return 'work'
  return named ?? 'work'
}

/** Shorter than this in metres, a build-up without a pace runs up to a sprint. */
const LONGEST_RUN_UP = 150

const isRunUp = ({ bout, amount }: Node): boolean =>
  bout.progressive === true &&
  bout.roles.length === 0 &&
  bout.targets.length === 0 &&
  amount?.kind === 'distance' &&
  amount.distance <= LONGEST_RUN_UP

const isFlatOut = ({ bout }: Node): boolean =>
  bout.feel?.kind === 'known' && bout.feel.target.kind === 'pace' && bout.feel.target.pace === 'max'

const pace = (name: 'steady' | 'hard' | 'goal' | 'max' | 'walk'): Target => ({
  kind: 'pace',
  pace: name,
  implied: true,
})

/** The target that the words give, else the one that the role implies. */
const targetOf = (node: Node, role: Role, amount: Amount | undefined, building: Building): Target | null => {
  const { bout } = node
  const vague = (role === 'strides' && isVague(bout.feel)) || role === 'race' || role === 'test'
  const stated = bout.targets[0] ?? (vague ? undefined : bout.feel)
  const settled = stated && settleTarget(stated, amount, building.evidence, building.previous)
  if (settled) {
    if (settled.guess) building.note('unit-guess', bout, settled.guess)
    const { target } = settled
    building.previous = target
    return bout.progressive && target.kind === 'pace' ? { ...target, progressive: true } : target
  }
  if (bout.mix || bout.mode === 'walk' || (bout.loose && new Set(bout.loose.modes).size > 1)) return pace('walk')
  if (role === 'build') return pace('steady')
  if (role === 'race') return pace('goal')
  if (role === 'test') return pace('max')
  const implied = impliedTarget(role)
  // Faster than easy running, without a name.
  if (bout.faster && (building.inEasy || bout.mode === 'float')) return pace('steady')
  return implied ?? (role === 'work' && (bout.effort || bout.on) ? pace('hard') : null)
}

/** `steady strides`, `fast strides`: a feel that adds nothing to what strides are. */
const isVague = (feel: Node['bout']['feel']): boolean =>
  feel?.kind === 'known' &&
  feel.target.kind === 'pace' &&
  (feel.target.pace === 'hard' || feel.target.pace === 'steady')

/** The length of a bout, with the same told in the other measure. */
export const extentOf = (node: Node, building: Building): Amount | undefined => {
  const { bout } = node
  const chosen =
    building.other && bout.otherFigure
      ? decideAmount(bout.otherFigure, { as: 'rep' }, building.evidence)?.amount
      : node.amount
  const twin =
    bout.restated && decideAmount(bout.restated, { as: 'run', lasting: true, lone: true }, building.evidence)?.amount
  if (!chosen || !twin || chosen.kind === twin.kind) return chosen
  building.note('restated', bout.restated ?? bout, 'the same length told again in the other measure')
  return chosen.kind === 'distance' && twin.kind === 'time'
    ? { ...chosen, or: twin }
    : chosen.kind === 'time' && twin.kind === 'distance'
      ? { ...chosen, or: twin }
      : chosen
}

/** One bout. */
const stepOf = (node: Node, building: Building): Step => {
  const { bout } = node
  const amount = extentOf(node, building)
  const role = roleOf(node)
  const cue = building.textOf(bout.cues)
  const effort = bout.event === 'test' ? { effort: 'max' as const } : {}
  return {
    kind: 'step',
    role,
    extent: amount ?? null,
    target: targetOf(node, role, amount, building),
    ...(bout.mode ? { mode: bout.mode } : {}),
    ...(cue === undefined ? {} : { cue }),
    ...(bout.last ? { position: 'last' as const } : {}),
    ...(bout.continuous && !isCounted(node) ? { continuous: true as const } : {}),
    ...effort,
    ...(node.slot ? { session: node.slot } : {}),
  }
}

const relativeExtent = (recovery: DraftRecovery): Extent | null => {
  const measure = recovery.measure ? { measure: recovery.measure } : {}
  if (recovery.share) {
    const { low, high } = recovery.share
    return low === 0.5 && high === 0.5
      ? { kind: 'relative', relative: 'half', ...measure }
      : { kind: 'relative', relative: 'share', share: recovery.share, ...measure }
  }
  return recovery.relative ? { kind: 'relative', relative: recovery.relative, ...measure } : null
}

/** A recovery between repetitions or bouts. */
const recoveryOf = (recovery: DraftRecovery, building: Building): Step => {
  const decision = sizeOfRecovery(recovery, building.evidence)
  if (decision?.guess && recovery.figure) building.note('unit-guess', recovery.figure, decision.guess)
  const amount = decision?.amount
  const cycle =
    recovery.cycle && amount?.kind === 'time'
      ? ({ kind: 'cycle', duration: amount.duration, unit: amount.unit } as const)
      : undefined
  const modes = new Set<Mode>(recovery.modes)
  const [mode] = modes
  const settled = recovery.target && settleTarget(recovery.target, amount, building.evidence, undefined)
  const float = modes.has('float')
  const cue = building.textOf(modes.size > 1 ? [...recovery.cues, recovery] : recovery.cues)
  return {
    kind: 'step',
    role: float ? 'float' : recovery.resting && modes.size === 0 ? 'rest' : 'recovery',
    extent: cycle ?? amount ?? relativeExtent(recovery),
    target: settled?.target ?? null,
    ...(mode && modes.size === 1 && !float ? { mode } : {}),
    ...(cue === undefined ? {} : { cue }),
  }
}

const partsOf = (nodes: readonly Node[], building: Building): Part[] => nodes.flatMap((node) => partOf(node, building))

/** A part of the session and the recoveries that follow it. */
export const partOf = (node: Node, building: Building): Part[] => {
  const after = (): Step[] => node.after.map((recovery) => withSlot(recoveryOf(recovery, building), node))
  if (node.day) return [otherOf(node, building)]
  if (node.recovers) return [withSlot(recoveryOf(node.recovers, building), node), ...after()]
  if (node.bout.counts.length === 0 && !node.budget && !node.rungs) return [...plainPart(node, building), ...after()]
  return [repeatOf(node, building), ...after()]
}

const withSlot = (step: Step, node: Node): Step => (node.slot ? { ...step, session: node.slot } : step)

const plainPart = (node: Node, building: Building): Part[] => {
  if (node.inside) return partsOf(node.inside, building)
  if (!node.within) return [stepOf(node, building)]
  const total = totalOf(node, building)
  const steps = partsOf(node.within, building)
  return [
    { kind: 'repeat', times: 1, steps, between: null, afterLast: false, form: 'within', ...(total ? { total } : {}) },
  ]
}

/** The length of the whole with what its rest is run as. */
export const totalOf = (node: Node, building: Building): Total | undefined => {
  const extent = extentOf(node, building)
  if (!extent) return undefined
  const role = node.bout.roles.length > 0 ? roleOf(node) : null
  const target = targetOf(node, role ?? 'work', extent, building)
  return { extent, role, target }
}

const repeatOf = (node: Node, building: Building): Repeat => {
  const slot = node.slot ? { session: node.slot } : {}
  const inner = bodyOf(node, building)
  if (node.rungs) return ladderOf(node, inner, building)
  const counts: readonly DraftCount[] = node.bout.counts.length > 0 ? node.bout.counts : [{ low: null, sets: false }]
  let parts = inner
  for (let level = counts.length - 1; level >= 0; level--) {
    const count = counts[level]
    const recovery = node.between[level]
    const repeat: Repeat = {
      kind: 'repeat',
      times: count?.low ?? null,
      steps: parts,
      between: recovery ? recoveryOf(recovery, building) : null,
      afterLast: recovery?.afterEach === true,
      ...(count?.high === undefined ? {} : { timesTo: count.high }),
      ...(node.bout.continuous && level === counts.length - 1 ? { continuous: true as const } : {}),
      ...slot,
    }
    parts = [level === 0 ? withBudget(repeat, node, building) : repeat]
  }
  const [only] = parts
  return only?.kind === 'repeat' ? only : { kind: 'repeat', times: 1, steps: parts, between: null, afterLast: false }
}

const bodyOf = (node: Node, building: Building): Part[] => {
  if (node.inside) return partsOf(node.inside, building)
  if (node.within && node.budget) return partsOf(node.within, building)
  const { slot: _slot, ...bare } = node
  return [stepOf(bare, building)]
}

const ladderOf = (node: Node, steps: readonly Part[], building: Building): Repeat => {
  const [recovery] = node.between
  return {
    kind: 'repeat',
    times: 1,
    steps: steps.map((step) => unslotted(step)),
    between: recovery ? recoveryOf(recovery, building) : null,
    afterLast: recovery?.afterEach === true,
    form: 'ladder',
    ...(node.slot ? { session: node.slot } : {}),
  }
}

const unslotted = (part: Part): Part => {
  if (part.kind === 'exercise') return part
  const { session: _session, ...rest } = part
  return rest
}

/** `repeat for 18 minutes`: as often as fits, where the parts say how long one round is. */
const withBudget = (repeat: Repeat, node: Node, building: Building): Repeat => {
  const until = node.budget && decideAmount(node.budget, { as: 'total', lasting: true }, building.evidence)?.amount
  if (!until) return repeat
  const round = roundOf(repeat.steps)
  const whole = until.kind === 'time' ? until.duration : until.distance
  const times =
    round !== undefined && until.to === undefined && round.kind === until.kind ? whole / round.size : Number.NaN
  return { ...repeat, times: Number.isInteger(Math.round(times * 1e6) / 1e6) ? Math.round(times) : repeat.times, until }
}

/** Length of one round, when all its parts are told in the same measure. */
const roundOf = (parts: readonly Part[]): { kind: Amount['kind']; size: number } | undefined => {
  let kind: Amount['kind'] | undefined
  let size = 0
  for (const part of parts) {
    if (part.kind === 'repeat' && part.times === 1 && part.between === null) {
      const inner = roundOf(part.steps)
      if (!inner || (kind && kind !== inner.kind)) return undefined
      kind = inner.kind
      size += inner.size
      continue
    }
    if (part.kind !== 'step' || (part.extent?.kind !== 'time' && part.extent?.kind !== 'distance')) return undefined
    if (kind && kind !== part.extent.kind) return undefined
    kind = part.extent.kind
    size += part.extent.kind === 'time' ? part.extent.duration : part.extent.distance
  }
  return kind && size > 0 ? { kind, size } : undefined
}

const otherOf = (node: Node, building: Building): Other => {
  const { day } = node
  const amount = day?.figure && decideAmount(day.figure, { as: 'run', lasting: true }, building.evidence)?.amount
  const name = day?.name && building.textOf([day.name])
  return {
    kind: 'other',
    activity: day && day.what !== 'rest' ? day.what : 'cross',
    extent: amount ?? null,
    ...(name === undefined ? {} : { name }),
    ...(node.slot ? { session: node.slot } : {}),
  }
}
