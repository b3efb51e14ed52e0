import type { Amount } from '@bell-lap/core'
import { hasEffort } from './merge-sets.ts'
import { type Node, isCounted, nodeOf } from './node.ts'
import { isSame, sizeOf } from './same-length.ts'

/** `6 x 20:40s: sprint 20 seconds, then 40 seconds of rest`: the same repetition told again in words. */
export const mergeRestated = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const node = nodes[index]
    const next = nodes[index + 1]
    if (!node || !next || !isCounted(node) || node.inside || isCounted(next) || next.inside) continue
    const edge = next.bout.roles.some((role) => role === 'warmup' || role === 'cooldown')
    if (edge || hasEffort(node) || !['colon', 'stop'].includes(next.before) || !isSame(node.amount, next.amount))
      continue
    if (node.bout.targets.length === 0) node.bout.targets.push(...next.bout.targets)
    if (next.bout.feel) node.bout.feel ??= next.bout.feel
    if (node.bout.roles.length === 0) node.bout.roles.push(...next.bout.roles)
    const slot = node.between.findLastIndex((recovery) => recovery === undefined)
    const [first] = next.after
    if (slot >= 0 && first) node.between[slot] = first
    node.bout.to = next.bout.to
    const rest = nodes[index + 2]
    const told = rest?.bout.loose && slot < 0 && rest.bout.figure?.low === node.between.at(-1)?.figure?.low
    nodes.splice(index + 1, told ? 2 : 1)
  }
}

/** `4 x 600m. 150m fast, 150m jog`: parts that fill the repetition a whole number of times say how it is run. */
export const fillRepeats = (nodes: Node[]): void => {
  for (let index = 0; index + 2 < nodes.length; index++) {
    const node = nodes[index]
    if (
      !node?.amount ||
      !isCounted(node) ||
      node.inside ||
      node.bout.targets.length > 0 ||
      (node.bout.feel && !node.bout.flying)
    )
      continue
    const parts = partsBehind(nodes, index + 1, node.amount)
    const times = timesInside(node.amount, parts)
    if (times === undefined || !parts.some((part) => part.bout.loose || part.bout.roles.includes('easy'))) continue
    fill(node, parts, times)
    nodes.splice(index + 1, parts.length)
  }
}

/** How often parts fill a length; once where one of them is that length told again. */
const timesInside = (amount: Amount, parts: readonly Node[]): number | undefined => {
  if (parts.length < 2 || parts.some((part) => part.amount?.kind !== amount.kind || isCounted(part))) return undefined
  const round = parts.reduce((sum, part) => sum + (part.amount ? sizeOf(part.amount) : 0), 0)
  const times = sizeOf(amount) / round
  if (Number.isInteger(times)) return times
  return parts.some((part) => isSame(part.amount, amount)) ? 1 : undefined
}

/** `8K tempo (4K at MP, 4K at 10K)`: a bracket whose parts make up the length is what is run; any other describes it. */
export const settleDescriptions = (nodes: readonly Node[]): void => {
  for (const node of nodes) {
    const { described, amount } = node
    if (!described) continue
    delete node.described
    const times = amount && !node.inside && !node.within ? timesInside(amount, described.nodes) : undefined
    if (times !== undefined && isCounted(node)) fill(node, described.nodes, times)
    else if (times === 1) node.within = described.nodes
    else {
      node.bout.cues.push({ from: described.from, to: described.to })
      describe(node, described.nodes)
    }
  }
}

/** A bracket that tells how a bout is run gives it the pace that it names. */
const describe = (node: Node, parts: readonly Node[]): void => {
  if (node.bout.targets.length > 0 || node.inside || parts.some(isCounted)) return
  const [target] = parts.findLast((part) => part.bout.targets.length > 0)?.bout.targets ?? []
  if (target) node.bout.targets.push(target)
}

const partsBehind = (nodes: readonly Node[], from: number, amount: Amount): Node[] => {
  if (!['stop', 'colon', 'line', 'dash'].includes(nodes[from]?.before ?? '')) return []
  const parts: Node[] = []
  for (const part of nodes.slice(from, from + 6)) {
    const ends = parts.length > 0 && !['comma', 'slash', 'then', 'and'].includes(part.before)
    if (ends || isCounted(part) || part.inside || part.day || part.amount?.kind !== amount.kind) break
    parts.push(part)
  }
  return parts
}

/** Puts parts inside a repetition, as often as they fill it. */
const fill = (node: Node, parts: Node[], times: number): void => {
  const cues = node.bout.cues
  if (times === 1) node.inside = parts
  else {
    const { amount: _amount, ...round } = nodeOf(
      { ...node.bout, counts: [{ low: times, sets: false }], cues: [] },
      'joined',
    )
    delete (round as { bout: { figure?: unknown } }).bout.figure
    node.inside = [{ ...round, between: [undefined], inside: parts }]
  }
  delete node.bout.figure
  delete node.amount
  node.bout.cues = cues
}
