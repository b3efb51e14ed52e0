import type { NotationFault } from './fault.ts'
import { tokenAt, type Token } from './lexer.ts'

/** Brackets in brackets that are read; no person nests deeper. */
export const DEEPEST = 64

/** Digits of the longest number that is read as one; more cannot be held exactly. */
const LONGEST_NUMBER = 15

/** Tokens behind the cursor that are kept before they are let go together. */
const MOST_KEPT = 1000

/**
 * A place in a line that is being read. Readers take tokens from it and return `undefined` once a fault is set; the first
 * fault stays. It lives as long as the reading of one line.
 */
export class Cursor {
  fault: NotationFault | null = null
  #tokens: Token[] = []
  #index = 0
  #lexed = 0
  #depth = 0
  readonly #line: string
  readonly #offset: number

  /** `offset`: where the line begins in the text that faults are told in. */
  constructor(line: string, offset = 0) {
    this.#line = line
    this.#offset = offset
  }

  peek(ahead = 0): Token {
    let token = this.#tokens[this.#index + ahead]
    while (token === undefined) {
      const next = tokenAt(this.#line, this.#lexed)
      this.#tokens.push(next)
      this.#lexed = next.to
      token = this.#tokens[this.#index + ahead]
    }
    return token
  }

  take(): Token {
    const token = this.peek()
    if (token.kind === 'end') return token
    this.#index += 1
    if (this.#index > MOST_KEPT) this.#forget()
    return token
  }

  /** What was taken is never looked at again. */
  #forget(): void {
    this.#tokens.splice(0, this.#index)
    this.#index = 0
  }

  /** The word that stands ahead, in small letters; '' when none does. */
  word(ahead = 0): string {
    const token = this.peek(ahead)
    return token.kind === 'word' ? token.text.toLowerCase() : ''
  }

  isSign(sign: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'sign' && token.text === sign
  }

  isNumber(ahead = 0): boolean {
    return this.peek(ahead).kind === 'number'
  }

  takeSign(sign: string): boolean {
    if (!this.isSign(sign)) return false
    this.take()
    return true
  }

  /** Takes all of the words when they stand here one after the other, none of them otherwise. */
  takeWords(...words: readonly string[]): boolean {
    if (words.some((word, ahead) => this.word(ahead) !== word)) return false
    for (const _ of words) this.take()
    return true
  }

  takeNumber(expected = 'a number'): number | undefined {
    if (!this.isNumber()) return this.fail(expected)
    const token = this.peek()
    if (token.to - token.from > LONGEST_NUMBER) return this.failAt(token, 'bad-number', 'a number of at most 15 digits')
    this.take()
    return Number(token.text)
  }

  expectSign(sign: string): true | undefined {
    return this.takeSign(sign) ? true : this.fail(`\`${sign}\``)
  }

  /** Goes one bracket deeper; a fault beyond what is read. */
  deeper(): true | undefined {
    this.#depth += 1
    return this.#depth <= DEEPEST
      ? true
      : this.failAt(this.peek(), 'out-of-range', `at most ${DEEPEST} brackets inside one another`)
  }

  shallower(): void {
    this.#depth -= 1
  }

  fail(expected: string): undefined {
    return this.failAt(this.peek(), 'syntax', expected)
  }

  failAt(token: Token, rule: NotationFault['rule'], expected: string): undefined {
    if (this.fault !== null) return undefined
    const found = foundText(token)
    const from = this.#offset + token.from
    const to = this.#offset + token.to
    this.fault = { rule, message: `expected ${expected}, found ${found}`, expected, from, to }
    return undefined
  }
}

/** What stands there, short enough to be read. */
const foundText = (token: Token): string => {
  if (token.kind === 'end') return 'the end of the line'
  if (token.kind === 'open quote') return 'a quote that is never closed'
  const text = token.text.length > 24 ? `${token.text.slice(0, 24)}…` : token.text
  return token.kind === 'cue' ? `the cue "${text}"` : `\`${text}\``
}
