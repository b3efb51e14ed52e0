import type { Day } from '../calendar/day.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change } from './season.ts'

/** What happened to a change, in order. `on` is the civil day on which it happened: what lies before it is past. */
export type LedgerEntry =
  | { readonly kind: 'proposed'; readonly change: Change; readonly on: Day }
  | { readonly kind: 'accepted' | 'declined' | 'undone'; readonly id: string; readonly on: Day }

/** All changes of a season, in order; season = base + accepted changes, replayed. Entries are added, never altered. */
export type Ledger = readonly LedgerEntry[]

export const CHANGE_STATES = ['proposed', 'accepted', 'declined', 'undone'] as const
export type ChangeState = (typeof CHANGE_STATES)[number]

export const LEDGER_FAULTS = [
  'unknown-change',
  'known-change',
  'not-open',
  'nothing-to-undo',
  'past',
  'locked',
  'stale',
] as const

/** Why an entry cannot be added. */
export interface LedgerFault {
  readonly code: (typeof LEDGER_FAULTS)[number]
  readonly message: string
}

/** The last that is known of a change; undefined where the ledger does not hold it. */
export const stateOf = (ledger: Ledger, id: string): ChangeState | undefined =>
  ledger.findLast((entry) => idOf(entry) === id)?.kind

const idOf = (entry: LedgerEntry): string => (entry.kind === 'proposed' ? entry.change.id : entry.id)

/** An accepted change and the day on which it was. */
export interface Accepted {
  readonly change: Change
  readonly on: Day
}

/** The changes in force, in the order in which they were accepted. */
export const acceptedIn = (ledger: Ledger): readonly Accepted[] => {
  const changes = new Map(
    ledger.flatMap((entry) => (entry.kind === 'proposed' ? [[entry.change.id, entry.change] as const] : [])),
  )
  return ledger.flatMap((entry): readonly Accepted[] => {
    if (entry.kind !== 'accepted' || stateOf(ledger, entry.id) !== 'accepted') return []
    const change = changes.get(entry.id)
    return change ? [{ change, on: entry.on }] : []
  })
}

/** Changes that wait for an answer, in the order of the ledger. */
export const openIn = (ledger: Ledger): readonly Change[] =>
  ledger.flatMap((entry) =>
    entry.kind === 'proposed' && stateOf(ledger, entry.change.id) === 'proposed' ? [entry.change] : [],
  )

export type Added = Result<Ledger, LedgerFault>

/** Puts a change to the athlete. Its id has to be new. */
export const propose = (ledger: Ledger, change: Change, on: Day): Added =>
  stateOf(ledger, change.id) === undefined
    ? ok([...ledger, { kind: 'proposed', change, on }])
    : fail({ code: 'known-change', message: `A change called ${change.id} is in the ledger already.` })

/** Turns a proposed change down. */
export const decline = (ledger: Ledger, id: string, on: Day): Added =>
  stateOf(ledger, id) === 'proposed' ? ok([...ledger, { kind: 'declined', id, on }]) : notOpen(ledger, id)

/** Why a change can be neither accepted nor declined. */
export const notOpen = (ledger: Ledger, id: string): Added => {
  const state = stateOf(ledger, id)
  return fail(
    state === undefined
      ? { code: 'unknown-change', message: `No change is called ${id}.` }
      : { code: 'not-open', message: `The change ${id} is ${state} already.` },
  )
}
