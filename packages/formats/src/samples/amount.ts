/** No quantity that a runner's device measures is larger, in any unit that it is written in. */
const LARGEST = 1e9
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i
const COMMA = /^[+-]?\d+,\d+$/

/** A number as devices write it, with a point or a comma; NaN for anything else, and for what is no amount of anything. */
export const amountIn = (text: string): number => {
  const trimmed = text.trim()
  const value = PLAIN.test(trimmed) ? Number(trimmed) : COMMA.test(trimmed) ? Number(trimmed.replace(',', '.')) : NaN
  return Math.abs(value) <= LARGEST ? value : NaN
}
