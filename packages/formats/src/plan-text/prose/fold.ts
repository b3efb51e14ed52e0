import type { Surface } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { attachRecovery, lastRun } from './attach.ts'
import { BREAKS, emptyBout, type Break, type Draft, type DraftAgain, type DraftAim } from './draft.ts'
import type { Figure } from './figures.ts'
import type { DraftRecovery } from './recoveries.ts'
import { isTime } from './units.ts'
import { foldGroup } from './fold-group.ts'
import { isCounted, nodeOf, type Node } from './node.ts'

/** Drafts put in order: parts, and what was said about the whole. */
export interface Folded {
  readonly nodes: Node[]
  readonly totals: Figure[]
  readonly remarks: Span[]
  remainder: boolean
  surface?: Surface
  /** The parts from this one on lie inside the length of the one before. */
  container?: Node
  /** Options that `or` puts beside what was read so far. */
  readonly options: Folded[]
  /** How many lengths hold parts. */
  held: number
  pending: Break
  slot?: 'am' | 'pm'
  /** Index of the first part that alternates. */
  alternate?: number
  /** The next pace is for the first of the list only. */
  opener?: true
  /** A target that waits for the first part. */
  waiting?: DraftAim
  readonly depth: number
}

export const newFolded = (depth: number): Folded => ({
  nodes: [],
  totals: [],
  remarks: [],
  remainder: false,
  options: [],
  held: 0,
  pending: 'line',
  depth,
})

/** Nobody nests totals or repeats repeats deeper. */
const DEEPEST = 12

const rank = (strength: Break): number => BREAKS.indexOf(strength)

/** The list that new parts join: the container's, where one is open. */
export const openList = (folded: Folded): Node[] => folded.container?.within ?? folded.nodes

/** Puts drafts in order. */
export const fold = (drafts: readonly Draft[], depth: number = 0): Folded => {
  const first = newFolded(depth)
  let current = first
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]
    if (!draft) continue
    const loose = draft.kind === 'with' ? looseBehind(drafts[index + 1]) : undefined
    if (loose && openList(current).length > 0) {
      foldOne(current, { ...loose, sure: true }, undefined)
      index++
    } else if (draft.kind === 'or') {
      current = newFolded(depth)
      first.options.push(current)
    } else if (isDaySlash(drafts, index)) {
      current = newFolded(depth)
      first.options.push(current)
    } else foldOne(current, draft, behind(drafts, index))
  }
  shareOptions(first)
  return first
}

/** `5 x 1200 m or 12 x 500 m, 90 s rest`: what is told with the last option holds for the others that lack it. */
const shareOptions = (first: Folded): void => {
  const last = first.options.at(-1)?.nodes.findLast(isCounted)
  if (!last) return
  for (const option of [first, ...first.options]) {
    const node = option.nodes.findLast(isCounted)
    if (!node || node === last || node.inside || last.inside) continue
    const slot = node.between.length - 1
    const shared = last.between.at(-1)
    if (shared && !node.between.some(Boolean) && node.after.length === 0) node.between[slot] = shared
    if (node.bout.targets.length === 0 && !node.bout.feel && node.bout.roles.length === 0) {
      node.bout.targets.push(...last.bout.targets)
      if (last.bout.feel) node.bout.feel = last.bout.feel
    }
  }
}

/** `with 200 m walked`: behind `with` a jog or walk is a recovery. */
const looseBehind = (next: Draft | undefined): DraftRecovery | undefined =>
  next?.kind === 'bout' && next.counts.length === 0 ? next.loose : undefined

/** The next draft that is no break. */
const behind = (drafts: readonly Draft[], index: number): Draft | undefined => {
  const next = drafts[index + 1]
  return next?.kind === 'break' && next.strength !== 'semicolon' && next.strength !== 'line' ? drafts[index + 2] : next
}

