import type { Token } from './tokens.ts'

/**
 * A unit as it was written. `m` may be metres, miles or minutes, `M` miles or metres; `plural` is the s of `300s`,
 * which is seconds or the plural of a distance; `clock` is m:ss or h:mm. What they mean is decided where their use is known.
 */
export type WrittenUnit = 'm' | 'M' | 'metre' | 'km' | 'K' | 'mi' | 'yd' | 's' | 'plural' | 'min' | 'h' | 'clock'

const UNITS: ReadonlyMap<string, WrittenUnit> = new Map(
  (
    [
      ['m', 'm'],
      ['metre', 'metre metres meter meters mtr mtrs mts'],
      ['km', 'km kms kilometre kilometres kilometer kilometers kilo kilos klm klms k ks'],
      ['mi', 'mi mile miles ml mls miler'],
      ['yd', 'yd yds yard yards'],
      ['s', 's sec secs second seconds'],
      ['min', 'min mins minute minutes mn mns'],
      ['h', 'h hr hrs hour hours'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word): [string, WrittenUnit] => [word, unit])),
)

const TIMES: ReadonlySet<WrittenUnit> = new Set<WrittenUnit>(['s', 'min', 'h', 'clock'])
export const isTime = (unit: WrittenUnit | null): boolean => unit !== null && TIMES.has(unit)

/** A time for certain, or the s of `30s`. */
export const isTimed = ({ unit, low }: { readonly unit: WrittenUnit | null; readonly low: number }): boolean =>
  isTime(unit) || (unit === 'plural' && low < 100)

const DISTANCES: ReadonlySet<WrittenUnit> = new Set<WrittenUnit>(['metre', 'km', 'K', 'mi', 'yd'])
export const isDistance = (unit: WrittenUnit | null): boolean => unit !== null && DISTANCES.has(unit)

/** The unit that a word names by itself (`mile`, `minute`), single letters left out. */
export const unitWord = (text: string): WrittenUnit | undefined => (text.length > 1 ? UNITS.get(text) : undefined)

/** Abbreviations that a full stop may follow without ending a sentence. */
const ABBREVIATED: ReadonlySet<string> = new Set([
  'min',
  'mins',
  'sec',
  'secs',
  'hr',
  'hrs',
  'mi',
  'yd',
  'yds',
  'km',
  'm',
])

interface UnitAt {
  readonly unit: WrittenUnit
  readonly next: number
}

/** The unit that follows a figure, glued (`400m`), apart (`8 miles`) or with a hyphen (`2-mile`). */
export const readUnit = (tokens: readonly Token[], at: number): UnitAt | undefined => {
  const hyphen = tokens[at]
  const word = tokens[at + 1]
  const prime = readPrime(tokens, at)
  if (prime) return prime
  if (hyphen?.text === '-' && !hyphen.spaced && word?.kind === 'word' && !word.spaced) {
    const behind = wordUnit(word)
    if (behind) return { unit: behind, next: at + 2 }
  }
  if (hyphen?.kind !== 'word') return undefined
  const unit = wordUnit(hyphen)
  // `8 x 400 mile pace`: a length of the track and its pace, not 400 miles.
  const before = tokens[at - 1]
  const track = before?.kind === 'number' && before.value >= 100 && hyphen.spaced
  if (track && unit === 'mi' && /^(?:pace|race|effort|speed)$/.test(tokens[at + 1]?.text ?? '')) return undefined
  return unit && { unit, next: skipStop(tokens, at) }
}

const wordUnit = (token: Token): WrittenUnit | undefined => {
  const unit = UNITS.get(token.text)
  if (token.raw === 'M') return 'M'
  if (token.text === 'k') return token.spaced ? 'km' : 'K'
  if (token.text === 's') return token.spaced ? 's' : 'plural'
  if (token.text === "min's" || token.text === "sec's") return token.text.startsWith('m') ? 'min' : 's'
  return unit
}

/** `20'`, `90"`, `90''`: a prime counts as a unit only where it touches its figure. */
const readPrime = (tokens: readonly Token[], at: number): UnitAt | undefined => {
  const mark = tokens[at]
  if (!mark || mark.spaced || mark.kind !== 'mark') return undefined
  if (mark.text === '"') return { unit: 's', next: at + 1 }
  if (mark.text !== "'") return undefined
  const second = tokens[at + 1]
  return second?.text === "'" && !second.spaced ? { unit: 's', next: at + 2 } : { unit: 'min', next: at + 1 }
}

/** `25 min. / 15K pace`: a stop behind an abbreviation that no new sentence follows belongs to the unit. */
const skipStop = (tokens: readonly Token[], at: number): number => {
  // `3 minutes' rest`
  if (tokens[at + 1]?.text === "'" && !tokens[at + 1]?.spaced && tokens[at + 2]?.spaced) return at + 2
  const stop = tokens[at + 1]
  const after = tokens[at + 2]
  const abbreviated = ABBREVIATED.has(tokens[at]?.text ?? '') && stop?.text === '.' && !stop.spaced
  if (!abbreviated || !after || after.kind === 'line') return at + 1
  const sentence = after.kind !== 'mark' && (after.kind !== 'word' || after.raw.charAt(0) !== after.text.charAt(0))
  return sentence ? at + 1 : at + 2
}
