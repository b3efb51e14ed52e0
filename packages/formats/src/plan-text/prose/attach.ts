import { emptyBout } from './draft.ts'
import { isBare, isCounted, nodeOf, type Node } from './node.ts'
import type { DraftRecovery } from './recoveries.ts'
import type { Break } from './draft.ts'

/** The last part that a recovery can belong to. */
export const lastRun = (nodes: readonly Node[]): Node | undefined => {
  const last = nodes.findLast((node) => !node.day)
  return (last?.within && lastRun(last.within)) ?? last
}

const endsInRecovery = (nodes: readonly Node[] | undefined): boolean => {
  const last = nodes?.at(-1)
  if (!last) return false
  return (
    last.after.length > 0 ||
    (last.bout.loose !== undefined && nodes !== undefined && nodes.length > 1) ||
    last.recovers !== undefined
  )
}

/** Gives a recovery to the part before it: between repetitions, between sets, or as what follows. */
export const attachRecovery = (nodes: Node[], told: DraftRecovery, before: Break): void => {
  const recovery = { ...told, before }
  const last = lastRun(nodes)
  if (!last) {
    nodes.push(recoveryNode(recovery, before))
    return
  }
  if (recovery.none) {
    last.bout.continuous = true
    return
  }
  if (recovery.scope === 'all') return spreadRecovery(nodes, recovery)
  if (recovery.scope === undefined && before === 'stop' && isForGroups(nodes))
    return spreadRecovery(nodes, { ...recovery, repsOnly: true })
  if (recovery.scope === 'set' && !isCounted(last) && (wrapSet(nodes, recovery) || attachToSets(nodes, recovery)))
    return
  if (recovery.scope === 'set' && shareAmongGroups(nodes, recovery)) return
  if (isCounted(last)) return attachToCounted(last, recovery)
  const shared = (recovery.afterEach || recovery.scope === 'rep') && shareAmong(nodes, recovery)
  if (!shared || recovery.afterEach) last.after.push(recovery)
}

/** `3 x 4 x 600m. 150m fast, 150m jog - 8 min between sets`: sets that were counted further back. */
const attachToSets = (nodes: readonly Node[], recovery: DraftRecovery): boolean => {
  const sets = nodes.findLast((node) => node.bout.counts.length > 1)
  if (!sets) return false
  attachToCounted(sets, recovery)
  return true
}

const recoveryNode = (recovery: DraftRecovery, before: Break): Node => {
  const bout = emptyBout(recovery)
  if (recovery.figure) bout.figure = recovery.figure
  bout.roles.push('recovery')
  const [mode] = recovery.modes
  if (mode) bout.mode = mode
  bout.loose = recovery
  return nodeOf(bout, before)
}

const attachToCounted = (last: Node, recovery: DraftRecovery): void => {
  const { counts } = last.bout
  const [only] = last.inside ?? []
  const inner = only && last.inside?.length === 1 && isCounted(only) && only.between.every((slot) => slot === undefined)
  if (inner && recovery.scope !== 'set') return attachToCounted(only, recovery)
  if (recovery.scope === 'rep' && last.inside && last.inside.length > 1) return shareInside(last.inside, recovery)
  if (recovery.scope === 'set') {
    const outer = Math.max(0, counts.length - 2)
    const earlier = last.between[outer]
    if (earlier && !earlier.scope && last.inside && last.inside.length > 1 && counts.length === 1) {
      shareInside(last.inside, earlier)
      last.between[outer] = recovery
    } else if (last.between[outer] === undefined) last.between[outer] = recovery
    else last.after.push(recovery)
    return
  }
  const inmost = last.between.length - 1
  const open = last.between[inmost]
  if (recovery.cycle && open && !open.figure) {
    // `jog back. Every climb off a 90 s cycle`: the same recovery told by its cycle.
    last.between[inmost] = { ...recovery, modes: open.modes, cues: [...open.cues, { from: open.from, to: open.to }] }
    return
  }
  const free = last.between.findLastIndex((slot) => slot === undefined)
  if (free >= 0) last.between[free] = recovery
  else last.after.push(recovery)
}