/** `Off / X-train`: days behind a slash are a choice. */
const isDaySlash = (drafts: readonly Draft[], index: number): boolean => {
  const draft = drafts[index]
  return (
    draft?.kind === 'break' &&
    draft.strength === 'slash' &&
    drafts[index - 1]?.kind === 'day' &&
    drafts[index + 1]?.kind === 'day'
  )
}

const foldOne = (folded: Folded, draft: Draft, next: Draft | undefined): void => {
  switch (draft.kind) {
    case 'break':
      if (rank(draft.strength) > rank(folded.pending)) folded.pending = draft.strength
      if (draft.strength === 'colon') openContainer(folded, next)
      if (draft.strength === 'semicolon') delete folded.container
      return
    case 'bout':
      return foldBout(folded, draft)
    case 'recovery':
      attachRecovery(openList(folded), draft, folded.pending)
      return settle(folded)
    case 'group':
      foldGroup(folded, draft, next)
      return settle(folded)
    case 'target':
      return foldTarget(folded, draft)
    case 'again':
      foldAgain(openList(folded), draft, folded.alternate)
      delete folded.alternate
      return settle(folded)
    case 'total':
      folded.totals.push(draft.figure)
      return settle(folded)
    case 'day':
      folded.nodes.push({
        ...nodeOf(emptyBout(draft), folded.pending),
        day: draft,
        ...(folded.slot ? { slot: folded.slot } : {}),
      })
      delete folded.container
      return settle(folded)
    case 'slot':
      folded.slot = draft.slot
      slotBehind(folded, draft.slot)
      delete folded.container
      return
    case 'surface':
      folded.surface = draft.surface
      return
    case 'remark':
      return foldRemark(folded, draft)
    case 'inside':
      return lieInside(folded)
    case 'inTurn': {
      const last = openList(folded).at(-1)
      if (last) last.alternates = true
      return
    }
    case 'opener':
      folded.opener = true
      return
    case 'exception':
      return foldException(openList(folded), draft)
    case 'with':
      return openContainer(folded, next)
    case 'budget':
      return openBudget(folded)
    case 'remainder':
      folded.remainder = true
      return
    case 'alternate':
      folded.alternate = openList(folded).length
      return
    case 'or':
    case 'block':
      return
    default:
      return draft satisfies never
  }
}

const settle = (folded: Folded): void => {
  folded.pending = 'joined'
}

/** `Tempo AM and lifting PM`: a half of the day behind its part. */
const slotBehind = (folded: Folded, slot: 'am' | 'pm'): void => {
  const last = folded.nodes.at(-1)
  if (!last || last.slot || folded.pending !== 'joined') return
  last.slot = slot
  delete folded.slot
}

const foldBout = (folded: Folded, bout: Extract<Draft, { kind: 'bout' }>): void => {
  if (belongsToDay(folded, bout)) return
  const node = nodeOf(bout, folded.pending)
  if (folded.slot) node.slot = folded.slot
  const [first] = folded.nodes
  closeBudget(folded)
  const list = openList(folded)
  const previous = list.at(-1)
  // `7km 10 x 20sec`, `40-6x400`: a length glued to repetitions holds them.
  const glued =
    isCounted(node) &&
    previous !== undefined &&
    previous.slot === node.slot &&
    list === folded.nodes &&
    mayHold(previous) &&
    isGlued(node.before, previous)
  // `7 km fartlek, 8 x 1 min / 1 min`
  const told =
    isCounted(node) &&
    node.before === 'comma' &&
    node.bout.roles.length === 0 &&
    previous?.bout.roles.includes('fartlek') === true
  const last =
    (bout.last || bout.inner || told) &&
    first &&
    !first.bout.inner &&
    !first.bout.last &&
    first === previous &&
    mayHold(first) &&
    folded.nodes.length === 1 &&
    bout.figure !== undefined
  if (glued || last) hold(folded, previous)
  openList(folded).push(node)
  if (folded.waiting) giveTarget(node, folded.waiting)
  delete folded.waiting
  settle(folded)
}

