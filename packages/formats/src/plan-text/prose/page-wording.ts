import type { Span } from '../reading.ts'
import type { PageKey } from './page-key.ts'
import { CELL_BREAK } from './page-text.ts'

/** An entry in the words that the reader of prescriptions gets, and where each of them stands in the page. */
export interface Wording {
  readonly text: string
  /** Offset in the page of an offset in `text`. */
  readonly sourceOf: (offset: number) => number
  /** Stretches of the page that a key rewrote. */
  readonly rewritten: readonly Span[]
}

interface Edit extends Span {
  readonly text: string
}

/** Puts the stretches of an entry together, one a line, in the page's key. */
export const wordingOf = (page: string, pieces: readonly Span[], key: PageKey): Wording => {
  const [only] = pieces
  const rewritten: Span[] = []
  if (pieces.length === 1 && only) {
    const text = page.slice(only.from, only.to)
    if (!needsEdits(text, key)) return { text, sourceOf: (offset) => only.from + offset, rewritten }
  }
  const chunks: Chunk[] = []
  let length = 0
  const add = (text: string, source: number, same: boolean): void => {
    if (text !== '') chunks.push({ start: length, source, same, text })
    length += text.length
  }
  pieces.forEach((piece, index) => {
    if (index > 0) add('\n', piece.from, false)
    let at = piece.from
    for (const edit of editsOf(page, piece, key)) {
      add(page.slice(at, edit.from), at, true)
      add(edit.text, edit.from, false)
      if (edit.text !== '\n') rewritten.push({ from: edit.from, to: edit.to })
      at = edit.to
    }
    add(page.slice(at, piece.to), at, true)
  })
  return { text: chunks.map((chunk) => chunk.text).join(''), sourceOf: (offset) => sourceIn(chunks, offset), rewritten }
}

interface Chunk {
  readonly start: number
  readonly source: number
  readonly same: boolean
  readonly text: string
}

const sourceIn = (chunks: readonly Chunk[], offset: number): number => {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((chunks[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const chunk = chunks[low]
  if (!chunk) return 0
  return chunk.same ? chunk.source + Math.min(offset - chunk.start, chunk.text.length) : chunk.source
}

const needsEdits = (text: string, key: PageKey): boolean =>
  key.words.size > 0 || key.hundreds || key.mIsMile || text.includes(CELL_BREAK)

const editsOf = (page: string, piece: Span, key: PageKey): readonly Edit[] => {
  const text = page.slice(piece.from, piece.to)
  const edits = [
    ...matches(text, /\v/g, () => '\n'),
    ...(key.words.size > 0 ? matches(text, /[A-Za-z][A-Za-z&+/]*/g, (word) => key.words.get(word)) : []),
    ...(key.mIsMile ? matches(text, /(?<=(?<![\d.:])\d{1,2}(?:\.\d)? ?)m(?![a-z0-9])/g, () => ' mile') : []),
    ...(key.hundreds ? hundreds(text) : []),
  ].toSorted((one, other) => one.from - other.from)
  let end = 0
  return edits
    .filter((edit) => {
      const free = edit.from >= end
      if (free) end = edit.to
      return free
    })
    .map((edit) => ({ from: edit.from + piece.from, to: edit.to + piece.from, text: edit.text }))
}

const matches = (text: string, pattern: RegExp, write: (match: string) => string | undefined): readonly Edit[] => {
  const edits: Edit[] = []
  for (const match of text.matchAll(pattern)) {
    const written = write(match[0])
    if (written !== undefined) edits.push({ from: match.index, to: match.index + match[0].length, text: written })
  }
  return edits
}

/** `4,6,8,10,8,6,4` in hundreds of metres. */
const hundreds = (text: string): readonly Edit[] => {
  const edits: Edit[] = []
  for (const list of text.matchAll(/(?<![\d.:])\d{1,2}(?: ?[,/–-] ?\d{1,2}){2,}(?![\d.:]|\s?(?:min|sec|mi|km|k\b))/g)) {
    for (const figure of list[0].matchAll(/\d+/g)) {
      const at = list.index + figure.index + figure[0].length
      edits.push({ from: at, to: at, text: '00' })
    }
  }
  return edits
}

/** A stretch of a wording as a wording of its own, spaces around it left out. */
export const partOf = (wording: Wording, from: number, to: number): Wording => {
  let start = from
  let end = to
  while (start < end && wording.text.charCodeAt(start) <= 32) start++
  while (end > start && wording.text.charCodeAt(end - 1) <= 32) end--
  return {
    text: wording.text.slice(start, end),
    sourceOf: (offset) => wording.sourceOf(offset + start),
    rewritten: wording.rewritten,
  }
}
