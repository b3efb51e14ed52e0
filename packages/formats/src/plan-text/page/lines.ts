import type { Span } from '../reading.ts'

/** One line of a page that has words. Offsets count in the page. */
export interface Line extends Span {
  /** Start of the line after this one, blank lines between skipped. */
  readonly next: number
  /** Columns before the first character that is not a space; a tab counts up to the next multiple of 4. */
  readonly indent: number
  /** What marks an entry of a list: a bullet, `1.`, `###`; empty without one. */
  readonly bullet: string
  /** Where the content starts, after indentation and bullet. */
  readonly body: number
  /** Content without bullet, spaces and markup around it. */
  readonly text: string
  /** Whether a blank line stands before it. */
  readonly gap: boolean
}

/** The lines of a plain page (`plainText`), blank ones and bare bullets left out, in one pass. */
export const linesOf = (page: string): readonly Line[] => {
  const lines: Line[] = []
  let from = 0
  let gap = true
  while (from < page.length) {
    const end = lineEnd(page, from)
    const first = firstInk(page, from, end)
    if (first === end) gap = true
    else {
      const line = lineAt(page, { from, first, end, gap })
      gap = line.text === ''
      if (!gap) lines.push(line)
    }
    from = end + 1
  }
  return withNext(lines, page.length)
}

const lineEnd = (page: string, from: number): number => {
  const end = page.indexOf('\n', from)
  return end < 0 ? page.length : end
}

const firstInk = (page: string, from: number, end: number): number => {
  let at = from
  while (at < end && isBlank(page.charCodeAt(at))) at++
  return at
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 11

interface Rough {
  readonly from: number
  readonly first: number
  readonly end: number
  readonly gap: boolean
}

const lineAt = (page: string, { from, first, end, gap }: Rough): Line => {
  const bullet = bulletAt(page, first, end)
  const body = firstInk(page, first + bullet.length, end)
  let to = end
  while (to > body && isBlank(page.charCodeAt(to - 1))) to--
  const plain = bullet.startsWith('#') ? withoutClosing(page, body, to) : to
  return {
    from,
    to: plain,
    next: end,
    indent: indentOf(page, from, first),
    bullet: bullet.trim(),
    body,
    text: page.slice(body, plain),
    gap,
  }
}

const withoutClosing = (page: string, body: number, to: number): number => {
  let end = to
  while (end > body && (page[end - 1] === '#' || page[end - 1] === ' ')) end--
  return end
}

const indentOf = (page: string, from: number, first: number): number => {
  let column = 0
  for (let at = from; at < first; at++) column = page[at] === '\t' ? column + 4 - (column % 4) : column + 1
  return column
}

/** Signs of a list need a space after them, or they could be a minus, an emphasis or a product; round bullets do not. */
const BULLET =
  /^(?:[•●○◦▪■□▫‣⁃·➤►▶>]+|(?:[\p{Extended_Pictographic}\p{So}]\ufe0f?\u200d?)+|[-*+–—](?=\s)|#{1,6}(?=\s)|\d{1,2}[.)](?=\s)|\[[ xX]\](?=\s))\s*/u

const bulletAt = (page: string, first: number, end: number): string => {
  const head = page.slice(first, Math.min(end, first + 24))
  const outer = BULLET.exec(head)?.[0] ?? ''
  return outer === '' ? '' : outer + (BULLET.exec(head.slice(outer.length))?.[0] ?? '')
}

const withNext = (lines: readonly Line[], length: number): readonly Line[] =>
  lines.map((line, index) => ({ ...line, next: lines[index + 1]?.from ?? length }))