/** `Strength, 30 minutes`, `bike 40 min, gentle`: words behind a comma that tell of what is not running. */
const belongsToDay = (folded: Folded, bout: Extract<Draft, { kind: 'bout' }>): boolean => {
  const day = folded.nodes.at(-1)?.day
  const plain =
    bout.counts.length === 0 &&
    bout.targets.length === 0 &&
    !bout.event &&
    !bout.loose &&
    bout.roles.every((role) => role === 'easy')
  if (!day || !plain || folded.pending !== 'comma') return false
  if (bout.figure && day.figure) return false
  if (bout.figure && bout.roles.length === 0 && isTime(bout.figure.unit)) day.figure = bout.figure
  else if (bout.figure) return false
  settle(folded)
  return true
}

const isGlued = (before: Break, previous: Node): boolean =>
  (before === 'joined' && previous.bout.targets.length === 0) ||
  (before === 'dash' && previous.bout.roles.length === 0 && previous.after.length === 0 && !previous.bout.effort)

/** A plain run whose length may hold the parts that follow. */
export const mayHold = (node: Node): boolean => {
  const { bout } = node
  const edge = bout.roles.some((role) => role === 'warmup' || role === 'cooldown' || role === 'strides')
  return (
    !isCounted(node) &&
    bout.figure !== undefined &&
    !edge &&
    bout.event === undefined &&
    !node.inside &&
    !node.within &&
    node.after.length === 0
  )
}

export const hold = (folded: Folded, node: Node): void => {
  if (folded.held >= DEEPEST) return
  folded.held++
  node.within = []
  folded.container = node
}

/** `with`, or a colon behind a length: what follows lies inside it. */
const openContainer = (folded: Folded, next: Draft | undefined): void => {
  const last = openList(folded).at(-1)
  if (last && next?.kind === 'bout' && isToldAgain(folded, last)) return hold(folded, last)
  if (!last || !mayHold(last) || last.bout.loose) return
  if (last.before === 'dash' || last.before === 'slash') {
    folded.pending = 'stop'
    return
  }
  if (next?.kind === 'recovery' || next?.kind === 'day' || next === undefined) return
  hold(folded, last)
}

/** `WU includes 6 strides` behind a warm-up with its length: a word about that warm-up. */
const isToldAgain = (folded: Folded, last: Node): boolean => {
  const [role] = last.bout.roles
  const edge = !last.bout.figure && (role === 'warmup' || role === 'cooldown')
  return (
    edge &&
    folded.nodes.some((node) => node !== last && node.bout.figure !== undefined && node.bout.roles.includes(role))
  )
}

/** `7 miles. 4 x 20 s pick-ups along the way`: what was told last lies inside the run before it. */
const lieInside = (folded: Folded): void => {
  const [first, ...rest] = folded.nodes
  if (!first || folded.container || !mayHold(first) || rest.length === 0) return
  hold(folded, first)
  first.within?.push(...folded.nodes.splice(1))
}

/** `8 x 600 m, 75 s rest, except 3 min after the 4th`: two groups with that recovery between them. */
const foldException = (list: Node[], { after, figure, from, to }: Extract<Draft, { kind: 'exception' }>): void => {
  const index = list.findLastIndex(isCounted)
  const node = list[index]
  const [count, ...others] = node?.bout.counts ?? []
  if (!node || !count?.low || count.high !== undefined || others.length > 0) return
  const first = after === 'half' ? count.low / 2 : after
  if (!Number.isInteger(first) || first < 1 || first >= count.low) return
  const part = (low: number): Node => ({
    ...node,
    bout: { ...node.bout, counts: [{ ...count, low }] },
    between: [...node.between],
    after: [],
  })
  const head = part(first)
  head.after.push({ kind: 'recovery', figure, modes: [], sure: true, resting: false, cues: [], from, to })
  list.splice(index, 1, head, { ...part(count.low - first), after: node.after })
}

const openBudget = (folded: Folded): void => {
  const last = openList(folded).at(-1)
  if (!last?.bout.figure) return
  last.budget = last.bout.figure
  delete last.bout.figure
  hold(folded, last)
}

