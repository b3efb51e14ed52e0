import type { Span } from '../reading.ts'
import { dayMark, isBelievable } from './day-mark.ts'
import type { DraftItem } from './draft.ts'
import { gapPieces, gapRow, splitRow, wordPieces, type Columns, type Row, type Ruling } from './grid.ts'
import { headerOf, mayBeHeader, type Header } from './header.ts'
import type { Line } from './lines.ts'
import { layDayRow } from './table-days.ts'
import { layWeekRow, weekNamed } from './table-weeks.ts'
import { closeAcross, isSideBySide, layAcrossRow } from './table-across.ts'
import { layItem, type TableDesk } from './table-desk.ts'

/** A table of the page with what its rows were understood to be. */
export interface Table {
  readonly firstLine: number
  /** The line after the last. */
  readonly endLine: number
  readonly items: readonly DraftItem[]
  readonly beyond: readonly Span[]
}

/** Finds the tables of a page: with pipes, tabs, commas, or columns set by spaces. Looks at each line a fixed number of times. */
export const tablesOf = (page: string, lines: readonly Line[]): readonly Table[] => {
  const tables: Table[] = []
  for (let index = 0; index < lines.length;) {
    const table = tableAt(page, lines, index)
    if (table && table.items.length > 0) tables.push(table)
    index = table?.endLine ?? index + 1
  }
  return tables
}

const textsOf = (page: string, cells: readonly Span[]): readonly string[] =>
  cells.map(({ from, to }) => page.slice(from, to))

const tableAt = (page: string, lines: readonly Line[], at: number): Table | undefined => {
  const line = lines[at]
  if (!line) return undefined
  const start = headedStart(page, line) ?? headlessStart(page, lines, at)
  if (!start) return undefined
  const outer = page[line.body] === '|' || line.bullet === '|'
  const desk: TableDesk = {
    page,
    outer,
    items: [],
    beyond: [],
    header: start.header,
    heads: start.heads,
    across: { weeks: new Map(), lastDay: null },
    last: { day: null, week: null, phase: null },
  }
  if (start.header) setHeader(desk, start.header, start.heads)
  let end = start.header && start.heads.length > 0 ? at + 1 : at
  for (; end < lines.length; end++) {
    const next = lines[end]
    if (!next || !layLine(desk, next, start)) break
  }
  closeAcross(desk)
  // Headings without rows are no table: their lines are read one by one, and not looked at again here.
  return { firstLine: at, endLine: end, items: desk.items, beyond: desk.beyond }
}

/** A week in the corner of the headings opens it for the rows below: `| Week 1 | AM | PM |`. */
const setHeader = (desk: TableDesk, header: Header, heads: readonly Span[]): void => {
  desk.header = header
  desk.heads = heads
  const [corner] = heads
  if (header.lie !== 'days down' || header.columns[0]?.kind !== 'week' || !corner) return
  layItem(desk, { kind: 'week', span: corner, ...weekNamed(desk.page.slice(corner.from, corner.to)) })
}

interface Start {
  readonly ruling: Ruling
  readonly header: Header | null
  readonly columns: Columns
  readonly heads: readonly Span[]
}

const SIGNED = ['pipe', 'tab', 'semicolon', 'comma'] as const
const SIGNS = { pipe: '|', tab: '\t', semicolon: ';', comma: ',' } as const

const headedStart = (page: string, line: Line): Start | undefined => {
  if (!mayBeHeader(line.text)) return undefined
  for (const ruling of SIGNED) {
    if (!hasSign(page, line, SIGNS[ruling])) continue
    const row = splitRow(page, line, ruling, true)
    const header = row && headerOf(textsOf(page, row.cells))
    if (header && (ruling === 'pipe' || ruling === 'tab' || isSheet(header)))
      return { ruling, header, columns: [], heads: row.cells }
  }
  return headedByGaps(page, line)
}

/** Commas part words of prose too (`Mon, Tue, Thu: rest`): every heading has to be one, and there have to be enough. */
const isSheet = ({ lie, columns }: Header): boolean => {
  const kinds = columns.map(({ kind }) => kind)
  const labelled = kinds.includes('week label') || kinds.includes('day label') || kinds.includes('week')
  if (lie === 'weeks down')
    return !kinds.includes('other') && (labelled || kinds.filter((kind) => kind === 'day').length > 5)
  return labelled && columns.length > 2
}

/** Only the head of a line is searched: a table has a sign in its first cells. */
const hasSign = (page: string, line: Line, sign: string): boolean =>
  page.slice(line.from, Math.min(line.to, line.from + 200)).includes(sign)

const MOST_HEADING_LINE = 400

const headedByGaps = (page: string, line: Line): Start | undefined => {
  if (line.to - line.from > MOST_HEADING_LINE || hasSign(page, line, '|')) return undefined
  for (const [pieces, least] of [
    [gapPieces(page, line), 2],
    [wordPieces(page, line), 4],
  ] as const) {
    if (pieces.length < least) continue
    const header = headerOf(textsOf(page, pieces))
    const named = header?.columns.filter(({ kind }) => kind !== 'other').length ?? 0
    if (header && named === pieces.length) {
      return {
        ruling: 'gap',
        header: withCorner(header, pieces, line),
        columns: cornered(pieces, line),
        heads: withCornerCell(pieces, line),
      }
    }
  }
  return undefined
}

