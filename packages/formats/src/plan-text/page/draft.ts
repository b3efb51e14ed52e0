import type { Slot, Weekday } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import type { WrittenAmount } from './amount.ts'
import type { WrittenDate } from './dates.ts'
import type { WeekLabel } from './week-label.ts'

/** Opens a week. */
export interface WeekItem {
  readonly kind: 'week'
  readonly span: Span
  /** As printed; null when the page does not count it. */
  readonly number: number | null
  /** The last of several weeks that are alike (`1-2` in a table). */
  readonly upTo?: number
  readonly countdown: boolean
  readonly label: WeekLabel
  /** The heading may only speak of a week that stands elsewhere: it needs days of its own to count. */
  readonly weak?: true
}

/** Opens a phase; with days instead of weeks under it, it is the weeks that it names, all alike. */
export interface PhaseItem {
  readonly kind: 'phase'
  readonly span: Span
  readonly name: string
  readonly weeks: { readonly from: number; readonly to: number } | null
  readonly label: WeekLabel
  /** Only believed when weeks follow. */
  readonly soft: boolean
}

/** What the page says about which day an entry is for. */
export interface DayName {
  /** Empty when the order, a number or a date has to tell. */
  readonly days: readonly Weekday[]
  readonly letter?: string
  readonly number?: number
  readonly date?: WrittenDate
  readonly choice?: true
  /** `Session 2`: of the week, on no day. */
  readonly unplaced?: true
  /** No mark at all: an entry in a list of them. */
  readonly bare?: true
}

/** One day's entry, on one line or several. */
export interface DayItem {
  readonly kind: 'day'
  readonly span: Span
  readonly name: DayName
  /** The stretches of the page that say what to do, in order. */
  readonly pieces: readonly Span[]
  /** Talk that stands with the entry. */
  readonly comments: readonly Span[]
  /** Half of the day, where a column or a line says it. */
  readonly slot: Slot | null
  /** The day's total from a column of its own. */
  readonly total: WrittenAmount | null
  /** In a table: a further row of the week above, whatever days have gone before. */
  readonly sameWeek?: true
}

/** States what a week comes to. */
export interface TotalItem {
  readonly kind: 'total'
  readonly span: Span
  readonly amount: WrittenAmount
  readonly ofWeek: boolean
  /** Of all weeks together. */
  readonly ofPlan?: true
}

/** Prose. */
export interface NoteItem {
  readonly kind: 'note'
  readonly span: Span
  /** Starts a paragraph of its own: after a blank line, or an entry of a list. */
  readonly apart: boolean
  /** Stands after a blank line. */
  readonly gap: boolean
}

/** What a stretch of the page was understood to be, in the order of the page; tables may put theirs in the order of the weeks. */
export type DraftItem = WeekItem | PhaseItem | DayItem | TotalItem | NoteItem

/** An entry on the day it was found to be for. */
export interface PlacedDay {
  readonly day: Weekday | 'any'
  readonly item: DayItem
  /** What tells the day where the line does not name it: for a finding. */
  readonly because?: string
}

export interface PageDraft {
  /** The page's own name. */
  readonly title: Span | null
  readonly items: readonly DraftItem[]
  /** Stretches given up: beyond what is read as structure. */
  readonly beyond: readonly Span[]
}
