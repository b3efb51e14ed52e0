import type { Workout } from '@bell-lap/core'
import type { ReadingContext, Span, WorkoutReading } from '../reading.ts'
import type { Decision } from './amounts.ts'
import { readAtoms, type Atom } from './atoms.ts'
import { readCanon } from './canon.ts'
import type { Figure } from './figures.ts'
import { fold } from './fold.ts'
import type { Folded } from './folded.ts'
import { newNotes, type Notes } from './notes.ts'
import { normalise } from './normalise.ts'
import { matchBrackets } from './scan.ts'
import { scanRange } from './scan-range.ts'
import { settle } from './settle.ts'
import { evidenceOf } from './sizes.ts'
import type { Building } from './steps.ts'
import { readStrength } from './strength-lines.ts'
import { tokenise, type Token } from './tokens.ts'
import { assemble } from './whole.ts'

const NOTHING: Workout = { kind: 'run', total: null, remainder: null, steps: [], alternatives: [] }

/**
 * Reads one prescription as coaches write it, or as the notation has it. Nothing is dropped: each character is in the
 * structure, in a cue, or in `unread`; nothing is invented: what is not written stays null. Offsets count UTF-16 units of
 * `text`. Takes time in proportion to its length and never throws; of very long texts the first parts are structure and
 * the rest is unread.
 */
export const readWorkout = (text: string, context: ReadingContext = {}): WorkoutReading => {
  const canon = readCanon(text, context)
  if (canon) return { workout: canon, findings: [], unread: [] }
  const notes = newNotes()
  const tokens = tokenise(normalise(text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text))
  const read = readable(tokens, notes)
  const strength = readStrength(text, read)
  const { workout, unread } = strength ?? readRunning(text, read, { context, notes })
  const spans = [...unread, ...behindLast(text, tokens[read.length])]
  if (spans.at(-1)?.to === text.length && (read.length < tokens.length || text.length > MOST_CHARACTERS)) {
    notes.add(
      'out-of-range',
      spans.at(-1) ?? { from: 0, to: 0 },
      'longer than one prescription: the rest is not read as structure',
    )
  }
  for (const span of spans) notes.add('unread', span, 'not understood')
  return { workout, findings: notes.list.toSorted((a, b) => a.from - b.from || a.to - b.to), unread: spans }
}

/** Characters and tokens that any single prescription could have; the rest of a longer text is not structure. */
const MOST_CHARACTERS = 8000
const MOST_TOKENS = 2000

const readable = (tokens: readonly Token[], notes: Notes): readonly Token[] => {
  for (const token of tokens)
    if (token.kind === 'mark' && /^\d/.test(token.text))
      notes.add('bad-number', token, 'a number of more digits than any prescription has')
  const first = tokens[MOST_TOKENS]
  if (!first) return tokens
  return tokens.slice(0, MOST_TOKENS)
}

const behindLast = (text: string, first: Token | undefined): Span[] => {
  const from = first?.from ?? MOST_CHARACTERS
  return from < text.length ? [{ from, to: text.length }] : []
}

interface Reading {
  readonly context: ReadingContext
  readonly notes: Notes
}

const readRunning = (
  text: string,
  tokens: readonly Token[],
  { context, notes }: Reading,
): { workout: Workout; unread: readonly Span[] } => {
  const atoms = readAtoms(tokens)
  const evidence = evidenceOf(atoms, context)
  const words: Span[] = []
  const drafts = scanRange(
    { atoms, closing: matchBrackets(atoms), reading: { key: context.key }, depth: 0, words },
    0,
    atoms.length,
  )
  const folded = fold(drafts)
  settle(folded, evidence, (figure, decision) => noteDecision(notes, figure, decision))
  for (const { span, message } of folded.doubts) notes.add('ambiguous', span, message)
  if (isEmpty(folded)) return { workout: NOTHING, unread: everything(atoms) }
  const held: Span[] = []
  const building = (): Building => ({
    evidence,
    other: false,
    previous: undefined,
    textOf: (spans) => {
      for (const span of spans) held.push(span)
      return cueText(text, spans)
    },
    note: notes.add,
  })
  const workout = assemble(folded, building)
  if (folded.nodes.length === 0) return { workout, unread: words }
  // Words that no bout holds stay with the session.
  const cue = cueText(
    text,
    words.filter((word) => !held.some((span) => span.from <= word.from && word.to <= span.to)),
  )
  return { workout: cue === undefined ? workout : { ...workout, cue }, unread: [] }
}

const noteDecision = (notes: Notes, figure: Figure, decision: Decision | undefined): void => {
  if (!decision) notes.add('bad-number', figure, 'a length that nobody runs: it is left out')
  else if (decision.guess) notes.add('unit-guess', figure, decision.guess)
}

const isEmpty = (folded: Folded): boolean =>
  folded.nodes.length === 0 && folded.totals.length === 0 && folded.options.every(isEmpty)

const everything = (atoms: readonly Atom[]): Span[] => {
  const [first] = atoms
  const last = atoms.at(-1)
  return first && last ? [{ from: first.from, to: last.to }] : []
}

const cueText = (text: string, spans: readonly Span[]): string | undefined => {
  const words = spans.map(({ from, to }) =>
    text
      .slice(from, to)
      .replaceAll(/\s+/g, ' ')
      .replace(/^[\s"'(]+|[\s"')]+$/g, ''),
  )
  const told = words.filter((piece) => piece !== '')
  return told.length > 0 ? told.join('; ') : undefined
}