/** `(400, 300, 200) with 90 s between reps`: behind each part of the set but the last. */
const shareInside = (inside: readonly Node[], recovery: DraftRecovery): void => {
  for (const node of inside.slice(0, -1)) if (node.after.length === 0) node.after.push(recovery)
}

/** `3 min between sets` behind several groups of repetitions: between the groups. */
const shareAmongGroups = (nodes: readonly Node[], recovery: DraftRecovery): boolean => {
  const groups = nodes.filter(isCounted)
  if (groups.length < 2 || groups.some((node) => node.inside || node.bout.counts.length > 1)) return false
  for (const node of groups.slice(0, -1)) if (node.after.length === 0) node.after.push(recovery)
  return true
}

/** A sentence of its own behind several groups that all lack a recovery is for all of them. */
const isForGroups = (nodes: readonly Node[]): boolean => {
  const groups = nodes.filter(isCounted)
  const last = nodes.at(-1)
  const fast = groups.every((node) => !node.bout.roles.some((role) => role === 'strides' || role === 'pickups'))
  const lack = groups.every((node) => takesRecovery(node) && node.after.length === 0)
  return groups.length > 1 && last !== undefined && isCounted(last) && fast && lack
}

/** `between everything`: for each part that has none of its own. */
const spreadRecovery = (nodes: Node[], recovery: DraftRecovery): void => {
  const runs = nodes.filter((node) => !node.day)
  for (const [index, node] of runs.entries()) {
    if (isCounted(node)) {
      const free = node.between.findLastIndex((slot) => slot === undefined)
      if (free >= 0 && !endsInRecovery(node.inside)) node.between[free] = recovery
    }
    const next = runs[index + 1]
    const apart = recovery.repsOnly && isCounted(node)
    if (next && !isEdge(next) && node.after.length === 0 && !isEdge(node) && !apart) node.after.push(recovery)
  }
}

const isEdge = (node: Node): boolean => node.bout.roles.some((role) => role === 'warmup' || role === 'cooldown')

/** Breaks that end a list. */
const APART: ReadonlySet<Break> = new Set<Break>(['then', 'plus', 'stop', 'semicolon', 'line', 'colon'])

/** `800 @ 5k, 400 @ 3k, 200 @ mile with 1 min between each`: the lengths before the last have it too. */
const shareAmong = (nodes: readonly Node[], recovery: DraftRecovery): boolean => {
  let start = nodes.length - 1
  while (start > 0 && !APART.has(nodes[start]?.before ?? 'line') && isListed(nodes[start - 1])) start--
  const list = nodes.slice(start, -1)
  // A list of bare lengths shares what its last has by itself.
  if (list.every(isBare)) return false
  for (const node of list) node.after.push(recovery)
  return true
}

const isListed = (node: Node | undefined): boolean =>
  node !== undefined &&
  !node.day &&
  !isCounted(node) &&
  node.after.length === 0 &&
  !isEdge(node) &&
  !node.bout.roles.includes('easy')

/** `2 sets of 400, 300, 200, 5 min between sets`: the count of sets takes in what follows it. */
const wrapSet = (nodes: Node[], recovery: DraftRecovery): boolean => {
  const start = nodes.findLastIndex((node) => node.bout.counts[0]?.sets === true)
  const head = nodes[start]
  if (!head) return false
  const [count, ...rest] = head.bout.counts
  if (!count) return false
  head.bout.counts = rest
  head.between = head.between.slice(1)
  const inside = nodes.splice(start)
  const wrapped: Node = {
    ...nodeOf({ ...emptyBout(head.bout), counts: [count] }, head.before),
    inside,
    between: [recovery],
  }
  wrapped.bout.to = recovery.to
  nodes.push(wrapped)
  return true
}

/** A jog or walk that was read as a bout, behind repetitions that lack a recovery, is that recovery. */
export const takesRecovery = (node: Node): boolean =>
  isCounted(node) && node.between.some((slot) => slot === undefined) && !endsInRecovery(node.inside)
