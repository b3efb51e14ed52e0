import type { Target } from '@bell-lap/core'
import { takesRecovery } from './attach.ts'
import { emptyBout } from './draft.ts'
import { isBare, isCounted, type Node } from './node.ts'
import { roughSeconds } from './sizes.ts'
import { isTime } from './units.ts'

const EASY = new Set(['warmup', 'cooldown', 'easy', 'recovery', 'long'])

/** A part that is more than easy running. */
export const isWork = (node: Node): boolean => {
  if (node.day || node.recovers) return false
  if (isCounted(node) || node.inside || node.within) return true
  if (node.bout.loose || node.bout.roles.some((role) => EASY.has(role))) return false
  return true
}

/** `walk 5 min, jog 90 s, walk 2 min, jog 3 min`: where nothing is faster than a jog, the walks between are the recoveries. */
export const settleRunWalk = (nodes: Node[], repeated: boolean): void => {
  const running = nodes.filter((node) => !node.day)
  const walks = running.filter((node) => node.bout.loose && node.bout.mode === 'walk')
  // Running whose walk was already told as its recovery.
  for (const { bout, after } of running) {
    if (bout.run && isWalkRun(bout) && after.some((recovery) => recovery.modes.includes('walk')))
      bout.roles.push('easy')
  }
  const jogs = running.filter(
    (node) =>
      (node.bout.loose && node.bout.mode !== 'walk') || (node.bout.run && isWalkRun(node.bout) && walks.length > 0),
  )
  if (
    running.some((node) => isWork(node) && !jogs.includes(node)) ||
    walks.length === 0 ||
    jogs.length === 0 ||
    running.length < 2
  )
    return
  for (let index = nodes.length - 1; index > 0; index--) {
    const node = nodes[index]
    const before = nodes[index - 1]
    const walk = node?.bout.loose && node.bout.mode === 'walk' ? node.bout.loose : undefined
    if (!node || !walk || !before || before.bout.mode === 'walk' || (index === nodes.length - 1 && !repeated)) continue
    before.after.push({ ...walk, before: node.before })
    nodes.splice(index, 1)
  }
  const [first] = running
  const last = running.at(-1)
  if (!repeated && first && walks.includes(first)) first.bout.roles.push('warmup')
  if (!repeated && last && last !== first && walks.includes(last)) last.bout.roles.push('cooldown')
  for (const { bout } of jogs) {
    delete bout.loose
    if (!bout.roles.includes('easy')) bout.roles.push('easy')
  }
}

/** `60 s running, 90 s walking`: running that only the walk is slower than. */
const isWalkRun = (bout: Node['bout']): boolean =>
  bout.roles.every((role) => role === 'easy') &&
  bout.targets.length === 0 &&
  bout.feel === undefined &&
  !bout.effort &&
  isTime(bout.figure?.unit ?? null)

/** Longer than this a jog between hard bouts is a run of its own. */
const LONGEST_JOG = 420

/**
 * Decides what a jog or walk is that no word calls a recovery: warm-up or cool-down at the ends, the recovery of
 * repetitions that lack one, else what stands between two hard bouts.
 */
export const settleLoose = (nodes: Node[], repeated: boolean): void => {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    const { loose } = node?.bout ?? {}
    if (!node || !loose || isCounted(node) || node.bout.roles.some((role) => role !== 'easy')) continue
    const before = nodes[index - 1]
    if (!before || before.day || node.slot !== before.slot) continue
    if (repeated && isFloatBout(nodes, node)) {
      node.bout.roles = []
      node.bout.faster = true
      delete node.bout.loose
      continue
    }
    const follows = nodes[index + 1]
    if (isForRepeats(before, node, follows !== undefined)) {
      const slot = before.between.findLastIndex((recovery) => recovery === undefined)
      before.between[slot] = { ...loose, before: node.before }
    } else if (isBetween(before, node, follows, repeated)) before.after.push({ ...loose, before: node.before })
    else continue
    nodes.splice(index, 1)
    index--
  }
}

/** A float listed beside recoveries that are called so is a bout of the work. */
const isFloatBout = (nodes: readonly Node[], node: Node): boolean =>
  node.bout.mode === 'float' &&
  nodes.some((other) => other.after.some((recovery) => recovery.sure && !recovery.modes.includes('float')))

const isForRepeats = (before: Node, node: Node, followed: boolean): boolean => {
  if (!takesRecovery(before) || node.before === 'plus' || node.before === 'line' || node.before === 'semicolon')
    return false
  const size = roughSeconds(node.amount)
  const rep = roughSeconds(before.amount)
  if (followed) return size <= Math.max(rep * 2, LONGEST_JOG)
  return node.amount === undefined || size <= Math.max(rep * 1.5, 200)
}

const isBetween = (before: Node, node: Node, follows: Node | undefined, repeated: boolean): boolean => {
  if (!isWork(before)) return false
  if (repeated) return true
  if (node.before === 'plus' && !follows) return false
  const size = roughSeconds(node.amount)
  if (follows) return size <= LONGEST_JOG && isWork(follows)
  return size > 0 && size < 180 && !isCounted(before)
}

