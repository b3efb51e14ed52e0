import type { Span } from '../reading.ts'
import { readNumberWord } from './number-words.ts'
import type { Token } from './tokens.ts'
import { isTime, readUnit, unitWord, type WrittenUnit } from './units.ts'

/** A number, or a range of numbers, with the unit that stands behind it. Amounts are in that unit; a clock is in seconds. */
export interface Figure extends Span {
  readonly kind: 'figure'
  readonly low: number
  readonly high?: number
  readonly unit: WrittenUnit | null
  readonly decimals: number
  /** `8/12/16 min`: one for each level of runner. */
  readonly levels?: readonly number[]
  /** `75+ min`: at least. */
  readonly plus?: true
  /** Of a clock: how many figures it is written with. */
  readonly figures?: number
  /** `2m15`: here the text writes minutes as m. */
  readonly minutes?: true
  readonly spaced: boolean
  /** The unit touches the number, or the number has none and touches what follows. */
  readonly glued: boolean
}

interface NumberAt {
  readonly value: number
  readonly decimals: number
  readonly figures: number
  readonly next: number
  readonly wordy: boolean
}

const number = (value: number, next: number): NumberAt => ({ value, next, decimals: 0, figures: 0, wordy: false })

/** One number: digits, a clock, a word, a fraction, or a whole with a fraction. */
const readNumber = (tokens: readonly Token[], at: number): NumberAt | undefined => {
  const token = tokens[at]
  if (!token) return undefined
  if (token.kind === 'clock') return { ...number(token.value, at + 1), figures: token.figures }
  if (token.kind === 'number')
    return readMixed(tokens, at) ?? { ...number(token.value, at + 1), decimals: token.decimals }
  if (token.kind !== 'word') return undefined
  const word = readNumberWord(tokens, at)
  if (word) return { ...readHalf(tokens, word.next, word.value), wordy: true }
  return readArticle(tokens, at)
}

const FRACTION_PARTS = new Set([2, 3, 4, 8])

/** `2 ½`, `1/2 mile`, `1 1/2 miles`, `2 and a half hours`. */
const readMixed = (tokens: readonly Token[], at: number): NumberAt | undefined => {
  const whole = tokens[at]
  const after = tokens[at + 1]
  if (!whole || !after) return undefined
  if (after.kind === 'number' && after.decimals === 2 && after.value < 1 && !/\d/.test(after.text)) {
    return { ...number(whole.value + after.value, at + 2), decimals: 1 }
  }
  const fraction = readSlashed(tokens, at)
  if (fraction) return fraction
  const behind = after.spaced && whole.decimals === 0 ? readSlashed(tokens, at + 1) : undefined
  if (behind) return { ...behind, value: whole.value + behind.value }
  const half = readHalf(tokens, at + 1, whole.value)
  return half.next > at + 1 ? half : undefined
}

/** A fraction written with a slash counts only before a unit of distance or an hour: `2/1` is on and off. */
const readSlashed = (tokens: readonly Token[], at: number): NumberAt | undefined => {
  const slash = tokens[at + 1]
  if (slash?.text !== '/') return undefined
  const top = tokens[at]
  const bottom = tokens[at + 2]
  if (top?.kind !== 'number' || bottom?.kind !== 'number' || slash.spaced || bottom.spaced) return undefined
  if (!(top.value < bottom.value) || !FRACTION_PARTS.has(bottom.value) || top.decimals > 0) return undefined
  const unit = readUnit(tokens, at + 3)?.unit
  if (unit !== 'mi' && unit !== 'km' && unit !== 'h') return undefined
  return { ...number(top.value / bottom.value, at + 3), decimals: 2 }
}

const readHalf = (tokens: readonly Token[], at: number, whole: number): NumberAt => {
  const first = tokens[at]?.text
  if (first !== 'and' && first !== '-') return number(whole, at)
  const words = tokens.slice(at, at + 6).map((token) => token.text)
  if (words.join(' ') === '- and - a - half') return { ...number(whole + 0.5, at + 6), decimals: 1 }
  const half = words[0] === 'and' && words[1] === 'a' && words[2] === 'half'
  return half ? { ...number(whole + 0.5, at + 3), decimals: 1 } : number(whole, at)
}

/** `half a mile`, `half an hour`, `quarter mile`, `an hour`: a number only where a unit follows at once. */
const readArticle = (tokens: readonly Token[], at: number): NumberAt | undefined => {
  const text = tokens[at]?.text
  const share = text === 'half' ? 0.5 : text === 'quarter' ? 0.25 : undefined
  if (share !== undefined) {
    const article = tokens[at + 1]?.text
    const next = article === 'a' || article === 'an' || article === '-' ? at + 2 : at + 1
    const unit = unitWord(tokens[next]?.text ?? '')
    return unit === 'mi' || unit === 'h' || unit === 'km' ? { ...number(share, next), decimals: 2 } : undefined
  }
  if (text === 'an' && tokens[at + 1]?.text === 'hour') return number(1, at + 1)
  const single = tokens[at + 1]?.text
  return text === 'a' && (single === 'minute' || single === 'mile' || single === 'km') ? number(1, at + 1) : undefined
}

