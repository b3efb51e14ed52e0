import { type Node, isBare, isCounted } from './node.ts'

const HEADINGS = new Set(['fartlek', 'tempo', 'long', 'hill', 'easy', 'steady', 'recovery'])

const isHeading = (node: Node): boolean =>
  !node.bout.figure &&
  !isCounted(node) &&
  !node.inside &&
  !node.within &&
  !node.day &&
  !node.bout.loose &&
  node.after.length === 0 &&
  (node.bout.roles.length > 0 || node.bout.targets.length > 0 || node.bout.feel !== undefined) &&
  node.bout.roles.every((role) => HEADINGS.has(role))

/** `Brisk fartlek, 48 minutes`: the length behind a comma is that of the bout that was named before it. */
export const mergeHeadings = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const head = nodes[index]
    const next = nodes[index + 1]
    if (!head || !next || !isHeading(head)) continue
    if (isCounted(next) && ['dash', 'line', 'stop'].includes(next.before)) {
      giveHeading(head, next)
      nodes.splice(index, 1)
      continue
    }
    if (!isBare(next) || next.before !== 'comma') continue
    if (next.bout.figure) head.bout.figure = next.bout.figure
    head.bout.to = next.bout.to
    head.bout.cues.push(...next.bout.cues)
    head.after.push(...next.after)
    nodes.splice(index + 1, 1)
  }
}

const giveHeading = (head: Node, next: Node): void => {
  const { bout } = next
  if (bout.roles.length === 0) bout.roles.push(...head.bout.roles)
  if (bout.targets.length === 0) bout.targets.push(...head.bout.targets)
  if (head.bout.feel) bout.feel ??= head.bout.feel
  bout.cues.unshift(...head.bout.cues)
}

/** `100 minutes, hilly course`: a word about the ground behind a run. */
export const mergeTerrain = (nodes: Node[]): void => {
  for (let index = 1; index < nodes.length; index++) {
    const node = nodes[index]
    const before = nodes[index - 1]
    const ground =
      node &&
      isHeading(node) &&
      node.bout.roles.every((role) => role === 'hill') &&
      node.before === 'comma' &&
      node.bout.targets.length === 0
    if (!node || !before?.bout.figure || !ground) continue
    before.bout.cues.push({ from: node.bout.from, to: node.bout.cues.at(-1)?.to ?? node.bout.to })
    nodes.splice(index, 1)
    index--
  }
}

/** `Sprints: 4 x 60 m, 3 x 80 m`: a heading with a colon is for all repetitions of its sentence. */
export const carryLabels = (nodes: readonly Node[]): void => {
  let label: Node | undefined
  for (const node of nodes) {
    const { bout } = node
    const plain = bout.roles.length === 0 && bout.targets.length === 0 && bout.feel === undefined && !bout.effort
    if (bout.label && isCounted(node)) label = node
    else if (!isCounted(node) || node.inside || !['comma', 'and', 'then'].includes(node.before)) label = undefined
    else if (label && plain) {
      bout.roles.push(...label.bout.roles)
      bout.targets.push(...label.bout.targets)
      if (label.bout.feel) bout.feel = label.bout.feel
    }
  }
}

/** Slowest and fastest that a run is told twice at, in metres a second. */
const SLOWEST_TWIN = 1.8
const FASTEST_TWIN = 6

/** `10 miles, 80 mins`, `12k/60min easy`: one run in both measures. */
export const mergeTwins = (nodes: Node[]): void => {
  const [one, other, ...others] = nodes
  if (!one?.bout.figure || !other?.bout.figure || others.length > 0 || !isBare(one)) return
  const easy =
    !isCounted(other) && !other.bout.loose && other.after.length === 0 && other.bout.targets.length === 0 && !other.day
  if (
    !easy ||
    (other.before !== 'comma' && other.before !== 'slash') ||
    other.bout.roles.some((role) => role !== 'easy' && role !== 'long')
  )
    return
  const metres = one.bout.figure.low * (one.bout.figure.unit === 'mi' ? 1609.344 : 1000)
  const seconds = other.bout.figure.low * (other.bout.figure.unit === 'min' ? 60 : 3600)
  const units =
    ['mi', 'km', 'K'].includes(one.bout.figure.unit ?? '') && ['min', 'h'].includes(other.bout.figure.unit ?? '')
  if (!units || metres / seconds < SLOWEST_TWIN || metres / seconds > FASTEST_TWIN || metres < 3000) return
  one.bout.restated = other.bout.figure
  one.bout.roles.push(...other.bout.roles)
  one.bout.cues.push(...other.bout.cues)
  nodes.splice(1, 1)
}

/** `3 tempo blocks - 10, 8, 5 min`: the count tells how many lengths follow; `6 strides, 100 m`: the length of each. */
export const mergeCounted = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const head = nodes[index]
    if (
      !head ||
      head.bout.figure ||
      head.inside ||
      head.bout.counts.length !== 1 ||
      head.after.length > 0 ||
      head.between[0]
    )
      continue
    const list = barePartsBehind(nodes, index + 1)
    const joint = list[0]?.before ?? 'line'
    const announced =
      joint === 'dash' || joint === 'colon' || (joint === 'comma' && !head.bout.roles.includes('strides'))
    const many = announced && list.length > 1 && list.length === head.bout.counts[0]?.low
    if (many) {
      const tail = list.at(-1)?.bout
      tail?.roles.push(...head.bout.roles)
      tail?.targets.push(...head.bout.targets)
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

const barePartsBehind = (nodes: readonly Node[], from: number): Node[] => {
  const end = nodes.findIndex(
    (node, index) =>
      index >= from && (!isBare(node) || (index > from && !['comma', 'and', 'dash', 'slash'].includes(node.before))),
  )
  return nodes.slice(from, end < 0 ? nodes.length : end)
}

/** `Yasso 800s: 8 x 800m`: a heading that names the length. */
export const dropNamed = (nodes: Node[]): void => {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    const [first] = node?.within ?? []
    if (!node?.within || !first || isCounted(node) || !isCounted(first) || node.bout.figure?.unit !== 'plural') continue
    if (node.bout.figure.low !== first.bout.figure?.low) continue
    first.bout.cues.push({ from: node.bout.from, to: node.bout.to })
    nodes.splice(index, 1, ...node.within)
  }
}
