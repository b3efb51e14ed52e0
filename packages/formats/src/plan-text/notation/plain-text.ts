import { makeQuoted, quotedEnd, readQuoted } from './quoted.ts'

/** Text that stands without quotes to the end of its line, or to the next space. */
const PLAIN_LINE = /^[^"“`#\n\r]+$/u
const PLAIN_WORD = /^[^\s"“`#]+$/u

/** A name at the end of a line; in quotes where it would not read back as it is. */
export const makeLineText = (text: string): string =>
  text.trim() === text && PLAIN_LINE.test(text) ? text : makeQuoted(text)

/** One word, such as a rule's id; in quotes where it is more. */
export const makeWordText = (text: string): string => (PLAIN_WORD.test(text) ? text : makeQuoted(text))

const isQuoteAt = (text: string, index: number): boolean => text.charAt(index) === '"' || text.charAt(index) === '“'

/** The text that fills the rest of a line; `undefined` when a quote is not closed at its end. */
export const readLineText = (text: string): string | undefined => {
  if (!isQuoteAt(text, 0)) return /["“`]/u.test(text) ? undefined : text
  return quotedEnd(text, 0) === text.length ? readQuoted(text.slice(1, -1)) : undefined
}

/** Words and quoted texts of a line, each with where it stands; `undefined` when a quote is not closed. */
export const readWordTexts = (line: string): readonly WordText[] | undefined => {
  const words: WordText[] = []
  for (let at = 0; at < line.length;) {
    if (/\s/u.test(line.charAt(at))) {
      at += 1
      continue
    }
    const to = isQuoteAt(line, at) ? quotedEnd(line, at) : wordEnd(line, at)
    if (to === undefined) return undefined
    const quoted = isQuoteAt(line, at)
    words.push({ text: quoted ? readQuoted(line.slice(at + 1, to - 1)) : line.slice(at, to), quoted, from: at, to })
    at = to
  }
  return words
}

export interface WordText {
  readonly text: string
  readonly quoted: boolean
  readonly from: number
  readonly to: number
}

const wordEnd = (line: string, start: number): number => {
  let index = start + 1
  while (index < line.length && !/\s/u.test(line.charAt(index)) && !isQuoteAt(line, index)) index += 1
  return index
}
