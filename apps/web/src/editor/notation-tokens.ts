import { ExternalTokenizer, type InputStream, type Stack } from '@lezer/lr'
import { KEYWORDS } from '@bell-lap/formats'
import {
  Activity,
  BlockHead,
  blockBreak,
  Comment,
  Cue,
  Day,
  edgeBreak,
  Effort,
  ExerciseName,
  Head,
  innerBreak,
  Joiner,
  Kind,
  Length,
  LineText,
  Load,
  Model,
  Name,
  offsetSign,
  PaceName,
  Quoted,
  Recovery,
  Remark,
  Role,
  Round,
  Scale,
  Slot,
  Surface,
  Tag,
  TextHead,
  Unit,
} from './notation-terms.ts'
import { exerciseEnd, letterAt, SPACES, wordEnd } from './notation-words.ts'

const NEWLINE = 10
const RETURN = 13
const HASH = 35
const END = -1
/** Lines without a word that are looked past for the indentation of the next; more are taken for an edge. */
const MOST_BLANK = 4000

const lower = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()))

const TEXT_HEADS = new Set(['plan', 'phase'])
const BLOCK_HEADS = new Set(['strength', 'plyometrics', 'mobility', 'session'])
const HEADS = lower(KEYWORDS.lines.filter((word) => !TEXT_HEADS.has(word) && !BLOCK_HEADS.has(word)))

/** Words that mean one thing only where the line asks for it, by the term that asks. */
const WHERE: readonly (readonly [number, ReadonlySet<string>])[] = [
  [TextHead, TEXT_HEADS],
  [BlockHead, BLOCK_HEADS],
  [Head, HEADS],
  [Remark, lower(KEYWORDS.remarks)],
  [Day, lower(KEYWORDS.days)],
  [Slot, lower(KEYWORDS.slots)],
  [Tag, lower([...KEYWORDS.pillars, ...KEYWORDS.tags, ...KEYWORDS.kinds])],
  [Scale, lower(['RPE', 'Z', 'HRmax', 'LTHR', 'RM'])],
]

/** Words that mean the same wherever they stand, the weightier sense first. */
const ANYWHERE: readonly (readonly [number, ReadonlySet<string>])[] = [
  [Recovery, lower(KEYWORDS.recoveries)],
  [Role, lower(KEYWORDS.roles)],
  [Activity, lower(KEYWORDS.activities)],
  [Length, lower(KEYWORDS.lengths)],
  [Joiner, lower([...KEYWORDS.joiners, 'on', ...KEYWORDS.slots])],
  [Effort, lower(KEYWORDS.efforts)],
  [Surface, lower(KEYWORDS.surfaces)],
  [Round, lower(KEYWORDS.rounds)],
  [PaceName, lower(KEYWORDS.paces.filter((pace) => pace !== 'T' && !/^\d/.test(pace)))],
  [Kind, lower([...KEYWORDS.weekKinds, ...KEYWORDS.kinds])],
  [Model, lower(KEYWORDS.paceModels)],
]
const PACES = lower([...KEYWORDS.paces, 'threshold', '3000', '5000', '8000', '10000'])
const PACE_FIGURES = [...PACES].filter((pace) => /^\d/.test(pace)).toSorted((a, b) => b.length - a.length)
const UNITS: ReadonlySet<string> = new Set([...KEYWORDS.units, 'k', 'kg', 'mph'])

const isSpace = (code: number): boolean => code !== END && SPACES.has(String.fromCharCode(code))
const isBreak = (code: number): boolean => code === NEWLINE || code === RETURN
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** How far the next line that says something is indented: 0 at the left edge. */
const indentAhead = (input: InputStream): number => {
  let indent = 0
  for (let ahead = 0; ahead < MOST_BLANK; ahead += 1) {
    const code = input.peek(ahead)
    if (code === END) return 0
    if (isBreak(code)) indent = 0
    else if (isSpace(code)) indent += 1
    else if (code === HASH) {
      while (!isBreak(input.peek(ahead + 1)) && input.peek(ahead + 1) !== END && ahead < MOST_BLANK) ahead += 1
    } else return indent
  }
  return 0
}

/** The word at the left edge here; a block of the library opens with the break before it. */
const edgeWord = (input: InputStream): string => {
  let text = ''
  for (let ahead = 0, end = wordEnd(input, 0); ahead < end; ahead += 1) text += String.fromCharCode(input.peek(ahead))
  return text.toLowerCase()
}

