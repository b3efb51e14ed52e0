import type { Definition } from './definition.ts'
import type { Draft } from './draft.ts'
import type { BeatLists } from './heart-rate.ts'
import type { RecordPlan } from './record-plan.ts'

/** A definition in use, with what was compiled from it. */
export interface Layout {
  readonly definition: Definition
  /** Which of the ways below its messages go. */
  readonly way: 'record' | 'intervals' | 'beats' | 'description' | 'row' | 'none'
  readonly lists: BeatLists | undefined
  /** Undefined until records come, and again when a developer field is described anew. */
  plan: RecordPlan | undefined
}

/** One part of a file while it is read: a layout for each of the sixteen local numbers, and where it all goes. */
export interface Scan {
  readonly view: DataView
  readonly draft: Draft
  readonly local: (Layout | undefined)[]
  /** Layouts met so far, so that a device that repeats its definitions costs no more than one that does not. */
  readonly known: Layout[]
  /** Records are read one by one, and one whose time cannot be is taken for damage. */
  readonly careful: boolean
}

export const startScan = (view: DataView, draft: Draft, careful: boolean): Scan => ({
  view,
  draft,
  local: Array.from({ length: 16 }),
  known: [],
  careful,
})
