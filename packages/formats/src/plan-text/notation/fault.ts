import type { ReaderRule, Span } from '../reading.ts'

/** Why a text is no workout of the notation: where, what stands there, and what could have stood there instead. */
export interface NotationFault extends Span {
  /** `syntax`; `bad-number` for a figure nobody would write; `out-of-range` for nesting deeper than is read. */
  readonly rule: Extract<ReaderRule, 'syntax' | 'bad-number' | 'out-of-range'>
  readonly message: string
  readonly expected: string
}
