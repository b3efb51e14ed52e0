import type { Slot, Weekday } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { writtenAmount, type WrittenAmount } from './amount.ts'
import { dateAt } from './dates.ts'
import type { DraftItem, WeekItem } from './draft.ts'
import type { Row } from './grid.ts'
import type { Column, Header } from './header.ts'
import { phaseMark } from './phase-mark.ts'
import { slotOpening } from './slots.ts'
import { layItem, type TableDesk } from './table-desk.ts'
import { totalMark } from './total-mark.ts'
import { weekLabel, type WeekLabel } from './week-label.ts'
import { weekKindIn, weekMark } from './week-mark.ts'
import { countNamed } from './words.ts'

/** A row that is a week: its number, an entry for each day, its total. */
export const layWeekRow = (desk: TableDesk, row: Row, header: Header, wraps: boolean): boolean => {
  const filled = row.cells.filter(({ from, to }) => to > from)
  if (filled.length === 0) return true
  const lone = filled.length === 1 && header.columns.length > 3 && !isDayCell(row, header)
  if (lone && layLoneCell(desk, row, filled[0])) return true
  if (layTotals(desk, row, header)) return true
  const slot = slotOfRow(desk.page, row, header)
  const goesOn = continues(desk, row, header)
  if (goesOn && wraps && slot === null) return layWrapped(desk, row, header)
  if (!goesOn) layWeek(desk, row, header)
  header.columns.forEach((column, index) => {
    const cell = row.cells[index]
    if (cell && cell.to > cell.from) layCell(desk, cell, column, { slot, sameWeek: goesOn })
  })
  layRest(desk, row, header.columns.length)
  return true
}

/** The only cell of the row stands under a day. */
const isDayCell = (row: Row, header: Header): boolean =>
  header.columns[row.cells.findIndex(({ from, to }) => to > from)]?.kind === 'day'

/** A row without a week under columns set by spaces: its cells go on with those above them. */
const layWrapped = (desk: TableDesk, row: Row, header: Header): boolean => {
  header.columns.forEach((column, index) => {
    const cell = row.cells[index]
    if (!cell || cell.to <= cell.from) return
    const above =
      column.kind === 'day' ? desk.items.findLastIndex((item) => item.kind === 'week' || isOn(item, column.day)) : -1
    const item = desk.items[above]
    if (item?.kind === 'day') desk.items[above] = { ...item, pieces: [...item.pieces, cell] }
    else layCell(desk, cell, column, { slot: null, sameWeek: true })
  })
  return true
}

const isOn = (item: DraftItem, day: Weekday): boolean => item.kind === 'day' && item.name.days[0] === day

/** A last row that adds up the column of totals. */
const layTotals = (desk: TableDesk, row: Row, header: Header): boolean => {
  const label = row.cells[0] ?? { from: 0, to: 0 }
  if (!/^(?:grand |overall )?(?:totals?|sum)\b/i.test(desk.page.slice(label.from, label.to))) return false
  const column = header.columns.findIndex(({ kind }) => kind === 'total')
  const cell = row.cells[column]
  const heading = header.columns[column]
  const amount = cell && heading?.kind === 'total' ? totalIn(desk.page.slice(cell.from, cell.to), heading.unit) : null
  const span = { from: label.from, to: row.line.to }
  layItem(desk, amount ? { kind: 'total', span, amount, ofWeek: false, ofPlan: true } : noteOf(span))
  return true
}

/** Cells beyond the last heading are remarks. */
const layRest = (desk: TableDesk, row: Row, from: number): void => {
  for (const cell of row.cells.slice(from)) if (cell.to > cell.from) layItem(desk, noteOf(cell))
}

export const noteOf = (span: Span): DraftItem => ({ kind: 'note', span, apart: true, gap: false })

/** A row with one cell only: the name of a phase, or a remark. */
const layLoneCell = (desk: TableDesk, row: Row, cell: Span | undefined): boolean => {
  if (!cell) return true
  const text = desk.page.slice(cell.from, cell.to)
  if (row.cells.length > 1 && weekMark(text)?.number != null) return false
  const phase = phaseMark(text, true)
  layItem(desk, phase ? { kind: 'phase', span: cell, ...phase } : noteOf(cell))
  return true
}

const cellOf = (row: Row, header: Header, kind: Column['kind']): Span | undefined => {
  const index = header.columns.findIndex((column) => column.kind === kind)
  const cell = index < 0 ? undefined : row.cells[index]
  return cell && cell.to > cell.from ? cell : undefined
}

const slotOfRow = (page: string, row: Row, header: Header) => {
  for (const kind of ['other', 'blank', 'slot', 'week label'] as const) {
    const cell = cellOf(row, header, kind)
    const opening = cell && slotOpening(page.slice(cell.from, cell.to))
    if (cell && opening?.length === cell.to - cell.from) return opening.slot
  }
  return null
}

