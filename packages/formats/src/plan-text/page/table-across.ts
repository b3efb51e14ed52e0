import type { Slot } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { dayMark, isBelievable } from './day-mark.ts'
import { dayNameOf } from './day-name.ts'
import type { DayName, DraftItem, TotalItem } from './draft.ts'
import type { Row } from './grid.ts'
import type { Header } from './header.ts'
import { slotOpening } from './slots.ts'
import { noteOf, totalIn, withObjective } from './table-weeks.ts'
import { layItem, type AcrossWeek, type TableDesk } from './table-desk.ts'
import { totalMark } from './total-mark.ts'
import { weekLabel } from './week-label.ts'
import { looksLikeSession } from './words.ts'

const TOTALS = /^(?:weekly |week )?(?:totals?|sum|mileage|volume|distance|miles|km|kms)\b/i
const AIMS = /^(?:focus|goal|aim|objective|theme)\b/i

/** A row that is a day of every week: one cell a week. */
export const layAcrossRow = (desk: TableDesk, row: Row, header: Header): boolean => {
  if (isSideBySide(header)) return layListRow(desk, row, header)
  const label = labelOf(desk, row, header)
  if (!label) return false
  if (label.kind === 'day') desk.across.lastDay = label.name
  header.columns.forEach((column, index) => {
    const cell = row.cells[index]
    if (column.kind !== 'week' || !cell || cell.to <= cell.from) return
    const kept: AcrossWeek = desk.across.weeks.get(index) ?? { column, items: [], objective: null }
    desk.across.weeks.set(index, kept)
    if (label.kind === 'aim') kept.objective = cell
    else kept.items.push(itemOf(desk.page, cell, label))
  })
  return true
}

/** Every column is a list of its own: its cells name their days. */
export const isSideBySide = (header: Header): boolean =>
  header.lie === 'weeks across' && header.columns[0]?.kind === 'week'

const layListRow = (desk: TableDesk, row: Row, header: Header): boolean => {
  header.columns.forEach((column, index) => {
    const cell = row.cells[index]
    if (column.kind !== 'week' || !cell || cell.to <= cell.from) return
    const kept: AcrossWeek = desk.across.weeks.get(index) ?? { column, items: [], objective: null }
    desk.across.weeks.set(index, kept)
    layListCell(desk.page, cell, kept)
  })
  return true
}

const layListCell = (page: string, cell: Span, { items }: AcrossWeek): void => {
  const text = page.slice(cell.from, cell.to)
  const total = totalMark(text)
  const mark = total ? undefined : dayMark(text)
  const last = items.at(-1)
  if (total) items.push({ kind: 'total', span: cell, amount: total.amount, ofWeek: true })
  else if (mark && isBelievable(mark, text)) {
    const piece = { from: cell.from + mark.length, to: cell.to }
    const pieces = piece.to > piece.from ? [piece] : []
    items.push({ kind: 'day', span: cell, name: dayNameOf(mark), pieces, comments: [], slot: null, total: null })
  } else if (last?.kind === 'day' && looksLikeSession(text))
    items[items.length - 1] = { ...last, pieces: [...last.pieces, cell] }
  else items.push(noteOf(cell))
}

type Label =
  | { readonly kind: 'day'; readonly name: DayName; readonly slot: Slot | null }
  | { readonly kind: 'total'; readonly unit: 'km' | 'mi' | null }
  | { readonly kind: 'aim' }
  | { readonly kind: 'note' }

/** What the row holds, by the cells before the first week. */
const labelOf = (desk: TableDesk, row: Row, header: Header): Label | undefined => {
  const first = header.columns.findIndex(({ kind }) => kind === 'week')
  const text = row.cells
    .slice(0, first)
    .map(({ from, to }) => desk.page.slice(from, to))
    .join(' ')
    .trim()
  const mark = dayMark(text)
  if (mark) return { kind: 'day', name: dayNameOf(mark), slot: slotOpening(text.slice(mark.length))?.slot ?? null }
  if (TOTALS.test(text)) return { kind: 'total', unit: /\bkm/i.test(text) ? 'km' : /\bmi/i.test(text) ? 'mi' : null }
  if (AIMS.test(text)) return { kind: 'aim' }
  const number = /^\d{1,2}$/.test(text) ? Number(text) : null
  if (number !== null) return { kind: 'day', name: { days: [], number }, slot: null }
  const above = desk.across.lastDay
  const opening = text === '' ? null : slotOpening(text)
  if (above && (text === '' || opening)) return { kind: 'day', name: above, slot: opening?.slot ?? null }
  return row.cells.length > first ? { kind: 'note' } : undefined
}

const itemOf = (page: string, cell: Span, label: Exclude<Label, { kind: 'aim' }>): DraftItem => {
  if (label.kind === 'day') {
    return { kind: 'day', span: cell, name: label.name, pieces: [cell], comments: [], slot: label.slot, total: null }
  }
  const amount = label.kind === 'total' ? totalIn(page.slice(cell.from, cell.to), label.unit) : null
  return amount ? ({ kind: 'total', span: cell, amount, ofWeek: true } satisfies TotalItem) : noteOf(cell)
}

/** Hands out what was gathered, week by week. */
export const closeAcross = (desk: TableDesk): void => {
  for (const [index, { column, items, objective }] of [...desk.across.weeks].toSorted(
    ([one], [other]) => one - other,
  )) {
    const label = weekLabel(column.heading)
    const head = desk.heads[index] ?? { from: items[0]?.span.from ?? 0, to: items[0]?.span.from ?? 0 }
    layItem(desk, {
      kind: 'week',
      span: head,
      number: column.number,
      countdown: column.countdown,
      label: objective ? withObjective(label, desk.page.slice(objective.from, objective.to)) : label,
    })
    for (const item of items) layItem(desk, item)
  }
  desk.across.weeks.clear()
  desk.across.lastDay = null
}
