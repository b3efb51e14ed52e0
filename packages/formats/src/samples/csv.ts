/** Signs between cells that are in use, the likelier first. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/** The sign between the cells of a text: the one that its head has most of, outside of quotes. */
export const delimiterOf = (text: string): string => {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const count = (sign: string): number => head.split(sign).length
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ','
}

/** Rows with more cells are no rows of a table. */
const MOST_CELLS = 1_000

/** Why the reading of a table of cells ended. */
export type CsvEnd = 'end' | 'stopped' | 'open-quote' | 'long-cell' | 'long-row'

interface CellReading {
  readonly cell: string
  readonly end: number
}

/**
 * A cell in quotes that begins at a place; what follows its closing quote up to the next sign belongs to it. A cell that
 * grows too long is broken off; undefined where the quote is never closed.
 */
const quotedCell = (
  text: string,
  from: number,
  longest: number,
  nextSign: (at: number) => number,
): CellReading | undefined => {
  let [cell, at] = ['', from + 1]
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return undefined
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"' || cell.length > longest) {
      const end = nextSign(quote + 1)
      return { cell: cell + text.slice(quote + 1, end).trim(), end }
    }
    cell += '"'
    at = quote + 2
  }
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const endsLine = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === LINE_FEED || code === CARRIAGE_RETURN
}

/** The next sign between cells or end of a line. */
const signSearch = (text: string, delimiter: string): ((at: number) => number) => {
  const sign = delimiter.charCodeAt(0)
  return (from) => {
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === sign || code === LINE_FEED || code === CARRIAGE_RETURN) break
    }
    return at
  }
}

/**
 * Reads cells row by row (RFC 4180; also lines that end in CR or LF alone, and other signs between cells) until `take`
 * returns false. Empty lines are no rows. `longest`: characters that a cell may have.
 */
export const readCells = (
  text: string,
  delimiter: string,
  longest: number,
  take: (cells: readonly string[]) => boolean,
): CsvEnd => {
  const nextSign = signSearch(text, delimiter)
  let row: string[] = []
  for (let at = 0; at < text.length;) {
    const quoted = text[at] === '"' ? quotedCell(text, at, longest, nextSign) : undefined
    if (text[at] === '"' && !quoted) return 'open-quote'
    const end = quoted?.end ?? nextSign(at)
    const cell = quoted?.cell ?? text.slice(at, end)
    if (cell.length > longest) return 'long-cell'
    row.push(cell)
    if (row.length > MOST_CELLS) return 'long-row'
    at = end + 1
    if (end < text.length && !endsLine(text, end)) {
      if (at === text.length) row.push('')
      continue
    }
    if ((row.length > 1 || row[0]?.trim() !== '') && !take(row)) return 'stopped'
    row = []
  }
  return row.length === 0 || take(row) ? 'end' : 'stopped'
}
