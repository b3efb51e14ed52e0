import {
  fail,
  makeDay,
  ok,
  type Change,
  type LedgerEntry,
  type Plan,
  type Result,
  type SeasonSession,
} from '@bell-lap/core'
import { makeSessionJson, parseSessionJson } from '@bell-lap/formats'
import { z } from 'zod'
import { readJson } from '../store/json-column.ts'
import type { LedgerTable } from '../store/tables.ts'
import { dayOfText } from './clock.ts'

const ChangeJson = z.object({
  id: z.string(),
  cause: z.string(),
  rule: z.string().optional(),
  before: z.unknown(),
  after: z.unknown(),
})

const EntryJson = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposed'), change: ChangeJson }),
  z.object({ kind: z.enum(['accepted', 'declined', 'undone']), id: z.string() }),
])

/** An entry as its row keeps it; its day has a column of its own. */
export const entryJson = (entry: LedgerEntry): string => {
  if (entry.kind !== 'proposed') return JSON.stringify({ kind: entry.kind, id: entry.id })
  const { before, after, ...change } = entry.change
  const told = { ...change, before: before && makeSessionJson(before), after: after && makeSessionJson(after) }
  return JSON.stringify({ kind: 'proposed', change: told })
}

/** An entry of a row; the plan of its season knows the exercises by name. Throws where the row holds none. */
export const entryOf = ({ entry, day }: Pick<LedgerTable, 'entry' | 'day'>, plan: Plan): LedgerEntry => {
  const read = readJson(EntryJson, entry, 'a change')
  const on = dayOfText(day)
  if (read.kind !== 'proposed') return { ...read, on }
  const change = changeOf(read.change, plan)
  if (!change.ok) throw new Error(`The store holds a change that cannot be read: ${change.fault}`)
  return { kind: 'proposed', change: change.value, on }
}

const changeOf = (json: z.output<typeof ChangeJson>, plan: Plan): Result<Change, string> => {
  const before = sessionOf(json.before, plan)
  if (!before.ok) return before
  const after = sessionOf(json.after, plan)
  if (!after.ok) return after
  const { id, cause, rule } = json
  return ok({ id, cause, before: before.value, after: after.value, ...(rule === undefined ? {} : { rule }) })
}

const sessionOf = (json: unknown, plan: Plan): Result<SeasonSession | null, string> => {
  if (json === null || json === undefined) return ok(null)
  const session = parseSessionJson(json, plan)
  return session.ok ? session : fail(session.fault)
}

/** The day column of an entry. */
export const entryDay = ({ on }: LedgerEntry): string => makeDay(on)
