import type { Span } from '../reading.ts'

/** A piece of normalised text that is not cut further. */
export interface Token extends Span {
  readonly kind: 'number' | 'clock' | 'word' | 'mark' | 'line'
  /** Lower case; `raw` keeps the case of the source. */
  readonly text: string
  readonly raw: string
  /** White space (or the start of the text) stands before it. */
  readonly spaced: boolean
  /** Of a number; of a clock the seconds, read as m:ss or h:mm:ss. */
  readonly value: number
  /** Digits behind the point. */
  readonly decimals: number
  /** Of a clock: how many figures it has, `:20` counts as two. */
  readonly figures: number
}

const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 0.125,
}

/** More digits than any distance, time or heart rate of a prescription has. */
const MOST_DIGITS = 7

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (character: string): boolean => {
  const code = character.charCodeAt(0)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return /^\p{L}$/u.test(character)
}

/** Cuts normalised text into tokens; time is linear in its length. */
export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = []
  let at = 0
  let spaced = true
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === ' ') {
      spaced = true
      at++
      continue
    }
    const token = cut(text, at, spaced, tokens.at(-1))
    for (const piece of splitCross(token, tokens.at(-1))) tokens.push(piece)
    at = token.to
    spaced = token.kind === 'line'
  }
  return tokens
}

const cut = (text: string, from: number, spaced: boolean, before: Token | undefined): Token => {
  const character = text.charAt(from)
  if (character === '\n') return plain('line', text, from, { to: from + 1, spaced })
  if (isDigit(text.charCodeAt(from))) return cutNumber(text, from, spaced)
  if (character === ':' && isClockTail(text, from) && (spaced || !isFigure(before)))
    return cutShortClock(text, from, spaced)
  const fraction = FRACTIONS[character]
  if (fraction !== undefined) {
    return { ...plain('number', text, from, { to: from + 1, spaced }), value: fraction, decimals: 2 }
  }
  if (isLetter(character)) return plain('word', text, from, { to: wordEnd(text, from), spaced })
  return plain('mark', text, from, { to: from + 1, spaced })
}

const isFigure = (token: Token | undefined): boolean => token?.kind === 'number' || token?.kind === 'clock'

const plain = (
  kind: Token['kind'],
  text: string,
  from: number,
  { to, spaced }: { to: number; spaced: boolean },
): Token => {
  const raw = text.slice(from, to)
  return { kind, text: raw.toLowerCase(), raw, from, to, spaced, value: Number.NaN, decimals: 0, figures: 0 }
}

const wordEnd = (text: string, from: number): number => {
  let at = from + 1
  while (at < text.length) {
    const character = text.charAt(at)
    const apostrophe = character === "'" && isLetter(text.charAt(at + 1)) && isLetter(text.charAt(at - 1))
    if (!isLetter(character) && !apostrophe) break
    at++
  }
  return at
}

const digitsEnd = (text: string, from: number): number => {
  let at = from
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

/** Exactly two digits below 60 behind a colon. */
const isClockTail = (text: string, colon: number): boolean =>
  text.charAt(colon) === ':' &&
  digitsEnd(text, colon + 1) === colon + 3 &&
  Number(text.slice(colon + 1, colon + 3)) < 60

const cutShortClock = (text: string, from: number, spaced: boolean): Token => {
  const token = plain('clock', text, from, { to: from + 3, spaced })
  return { ...token, value: Number(text.slice(from + 1, from + 3)), figures: 2 }
}

const cutNumber = (text: string, from: number, spaced: boolean): Token => {
  const end = digitsEnd(text, from)
  if (end - from <= 3 && isClockTail(text, end)) return cutClock(text, from, spaced)
  // `1,500`: three digits behind a comma, at most two before it; `400,600` is a list.
  const thousands = end - from <= 2 && text.charAt(end) === ',' && digitsEnd(text, end + 1) === end + 4
  if (thousands) return numberToken(text, { from, to: end + 4, spaced }, 0)
  const pointed = text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1))
  const to = pointed ? digitsEnd(text, end + 1) : end
  return numberToken(text, { from, to, spaced }, pointed ? to - end - 1 : 0)
}

const numberToken = (text: string, place: Span & { spaced: boolean }, decimals: number): Token => {
  const token = plain('number', text, place.from, place)
  if (token.text.length - (decimals > 0 ? 1 : 0) > MOST_DIGITS) return { ...token, kind: 'mark' }
  return { ...token, value: Number(token.text.replaceAll(',', '')), decimals }
}

const cutClock = (text: string, from: number, spaced: boolean): Token => {
  const first = digitsEnd(text, from)
  const second = first + 3
  const third = isClockTail(text, second)
  const to = third ? second + 3 : second
  const token = plain('clock', text, from, { to, spaced })
  const parts = token.text.split(':').map(Number)
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0)
  return { ...token, value: seconds, figures: third ? 3 : 2 }
}

/** `5kpace`, `400mjog`: a unit that runs into the next word. */
const GLUED = /^(km|mi|k|m)(?:pace|effort|race|jog|rec|rest|tempo|easy|hard|steady|p|float|walk)$/

/** `6xHR`, `4xstrides`: the letter x behind a figure is a multiplication sign. */
const splitCross = (token: Token, before: Token | undefined): Token[] => {
  const glued = token.kind === 'word' && !token.spaced && before?.kind === 'number' && before.to === token.from
  if (!glued || token.text.length < 2 || token.text === 'xt') return [token]
  const unit = token.text.startsWith('x') ? 1 : (GLUED.exec(token.text)?.[1]?.length ?? 0)
  if (unit === 0) return [token]
  const head = { ...token, text: token.text.slice(0, unit), raw: token.raw.slice(0, unit), to: token.from + unit }
  return [
    head,
    { ...token, text: token.text.slice(unit), raw: token.raw.slice(unit), from: token.from + unit, spaced: false },
  ]
}
