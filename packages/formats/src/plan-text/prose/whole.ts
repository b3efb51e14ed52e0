import {
  metres,
  seconds,
  type Amount,
  type Part,
  type Role,
  type Step,
  type Total,
  type Workout,
  type WorkoutKind,
} from '@bell-lap/core'
import { decideAmount } from './amounts.ts'
import type { Figure } from './figures.ts'
import type { Folded } from './folded.ts'
import { isWork } from './loose.ts'
import { isCounted, type Node } from './node.ts'
import { roughSeconds } from './sizes.ts'
import { extentOf, partOf, roleOf, totalOf, type Building } from './steps.ts'

/** Makes the workout of all that was folded, its other options beside it. */
export const assemble = (folded: Folded, building: () => Building): Workout => {
  const first = assembleOne(folded, building())
  const other = folded.nodes.some(hasOther) ? [assembleOne(folded, { ...building(), other: true })] : []
  const options = folded.options.map((option) => assembleOne(option, building()))
  const [option, ...more] = options
  // `Lakeside time trial (or 3 km time trial)`: the option that can be measured stands for both.
  if (option && isUnmeasured(first) && isMeasuredTwin(first, option))
    return { ...option, alternatives: [first, ...other, ...more] }
  return { ...first, alternatives: [...other, ...options] }
}

const isUnmeasured = ({ steps: [only, ...rest] }: Workout): boolean =>
  rest.length === 0 && only?.kind === 'step' && only.extent === null

const isMeasuredTwin = (one: Workout, other: Workout): boolean => {
  const [step] = one.steps
  const [twin] = other.steps
  return (
    step?.kind === 'step' &&
    twin?.kind === 'step' &&
    twin.role === step.role &&
    twin.extent !== null &&
    step.role !== 'easy'
  )
}

const hasOther = (node: Node): boolean =>
  node.bout.otherFigure !== undefined ||
  (node.inside?.some(hasOther) ?? false) ||
  (node.within?.some(hasOther) ?? false)

const assembleOne = (folded: Folded, building: Building): Workout => {
  const { nodes } = folded
  const days = nodes.filter((node) => node.day)
  const kinds = kindsOf(nodes)
  const kind = kinds[0] ?? 'run'
  const also = kinds.slice(1).filter((other) => other !== 'rest')
  const { total, remainder, steps } = wholeOf(folded, building)
  // A kind that the line adds to running without a length is told by `also` alone.
  const added = days.length > 0 && days.length < nodes.length
  const kept = added ? steps.filter((step) => step.kind !== 'other' || step.extent !== null) : steps
  return {
    kind,
    total,
    remainder,
    steps: kind === 'rest' ? [] : kept,
    alternatives: [],
    ...(also.length > 0 ? { also } : {}),
    ...(folded.surface ? { surface: folded.surface } : {}),
    ...(folded.optional ? { optional: true as const } : {}),
  }
}

const kindOf = (node: Node): WorkoutKind => {
  if (node.day) return node.day.what
  if (roleOf(node) === 'race' || node.within?.some((inner) => kindOf(inner) === 'race')) return 'race'
  const jogs = node.bout.loose?.modes.includes('jog') === true
  if (node.bout.mode === 'walk' && !jogs && !isCounted(node)) return 'cross'
  return 'run'
}

/** What the session is, by its first part; a walk beside running is running. */
const kindsOf = (nodes: readonly Node[]): WorkoutKind[] => {
  const kinds = nodes.map(kindOf)
  if (kinds.includes('race')) return ['race', ...new Set(kinds.filter((kind) => kind !== 'race' && kind !== 'run'))]
  const walks = nodes.filter((node) => !node.day && node.bout.mode === 'walk')
  const runs = kinds.includes('run')
  const told =
    runs && walks.length > 0 ? nodes.map((node, index) => (node.day ? (kinds[index] ?? 'run') : 'run')) : kinds
  const rested = told.length > 1 ? told.filter((kind) => kind !== 'rest') : told
  return [...new Set(rested.length > 0 ? rested : told)]
}

interface Whole {
  readonly total: Total | null
  readonly remainder: Role | null
  readonly steps: readonly Part[]
}

const isClose = (one: number, other: number): boolean => Math.abs(one - other) <= 0.006 * Math.max(one, other)