/** A row without a week's name goes on with the week above it. */
const continues = (desk: TableDesk, row: Row, header: Header): boolean => {
  if (!desk.last.week) return false
  const label = labelCell(row, header)
  if (!label) return header.columns.some((column) => column.kind === 'week label' || column.kind === 'blank')
  return slotOpening(desk.page.slice(label.from, label.to))?.length === label.to - label.from
}

const labelCell = (row: Row, header: Header): Span | undefined =>
  cellOf(row, header, 'week label') ?? (header.columns[0]?.kind === 'day' ? undefined : firstCell(row))

const firstCell = (row: Row): Span | undefined => {
  const [cell] = row.cells
  return cell && cell.to > cell.from ? cell : undefined
}

const layWeek = (desk: TableDesk, row: Row, header: Header): void => {
  const phase = cellOf(row, header, 'phase')
  if (phase && phase !== row.cells[0]) layPhase(desk, phase)
  const cell = labelCell(row, header)
  const objective = cellOf(row, header, 'objective')
  const countdown = header.columns.some((column) => column.kind === 'week label' && column.countdown)
  const named = cell ? weekNamed(desk.page.slice(cell.from, cell.to)) : NAMELESS
  const label = objective ? withObjective(named.label, desk.page.slice(objective.from, objective.to)) : named.label
  layItem(desk, {
    kind: 'week',
    span: cell ?? { from: row.line.from, to: row.line.from },
    number: named.number,
    ...(named.upTo === undefined ? {} : { upTo: named.upTo }),
    countdown: countdown || named.countdown,
    label,
  })
}

/** A column of aims may say what kind of week it is. */
export const withObjective = (label: WeekLabel, objective: string): WeekLabel => ({
  ...label,
  objective,
  kind: label.kind ?? weekKindIn(objective) ?? null,
})

const layPhase = (desk: TableDesk, cell: Span): void => {
  const name = desk.page.slice(cell.from, cell.to)
  if (desk.last.phase?.name === name) return
  layItem(desk, { kind: 'phase', span: cell, name, weeks: null, label: weekLabel(''), soft: false })
}

type Named = Pick<WeekItem, 'number' | 'upTo' | 'countdown' | 'label'>
const NAMELESS: Named = { number: null, countdown: false, label: weekLabel('') }

/** `1-2`, `Weeks 3 & 4`. */
const SEVERAL = /^(?:weeks?\s+|wks?\s+)?(\d{1,2})\s*(?:-|–|—|&|and|to)\s*(\d{1,2})$/i

/** A week by what its row is called: `3`, `Wk 3`, `3 (recovery)`, `3: 4 Jan`, `4 Jan`, `Taper`. */
export const weekNamed = (text: string): Named => {
  const several = SEVERAL.exec(text)
  if (several && Number(several[1]) < Number(several[2])) {
    return { number: Number(several[1]), upTo: Number(several[2]), countdown: false, label: weekLabel('') }
  }
  const mark = weekMark(text)
  if (mark)
    return { number: mark.number, countdown: mark.countdown, label: labelled(text.slice(mark.length), mark.kind) }
  const word = /^[A-Za-z0-9]+/.exec(text)?.[0] ?? ''
  const number = dateAt(text) ? undefined : countNamed(word)
  if (number === undefined) return { number: null, countdown: false, label: weekLabel(text) }
  return { number, countdown: false, label: labelled(text.slice(word.length), undefined) }
}

const labelled = (rest: string, kind: WeekLabel['kind'] | undefined): WeekLabel => {
  const label = weekLabel(rest)
  return { ...label, kind: label.kind ?? kind ?? null }
}

interface RowFrame {
  readonly slot: Slot | null
  readonly sameWeek: boolean
}

const layCell = (desk: TableDesk, cell: Span, column: Column, { slot, sameWeek }: RowFrame): void => {
  const text = desk.page.slice(cell.from, cell.to)
  switch (column.kind) {
    case 'day':
      layItem(desk, {
        kind: 'day',
        span: cell,
        name: { days: [column.day] },
        pieces: [cell],
        comments: [],
        slot: column.slot ?? slot,
        total: null,
        ...(sameWeek ? { sameWeek } : {}),
      })
      return
    case 'total':
      return layTotal(desk, cell, totalIn(text, column.unit))
    case 'note':
    case 'text':
      layItem(desk, noteOf(cell))
      return
    default:
  }
}

const layTotal = (desk: TableDesk, cell: Span, amount: WrittenAmount | null): void => {
  layItem(desk, amount ? { kind: 'total', span: cell, amount, ofWeek: true } : noteOf(cell))
}

/** The figure of a cell in a column of totals; its unit may stand in the heading. */
export const totalIn = (text: string, unit: 'km' | 'mi' | null): WrittenAmount | null => {
  const amount = writtenAmount(text) ?? totalMark(text)?.amount
  return amount ? { ...amount, unit: amount.unit ?? unit } : null
}
