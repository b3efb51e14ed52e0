import type { Span } from '../reading.ts'
import type { Line } from './lines.ts'

/** More columns than this are no plan: the rest of such a row is given up. */
const MOST_COLUMNS = 400

/** What parts the cells of a row. */
export type Ruling = 'pipe' | 'tab' | 'comma' | 'semicolon' | 'gap'

/** A row of a table: its cells as trimmed stretches of the page. */
export interface Row {
  readonly line: Line
  readonly cells: readonly Span[]
  /** What is beyond the last column that is read. */
  readonly beyond: Span | null
}

/** Cells of one line by a ruling that parts them with a sign; undefined when the line has no such sign. */
export const splitRow = (page: string, line: Line, ruling: Exclude<Ruling, 'gap'>, outer: boolean): Row | undefined => {
  if (ruling === 'comma' || ruling === 'semicolon') return quotedRow(page, line, ruling === 'comma' ? ',' : ';')
  const sign = ruling === 'pipe' ? '|' : '\t'
  const start = ruling === 'tab' ? line.from : line.from + indentLength(page, line)
  const first = page.indexOf(sign, start)
  if (first < 0 || first >= line.to) return undefined
  const cells: Span[] = []
  let from = ruling === 'pipe' && outer && first === start ? first + 1 : start
  while (cells.length < MOST_COLUMNS) {
    const end = page.indexOf(sign, from)
    if (end < 0 || end >= line.to) break
    cells.push(cellSpan(page, from, end))
    from = end + 1
  }
  if (cells.length >= MOST_COLUMNS) return { line, cells, beyond: from < line.to ? { from, to: line.to } : null }
  const last = cellSpan(page, from, line.to)
  if (last.to > last.from || (ruling === 'tab' && from <= line.to)) cells.push(last)
  return { line, cells, beyond: null }
}

const indentLength = (page: string, line: Line): number => {
  let at = line.from
  while (page[at] === ' ' || page[at] === '\t') at++
  return at - line.from
}

const trimmedSpan = (page: string, from: number, to: number): Span => {
  let start = from
  let end = to
  while (start < end && page.charCodeAt(start) <= 32) start++
  while (end > start && page.charCodeAt(end - 1) <= 32) end--
  return { from: start, to: end }
}

/** A cell without the spaces and quotes around it. */
const cellSpan = (page: string, from: number, to: number): Span => {
  const { from: start, to: end } = trimmedSpan(page, from, to)
  const quoted = end - start > 1 && page[start] === '"' && page[end - 1] === '"'
  return quoted ? { from: start + 1, to: end - 1 } : { from: start, to: end }
}

/** Cells as spreadsheets write them: a quoted cell may hold the sign. */
const quotedRow = (page: string, line: Line, sign: string): Row | undefined => {
  const cells: Span[] = []
  let from = line.from
  let quoted = false
  for (let at = line.from; at <= line.to; at++) {
    const character = at === line.to ? sign : page[at]
    if (character === '"') quoted = !quoted
    if (character !== sign || (quoted && at < line.to)) continue
    cells.push(cellSpan(page, from, at))
    from = at + 1
    if (cells.length >= MOST_COLUMNS) return { line, cells, beyond: from < line.to ? { from, to: line.to } : null }
  }
  return cells.length > 1 ? { line, cells, beyond: null } : undefined
}

/** Stretches of a line parted by two spaces or more, or by a tab. */
export const gapPieces = (page: string, line: Line): readonly Span[] => {
  const pieces: Span[] = []
  let from = -1
  let spaces = 0
  for (let at = line.from; at < line.to; at++) {
    const blank = page.charCodeAt(at) <= 32
    if (!blank) {
      if (from < 0) from = at
      else if (spaces > 1) {
        pieces.push({ from, to: at - spaces })
        from = at
      }
    }
    spaces = blank ? spaces + (page[at] === '\t' ? 2 : 1) : 0
    if (pieces.length >= MOST_COLUMNS) break
  }
  if (from >= 0) pieces.push(trimmedSpan(page, from, line.to))
  return pieces
}

/** Words of a line with where they stand, for headings whose columns are one space apart. */
export const wordPieces = (page: string, line: Line): readonly Span[] => {
  const pieces: Span[] = []
  const words = /\S+/g
  for (const match of page.slice(line.body, Math.min(line.to, line.body + 400)).matchAll(words)) {
    pieces.push({ from: line.body + match.index, to: line.body + match.index + match[0].length })
  }
  return pieces
}

/** Columns of a table without signs: where each heading starts, counted from the start of the line. */
export type Columns = readonly number[]

/** Puts the pieces of a line under the headings they stand below: as many as headings in their order, unless `byPlace`. */
export const gapRow = (page: string, line: Line, columns: Columns, byPlace = false): Row => {
  const pieces = gapPieces(page, line)
  const cells: Span[] = columns.map(() => ({ from: line.to, to: line.to }))
  const inOrder = !byPlace && pieces.length === columns.length
  let least = 0
  for (const [index, piece] of (inOrder ? pieces : splitAtColumns(page, line, pieces, columns)).entries()) {
    const column = inOrder ? index : Math.max(least, nearest(columns, piece.from - line.from))
    const cell = cells[column]
    if (!cell) break
    cells[column] = cell.to > cell.from ? { from: cell.from, to: piece.to } : piece
    least = column
  }
  return { line, cells, beyond: null }
}

/** The last column that starts at or before a place, one character of slack. */
const nearest = (columns: Columns, place: number): number => {
  let found = 0
  columns.forEach((start, index) => {
    if (start <= place + 1) found = index
  })
  return found
}

/** A full cell may leave one space before the next column: cut it there. */
const splitAtColumns = (page: string, line: Line, pieces: readonly Span[], columns: Columns): readonly Span[] =>
  pieces.flatMap((piece) => {
    const cuts = columns
      .map((start) => line.from + start)
      .filter((at) => at > piece.from && at < piece.to && page[at - 1] === ' ' && page[at] !== ' ')
    return [piece.from, ...cuts].map((from, index) => trimmedSpan(page, from, cuts[index] ?? piece.to))
  })