const sizeOf = (amount: Amount): { low: number; high: number } => {
  const low = amount.kind === 'time' ? amount.duration : amount.distance
  return { low, high: amount.to ?? low }
}

/** What all parts add up to in one measure, counted repetitions and recoveries included; undefined when a part has no length. */
const sumOf = (parts: readonly Part[], kind: Amount['kind']): { low: number; high: number } | undefined => {
  let low = 0
  let high = 0
  for (const part of parts) {
    if (part.kind === 'exercise') return undefined
    if (part.kind === 'repeat') {
      const inner = sumOf(part.steps, kind)
      if (!inner || part.times === null) return undefined
      const gaps = part.between ? sumOf([part.between], kind) : { low: 0, high: 0 }
      const times = part.form === 'ladder' ? 1 : part.times
      const rungs = part.form === 'ladder' ? part.steps.length - 1 : part.times - 1
      low += inner.low * times + (gaps?.low ?? 0) * rungs
      high += inner.high * (part.timesTo ?? times) + (gaps?.high ?? 0) * rungs
      continue
    }
    const extent = part.extent
    const recovery = part.kind === 'step' && (part.role === 'recovery' || part.role === 'rest')
    if (extent?.kind !== kind) {
      if (recovery) continue
      return undefined
    }
    const size =
      extent.kind === 'time' ? sizeOf(extent) : extent.kind === 'distance' ? sizeOf(extent) : { low: 0, high: 0 }
    low += size.low
    high += size.high
  }
  return { low, high }
}

const fills = (total: Amount, parts: readonly Part[]): boolean => {
  const sum = sumOf(parts, total.kind)
  if (!sum) return false
  const whole = sizeOf(total)
  return isClose(sum.low, whole.low) || (sum.low <= whole.high && sum.high >= whole.low && sum.high > sum.low)
}

/** A total that the text states, or that one of its parts turns out to be. */
const wholeOf = (folded: Folded, building: Building): Whole => {
  const { nodes, totals } = folded
  const runs = nodes.filter((node) => !node.day)
  const held = runs.find((node) => node.within && !node.budget)
  const alone = held && runs.every((node) => node === held || (node.amount === undefined && isEdge(node)))
  if (held && alone) return containerOf(held, nodes, building)
  const [figure] = totals
  if (figure) {
    const extent = decideAmount(figure, { as: 'total', lasting: true }, building.evidence)?.amount
    const steps = nodes.flatMap((node) => partOf(node, building))
    if (extent) {
      noteMismatch(figure, extent, steps, building)
      return {
        total: { extent, role: null, target: null },
        remainder: leavesRest(extent, runs, steps) ? 'easy' : null,
        steps,
      }
    }
  }
  return (
    summed(nodes, building) ?? {
      total: null,
      remainder: folded.remainder ? 'easy' : null,
      steps: nodes.flatMap((node) => partOf(node, building)),
    }
  )
}

/** A stated total further than this from the sum of its parts is worth a word. */
const MISMATCH = 0.03

const noteMismatch = (figure: Figure, total: Amount, steps: readonly Part[], building: Building): void => {
  const sum = sumOf(steps, total.kind)
  const whole = sizeOf(total)
  if (!sum || sum.high === 0 || (sum.low <= whole.high * (1 + MISMATCH) && sum.high >= whole.low * (1 - MISMATCH)))
    return
  const unit = total.kind === 'time' ? 's' : 'm'
  building.note(
    'total-mismatch',
    figure,
    `the parts add up to ${Math.round(sum.low)} ${unit}, the total says ${Math.round(whole.low)} ${unit}`,
  )
}

const isEdge = (node: Node | undefined): boolean => node !== undefined && !isWork(node)

const leavesRest = (total: Amount, runs: readonly Node[], steps: readonly Part[]): boolean => {
  if (runs.length === 0 || fills(total, steps)) return false
  if (runs.length > 2 && isEdge(runs[0]) && isEdge(runs.at(-1))) return false
  const sum = sumOf(steps, total.kind)
  return sum === undefined || sum.low < sizeOf(total).high * 0.97
}

