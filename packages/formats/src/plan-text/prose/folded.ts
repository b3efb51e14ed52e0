import type { Surface } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { BREAKS, type Break, type Draft, type DraftAim } from './draft.ts'
import type { Figure } from './figures.ts'
import { type Node, isCounted } from './node.ts'

/** Drafts put in order: parts, and what was said about the whole. */
export interface Folded {
  readonly nodes: Node[]
  readonly totals: Figure[]
  readonly remarks: Span[]
  remainder: boolean
  optional?: true
  /** Places that could be read in another way, with both readings. */
  readonly doubts: { readonly span: Span; readonly message: string }[]
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
  /** Puts what stands in a bracket in order. */
  readonly deeper: (drafts: readonly Draft[], doubts: Folded['doubts']) => Folded
}

export const newFolded = (deeper: Folded['deeper'], doubts: Folded['doubts']): Folded => ({
  nodes: [],
  totals: [],
  remarks: [],
  remainder: false,
  options: [],
  held: 0,
  pending: 'line',
  deeper,
  doubts,
})

/** Nobody nests totals or repeats repeats deeper. */
export const DEEPEST = 12

export const rank = (strength: Break): number => BREAKS.indexOf(strength)

/** The list that new parts join: the container's, where one is open. */
export const openList = (folded: Folded): Node[] => folded.container?.within ?? folded.nodes

export const settle = (folded: Folded): void => {
  folded.pending = 'joined'
}

export const hold = (folded: Folded, node: Node): void => {
  if (folded.held >= DEEPEST) return
  folded.held++
  node.within = []
  folded.container = node
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
