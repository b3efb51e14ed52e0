import type { Span } from '../reading.ts'
import { isCross, readFigure, type Figure } from './figures.ts'
import { readPhrase } from './phrases.ts'
import type { Sense } from './senses.ts'
import type { Token } from './tokens.ts'
import { isTime } from './units.ts'

/** `5 x`, `3-4 x`, `2 sets of`: how often what follows is done. */
export interface Count extends Span {
  readonly kind: 'count'
  readonly low: number
  readonly high?: number
  readonly sets: boolean
  /** `sets of`, `repetitions of`. */
  readonly of?: true
  readonly spaced: boolean
}

/** `x 5`, `3 times`, `twice` behind what is repeated. */
export interface Times extends Span {
  readonly kind: 'times'
  readonly low: number
  readonly high?: number
  readonly spaced: boolean
}

export interface Word extends Span {
  readonly kind: 'word'
  readonly text: string
  readonly raw: string
  readonly sense: Sense
  /** In the vocabulary. */
  readonly known: boolean
  readonly spaced: boolean
}

export interface Mark extends Span {
  readonly kind: 'mark'
  /** One character; `\n` for a line break. */
  readonly text: string
  readonly spaced: boolean
  /** White space stands behind it. */
  readonly loose: boolean
}

/** What patterns are written in: figures, counts, words with their senses, marks. */
export type Atom = Figure | Count | Times | Word | Mark

/** Turns tokens into atoms; each token is in exactly one atom. */
export const readAtoms = (tokens: readonly Token[]): Atom[] => {
  const atoms: Atom[] = []
  let at = 0
  while (at < tokens.length) {
    const found =
      readNumberPhrase(tokens, at) ??
      readTimes(tokens, at, atoms.at(-1)) ??
      readRatio(tokens, at) ??
      readNumeral(tokens, at, atoms.at(-1)) ??
      readWord(tokens, at)
    for (const atom of found.atoms) atoms.push(atom)
    at = found.next
  }
  return atoms
}

/** `1/2 marathon`: a phrase that begins with a figure. */
const readNumberPhrase = (tokens: readonly Token[], at: number): Found | undefined =>
  tokens[at]?.kind === 'number' && readPhrase(tokens, at) ? readWord(tokens, at) : undefined

interface Found {
  readonly atoms: readonly Atom[]
  readonly next: number
}

const spanOf = (tokens: readonly Token[], at: number, next: number): Span & { spaced: boolean } => ({
  from: tokens[at]?.from ?? 0,
  to: tokens[next - 1]?.to ?? 0,
  spaced: tokens[at]?.spaced ?? true,
})

/** A number without a unit that could be a count. */
const isPlain = (figure: Figure): boolean =>
  figure.unit === null && figure.decimals === 0 && !figure.levels && !figure.plus

/** Above this nobody repeats anything; `400 x 8` is eight times 400. */
const MOST_REPEATS = 99

/** `400 x 8` is eight times 400, but `100 x 100m` a hundred times 100 m. */
const mostRepeats = (tokens: readonly Token[], next: number): number => {
  const behind = isCross(tokens[next]) ? readFigure(tokens, next + 1) : undefined
  return behind && behind.figure.unit !== null ? 10_000 : MOST_REPEATS
}

/** `x 5` where no figure stands before it, or where an extent does. */
const readTimes = (tokens: readonly Token[], at: number, before: Atom | undefined): Found | undefined => {
  if (!isCross(tokens[at]) || tokens[at]?.text === 'times') return undefined
  const number = readFigure(tokens, at + 1)
  // `200x400x200`: lengths of a list.
  const listed = before?.kind === 'figure' && before.low >= 100 && number && number.figure.low >= 100
  if (listed) return { atoms: [{ kind: 'mark', text: '/', loose: false, ...spanOf(tokens, at, at + 1) }], next: at + 1 }
  if (!number || !isPlain(number.figure) || number.figure.low > MOST_REPEATS || isCross(tokens[number.next]))
    return undefined
  const extentBefore =
    before?.kind === 'figure' && (before.unit !== null || before.low > MOST_REPEATS || before.decimals > 0)
  if (before?.kind === 'figure' && !extentBefore) return undefined
  if (before?.kind === 'count') return undefined
  const { low, high } = number.figure
  return {
    atoms: [{ kind: 'times', low, ...(high === undefined ? {} : { high }), ...spanOf(tokens, at, number.next) }],
    next: number.next,
  }
}

