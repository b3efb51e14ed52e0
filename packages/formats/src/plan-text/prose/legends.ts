import { type Node, isBare, isCounted } from './node.ts'
import { isSame } from './same-length.ts'

/** All single bouts, those inside lists included. */
const boutsOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => (node.inside ? boutsOf(node.inside) : [node]))

const lacksTarget = (node: Node): boolean => node.bout.targets.length === 0 && node.bout.feel === undefined && !node.day

/**
 * `400-800-400. 400s at 3K pace, the 800 at 5K pace`: lengths that were told before, each with a pace now,
 * say how those are run and add nothing to the session.
 */
export const applyLegend = (nodes: Node[]): void => {
  const start = nodes.findIndex((node, index) => index > 0 && node.before === 'stop' && isEntry(node))
  if (start < 1) return
  const end = nodes.findIndex((node, index) => index >= start && !isEntry(node))
  const entries = boutsOf(nodes.slice(start, end < 0 ? nodes.length : end))
  const told = boutsOf(nodes.slice(0, start)).filter(lacksTarget)
  if (!entries.every((entry) => told.some((node) => isSame(node.amount, entry.amount)))) return
  for (const entry of entries) {
    for (const node of told) {
      if (!isSame(node.amount, entry.amount)) continue
      node.bout.targets.push(...entry.bout.targets)
      if (entry.bout.feel) node.bout.feel = entry.bout.feel
    }
  }
  const after = nodes[(end < 0 ? nodes.length : end) - 1]?.after ?? []
  nodes.splice(start, entries.length > 0 ? (end < 0 ? nodes.length : end) - start : 0)
  const last = nodes.at(-1)
  if (last) last.after = [...last.after, ...after].filter((recovery) => recovery.scope !== 'all')
}

const isEntry = (node: Node): boolean => {
  if (node.rungs && node.inside) return node.inside.every(isEntry)
  return (
    !isCounted(node) &&
    node.amount !== undefined &&
    !isBare(node) &&
    !lacksTarget(node) &&
    !node.bout.loose &&
    !node.inside
  )
}
