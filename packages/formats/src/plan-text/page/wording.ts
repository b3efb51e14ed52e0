import type { LongUnit, PaceName } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import type { PageKey } from './key.ts'
import { CELL_BREAK } from './text.ts'

/** An entry in the words that the reader of prescriptions gets, and where each of them stands in the page. */
export interface Wording {
  readonly text: string
  /** Where a stretch of `text` stands in the page; rewritten words stand where the author's do. */
  readonly spanOf: (from: number, to: number) => Span
  /** Stretches of the page that a key rewrote. */
  readonly rewritten: readonly Span[]
  /** Pace of the work of an entry whose letter says it for the whole (`V7: 5 x 800`). */
  readonly pace: PaceName | null
}

interface Edit extends Span {
  readonly text: string
  readonly pace?: PaceName
}

/** How an entry is put together. */
export interface WordingFrame {
  readonly key: PageKey
  readonly unit: LongUnit
  /** The stretches are one line broken by the width of a column, not lines of a list. */
  readonly wrapped: boolean
}

/** Puts the stretches of an entry together, one a line, in the page's key. */
export const wordingOf = (page: string, pieces: readonly Span[], { key, unit, wrapped }: WordingFrame): Wording => {
  const [only] = pieces
  const rewritten: Span[] = []
  if (pieces.length === 1 && only) {
    const text = page.slice(only.from, only.to)
    if (!needsEdits(text, key))
      return { text, spanOf: (from, to) => ({ from: only.from + from, to: only.from + to }), rewritten, pace: null }
  }
  let pace: PaceName | null = null
  const chunks: Chunk[] = []
  let length = 0
  const add = (text: string, source: number, end: number, same: boolean): void => {
    if (text !== '') chunks.push({ start: length, source, end, same, text })
    length += text.length
  }
  pieces.forEach((piece, index) => {
    if (index > 0) add(wrapped ? ' ' : '\n', piece.from, piece.from, false)
    let at = piece.from
    for (const edit of editsOf(page, piece, key, unit)) {
      pace ??= edit.pace ?? null
      add(page.slice(at, edit.from), at, edit.from, true)
      add(edit.text, edit.from, edit.to, false)
      if (edit.text !== '\n') rewritten.push({ from: edit.from, to: edit.to })
      at = edit.to
    }
    add(page.slice(at, piece.to), at, piece.to, true)
  })
  return {
    text: chunks.map((chunk) => chunk.text).join(''),
    spanOf: (from, to) => spanIn(chunks, from, to),
    rewritten,
    pace,
  }
}

interface Chunk {
  readonly start: number
  readonly source: number
  readonly end: number
  readonly same: boolean
  readonly text: string
}

const spanIn = (chunks: readonly Chunk[], from: number, to: number): Span => {
  const first = chunkAt(chunks, from)
  const last = chunkAt(chunks, Math.max(from, to - 1))
  if (!first || !last) return { from: 0, to: 0 }
  const start = first.same ? first.source + Math.min(from - first.start, first.text.length) : first.source
  const end = last.same ? last.source + Math.min(to - last.start, last.text.length) : last.end
  return { from: start, to: to > from ? Math.max(start, end) : start }
}

/** The last chunk that starts at or before an offset. */
const chunkAt = (chunks: readonly Chunk[], offset: number): Chunk | undefined => {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((chunks[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return chunks[low]
}

const needsEdits = (text: string, key: PageKey): boolean =>
  key.words.size > 0 || key.meanings.size > 0 || key.hundreds || key.mIsMile || text.includes(CELL_BREAK)

const editsOf = (page: string, piece: Span, key: PageKey, unit: LongUnit): readonly Edit[] => {
  const text = page.slice(piece.from, piece.to)
  const edits = [
    ...matches(text, /\v/g, () => '\n'),
    ...letterFigures(text, key, unit),
    ...(key.words.size > 0 ? matches(text, WORD, (word) => key.words.get(word)) : []),
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
    .map((edit) => ({ ...edit, from: edit.from + piece.from, to: edit.to + piece.from }))
}

/** Words of letters; an `x` between figures is a sign. */
const WORD =
  /(?<![A-Za-z0-9]|\d )[A-Za-z][A-Za-z&+/]*(?![A-Za-z0-9])|(?<=\d )(?:[A-WYZa-wyz][A-Za-z&+/]*|[Xx][A-Za-z&+/]+)(?![A-Za-z0-9])/g

/** `E5`, `V7: 5 x 800`, `S30`: a letter of the key with how much of it. */
const letterFigures = (text: string, key: PageKey, unit: LongUnit): readonly Edit[] => {
  const edits: Edit[] = []
  if (key.meanings.size === 0 && key.words.size === 0) return edits
  for (const match of text.matchAll(LETTER_FIGURE)) {
    const [whole, letter = '', space, figure = '', colon] = match
    if (space !== '' && !key.words.has(letter)) continue
    const said = letterFigure({ letter, figure, colon: colon !== undefined }, key, unit)
    if (said) edits.push({ from: match.index, to: match.index + whole.length, ...said })
  }
  return edits
}

const LETTER_FIGURE = /(?<![A-Za-z0-9@.])([A-Z])( ?)(\d{1,3}(?:\.\d{1,2})?)(?![\d.A-Za-z%]|\s?[x×])(\s?:)?/g

interface LetterFigure {
  readonly letter: string
  readonly figure: string
  readonly colon: boolean
}

const letterFigure = (
  { letter, figure, colon }: LetterFigure,
  key: PageKey,
  unit: LongUnit,
): Pick<Edit, 'text' | 'pace'> | undefined => {
  const meaning = key.meanings.get(letter)
  const word = key.words.get(letter)
  const counted = key.glued.get(letter) ?? (word === undefined ? (meaning?.unit ?? unit) : 'min')
  const amount = `${figure} ${UNIT_WORDS[counted]}`
  if (word !== undefined) return { text: `${word} ${amount}` }
  if (meaning?.role) return { text: `${amount} ${meaning.role}${colon ? ' with' : ''}` }
  if (!meaning?.pace) return undefined
  return colon ? { text: `${amount} with`, pace: meaning.pace } : { text: `${amount} @ ${letter}` }
}

const UNIT_WORDS = { km: 'km', mi: 'miles', min: 'min' } as const

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
    spanOf: (first, last) => wording.spanOf(first + start, last + start),
    rewritten: wording.rewritten,
    pace: wording.pace,
  }
}
