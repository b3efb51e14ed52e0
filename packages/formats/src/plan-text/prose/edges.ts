import { emptyBout } from './draft.ts'
import { isWork } from './loose.ts'
import { isBare, isCounted, nodeOf, type Node } from './node.ts'
import { roughSeconds } from './sizes.ts'

/** `WU includes 6 strides` behind `15 min WU`: the strides become a word of that warm-up. */
export const mergeToldEdges = (nodes: Node[]): void => {
  for (let index = nodes.length - 1; index > 0; index--) {
    const node = nodes[index]
    const [role] = node?.bout.roles ?? []
    if (!node?.within || node.amount || (role !== 'warmup' && role !== 'cooldown')) continue
    const earlier = nodes.find(
      (other) => other !== node && other.amount !== undefined && other.bout.roles.includes(role),
    )
    if (!earlier) continue
    earlier.bout.cues.push({ from: node.bout.from, to: node.within.at(-1)?.bout.to ?? node.bout.to })
    nodes.splice(index, 1)
  }
}

/** `3 x 8 min hills, ..., warm-up at least 15 min`: told last, run first. */
export const moveWarmUps = (nodes: Node[]): void => {
  const index = nodes.findIndex((node) => node.bout.roles.includes('warmup') && !node.bout.roles.includes('cooldown'))
  const node = nodes[index]
  if (!node || index === 0 || node.slot) return
  const before = nodes.slice(0, index)
  if (!before.some((one) => isWork(one) && !isStrides(one)) || before.some((one) => one.day)) return
  nodes.splice(index, 1)
  nodes.unshift(node)
}

const isEdgeRole = (role: string): boolean => role === 'warmup' || role === 'cooldown'

/** `12-15 minutes warm-up and warm-down`: one at each end. */
export const splitEdges = (nodes: Node[]): void => {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    const edges = node?.bout.roles.filter(isEdgeRole) ?? []
    if (!node || !(edges.includes('warmup') && edges.includes('cooldown')) || isCounted(node)) continue
    const first: Node = { ...node, bout: { ...node.bout, roles: ['warmup'] } }
    const last: Node = { ...nodeOf({ ...emptyBout(node.bout), roles: ['cooldown'] }, 'then') }
    if (node.bout.figure) last.bout.figure = node.bout.figure
    if (node.amount) last.amount = node.amount
    if (node.slot) last.slot = node.slot
    nodes.splice(index, 1)
    const start = nodes.findIndex((other) => other.slot === node.slot)
    nodes.splice(Math.max(0, start), 0, first)
    nodes.push(last)
    return
  }
}

/** Shorter than this, a bare length is no run of its own. */
const SHORTEST_RUN = 300

/** Lengths without a word about how, in a session that holds nothing harder, are easy running. */
export const namePlainRuns = (nodes: readonly Node[]): void => {
  const runs = nodes.filter((node) => !node.day)
  if (runs.some((node) => isWork(node) && !isBare(node) && !isStrides(node))) return
  for (const node of runs) {
    if (!isBare(node) || roughSeconds(node.amount) < SHORTEST_RUN) continue
    node.bout.roles.push('easy')
    node.placed = true
  }
}

/** Shorter than this, a bare length before work is no warm-up. */
const SHORTEST_EDGE = 240

/** A bare length before the work warms up, one behind it cools down. */
export const nameEdges = (nodes: readonly Node[]): void => {
  for (const slot of new Set(nodes.map((node) => node.slot))) nameEdgesOf(nodes.filter((node) => node.slot === slot))
}

const nameEdgesOf = (nodes: readonly Node[]): void => {
  const runs = nodes.filter((node) => !node.day)
  if (!runs.some((node) => isWork(node) && !isPlain(node) && !isStrides(node)) || runs.length < 2) return
  const first = runs[0]
  const last = runs.at(-1)
  if (first && isPlain(first) && roughSeconds(first.amount) >= SHORTEST_EDGE && !first.bout.last)
    nameEdge(first, 'warmup')
  if (last && last !== first && isPlain(last) && roughSeconds(last.amount) >= SHORTEST_EDGE && !last.bout.last)
    nameEdge(last, 'cooldown')
}

const nameEdge = (node: Node, role: 'warmup' | 'cooldown'): void => {
  if (isBare(node)) node.placed = true
  node.bout.roles = [role]
}

const isPlain = (node: Node): boolean =>
  isBare(node) ||
  (node.bout.loose !== undefined &&
    !isCounted(node) &&
    node.bout.roles.every((role) => role === 'easy' || role === 'recovery'))
const isStrides = (node: Node): boolean => node.bout.roles.includes('strides') || node.bout.roles.includes('pickups')

/** A recovery run beside other bouts is easy running at recovery pace; alone it is the session. */
export const nameRecoveryRuns = (nodes: readonly Node[]): void => {
  if (nodes.length < 2) return
  for (const { bout } of nodes) {
    const index = bout.roles.indexOf('recovery')
    if (index < 0) continue
    bout.roles[index] = 'easy'
    if (bout.targets.length === 0) bout.targets.push({ kind: 'known', target: { kind: 'pace', pace: 'recovery' } })
  }
}