/** Ends of lines, by what stands at the beginning of the next; comments. */
export const lines = new ExternalTokenizer(
  (input, stack) => {
    const code = input.next
    if (isBreak(code)) readBreak(input)
    else if (code === HASH) readComment(input)
    else if (stack.canShift(LineText)) readLineText(input)
  },
  { contextual: true },
)

const readComment = (input: InputStream): void => {
  const before = input.peek(-1)
  if (before !== END && !isSpace(before) && !isBreak(before)) return
  while (!isBreak(input.next) && input.next !== END) input.advance()
  input.acceptToken(Comment)
}

/** Takes lines without a word, up to the break before the next that says something. */
const skipBlank = (input: InputStream): void => {
  input.advance()
  for (let ahead = 0; ahead < MOST_BLANK; ahead += 1) {
    const code = input.peek(ahead)
    if (isBreak(code)) {
      input.advance(ahead + 1)
      ahead = -1
    } else if (!isSpace(code)) return
  }
}

const readBreak = (input: InputStream): void => {
  skipBlank(input)
  const term = indentAhead(input) > 0 ? innerBreak : BLOCK_HEADS.has(edgeWord(input)) ? blockBreak : edgeBreak
  input.acceptToken(term)
}

const QUOTES = '"“`'
/** The rest of a line that is a name, up to its comment; a quoted one is a cue. */
const readLineText = (input: InputStream): void => {
  if (isSpace(input.next) || QUOTES.includes(String.fromCharCode(input.next))) return
  let length = 0
  for (let ahead = 0; ahead < MOST_BLANK; ahead += 1) {
    const code = input.peek(ahead)
    if (code === END || isBreak(code) || (code === HASH && isSpace(input.peek(ahead - 1)))) break
    if (!isSpace(code)) length = ahead + 1
  }
  if (length > 0) input.acceptToken(LineText, length)
}

const textOf = (input: InputStream, length: number): string => {
  let text = ''
  for (let index = 0; index < length; index += 1) text += String.fromCharCode(input.peek(index))
  return text
}

const figure = (input: InputStream): number => {
  const text = textOf(input, 8).toLowerCase()
  const pace = PACE_FIGURES.find((name) => text.startsWith(name)) ?? ''
  const after = input.peek(pace.length)
  return letterAt(input, pace.length) > 0 || isDigit(after) || after === 37 || after === 58 ? 0 : pace.length
}

const CLOSING: { readonly [open: number]: number } = { 34: 34, 0x201c: 0x201d, 96: 96 }
const BACKSLASH = 92
/** A cue or name that is longer is coloured as the words in it. */
const LONGEST_QUOTE = 20_000

/** How long the quoted text here is, its quotes included; 0 when it is never closed. */
const quoted = (input: InputStream): number => {
  const closing = CLOSING[input.next]
  for (let ahead = 1; ahead < LONGEST_QUOTE; ahead += 1) {
    const code = input.peek(ahead)
    if (code === END || isBreak(code)) return 0
    if (code === BACKSLASH) ahead += 1
    else if (code === closing) return ahead + 1
  }
  return 0
}

const meaning = (word: string, stack: Stack, lookahead: () => boolean): number => {
  const known = word.toLowerCase()
  for (const [term, words] of WHERE) if (words.has(known) && stack.canShift(term)) return term
  if (stack.canShift(Load)) return PACES.has(known) ? PaceName : Load
  if (PACES.has(known) && stack.canShift(Scale)) return PaceName
  if (UNITS.has(word)) return Unit
  if (lookahead()) return ExerciseName
  for (const [term, words] of ANYWHERE) if (words.has(known)) return term
  return Name
}

/** Words, by what they are where they stand; figures that name a pace; signs that open an offset. */
export const words = new ExternalTokenizer(
  (input, stack) => {
    if ((input.next === 43 || input.next === 45) && stack.canShift(offsetSign)) {
      if (!isSpace(input.peek(-1)) && !isSpace(input.peek(1))) input.acceptToken(offsetSign, 1)
      return
    }
    if (CLOSING[input.next] !== undefined) {
      const length = quoted(input)
      if (length > 0) input.acceptToken(input.next === 96 ? Quoted : Cue, length)
      return
    }
    if (isDigit(input.next)) {
      const length = stack.canShift(Scale) ? figure(input) : 0
      if (length > 0) input.acceptToken(PaceName, length)
      return
    }
    const length = wordEnd(input, 0)
    if (length === 0) return
    const exercise = exerciseEnd(input, length)
    const term = meaning(textOf(input, length), stack, () => exercise > 0)
    input.acceptToken(term, term === ExerciseName ? exercise : length)
  },
  { contextual: true },
)
