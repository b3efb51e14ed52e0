import type { Span } from '../reading.ts'
import { isSpaceAt, skipSpace } from './lexer.ts'
import { quotedEnd } from './quoted.ts'

/** One line of a plan: what it says, how far it is indented, and the comment after it. Offsets are those of the text. */
export interface Line {
  /** Columns before the first character; a tab counts as two. */
  readonly indent: number
  /** Without indentation and comment; '' where there is only a comment. */
  readonly code: string
  readonly from: number
  readonly to: number
  /** Without `#` and the space after it. */
  readonly comment?: string
  readonly commentSpan?: Span
}

/** Where a comment begins: at a `#` after a space or at the start, outside quotes. */
const commentStart = (line: string): number => {
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index)
    if (character === '#' && (index === 0 || isSpaceAt(line, index - 1))) return index
    if (character === '"' || character === '“' || character === '`') {
      const end = quotedEnd(line, index)
      if (end === undefined) return line.length
      index = end - 1
    }
  }
  return line.length
}

const indentOf = (line: string, end: number): number => {
  let indent = 0
  for (let index = 0; index < end; index += 1) indent += line.charAt(index) === '\t' ? 2 : 1
  return indent
}

const readLine = (line: string, offset: number): Line => {
  const first = skipSpace(line, 0)
  const hash = commentStart(line)
  const code = line.slice(first, hash).trimEnd()
  const from = offset + Math.min(first, hash)
  const indent = indentOf(line, first)
  if (hash === line.length) return { indent, code, from, to: from + code.length }
  const comment = line.slice(line.charAt(hash + 1) === ' ' ? hash + 2 : hash + 1).trimEnd()
  const commentSpan = { from: offset + hash, to: offset + line.trimEnd().length }
  return { indent, code, from, to: from + code.length, comment, commentSpan }
}

/** Index of the next end of a line, or of the text. */
const lineEnd = (text: string, start: number): number => {
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 10 || code === 13) return index
  }
  return text.length
}

/**
 * The lines of a text that say something, one after the other. LF, CRLF and CR end a line; a byte order mark before the
 * first is skipped. Linear in the length of the text, and holds one line at a time.
 */
export function* readLines(text: string): Generator<Line, void, undefined> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (start < text.length) {
    const end = lineEnd(text, start)
    const line = end > start ? readLine(text.slice(start, end), start) : undefined
    if (line !== undefined && (line.code !== '' || line.comment !== undefined)) yield line
    start = end + 1
  }
}
