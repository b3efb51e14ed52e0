import type { Hardness } from '../../workout/hardness.ts'
import type { DaySlot, Placement, PlacementSession } from './problem.ts'
import type { Relations } from './relation.ts'
import type { PlacementRuleId } from './rules.ts'

/** A slot that the week has, on the clock. */
export interface ModelSlot {
  readonly place: DaySlot
  readonly day: number
  /** Minutes from Monday 0:00. */
  readonly start: number
  /** Minutes to its end, or to where the next slot starts. */
  readonly room: number
}

/** A session as the search sees it. */
export interface Entry {
  readonly session: PlacementSession
  readonly hardness: Hardness
  readonly minutes: number
  /** Minutes that its slot has to have for it. */
  readonly needs: number
  readonly run: boolean
  /** Leads its slot; what does not may follow a run. */
  readonly leads: boolean
  /** Whether its day is no rest day. */
  readonly trains: boolean
  /** Same in everything but the name as the entry before it. */
  readonly twin: boolean
}

/** What of the week does not hold while a clash is taken apart. */
export interface Waived {
  readonly sessions: ReadonlySet<string>
  readonly minutes: ReadonlySet<string>
  readonly fixed: ReadonlySet<string>
  readonly rules: ReadonlySet<PlacementRuleId>
}

export const NOTHING_WAIVED: Waived = { sessions: new Set(), minutes: new Set(), fixed: new Set(), rules: new Set() }

/** A placement to stay close to, for the repair of a move. */
export interface Staying {
  readonly placement: Placement
  /** For each session that leaves its present place. */
  readonly cost: number
  /** Sessions that do not leave it at all. */
  readonly locked: ReadonlySet<string>
  /** Slots that no session moves to. */
  readonly closed: (place: DaySlot) => boolean
  /** The session that has been moved, and to where. */
  readonly pinned?: { readonly session: string; readonly to: DaySlot }
}

/** A week before its costs are worked out. */
export interface Frame {
  readonly slots: readonly ModelSlot[]
  /** What is fixed, then hardest first: the order of the search and of ties. */
  readonly entries: readonly Entry[]
  /** Minutes of the longest run that another session may follow. */
  readonly longestRun: number
  readonly before: readonly { readonly hardness: Hardness; readonly day: number; readonly end: number }[]
  readonly after: readonly { readonly hardness: Hardness; readonly day: number; readonly start: number }[]
  readonly relations: Relations
}

/** Slot of one entry x slot of another: what the two cost, at least; null where nothing but one slot for both is barred. */
export type PairTable = Int32Array | null

/** The week in numbers: costs of each entry in each slot, costs of each pair of entries in each pair of slots. */
export interface PlaceModel extends Frame {
  readonly doubleCost: number
  readonly restDayCost: number
  /** Cost of wishes, of staying and against the neighbours: entry x slot. Of a following entry at least. */
  readonly alone: Int32Array
  /** Entry x entry. Of placements that are the same but for the names, all but the first in the order of ties are barred. */
  readonly pairs: readonly PairTable[]
}

/** How long a session waits in its slot for the run before it: as little and as much as is possible. */
export interface Wait {
  readonly least: number
  readonly most: number
}

export const NO_WAIT: Wait = { least: 0, most: 0 }

/** Wait of an entry whose slot may or may not hold a run yet. */
export const waitOf = ({ longestRun }: Pick<Frame, 'longestRun'>, { leads }: Entry): Wait =>
  leads ? NO_WAIT : { least: 0, most: longestRun }

/** The search's own element access: the index is always inside. */
export const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0
