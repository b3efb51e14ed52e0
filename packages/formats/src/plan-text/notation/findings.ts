import type { Span, TextFinding } from '../reading.ts'
import type { NotationFault } from './fault.ts'

/** Findings of one kind that are told one by one; beyond, one finding counts the rest. */
const MOST_TOLD = 500

/** What was noticed while lines were read, and what of the text no structure holds. It lives as long as the reading. */
export class Findings {
  readonly #told: TextFinding[] = []
  readonly #unread: Span[] = []
  #untold = 0
  #wrong = 0
  #span: Span = { from: 0, to: 0 }

  add(finding: TextFinding): void {
    this.#told.push(finding)
  }

  /** A line, or a part of one, that does not follow the grammar: told where it stops, unread as a whole. */
  wrong({ rule, message, from, to }: NotationFault, unread: Span): void {
    this.leave(unread)
    this.#wrong += 1
    if (this.#wrong <= MOST_TOLD) {
      this.add({ level: 'error', rule, message, from, to })
      return
    }
    this.#span = { from: this.#untold === 0 ? unread.from : this.#span.from, to: unread.to }
    this.#untold += 1
  }

  /** A stretch that no structure holds. */
  leave(span: Span): void {
    if (span.to > span.from) this.#unread.push(span)
  }

  all(): readonly TextFinding[] {
    if (this.#untold === 0) return this.#told
    const message = `${this.#untold} more lines do not follow the notation`
    return [...this.#told, { level: 'error', rule: 'out-of-range', message, ...this.#span }]
  }

  unread(): readonly Span[] {
    return this.#unread
  }
}
