/**
 * Why the logbook does not do what was asked. `not-found`: there is no such thing of this athlete's. `stale`: somebody
 * changed it meanwhile; `current` holds what it is now. `refused`: it would break what must hold; the message says what.
 * `invalid`: what came in cannot be understood. `busy`: another such job runs.
 */
export const LOGBOOK_FAULTS = ['not-found', 'stale', 'refused', 'invalid', 'too-large', 'busy'] as const

export interface LogbookFault {
  readonly code: (typeof LOGBOOK_FAULTS)[number]
  /** A closed word inside the code, where a caller has to tell cases apart: `race-in-the-past`, `bomb`, `past`. */
  readonly reason?: string
  /** What happened, to what. */
  readonly message: string
  /** What to do. */
  readonly change?: string
  /** Of a stale edit: the version and the value that stand now. */
  readonly current?: { readonly version: number; readonly value: unknown }
}
