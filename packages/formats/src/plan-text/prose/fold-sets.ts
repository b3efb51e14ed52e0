import { type DraftGroup, emptyBout } from './draft.ts'
import { type Folded, hold, mayHold, openList } from './folded.ts'
import { type Node, isBare, isCounted, nodeOf } from './node.ts'

/** `3 x (...)`, `(...) x 5`. */
export const pushSet = (folded: Folded, group: DraftGroup, last: Node | undefined): void => {
  const inner = folded.deeper(group.items, folded.doubts)
  folded.remarks.push(...inner.remarks)
  const label = last && last.bout.label && !last.bout.figure && !isCounted(last) ? last : undefined
  const list = openList(folded)
  if (label) list.splice(list.lastIndexOf(label), 1)
  // `Flying 30s (40m build / 30m flat out / 40m ease) x 4`: the length before the bracket is told again inside.
  const named =
    last &&
    !label &&
    last.bout.figure &&
    !isCounted(last) &&
    folded.pending === 'joined' &&
    inner.nodes.some((node) => isToldIn(last, node))
  if (named) list.splice(list.lastIndexOf(last), 1)
  const bout = emptyBout(group)
  bout.counts = [...group.counts]
  if (named) bout.cues.push({ from: last.bout.from, to: last.bout.to })
  const node = nodeOf(bout, folded.pending)
  node.inside = inner.nodes
  pairInside(inner.nodes)
  if (folded.slot) node.slot = folded.slot
  if (label) giveLabel(node.inside, label)
  if (
    last &&
    !label &&
    !named &&
    list === folded.nodes &&
    mayHold(last) &&
    folded.pending === 'joined' &&
    folded.nodes.length === 1
  )
    hold(folded, last)
  openList(folded).push(node)
  folded.totals.push(...inner.totals)
}

/** `10 x (1'/1')`: work and rest. */
const pairInside = (nodes: Node[]): void => {
  const [work, rest, ...others] = nodes
  if (
    !work ||
    !rest ||
    others.length > 0 ||
    !isBare(work) ||
    !isBare(rest) ||
    (rest.before !== 'slash' && rest.before !== 'colon')
  )
    return
  const { figure, from, to } = rest.bout
  work.after.push({
    kind: 'recovery',
    modes: [],
    sure: true,
    resting: false,
    cues: [],
    from,
    to,
    ...(figure ? { figure } : {}),
  })
  nodes.splice(1)
}

const isToldIn = (named: Node, node: Node): boolean => {
  const [one, other] = [named.bout.figure, node.bout.figure]
  const alike = one?.unit === other?.unit || one?.unit === 'plural'
  return one !== undefined && one.low === other?.low && alike && named.bout.roles.length === 0
}

/** `Tempo: 3 x (...)`: role and target of the heading for the parts that name none. */
const giveLabel = (nodes: readonly Node[], label: Node): void => {
  for (const node of nodes) {
    if (node.bout.loose || node.recovers) continue
    if (node.inside) giveLabel(node.inside, label)
    else if (node.bout.roles.length === 0 && node.bout.targets.length === 0 && !node.bout.feel) {
      node.bout.roles.push(...label.bout.roles)
      node.bout.targets.push(...label.bout.targets)
      if (label.bout.feel) node.bout.feel = label.bout.feel
    }
  }
}

/** `16 x 200 (4 sets of 4 x 200)`: the bracket says how the repetitions are grouped. */
export const tellsCounts = (last: Node, inner: Folded): boolean => {
  const [only, ...others] = inner.nodes
  if (!only || others.length > 0 || !isCounted(last) || last.inside || only.inside) return false
  const product = (node: Node): number =>
    node.bout.counts.reduce((times, count) => times * (count.low ?? Number.NaN), 1)
  if (product(only) !== product(last) || only.bout.figure?.low !== last.bout.figure?.low) return false
  last.bout.counts = only.bout.counts
  last.between = only.between
  return true
}

/** `5 hill repeats (run 150 yds up, jog down to the foot; repeat 4 times)`: the bracket says what is repeated. */
export const fillCounted = (last: Node, inner: Folded): void => {
  const [only] = inner.nodes
  const again = inner.nodes.length === 1 && only?.inside && isCounted(only) ? only.inside : inner.nodes
  const [single] = again
  if (again.length !== 1 || !single || isCounted(single) || single.inside) {
    last.inside = again
    return
  }
  const { figure, roles, targets, feel, mode } = single.bout
  if (figure) last.bout.figure = figure
  last.bout.roles.push(...roles)
  last.bout.targets.push(...targets)
  if (feel) last.bout.feel ??= feel
  if (mode) last.bout.mode = mode
  last.bout.cues.push(...single.bout.cues)
  const [first, ...rest] = single.after
  const slot = last.between.findLastIndex((recovery) => recovery === undefined)
  if (first && slot >= 0) last.between[slot] = first
  last.after.push(...rest)
}
