import type { InputStream } from '@lezer/lr'
import { KEYWORDS } from '@bell-lap/formats'

/** What separates words, ends of lines apart: the white space of JavaScript. */
export const SPACES: ReadonlySet<string> = new Set(
  ' \t\u000B\f\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\uFEFF',
)

const LETTER = /[\p{L}\p{M}]/u
const JOINTS = "-'’"
const TIMES = 0xd7
const SLASH = 47

const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Length in UTF-16 units of the letter so far ahead; 0 when none stands there. */
export const letterAt = (input: InputStream, ahead: number): number => {
  const code = input.peek(ahead)
  if (code < 128) return isAsciiLetter(code) ? 1 : 0
  const text = String.fromCharCode(code)
  if (code < 0xd800 || code > 0xdbff) return LETTER.test(text) ? 1 : 0
  return LETTER.test(text + String.fromCharCode(input.peek(ahead + 1))) ? 2 : 0
}

/** Where the word ends that begins so far ahead: letters, with hyphens and apostrophes between letters, or `×`. */
export const wordEnd = (input: InputStream, start: number): number => {
  if (input.peek(start) === TIMES) return start + 1
  let ahead = start
  for (;;) {
    const length = letterAt(input, ahead)
    if (length > 0) ahead += length
    else if (ahead > start && JOINTS.includes(String.fromCharCode(input.peek(ahead))) && letterAt(input, ahead + 1) > 0)
      ahead += 1
    else return ahead
  }
}

const lower = (words: readonly string[]): readonly string[] => words.map((word) => word.toLowerCase())
/** Words that no name of an exercise begins with, goes on with, or is made of alone. */
const NEVER_FIRST: ReadonlySet<string> = new Set(
  lower([...KEYWORDS.activities, ...KEYWORDS.joiners, ...KEYWORDS.units, 'on', 'am', 'pm']),
)
const BREAKS = new Set(['or', 'on', 'after', 'with', 'as', 'x'])
const RUNNING: ReadonlySet<string> = new Set(
  lower([...KEYWORDS.roles, ...KEYWORDS.recoveries, 'full', 'every', 'remaining', 'open', 'last', 'no']),
)
/** A name that goes on for longer is none. */
const LONGEST = 200

const isDigit = (code: number): boolean => code >= 48 && code <= 57

const skipSpaces = (input: InputStream, start: number): number => {
  let ahead = start
  while (input.peek(ahead) >= 0 && SPACES.has(String.fromCharCode(input.peek(ahead)))) ahead += 1
  return ahead
}

const skipFigure = (input: InputStream, start: number): number => {
  let ahead = start
  while (isDigit(input.peek(ahead))) ahead += 1
  return ahead
}

/** `4 x`, `3-4 x`, `? x` so far ahead. */
const isCount = (input: InputStream, start: number): boolean => {
  let ahead = input.peek(start) === 63 ? start + 1 : skipFigure(input, start)
  if (ahead === start) return false
  ahead = skipSpaces(input, ahead)
  if (input.peek(ahead) === 45) ahead = skipSpaces(input, skipFigure(input, skipSpaces(input, ahead + 1)))
  const sign = input.peek(ahead)
  if (sign === TIMES) return true
  return (sign === 120 || sign === 88) && letterAt(input, ahead + 1) === 0
}

const wordText = (input: InputStream, from: number, to: number): string => {
  let text = ''
  for (let ahead = from; ahead < to; ahead += 1) text += String.fromCharCode(input.peek(ahead))
  return text.toLowerCase()
}

/** Where the name of an exercise ends that begins here with a word up to `first`; 0 where none does. */
export const exerciseEnd = (input: InputStream, first: number): number => {
  const head = wordText(input, 0, first)
  if (NEVER_FIRST.has(head)) return 0
  let named = !RUNNING.has(head)
  let end = skipFigure(input, first)
  let choice = 0
  while (end < LONGEST) {
    let next = skipSpaces(input, end)
    if (isCount(input, next)) return named ? choice || end : 0
    if (input.peek(next) === SLASH) {
      choice ||= end
      next = skipSpaces(input, next + 1)
    }
    const to = wordEnd(input, next)
    const word = wordText(input, next, to)
    if (to === next || BREAKS.has(word)) return 0
    named ||= !RUNNING.has(word)
    end = skipFigure(input, to)
  }
  return 0
}