/** `9 miles with ...`: the parts lie inside, the rest is easy unless they make it up. */
const containerOf = (node: Node, nodes: readonly Node[], building: Building): Whole => {
  const inner = node.within ?? []
  dropHeading(node, inner)
  const total = totalOf(node, building) ?? null
  const easy = total?.role === null || total?.role === 'easy' || total?.role === 'long'
  const parts = inner.flatMap((part) => partOf(part, { ...building, inEasy: easy }))
  const steps = nodes.flatMap((other) => (other === node ? parts : partOf(other, building)))
  const edged = inner.length > 2 && isEdge(inner[0]) && isEdge(inner.at(-1))
  const derived = total && ownPart(node, inner, total)
  if (total && derived) return { total, remainder: null, steps: [derived, ...steps] }
  const full = total !== null && (fills(total.extent, parts) || edged)
  return { total, remainder: full ? null : (total?.role ?? 'easy'), steps }
}

/** `VO2max 8 miles with 5 x 600 m`: the heading is for the parts, not for the rest of the run. */
const dropHeading = (node: Node, inner: readonly Node[]): void => {
  const work = inner.filter(isWork)
  if (!node.bout.heading || node.bout.targets.length === 0 || work.length === 0) return
  for (const part of work) if (isBareOfEffort(part)) part.bout.targets.push(...node.bout.targets)
  node.bout.targets = []
}

const isBareOfEffort = ({ bout, inside }: Node): boolean =>
  !inside && bout.targets.length === 0 && bout.feel === undefined && bout.roles.length === 0

/** `50 min at RPE 3, the last 15 at RPE 5`: what a total with a target of its own leaves for that target. */
const ownPart = (node: Node, inner: readonly Node[], total: Total): Step | undefined => {
  const [last] = inner
  if (inner.length !== 1 || !last?.bout.last || !last.amount || node.bout.targets.length === 0 || isCounted(last))
    return undefined
  const { extent } = total
  const part = last.amount
  if (extent.kind === 'time' && part.kind === 'time' && part.duration < extent.duration) {
    const to = extent.to === undefined ? {} : { to: seconds(extent.to - part.duration) }
    const rest = {
      kind: 'time',
      duration: seconds(extent.duration - part.duration),
      unit: extent.unit,
      ...to,
    } as const
    return { kind: 'step', role: total.role ?? 'work', extent: rest, target: total.target }
  }
  if (extent.kind !== 'distance' || part.kind !== 'distance' || part.distance >= extent.distance) return undefined
  const to = extent.to === undefined ? {} : { to: metres(extent.to - part.distance) }
  const rest = {
    kind: 'distance',
    distance: metres(extent.distance - part.distance),
    unit: extent.unit,
    ...to,
  } as const
  return { kind: 'step', role: total.role ?? 'work', extent: rest, target: total.target }
}

/** `48 minutes, 6 x 4 min hard, 4 min easy`, `... 36 minutes`: a bare length that the others add up to. */
const summed = (nodes: readonly Node[], building: Building): Whole | undefined => {
  for (const node of [
    nodes.find((one) => canTotal(one)),
    nodes.findLast((one) => canTotal(one) && (one.bout.roles.length === 0 || one.placed === true)),
  ]) {
    const extent = node && extentOf(node, building)
    if (!node || !extent) continue
    const others = nodes.filter((one) => one !== node && !isEdgeNamed(one))
    if (others.length < 2 && !others.some(isCounted)) continue
    const steps = others.flatMap((one) => partOf(one, building))
    if (!fills(extent, steps)) continue
    const all = nodes.filter((one) => one !== node).flatMap((one) => partOf(one, building))
    node.bout.roles = node.bout.roles.filter((role) => role !== 'warmup' && role !== 'cooldown')
    return { total: totalOf(node, building) ?? null, remainder: null, steps: all }
  }
  return undefined
}

const canTotal = (node: Node): boolean =>
  !node.day &&
  !isCounted(node) &&
  !node.inside &&
  !node.within &&
  node.bout.targets.length === 0 &&
  (node.bout.feel === undefined || node.bout.roles.includes('fartlek')) &&
  !node.bout.effort &&
  node.after.length === 0 &&
  node.bout.roles.every((role) => role === 'long' || role === 'fartlek' || role === 'steady' || node.placed === true) &&
  roughSeconds(node.amount) > 0

/** A warm-up without a length stands outside of any sum. */
const isEdgeNamed = (node: Node): boolean => !node.amount && !node.inside && isEdge(node)
