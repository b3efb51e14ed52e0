import type { Token } from './tokens.ts'

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ['dozen', 12],
])

/** An English number word at a place, with the tokens it takes: `five`, `twenty-five`, `a hundred`. */
export const readNumberWord = (tokens: readonly Token[], at: number): { value: number; next: number } | undefined => {
  const value = WORDS.get(tokens[at]?.text ?? '')
  if (value === undefined) return undefined
  if (value >= 20) {
    const dash = tokens[at + 1]?.text === '-' ? 1 : 0
    const unit = WORDS.get(tokens[at + 1 + dash]?.text ?? '')
    if (unit !== undefined && unit > 0 && unit < 10) return { value: value + unit, next: at + 2 + dash }
  }
  if (value < 20 && tokens[at + 1]?.text === 'hundred') return { value: value * 100, next: at + 2 }
  return { value, next: at + 1 }
}
