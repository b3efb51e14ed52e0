import { quotedEnd, readQuoted } from './quoted.ts'

/**
 * `word`: letters, with hyphens and apostrophes between letters. `number`: digits, with decimals. `cue`: a text in double
 * quotes. `name`: a text in backquotes. `sign`: one of the signs of the grammar. `unknown`: anything else. `end`: no more.
 */
type TokenKind = 'word' | 'number' | 'cue' | 'name' | 'sign' | 'unknown' | 'open quote' | 'end'

/** One token; `text` is what it says (a cue without its quotes), `from` and `to` count UTF-16 units of the line given. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly from: number
  readonly to: number
  /** No space stands between this token and the one before it. */
  readonly glued: boolean
}

const SIGNS = '()[]{},+-/%@<>:~?=.'
const LETTER = /[\p{L}\p{M}]/u
const SPACE = /\s/u

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Length in UTF-16 units of the letter at an index; 0 when none stands there. */
const letterAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index)
  if (code < 128 || Number.isNaN(code)) return isAsciiLetter(code) ? 1 : 0
  const point = text.codePointAt(index)
  if (point === undefined || !LETTER.test(String.fromCodePoint(point))) return 0
  return point > 0xffff ? 2 : 1
}

export const isSpaceAt = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index)
  return code === 32 || code === 9 || (code > 127 && SPACE.test(text.charAt(index))) || (code >= 10 && code <= 13)
}

const JOINTS = "-'’"

const wordEnd = (text: string, start: number): number => {
  let index = start
  for (;;) {
    const length = letterAt(text, index)
    if (length > 0) index += length
    else if (index > start && JOINTS.includes(text.charAt(index)) && letterAt(text, index + 1) > 0) index += 1
    else return index
  }
}

const numberEnd = (text: string, start: number): number => {
  let index = start
  while (isDigit(text.charCodeAt(index))) index += 1
  if (text.charAt(index) !== '.' || !isDigit(text.charCodeAt(index + 1))) return index
  index += 1
  while (isDigit(text.charCodeAt(index))) index += 1
  return index
}

/** Where the first thing that is no space stands, from an index on. */
export const skipSpace = (text: string, start: number): number => {
  let index = start
  while (index < text.length && isSpaceAt(text, index)) index += 1
  return index
}

const quotedToken = (line: string, from: number, glued: boolean): Token => {
  const to = quotedEnd(line, from)
  if (to === undefined) return { kind: 'open quote', text: line.slice(from, from + 20), from, to: line.length, glued }
  const kind = line.charAt(from) === '`' ? 'name' : 'cue'
  return { kind, text: readQuoted(line.slice(from + 1, to - 1)), from, to, glued }
}

/** The token at an index, spaces before it skipped. One pass, no way back: linear in the length of the text. */
export const tokenAt = (line: string, start: number): Token => {
  const from = skipSpace(line, start)
  const glued = from === start && start > 0
  const first = line.charAt(from)
  if (first === '') return { kind: 'end', text: '', from, to: from, glued }
  if (first === '"' || first === '“' || first === '`') return quotedToken(line, from, glued)
  if (isDigit(line.charCodeAt(from))) {
    const to = numberEnd(line, from)
    return { kind: 'number', text: line.slice(from, to), from, to, glued }
  }
  const end = wordEnd(line, from)
  if (end > from) return { kind: 'word', text: line.slice(from, end), from, to: end, glued }
  return signToken(line, from, glued)
}

const signToken = (line: string, from: number, glued: boolean): Token => {
  const first = line.charAt(from)
  if (first === '.' && line.charAt(from + 1) === '.') return { kind: 'sign', text: '..', from, to: from + 2, glued }
  if (first === '×') return { kind: 'word', text: 'x', from, to: from + 1, glued }
  if (first === '–') return { kind: 'sign', text: '-', from, to: from + 1, glued }
  if (SIGNS.includes(first)) return { kind: 'sign', text: first, from, to: from + 1, glued }
  const point = line.codePointAt(from) ?? 0
  const to = from + (point > 0xffff ? 2 : 1)
  return { kind: 'unknown', text: line.slice(from, to), from, to, glued }
}