/** Reads a number and all that belongs to it; `undefined` where none stands. */
export const readFigure = (tokens: readonly Token[], at: number): { figure: Figure; next: number } | undefined => {
  const first = readNumber(tokens, at)
  const token = tokens[at]
  if (!first || !token || isPronoun(tokens, first)) return undefined
  const levels = readLevels(tokens, at)
  const range = levels ? undefined : readRange(tokens, at, first)
  const last = levels?.last ?? range ?? first
  const plus =
    tokens[last.next]?.text === '+' && !tokens[last.next]?.spaced && readUnit(tokens, last.next + 1) !== undefined
  const unit = readUnit(tokens, last.next + (plus ? 1 : 0))
  const next = unit?.next ?? last.next
  const written = writtenUnit(first, unit?.unit)
  const figure: Figure = {
    kind: 'figure',
    from: token.from,
    to: tokens[next - 1]?.to ?? token.to,
    low: first.value,
    unit: written,
    decimals: Math.max(first.decimals, last.decimals),
    spaced: token.spaced,
    glued: !(tokens[last.next]?.spaced ?? true),
    ...(range ? { high: range.value } : {}),
    ...(levels ? { levels: levels.values } : {}),
    ...(plus ? { plus: true } : {}),
    ...(first.figures > 0 ? { figures: first.figures } : {}),
  }
  return readUnitRange(tokens, figure, next) ?? readCompound(tokens, figure, next) ?? { figure, next }
}

/** `1:40 min` is a clock, whatever unit follows it. */
const writtenUnit = (first: NumberAt, unit: WrittenUnit | undefined): WrittenUnit | null =>
  first.figures > 0 ? 'clock' : (unit ?? null)

/** `every one`, `the other two`: a word of number without a unit or a multiplication is no number. */
const isPronoun = (tokens: readonly Token[], found: NumberAt): boolean =>
  found.wordy && found.value === 1 && !readUnit(tokens, found.next) && !isCross(tokens[found.next])

export const isCross = (token: Token | undefined): boolean =>
  token !== undefined && (token.text === 'x' || token.text === '*' || token.text === 'times')

/** `8/15/20 minutes`: three numbers or more with slashes, or two that are too far apart for a range. */
const readLevels = (tokens: readonly Token[], at: number): { values: number[]; last: NumberAt } | undefined => {
  // Without `for` or `of` before them they are a list: `2/4/6/4/2 mins`.
  if (!/^(?:for|of|until|to|about|@)$/.test(tokens[at - 1]?.text ?? '')) return undefined
  const values: number[] = []
  let next = at
  let last: NumberAt | undefined
  while (values.length < 12) {
    const one = tokens[next]
    if (one?.kind !== 'number') return undefined
    last = { ...number(one.value, next + 1), decimals: one.decimals }
    values.push(one.value)
    if (tokens[next + 1]?.text !== '/') break
    next += 2
  }
  if (!last || values.length < 3 || !readUnit(tokens, last.next)) return undefined
  return { values, last }
}

const CONNECTORS = new Set(['-', 'to', 'or', '/', '~', 'and'])

/** How far apart the ends of a range may be. */
const WIDEST = 5

const readRange = (tokens: readonly Token[], at: number, first: NumberAt): NumberAt | undefined => {
  const connector = tokens[first.next]
  if (!connector || !CONNECTORS.has(connector.text)) return undefined
  if (connector.text === 'and' && tokens[at - 1]?.text !== 'between') return undefined
  const high = readNumber(tokens, first.next + 1)
  if (!high || high.figures > 0 !== first.figures > 0) return undefined
  if (first.figures > 0) return connector.text === '-' || connector.text === 'to' ? high : undefined
  if (!(high.value > first.value) || (first.value >= 1 && high.value > first.value * WIDEST + 3)) return undefined
  if (isListed(tokens, at, { joint: connector.text, next: high.next })) return undefined
  return mayJoin(tokens, { at, connector, first, high }) ? high : undefined
}

/** `400-800-400`: a third figure makes it a list, on either side. */
const isListed = (tokens: readonly Token[], at: number, { joint, next }: { joint: string; next: number }): boolean => {
  const before = tokens[at - 1]
  const after = tokens[next]
  if (joint !== '-' && joint !== '/') return false
  if (after?.text === joint && !after.spaced && tokens[next + 1]?.kind === 'number') return true
  return before?.text === joint && !before.spaced && !(tokens[at]?.spaced ?? true) && tokens[at - 2]?.kind === 'number'
}

