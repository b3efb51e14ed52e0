import type { Amount } from '@bell-lap/core'
import { isBare, isCounted, nodeOf, type Node } from './node.ts'

const HEADINGS = new Set(['fartlek', 'tempo', 'long', 'hill', 'easy', 'steady', 'recovery'])

const isHeading = (node: Node): boolean =>
  !node.bout.figure && !isCounted(node) && !node.inside && !node.within && !node.day && !node.bout.loose && node.after.length === 0
  && (node.bout.roles.length > 0 || node.bout.targets.length > 0) && node.bout.roles.every((role) => HEADINGS.has(role))

/** `Brisk fartlek, 48 minutes`: the length behind a comma is that of the bout that was named before it. */
export const mergeHeadings = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const head = nodes[index]
    const next = nodes[index + 1]
    if (!head || !next || !isHeading(head) || !isBare(next) || next.before !== 'comma') continue
    if (next.bout.figure) head.bout.figure = next.bout.figure
    head.bout.to = next.bout.to
    head.bout.cues.push(...next.bout.cues)
    head.after.push(...next.after)
    nodes.splice(index + 1, 1)
  }
}

/** `3 tempo blocks - 10, 8, 5 min`: the count tells how many lengths follow; `6 strides, 100 m`: the length of each. */
export const mergeCounted = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const head = nodes[index]
    if (!head || head.bout.figure || head.inside || head.bout.counts.length !== 1 || head.after.length > 0 || head.between[0]) continue
    const list = barePartsBehind(nodes, index + 1)
    const many = list.length > 1 && list.length === head.bout.counts[0]?.low
    if (many) {
      for (const { bout } of list) {
        bout.roles.push(...head.bout.roles)
        bout.targets.push(...head.bout.targets)
      }
      nodes.splice(index, 1)
    } else if (list.length === 1 && list[0]?.bout.figure && list[0].before === 'comma') {
      head.bout.figure = list[0].bout.figure
      head.bout.to = list[0].bout.to
      head.bout.cues.push(...list[0].bout.cues)
      for (const [slot, recovery] of list[0].after.entries()) {
        if (slot === 0) head.between[0] = recovery
        else head.after.push(recovery)
      }
      nodes.splice(index + 1, 1)
    }
  }
}

/** `3 x 200/400/200`: joined by one sign and without a word of their own, all of them are repeated. */
export const mergeCountedLists = (nodes: Node[]): void => {
  for (let index = 0; index + 2 < nodes.length; index++) {
    const head = nodes[index]
    if (!head?.bout.figure || head.bout.counts.length !== 1 || head.inside || head.after.length > 0 || head.between[0]) continue
    const joint = nodes[index + 1]?.before
    if ((joint !== 'slash' && joint !== 'dash') || hasEffort(head)) continue
    const rest = nodes.slice(index + 1)
    const end = rest.findIndex((node) => node.before !== joint || isCounted(node) || node.inside !== undefined || node.day !== undefined)
    const list = rest.slice(0, end < 0 ? rest.length : end)
    if (list.length < 2 || list.slice(0, -1).some((node) => !isBare(node))) continue
    const first = nodeOf({ ...head.bout, counts: [] }, 'joined')
    const { figure: _figure, ...bout } = head.bout
    nodes.splice(index, list.length + 1, { ...nodeOf({ ...bout, cues: [] }, head.before), inside: [first, ...list], ...(head.slot ? { slot: head.slot } : {}) })
  }
}

const hasEffort = (node: Node): boolean => node.bout.targets.length > 0 || node.bout.feel !== undefined

const barePartsBehind = (nodes: readonly Node[], from: number): Node[] => {
  const end = nodes.findIndex((node, index) => index >= from && (!isBare(node) || (index > from && !['comma', 'and', 'dash', 'slash'].includes(node.before))))
  return nodes.slice(from, end < 0 ? nodes.length : end)
}

const sizeOf = (amount: Amount): number => (amount.kind === 'time' ? amount.duration : amount.distance)

const isSame = (one: Amount | undefined, other: Amount | undefined): boolean =>
  one !== undefined && other !== undefined && one.kind === other.kind && Math.abs(sizeOf(one) - sizeOf(other)) < 0.5

/** `6 x 20:40s: sprint 20 seconds, then 40 seconds of rest`: the same repetition told again in words. */
export const mergeRestated = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const node = nodes[index]
    const next = nodes[index + 1]
    if (!node || !next || !isCounted(node) || node.inside || isCounted(next) || next.inside) continue
    if (!['colon', 'stop', 'line'].includes(next.before) || !isSame(node.amount, next.amount)) continue
    if (node.bout.targets.length === 0) node.bout.targets.push(...next.bout.targets)
    if (next.bout.feel) node.bout.feel ??= next.bout.feel
    if (node.bout.roles.length === 0) node.bout.roles.push(...next.bout.roles)
    const slot = node.between.findLastIndex((recovery) => recovery === undefined)
    const [first] = next.after
    if (slot >= 0 && first) node.between[slot] = first
    node.bout.to = next.bout.to
    nodes.splice(index + 1, 1)
  }
}

/** `4 x 600m. 150m fast, 150m jog`: parts that fill the repetition a whole number of times say how it is run. */
export const fillRepeats = (nodes: Node[]): void => {
  for (let index = 0; index + 2 < nodes.length; index++) {
    const node = nodes[index]
    if (!node?.amount || !isCounted(node) || node.inside || node.bout.targets.length > 0 || (node.bout.feel && !node.bout.flying)) continue
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
export const fill = (node: Node, parts: Node[], times: number): void => {
  const cues = node.bout.cues
  if (times === 1) node.inside = parts
  else {
    const { amount: _amount, ...round } = nodeOf({ ...node.bout, counts: [{ low: times, sets: false }], cues: [] }, 'joined')
    delete (round as { bout: { figure?: unknown } }).bout.figure
    node.inside = [{ ...round, between: [undefined], inside: parts }]
  }
  delete node.bout.figure
  delete node.amount
  node.bout.cues = cues
}
