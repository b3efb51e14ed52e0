import type { Mode, OtherActivity, Role, Slot, Surface } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import type { Count } from './atoms.ts'
import type { Figure } from './figures.ts'
import type { DraftRecovery } from './recoveries.ts'
import type { DraftTarget } from './targets.ts'

/** How often, outermost first. `low` null: the text leaves it open. */
export interface DraftCount {
  readonly low: number | null
  readonly high?: number
  readonly sets: boolean
  /** `repetitions of`: what follows is repeated as a whole. */
  readonly of?: true
}

export const countOf = (count: Count): DraftCount => ({
  low: count.low,
  sets: count.sets,
  ...(count.of ? { of: true as const } : {}),
  ...(count.high === undefined ? {} : { high: count.high }),
})

/** One bout as its words tell it; fields fill up while the words are read. */
export interface DraftBout {
  readonly kind: 'bout'
  from: number
  to: number
  counts: DraftCount[]
  figure?: Figure
  /** `miles 5-7`: the figure counts the stretches from the first to the last. */
  positions?: { readonly from: number; readonly to: number }
  /** `5 x 1000m or 5 minutes`: another length for the same bout. */
  otherFigure?: Figure
  /** `9 miles (90 min)`. */
  restated?: Figure
  roles: Role[]
  targets: DraftTarget[]
  /** The target covers all bouts before it. */
  all?: true
  feel?: DraftTarget
  mode?: Mode
  cues: Span[]
  last?: true
  flying?: true
  continuous?: true
  progressive?: true
  /** May be a recovery instead: `2 min jog`. */
  loose?: DraftRecovery
  effort?: true
  event?: 'race' | 'test' | 'parkrun'
  remaining?: true
  /** The count stands behind the bout: `400 m x 8`. */
  trailing?: true
  /** `first`, `middle`: a part of the length that stands before it. */
  inner?: true
  /** `Tempo miles`, `Threshold Ks`: the length of one, how many is told behind. */
  units?: 'mi' | 'km'
  /** Running and walking in turn, as the runner likes. */
  mix?: true
  /** `a bit faster`, without saying than what. */
  faster?: true
  /** Where the target stands, if it stands before the length as a heading does. */
  heading?: Span
  /** Words say how hard, in a way that no target holds. */
  worded?: true
  /** The word `run` stands with it. */
  run?: true
  /** A label with a colon: its role or target stands for what follows too. */
  label?: true
  terrain?: 'down'
  /** `on`: the hard half of on and off. */
  on?: true
}

export interface DraftGroup extends Span {
  readonly kind: 'group'
  readonly items: readonly Draft[]
  counts: DraftCount[]
  /** White space or nothing stands before its bracket. */
  readonly glued: boolean
}

/** What parts one bout from the next, weakest first. */
export const BREAKS = [
  'joined',
  'slash',
  'dash',
  'comma',
  'and',
  'then',
  'plus',
  'colon',
  'stop',
  'semicolon',
  'line',
] as const
export type Break = (typeof BREAKS)[number]

export interface DraftBreak extends Span {
  readonly kind: 'break'
  readonly strength: Break
}

export interface DraftTotal extends Span {
  readonly kind: 'total'
  readonly figure: Figure
}

/** `repeat 4 times`, `repeat for 18 minutes`. */
export interface DraftAgain extends Span {
  readonly kind: 'again'
  readonly times?: { readonly low: number; readonly high?: number }
  readonly until?: Figure
}

export interface DraftDay extends Span {
  readonly kind: 'day'
  readonly what: 'rest' | OtherActivity
  figure?: Figure
  name?: Span
  readonly cues: Span[]
  to: number
}

export interface DraftAim extends Span {
  readonly kind: 'target'
  readonly target: DraftTarget
  readonly role?: Role
  readonly all?: true
  readonly feel?: true
  readonly cue?: Span
}

export interface DraftSign extends Span {
  readonly kind:
    | 'with'
    | 'inside'
    | 'inTurn'
    | 'opener'
    | 'or'
    | 'block'
    | 'remainder'
    | 'budget'
    | 'alternate'
    | 'optional'
}

/** `except after the 4th, 3 min`: one recovery that differs. */
export interface DraftException extends Span {
  readonly kind: 'exception'
  /** After which repetition; half of them; the repetitions of a length. */
  readonly after: number | 'half' | { readonly length: number }
  readonly figure: Figure
}

export interface DraftSlot extends Span {
  readonly kind: 'slot'
  readonly slot: Slot
}

export interface DraftSurface extends Span {
  readonly kind: 'surface'
  readonly surface: Surface
}

/** Words without a reading of their own: a cue for the bout they stand by. */
export interface DraftRemark extends Span {
  readonly kind: 'remark'
}

export type Draft =
  | DraftBout
  | DraftGroup
  | DraftBreak
  | DraftTotal
  | DraftAgain
  | DraftDay
  | DraftAim
  | DraftSign
  | DraftSlot
  | DraftSurface
  | DraftRemark
  | DraftRecovery
  | DraftException

export const emptyBout = (span: Span): DraftBout => ({
  kind: 'bout',
  from: span.from,
  to: span.to,
  counts: [],
  roles: [],
  targets: [],
  cues: [],
})