const foldRemark = (folded: Folded, span: Span): void => {
  const last = lastRun(openList(folded))
  if (last) last.bout.cues.push({ from: span.from, to: span.to })
  else folded.remarks.push({ from: span.from, to: span.to })
}

/** A pace in a part of its own: for the part before it, or for all of them. */
const foldTarget = (folded: Folded, draft: DraftAim): void => {
  const list = openList(folded)
  const last = lastRun(list)
  if (!last && folded.container) return giveTarget(folded.container, draft)
  if (!last) {
    folded.waiting = draft
    return
  }
  const [opener] = list
  if (folded.opener && opener && draft.target.kind !== 'role') {
    delete folded.opener
    opener.first = true
    return giveTarget(opener, draft)
  }
  if (draft.all) for (const node of list) giveTarget(node, draft)
  else giveTarget(last, draft)
}

/** `4 mi alternating 0.5 mi hard / 0.5 mi easy, 1 mi easy`: a wider break than those inside ends what fills the length. */
const closeBudget = (folded: Folded): void => {
  const parts = folded.container?.budget ? (folded.container.within ?? []) : []
  const widest = Math.max(0, ...parts.slice(1).map((part) => rank(part.before)))
  if (parts.length > 1 && rank(folded.pending) > widest) delete folded.container
}

/** Gives a target to a part without one; inside a repeat to the parts there. */
export const giveTarget = (node: Node, draft: DraftAim): void => {
  if (node.day) return
  if (node.inside) {
    const each =
      draft.target.kind === 'each' && draft.target.targets.length === node.inside.length
        ? draft.target.targets
        : undefined
    for (const [index, inner] of node.inside.entries()) {
      const target = each?.[index]
      giveTarget(inner, target ? { ...draft, target: { kind: 'known', target } } : draft)
    }
    return
  }
  if (node.bout.loose && node.bout.targets.length === 0) return
  const { bout } = node
  if (draft.target.kind === 'words') bout.cues.push({ from: draft.from, to: draft.to })
  else if (draft.target.kind !== 'role') {
    if (draft.feel) bout.feel ??= draft.target
    else if (bout.targets.length === 0) bout.targets.push(draft.target)
    else bout.cues.push({ from: draft.from, to: draft.to })
  }
  if (draft.role && bout.roles.length === 0) bout.roles.push(draft.role)
  if (draft.cue) bout.cues.push(draft.cue)
}

/** Repeats what stands before: the part of the sentence that it closes. */
const foldAgain = (list: Node[], again: DraftAgain, from: number | undefined): void => {
  const start = from ?? againStart(list)
  const height = 1 + Math.max(0, ...list.slice(start).map((node) => node.height ?? 0))
  if (height > DEEPEST) return
  const inside = list.splice(start)
  const [head] = inside
  if (!head) return
  const bout = emptyBout({ from: head.bout.from, to: again.to })
  const node = nodeOf(bout, head.before)
  node.inside = inside
  node.height = height
  if (again.times) addTimes(node, again.times)
  if (again.until) node.budget = again.until
  list.push(node)
}

const addTimes = (node: Node, times: { readonly low: number; readonly high?: number }): void => {
  node.bout.counts.push({ ...times, sets: true })
  node.between.push(undefined)
}

const isWarm = (node: Node): boolean =>
  node.day !== undefined || node.bout.roles.some((role) => role === 'warmup' || role === 'cooldown')

/**
 * Where a repeated stretch begins: at the last strong break if at least two parts stand behind it,
 * else as far back as the parts are single bouts, short of a warm-up.
 */
const againStart = (list: readonly Node[]): number => {
  let start = list.length
  let rows = false
  while (start > 0) {
    const node = list[start - 1]
    if (!node || isWarm(node)) break
    start--
    const strong = rank(node.before) >= rank('stop')
    const held = list.length - start
    if (!strong) continue
    // A sentence of several parts is what is repeated; one part alone closes a row of sentences.
    if (isCounted(node) || (!rows && (held > 1 || node.after.length > 0))) break
    rows = true
  }
  return start
}