/** Headings set by spaces leave the corner above the first column blank. */
const hasCorner = (pieces: readonly Span[], line: Line): boolean => (pieces[0]?.from ?? line.from) - line.from >= 2
const cornered = (pieces: readonly Span[], line: Line): Columns => {
  const starts = pieces.map(({ from }) => from - line.from)
  return hasCorner(pieces, line) ? [0, ...starts] : starts
}
const withCornerCell = (pieces: readonly Span[], line: Line): readonly Span[] =>
  hasCorner(pieces, line) ? [{ from: line.from, to: line.from }, ...pieces] : pieces
const withCorner = (header: Header, pieces: readonly Span[], line: Line): Header =>
  hasCorner(pieces, line) ? { ...header, columns: [{ kind: 'blank' }, ...header.columns] } : header

/** A table without headings: rows that start with a day, or with a week and seven entries after it. */
const headlessStart = (page: string, lines: readonly Line[], at: number): Start | undefined => {
  const first = lines[at]
  const second = lines[at + 1]
  if (!first || !second) return undefined
  for (const ruling of ['pipe', 'tab'] as const) {
    if (!hasSign(page, first, SIGNS[ruling]) || !hasSign(page, second, SIGNS[ruling])) continue
    const kinds = [first, second].map((line) => headlessKind(page, splitRow(page, line, ruling, true)))
    if (kinds[0] !== undefined && kinds[0] === kinds[1]) return { ruling, header: kinds[0], columns: [], heads: [] }
  }
  return undefined
}

const DAYS_DOWN: Header = {
  lie: 'days down',
  columns: [{ kind: 'day label' }, { kind: 'text' }, { kind: 'other' }, { kind: 'other' }],
}
const WEEKS_DOWN: Header = {
  lie: 'weeks down',
  columns: [
    { kind: 'week label', countdown: false },
    ...(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const).map(
      (day) => ({ kind: 'day', day, slot: null }) as const,
    ),
    { kind: 'total', unit: null },
  ],
}

const headlessKind = (page: string, row: Row | undefined): Header | undefined => {
  if (!row) return undefined
  const [first = '', ...rest] = textsOf(page, row.cells)
  const mark = dayMark(first)
  if (mark && mark.length === first.length && rest.length > 0 && rest.length < 7 && isBelievable(mark, first))
    return DAYS_DOWN
  return /^(?:week |wk |w)?\d{1,2}$/i.test(first) && (rest.length === 7 || rest.length === 8) ? WEEKS_DOWN : undefined
}

const RULE_LINE = /^[\s|+:=_.-]{1,400}$/

const layLine = (desk: TableDesk, line: Line, start: Start): boolean => {
  if (start.ruling === 'pipe' || start.ruling === 'gap') {
    if (RULE_LINE.test(desk.page.slice(line.from, Math.min(line.to, line.from + 400)))) return true
  }
  const row = rowOf(desk.page, line, start, desk.outer)
  if (!row) return false
  if (row.beyond) desk.beyond.push(row.beyond)
  const header = mayBeHeader(line.text) ? headerOf(textsOf(desk.page, row.cells)) : undefined
  if (header && start.ruling !== 'gap') {
    closeAcross(desk)
    setHeader(desk, header, row.cells)
    return true
  }
  return layRow(desk, row, start)
}

const rowOf = (page: string, line: Line, start: Start, outer: boolean): Row | undefined => {
  if (start.ruling !== 'gap') {
    const row = splitRow(page, line, start.ruling, outer)
    return row && row.cells.length >= leastCells(start) ? row : undefined
  }
  return isGapRow(page, line, start) ? gapRow(page, line, start.columns, listed(start)) : undefined
}

/** Commas stand in prose as well: a row has to have half of the columns. */
const leastCells = ({ ruling, header }: Start): number =>
  ruling === 'comma' || ruling === 'semicolon' ? Math.max(2, (header?.columns.length ?? 0) / 2) : 2

/** After a blank line only a full row goes on with a table set by spaces. */
const isGapRow = (page: string, line: Line, start: Start): boolean => {
  if (listed(start)) return !line.gap || dayMark(line.text) !== undefined
  const pieces = gapPieces(page, line)
  if (pieces.length >= (line.gap ? 3 : 2)) return true
  const second = start.columns[1] ?? 0
  return !line.gap && line.body - line.from >= second && pieces.length === 1
}

const listed = ({ header }: Start): boolean => header !== null && isSideBySide(header)

const layRow = (desk: TableDesk, row: Row, start: Start): boolean => {
  const { header } = desk
  if (!header) return false
  switch (header.lie) {
    case 'weeks down':
      return layWeekRow(desk, row, header, start.ruling === 'gap')
    case 'days down':
      return layDayRow(desk, row, header, start.ruling === 'gap')
    case 'weeks across':
      return layAcrossRow(desk, row, header)
    default:
      return header.lie satisfies never
  }
}
