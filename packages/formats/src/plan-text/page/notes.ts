import type { Span } from '../reading.ts'
import type { NoteItem } from './draft.ts'

/** Prose as notes: wrapped lines of a paragraph are one note, entries of a list one each. */
export const notesOf = (text: string, items: readonly NoteItem[]): readonly string[] => {
  const notes: string[] = []
  let paragraph: string[] = []
  let end = -1
  let last = ''
  for (const { span, apart } of items) {
    const sameLine = span.from === end && text[end - 1] !== '\n'
    if (
      paragraph.length > 0 &&
      !sameLine &&
      (apart || span.from !== end || !isWrapped(last, text.slice(span.from, span.to)))
    ) {
      notes.push(paragraph.join(' '))
      paragraph = []
    }
    const words = noteText(text, span)
    if (words !== '') paragraph.push(words)
    end = span.to
    last = words
  }
  if (paragraph.length > 0) notes.push(paragraph.join(' '))
  return notes
}

/** Lines shorter than this were not broken for the margin. */
const LEAST_WRAPPED = 45
/** `T   comfortably hard`, `jg = jog`: an entry of a key. */
const ENTRY = /^\s*\S{1,8}(?:\s{2,}|\t|\s*=)/

const isWrapped = (line: string, next: string): boolean => line.length >= LEAST_WRAPPED && !ENTRY.test(next)

/** Words of a stretch on one line: bullets, signs of headings and line breaks left out. */
export const noteText = (text: string, { from, to }: Span): string =>
  text
    .slice(from, to)
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:[•●○◦▪■□▫‣⁃·➤►▶>]+|[-*+](?=\s)|#{1,6}(?=\s))\s*/, '')
        .replaceAll(/\*\*|__/g, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join(' ')