/** Longer than this, a bare time between two groups is a run. */
const LONGEST_PAUSE = 600

/** `3 x 150 m, 5 min, 3 x 150 m`: a bare time between two groups of repetitions. */
export const settlePauses = (nodes: readonly Node[]): void => {
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    const next = nodes[index + 1]
    const between = before && next && isCounted(before) && isCounted(next) && isBare(node)
    if (between && node.amount?.kind === 'time' && node.amount.duration <= LONGEST_PAUSE)
      node.recovers = asRecovery(node)
  }
}

/** Easy running between hard bouts of a repeated stretch, or much slower than the bout before it, is recovery. */
export const settleEasy = (nodes: readonly Node[], repeated: boolean): void => {
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    if (
      !before ||
      isCounted(node) ||
      node.inside ||
      node.day ||
      node.recovers ||
      !isWork(before) ||
      node.slot !== before.slot
    )
      continue
    const follows = nodes[index + 1]
    const easy =
      node.bout.roles.length === 1 &&
      node.bout.roles[0] === 'easy' &&
      node.bout.targets.length === 0 &&
      !node.bout.loose
    const short = roughSeconds(node.amount) <= 300 && roughSeconds(node.amount) > 0
    const between = follows !== undefined && isWork(follows) && !isCounted(follows) && !isCounted(before)
    if (
      (easy && short && (repeated || between)) ||
      (isSlower(before, node) &&
        !isCounted(before) &&
        short &&
        (follows !== undefined || repeated || nodes.length === 2))
    )
      node.recovers = asRecovery(node)
  }
}

const asRecovery = (node: Node): NonNullable<Node['recovers']> => {
  const [target] = node.bout.targets
  return {
    kind: 'recovery',
    modes: node.bout.mode ? [node.bout.mode] : [],
    sure: true,
    resting: false,
    cues: node.bout.cues,
    from: node.bout.from,
    to: node.bout.to,
    ...(node.bout.figure ? { figure: node.bout.figure } : {}),
    ...(target ? { target } : {}),
  }
}

const known = (node: Node): Target | undefined => {
  const [target] = node.bout.targets
  return target?.kind === 'known' ? target.target : undefined
}

/** Zone 1 or 2, or an exertion of 3 and less, behind anything harder. */
const isLight = (before: Node, node: Node): boolean => {
  const light = known(node)
  const hard = known(before)
  if (light?.kind === 'zone')
    return (
      light.zone <= 2 && (hard?.kind === 'zone' ? hard.zone > 2 : hard !== undefined || before.bout.feel !== undefined)
    )
  if (light?.kind === 'heart rate share') {
    return light.percent.high <= 78 && hard?.kind === 'heart rate share' && hard.percent.low >= light.percent.high + 5
  }
  return light?.kind === 'rpe' && light.rpe <= 3 && hard?.kind === 'rpe' && hard.rpe > 4
}

/** The slower of two paces is recovery when it takes a quarter longer. */
const isSlower = (before: Node, node: Node): boolean => {
  if (isLight(before, node)) return true
  const speeds = [before, node].map(({ bout }) => {
    const [target] = bout.targets
    return target?.kind === 'known' && target.target.kind === 'speed' ? target.target.speed : undefined
  })
  const [fast, slow] = speeds
  return fast !== undefined && slow !== undefined && slow * 1.25 <= fast && node.bout.roles.length === 0
}

/** `6 x 4 min hard, 4 min easy`: both are repeated. */
export const settleAlternation = (nodes: Node[]): void => {
  for (let index = 1; index < nodes.length; index++) {
    const before = nodes[index - 1]
    const node = nodes[index]
    if (!before || !node || !takesRecovery(before) || before.inside || isCounted(node) || node.slot !== before.slot)
      continue
    if (!isAlternate(before, node)) continue
    const { counts } = before.bout
    const between = before.between
    const bout = { ...before.bout, counts: [] }
    const head: Node = { ...before, bout, between: [] }
    nodes.splice(index - 1, 2, {
      bout: { ...emptyBout({ from: before.bout.from, to: node.bout.to }), counts },
      before: before.before,
      inside: [head, { ...node, recovers: asRecovery(node) }],
      between,
      after: node.after,
      ...(before.slot ? { slot: before.slot } : {}),
    })
    index--
  }
}

const isAlternate = (before: Node, node: Node): boolean => {
  const easy =
    node.bout.roles.length === 1 && node.bout.roles[0] === 'easy' && node.bout.targets.length === 0 && !node.bout.loose
  if (
    !(easy || isLight(before, node)) ||
    node.after.length > 0 ||
    !['comma', 'slash', 'and', 'joined', 'dash', 'then'].includes(node.before)
  )
    return false
  const size = roughSeconds(node.amount)
  const rep = roughSeconds(before.amount)
  return size > 0 && rep > 0 && ((size <= rep && size <= 300) || (size <= rep * 1.5 && size <= 240))
}
