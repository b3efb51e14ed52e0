import type { Place } from '../plan/plan.ts'

/** error: cannot be run, or dangerous. warning: likely harm. note: worth knowing. */
export const LEVELS = ['error', 'warning', 'note'] as const
export type Level = (typeof LEVELS)[number]

/** A place where a plan or season does not respect a rule. */
export interface Finding {
  readonly level: Level
  /** The rule's id. */
  readonly rule: string
  /** Statement and document that the rule comes from: `R40 000`; `convention` where no document says it. */
  readonly source: string
  /** One sentence with its numbers: what is so, and what the rule wants. */
  readonly message: string
  readonly place: Place
  /** What the author can do about it, where something simple exists. */
  readonly fix?: string
}
