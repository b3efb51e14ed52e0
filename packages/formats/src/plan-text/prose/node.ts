import type { Amount, Slot, Target } from '@bell-lap/core'
import type { Break, DraftBout, DraftDay } from './draft.ts'
import type { Figure } from './figures.ts'
import type { DraftRecovery } from './recoveries.ts'

/** A part of a session while it is put together. */
export interface Node {
  bout: DraftBout
  /** What stood before it. */
  readonly before: Break
  /** Parts that its counts repeat. */
  inside?: Node[]
  /** Parts that lie inside its length. */
  within?: Node[]
  /** Its length is filled by repeating what is inside. */
  budget?: Figure
  /** One for each count, outermost first. */
  between: (DraftRecovery | undefined)[]
  /** What follows it, before the next part. */
  after: DraftRecovery[]
  day?: DraftDay
  slot?: Slot
  /** Length and target in the words of the sport, once the units are decided. */
  amount?: Amount
  target?: Target
  /** What a bracket or a colon behind it tells of how it is run, and where that stands. */
  described?: { readonly nodes: Node[]; readonly from: number; readonly to: number }
  /** Its role comes from its place, not from a word. */
  placed?: true
  /** How many repeats lie in one another. */
  height?: number
  /** Its target is its own, not that of the list. */
  first?: true
  /** In turn with the part before it. */
  alternates?: true
  /** Rungs of a ladder share the recovery. */
  rungs?: true
  recovers?: DraftRecovery
}

export const nodeOf = (bout: DraftBout, before: Break): Node => ({
  bout,
  before,
  between: bout.counts.map(() => undefined),
  after: [],
})

export const isCounted = (node: Node): boolean => node.bout.counts.length > 0

/** A part that is nothing but a length: no count, role, target or recovery. */
export const isBare = (node: Node): boolean =>
  !isCounted(node) &&
  !node.inside &&
  !node.within &&
  !node.day &&
  node.bout.roles.length === 0 &&
  node.bout.targets.length === 0 &&
  node.bout.feel === undefined &&
  !node.bout.effort &&
  !node.bout.loose &&
  !node.bout.event &&
  !node.bout.on &&
  !node.bout.progressive &&
  !node.bout.worded
