import type { Amount } from '@bell-lap/core'
import { emptyBout } from './draft.ts'
import { isBare, isCounted, nodeOf, type Node } from './node.ts'
import { roughSeconds } from './sizes.ts'

const LISTING = new Set(['comma', 'and', 'dash', 'slash', 'then', 'joined'])

/** A length of a list: nothing but a length, and perhaps a recovery; the first may have a pace of its own. */
const isRung = (node: Node): boolean =>
  (isBare(node) || node.first === true) && node.amount !== undefined && !node.recovers

/** `fartlek 6-5-4 min`: the word before the first is for all. */
const isHead = (node: Node, joint: string): boolean =>
  (joint === 'dash' || joint === 'slash') &&
  node.amount !== undefined &&
  !isCounted(node) &&
  node.bout.targets.length <= (node.first ? 1 : 0) &&
  node.bout.feel === undefined &&
  !node.inside &&
  !node.within &&
  node.bout.roles.length > 0 &&
  node.bout.roles.every((role) => role === 'fartlek' || role === 'tempo' || role === 'hill')

const isTail = (node: Node): boolean =>
  !isCounted(node) &&
  node.amount !== undefined &&
  !node.inside &&
  !node.within &&
  !node.day &&
  !node.bout.loose &&
  !node.recovers &&
  node.bout.roles.every((role) => role === 'tempo' || role === 'hill' || role === 'fartlek')

/**
 * Lengths in a row share the pace and recovery that are told with the last of them: `1200, 800, 400 at 5K pace`,
 * `6, 12 and 8 min with 3 min rest`. A tail behind a single longer length is a session after a warm-up instead.
 */
export const shareLists = (nodes: Node[]): void => {
  for (let end = nodes.length - 1; end > 0; end--) {
    const start = listStart(nodes, end)
    const tail = nodes[end]
    if (!tail || start === end || !sharesList(nodes.slice(start, end + 1), nodes[end + 1])) {
      end = Math.max(start, 1)
      continue
    }
    wrapList(nodes, start, end)
    end = start
  }
}

const listStart = (nodes: readonly Node[], end: number): number => {
  const tail = nodes[end]
  if (!tail || !isTail(tail)) return end
  let start = end
  while (start > 0) {
    const node = nodes[start - 1]
    const joint = nodes[start]?.before ?? 'line'
    if (
      !node ||
      !LISTING.has(joint) ||
      !(isRung(node) || isHead(node, joint)) ||
      node.slot !== tail.slot ||
      !isLike(node.amount, tail.amount)
    )
      break
    start--
  }
  return start
}

const isLike = (one: Amount | undefined, other: Amount | undefined): boolean =>
  one?.kind === other?.kind &&
  roughSeconds(one) <= roughSeconds(other) * 12 &&
  roughSeconds(other) <= roughSeconds(one) * 12

/** Longer than this, a bare length before another may be a warm-up. */
const LONGEST_RUNG = 400

const sharesList = (list: readonly Node[], next: Node | undefined): boolean => {
  const tail = list.at(-1)
  if (!tail || (next && isRung(next) && next.before === 'comma' && tail.bout.targets.length > 0)) return false
  const told =
    tail.bout.targets.length > 0 ||
    tail.bout.feel !== undefined ||
    tail.bout.roles.length > 0 ||
    tail.after.length > 0 ||
    tail.bout.effort
  if (!told && list.length < 3 && !list.some((node) => node.after.length > 0)) return false
  const loosely = list.some((node, index) => index > 0 && (node.before === 'joined' || node.before === 'then'))
  const aside = list.length === 2 && tail.before === 'comma' && roughSeconds(list[0]?.amount) > LONGEST_RUNG
  return (
    !aside &&
    !(
      loosely &&
      tail.bout.targets.length > 0 &&
      tail.before !== 'dash' &&
      !list.slice(0, -1).some((node) => node.after.length > 0)
    )
  )
}

const wrapList = (nodes: Node[], start: number, end: number): void => {
  const rungs = nodes.slice(start, end + 1)
  const [head] = rungs
  const tail = rungs.at(-1)
  if (!head || !tail) return
  const [told] = tail.bout.targets
  const each = told?.kind === 'each' && told.targets.length === rungs.length ? told.targets : undefined
  const own = tail.bout.targets.length > 0 || tail.bout.feel !== undefined || tail.bout.roles.length > 0
  for (const rung of rungs) if (rung !== tail && !rung.first && !(isHead(rung, 'dash') && !own)) copyEffort(rung, tail)
  if (!own && head.bout.roles.length > 0) for (const rung of rungs.slice(1)) rung.bout.roles = [...head.bout.roles]
  for (const [index, target] of (each ?? []).entries()) {
    const rung = rungs[index]
    if (rung) rung.bout.targets = [{ kind: 'known', target }]
  }
  const bare = rungs.slice(0, -1).every((rung) => rung.after.length === 0)
  const [shared, ...rest] = tail.after
  const shares = bare && shared && (shared.before !== 'semicolon' || shared.afterEach || shared.scope)
  const ladder = nodeOf({ ...emptyBout(head.bout), to: tail.bout.to }, head.before)
  ladder.rungs = true
  ladder.inside = rungs
  if (head.slot) ladder.slot = head.slot
  if (shares) {
    tail.after = []
    ladder.between = [shared]
    ladder.after = rest
  } else {
    ladder.after = tail.after
    tail.after = []
  }
  nodes.splice(start, rungs.length, ladder)
}

const copyEffort = (rung: Node, tail: Node): void => {
  rung.bout.targets = [...tail.bout.targets]
  rung.bout.roles = [...tail.bout.roles]
  if (tail.bout.feel) rung.bout.feel = tail.bout.feel
  if (tail.bout.effort) rung.bout.effort = true
}