interface Joint {
  readonly at: number
  readonly connector: Token
  readonly first: NumberAt
  readonly high: NumberAt
}

const mayJoin = (tokens: readonly Token[], { at, connector, first, high }: Joint): boolean => {
  const counted = isCross(tokens[at - 1])
  const counts = isCross(tokens[high.next])
  const unit = readUnit(tokens, high.next)
  switch (connector.text) {
    case '/':
      if (counts) return true
      return !counted && unit !== undefined && isTime(unit.unit) && high.value <= first.value * 1.5
    case 'or':
      return high.value <= first.value * 2 && (counts || unit !== undefined || tokens[high.next]?.kind === 'word')
    case '-':
      return !(first.value < 30 && high.value >= 100 && first.value * 10 < high.value)
    default:
      return true
  }
}

/** `60s-90s`, `20 mins to 30 mins`, `8km-10km`: the same unit on both ends. */
const readUnitRange = (
  tokens: readonly Token[],
  low: Figure,
  next: number,
): { figure: Figure; next: number } | undefined => {
  const connector = tokens[next]?.text
  const spoken = connector === 'to'
  if (low.high !== undefined || low.unit === null || low.unit === 'clock' || (connector !== '-' && connector !== 'to'))
    return undefined
  const high = readNumber(tokens, next + 1)
  if (!high || high.figures > 0) return undefined
  const unit = readUnit(tokens, high.next)
  if (!(high.value > low.low) && !(low.unit === 's' && unit?.unit === 'min')) return undefined
  const mixed = unit && low.unit === 's' && unit.unit === 'min' && high.value * 60 > low.low
  if (mixed)
    return { figure: { ...low, high: high.value * 60, to: tokens[unit.next - 1]?.to ?? low.to }, next: unit.next }
  if (!unit || unit.unit !== low.unit || (!spoken && (low.unit === 'metre' || low.unit === 'm'))) return undefined
  if (tokens[unit.next]?.text === '-' && tokens[unit.next + 1]?.kind === 'number') return undefined
  return { figure: { ...low, high: high.value, to: tokens[unit.next - 1]?.to ?? low.to }, next: unit.next }
}

const SMALLER: Readonly<Record<string, { unit: WrittenUnit; size: number }>> = {
  h: { unit: 'min', size: 60 },
  min: { unit: 's', size: 60 },
  m: { unit: 's', size: 60 },
}

/** `1hr 08min`, `1h30`, `12'30"`, `2m15`, `1 minute 30 seconds`. */
const readCompound = (
  tokens: readonly Token[],
  large: Figure,
  next: number,
): { figure: Figure; next: number } | undefined => {
  const smaller = SMALLER[large.unit ?? '']
  const joined = tokens[next]?.text === 'and' ? next + 1 : next
  const token = tokens[joined]
  if (!smaller || large.high !== undefined || large.levels || token?.kind !== 'number' || token.value >= 60)
    return undefined
  if (token.decimals > 0) return undefined
  const unit = readUnit(tokens, joined + 1)
  const glued =
    !token.spaced && /^\d\d$/.test(token.text) && (!unit || unit.unit === 'plural') && !isCross(tokens[joined + 1])
  const named = unit !== undefined && (unit.unit === smaller.unit || (unit.unit === 'plural' && smaller.unit === 's'))
  const behind = tokens[joined + 1]
  const feels = behind?.kind === 'word' && /^(?:easy|steady|long|run|slow|gentle|relaxed|tempo)$/.test(behind.text)
  const hours = large.unit === 'h' && !unit && token.value >= 5 && (isEndToken(behind) || feels)
  if (!named && !hours && (!glued || unit)) return undefined
  if (named && isNextBout(tokens, joined, unit.next)) return undefined
  const end = unit?.next ?? joined + 1
  const seconds = (large.low * smaller.size + token.value) * (large.unit === 'h' ? 60 : 1)
  const { unit: _written, ...rest } = large
  return {
    figure: {
      ...rest,
      low: seconds,
      unit: 's',
      ...(large.unit === 'm' ? { minutes: true as const } : {}),
      to: tokens[end - 1]?.to ?? large.to,
    },
    next: end,
  }
}

const isEndToken = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'line' || (token.kind === 'mark' && ',;.)'.includes(token.text))

const RECOVERS = /^(?:jog|walk|rest|rec|recov|off|float|easy|slow|recover)/

/** `6 x 1 min 30 secs jog`: behind a repetition the smaller amount with a recovery word is the recovery. */
const isNextBout = (tokens: readonly Token[], at: number, next: number): boolean =>
  tokens[at]?.spaced === true && RECOVERS.test(tokens[next]?.text ?? '')
