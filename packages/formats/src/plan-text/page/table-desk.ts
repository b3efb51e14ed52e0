import type { Span } from '../reading.ts'
import type { DayItem, DayName, DraftItem, PhaseItem, WeekItem } from './draft.ts'
import type { Column, Header } from './header.ts'

/** What the columns of a table with a week a column hold so far, by column. */
export interface Across {
  readonly weeks: Map<number, AcrossWeek>
  lastDay: DayName | null
}
export interface AcrossWeek {
  readonly column: Extract<Column, { kind: 'week' }>
  readonly items: DraftItem[]
  objective: Span | null
}

/** Work in progress on one table. */
export interface TableDesk {
  readonly page: string
  /** Rows begin with the sign that parts their cells: what stands before it is no cell. */
  readonly outer: boolean
  readonly items: DraftItem[]
  readonly beyond: Span[]
  header: Header | null
  /** The cells of the headings. */
  heads: readonly Span[]
  readonly across: Across
  /** The last item of each kind, so that no row looks back over the table. */
  readonly last: { day: DayItem | null; week: WeekItem | null; phase: PhaseItem | null }
}

export const layItem = (desk: TableDesk, item: DraftItem): void => {
  desk.items.push(item)
  if (item.kind === 'day') desk.last.day = item
  else if (item.kind === 'phase') desk.last.phase = item
  else if (item.kind === 'week') {
    desk.last.week = item
    desk.last.day = null
  }
}