/** `20:40s`, `45:90s`: work and rest in one unit; a clock never has a unit of seconds. */
const readRatio = (tokens: readonly Token[], at: number): Found | undefined => {
  const token = tokens[at]
  if (token?.kind !== 'clock' || token.figures !== 2 || token.text.startsWith(':')) return undefined
  const unit = tokens[at + 1]
  if (!unit || !/^(?:s|sec|secs|seconds)$/.test(unit.text)) return undefined
  const [work, rest] = token.text.split(':').map(Number)
  const colon = token.from + token.text.indexOf(':')
  const common = { kind: 'figure', unit: 's', decimals: 0, glued: true } as const
  return {
    atoms: [
      { ...common, low: work ?? 0, from: token.from, to: colon, spaced: token.spaced },
      { kind: 'mark', text: ':', from: colon, to: colon + 1, spaced: false, loose: false },
      { ...common, low: rest ?? 0, from: colon + 1, to: unit.to, spaced: false },
    ],
    next: at + 2,
  }
}

const readNumeral = (tokens: readonly Token[], at: number, before: Atom | undefined): Found | undefined => {
  // `between 40 and 80 m`
  const ends = tokens[at]?.text === 'between' ? readFigure(tokens, at + 1) : undefined
  if (ends?.figure.high !== undefined)
    return { atoms: [{ ...ends.figure, from: tokens[at]?.from ?? ends.figure.from }], next: ends.next }
  const article = tokens[at]?.text === 'a'
  if (article && before?.kind === 'figure' && isTime(before.unit)) return undefined
  const found = readFigure(tokens, at)
  if (!found) return undefined
  const { figure, next } = found
  if (!isPlain(figure) || figure.low > mostRepeats(tokens, next)) return { atoms: [figure], next }
  return readCount(tokens, at, found) ?? { atoms: [figure], next }
}

const readCount = (
  tokens: readonly Token[],
  at: number,
  { figure, next }: { figure: Figure; next: number },
): Found | undefined => {
  const { low, high } = figure
  const count = (end: number, sets: boolean): Found => ({
    atoms: [{ kind: 'count', low, ...(high === undefined ? {} : { high }), sets, ...spanOf(tokens, at, end) }],
    next: end,
  })
  const after = tokens[next]
  if (isCross(after)) {
    if (after?.text === 'times' && !isCounted(tokens, next + 1)) {
      return {
        atoms: [{ kind: 'times', low, ...(high === undefined ? {} : { high }), ...spanOf(tokens, at, next + 1) }],
        next: next + 1,
      }
    }
    return count(next + 1, false)
  }
  if (after?.text === '(' && !after.spaced) return count(next, true)
  const phrase = readPhrase(tokens, next)
  if (phrase?.sense.counts) {
    const cross = isCross(tokens[phrase.next]) && tokens[phrase.next]?.text !== 'times' ? phrase.next + 1 : phrase.next
    const {
      atoms: [atom],
      next: end,
    } = count(cross, phrase.sense.counts === 'sets')
    return { atoms: atom?.kind === 'count' ? [{ ...atom, of: true }] : [], next: end }
  }
  // `6-800s`, `8-200m`: a small number, a hyphen and a length of the track.
  const dashed = after?.text === '-' && !after.spaced ? readFigure(tokens, next + 1) : undefined
  const lap =
    dashed &&
    dashed.figure.low >= 100 &&
    dashed.figure.decimals === 0 &&
    (dashed.figure.unit === null || dashed.figure.glued)
  return lap && low > 1 && !isCross(tokens[dashed.next]) && tokens[dashed.next]?.text !== '-'
    ? count(next + 1, false)
    : undefined
}

/** Behind `8 times`: an amount, a bracket or a hill makes it a count. */
const isCounted = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (!token) return false
  return (
    token.text === '(' ||
    token.text === ':' ||
    readFigure(tokens, at) !== undefined ||
    readPhrase(tokens, at)?.sense.role === 'hill'
  )
}

const readWord = (tokens: readonly Token[], at: number): Found => {
  const token = tokens[at]
  const phrase = readPhrase(tokens, at)
  const next = phrase?.next ?? at + 1
  const place = spanOf(tokens, at, next)
  if (token?.kind === 'word' || phrase) {
    const raw = token?.raw ?? ''
    const text = tokens
      .slice(at, next)
      .map((piece) => piece.text)
      .join(' ')
    return {
      atoms: [{ kind: 'word', text, raw, sense: phrase?.sense ?? {}, known: phrase !== undefined, ...place }],
      next,
    }
  }
  const loose = tokens[at + 1]?.spaced ?? true
  return { atoms: [{ kind: 'mark', text: token?.text ?? '', loose, ...place }], next }
}
