/** No quantity that a runner's device measures is larger, in any unit that it is written in. */
const LARGEST = 1e9
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i
const COMMA = /^[+-]?\d+,\d+$/

/** Digits up to which a number and the power of ten below it are exact, and so is their quotient's rounding. */
const EXACT_DIGITS = 15
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, digits) => 10 ** digits)

/** A short number of digits and a point, as nearly all are; NaN for all others. */
const shortNumber = (text: string): number => {
  const { length } = text
  const sign = text.charCodeAt(0) === 45 ? 1 : 0
  let [whole, point] = [0, -1]
  if (length === sign || length - sign > EXACT_DIGITS) return NaN
  for (let at = sign; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) whole = whole * 10 + code - 48
    else if (code === 46 && point < 0 && at > sign && at < length - 1) point = at
    else return NaN
  }
  const value = point < 0 ? whole : whole / (POWERS[length - 1 - point] ?? 1)
  return sign === 1 ? -value : value
}

/** A number as devices write it, with a point or a comma; NaN for anything else, and for what is no amount of anything. */
export const amountIn = (text: string): number => {
  const short = shortNumber(text)
  if (short <= LARGEST && short >= -LARGEST) return short
  const trimmed = text.trim()
  const value = PLAIN.test(trimmed) ? Number(trimmed) : COMMA.test(trimmed) ? Number(trimmed.replace(',', '.')) : NaN
  return Math.abs(value) <= LARGEST ? value : NaN
}
