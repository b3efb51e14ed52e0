import type { Slot } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { dayMark, type DayMark } from './day-mark.ts'
import { dayNameOf } from './day-name.ts'
import type { DayItem, DayName } from './draft.ts'
import type { Row } from './grid.ts'
import type { Column, Header } from './header.ts'
import { phaseMark } from './phase-mark.ts'
import { slotOpening } from './slots.ts'
import { noteOf, totalIn, weekNamed } from './table-weeks.ts'
import { layItem, type TableDesk } from './table-desk.ts'
import { totalMark } from './total-mark.ts'
import { isHeadingRest } from './week-label.ts'
import { weekMark } from './week-mark.ts'
import { looksLikeSession } from './words.ts'

/** A row that is a day: its name, its entries, its distance. Set by spaces, a row has to name a day to be one. */
export const layDayRow = (desk: TableDesk, row: Row, header: Header, needsDay: boolean): boolean => {
  const texts = row.cells.map(({ from, to }) => desk.page.slice(from, to))
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return true
  if (layWeekOf(desk, row, header, texts)) return true
  if (layTotalOf(desk, row, header, texts)) return true
  const name = nameIn(desk, header, texts)
  if (!name && needsDay) return false
  if (!name) return layLone(desk, row)
  layEntries(desk, row, header, name)
  return true
}

/** A row that opens a week, or a cell of it that does. */
const layWeekOf = (desk: TableDesk, row: Row, header: Header, texts: readonly string[]): boolean => {
  const column = header.columns.findIndex(({ kind }) => kind === 'week label')
  const cell = row.cells[column]
  if (column >= 0 && cell && cell.to > cell.from) {
    const named = weekNamed(texts[column] ?? '')
    const last = desk.last.week
    if (!last || last.number !== named.number || named.number === null) {
      layItem(desk, { kind: 'week', span: cell, ...named })
    }
    return false
  }
  const lone = row.cells.find(({ from, to }) => to > from)
  const text = texts.find((said) => said !== '') ?? ''
  const mark = weekMark(text)
  if (!lone || !mark || !isHeadingRest(text.slice(mark.length)) || texts.filter((said) => said !== '').length > 2)
    return false
  const total = texts.map((said) => totalMark(said)).find((found) => found !== undefined)
  layItem(desk, { kind: 'week', span: lone, ...weekNamed(text) })
  if (total) layItem(desk, { kind: 'total', span: lone, amount: total.amount, ofWeek: true })
  return true
}

const layTotalOf = (desk: TableDesk, row: Row, header: Header, texts: readonly string[]): boolean => {
  const said = texts.find((text) => text !== '') ?? ''
  if (!/^(?:weekly |week )?(?:total|totals|sum|mileage|volume)\b/i.test(said)) return false
  const unit = header.columns.find((column) => column.kind === 'total')
  const whole = totalMark(texts.filter((text) => text !== '').join(' '))?.amount
  const amount = whole ? { ...whole, unit: whole.unit ?? (unit?.kind === 'total' ? unit.unit : null) } : null
  const first = row.cells[0]
  const span = { from: first?.from ?? row.line.from, to: row.line.to }
  layItem(desk, amount ? { kind: 'total', span, amount, ofWeek: true } : noteOf(span))
  return true
}

interface Named {
  readonly name: DayName
  readonly slot: Slot | null
}

/** The day that the row names, or the day above it where the row leaves the name out. */
const nameIn = (desk: TableDesk, header: Header, texts: readonly string[]): Named | undefined => {
  const labels = header.columns.flatMap(({ kind }, index) => (kind === 'day label' ? [index] : []))
  const column = labels[0] ?? 0
  const said = (labels.length > 1 ? labels : [column]).map((index) => texts[index] ?? '').filter((text) => text !== '')
  const marks = said.map(wholeMark)
  const mark = marks.find((found) => found && found.days.length > 0) ?? marks.find((found) => found !== undefined)
  if (mark)
    return { name: dayNameOf(mark), slot: slotAfter(said.find((text) => dayMark(text) !== undefined) ?? '', mark) }
  const last = desk.last.day
  if (!last) return undefined
  if (said.length === 0) return { name: last.name, slot: null }
  const opening = slotOpening(said.join(' '))
  return opening ? { name: last.name, slot: opening.slot } : undefined
}

/** A bare figure in the column of days is the day's number. */
const wholeMark = (text: string): DayMark | undefined => {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : undefined
  if (number !== undefined) return { days: [], form: 'number', number, length: text.length, strong: true }
  return dayMark(text)
}

const slotAfter = (text: string, mark: DayMark): Slot | null => slotOpening(text.slice(mark.length))?.slot ?? null

const layEntries = (desk: TableDesk, row: Row, header: Header, { name, slot }: Named): void => {
  const parts: Parts = { pieces: [], comments: [], total: null }
  const before = desk.items.length
  row.cells.forEach((cell, index) => {
    if (cell.to > cell.from) laySort(desk, cell, columnAt(header, index), { name, slot, parts })
  })
  const { pieces, comments, total } = parts
  const slotted = desk.items.length > before
  if (slotted && pieces.length === 0 && comments.length === 0) return
  const first = row.cells[0]?.from ?? row.line.from
  layItem(desk, { kind: 'day', span: { from: first, to: row.line.to }, name, pieces, comments, slot, total })
}

/** What stands before the day's name, under a heading that says nothing, is no part of the entry. */
const columnAt = ({ columns }: Header, index: number): Column => {
  const column = columns[index] ?? { kind: 'other' }
  return column.kind === 'other' && index < columns.findIndex(({ kind }) => kind === 'day label')
    ? { kind: 'week label', countdown: false }
    : column
}

interface Parts {
  readonly pieces: Span[]
  readonly comments: Span[]
  total: DayItem['total']
}
interface Sorting extends Named {
  readonly parts: Parts
}

const laySort = (desk: TableDesk, cell: Span, column: Column, { name, parts }: Sorting): void => {
  const text = desk.page.slice(cell.from, cell.to)
  switch (column.kind) {
    case 'text':
      parts.pieces.push(cell)
      return
    case 'slot':
      layItem(desk, { kind: 'day', span: cell, name, pieces: [cell], comments: [], slot: column.slot, total: null })
      return
    case 'total':
      parts.total = totalIn(text, column.unit)
      if (!parts.total) parts.comments.push(cell)
      return
    case 'note':
    case 'objective':
      parts.comments.push(cell)
      return
    case 'other':
    case 'blank':
      if (wholeMark(text)) return
      if (looksLikeSession(text) || parts.pieces.length === 0) parts.pieces.push(cell)
      else parts.comments.push(cell)
      return
    default:
  }
}

const layLone = (desk: TableDesk, row: Row): boolean => {
  const filled = row.cells.filter(({ from, to }) => to > from)
  const [cell] = filled
  if (!cell) return true
  const phase = filled.length === 1 ? phaseMark(desk.page.slice(cell.from, cell.to), true) : undefined
  if (phase) layItem(desk, { kind: 'phase', span: cell, ...phase })
  else for (const said of filled) layItem(desk, noteOf(said))
  return true
}
