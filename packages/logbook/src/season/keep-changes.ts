import {
  accept,
  applyChange,
  fail,
  ok,
  propose,
  type Change,
  type Day,
  type Ledger,
  type LedgerEntry,
  type LedgerFault,
  type Result,
} from '@bell-lap/core'
import type { Transaction } from 'kysely'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'
import type { ChangedView } from '../views/season.ts'
import { undoableOf } from './see-calendar.ts'
import { dayAt } from './clock.ts'
import { faceOf, type Face } from './face.ts'
import { activeSeason, type KeptSeason } from './kept-season.ts'
import { entryDay, entryJson } from './ledger-rows.ts'
import { NO_SEASON, type Seen } from './seeing.ts'

/** What happens to a season at once, and how it is told. */
export interface Happening {
  /** Entries to add behind the ledger. */
  readonly entries: Ledger
  readonly said: string
}

/** What a change of the season needs to know, read in its own transaction. */
export interface Desk extends Seen {
  readonly tx: Transaction<Tables>
  readonly newId: () => string
}

interface Edit {
  /** The version that the athlete saw. */
  readonly version: number
}

/**
 * One thing that happens to the season, in one transaction: read at the version that the athlete saw, decided, added to
 * the ledger, the version raised. Somebody else's change in between refuses it, with what stands now; the base is never
 * touched.
 */
export const changeSeason = async (
  logbook: Logbook,
  athlete: AthleteId,
  { version }: Edit,
  decide: (desk: Desk) => Promise<Result<Happening, LogbookFault>>,
): Promise<Result<ChangedView, LogbookFault>> => {
  const kept = await logbook.store.transact(async (tx): Promise<Result<Kept, LogbookFault>> => {
    const season = await activeSeason(logbook, tx, athlete)
    if (!season) return fail(NO_SEASON)
    if (season.version !== version) return fail(stale(season))
    const today = dayAt(season.season.athlete, logbook.now())
    const happening = await decide({ tx, face: faceOf(season), today, newId: logbook.newId })
    if (!happening.ok) return happening
    const raised = await raise(tx, athlete, season)
    if (!raised) return fail(await staleNow(logbook, tx, athlete))
    await write(tx, { athlete, season, entries: happening.value.entries, event: logbook.newId(), at: logbook.now() })
    return ok({ said: happening.value.said, version: version + 1 })
  })
  if (!kept.ok) return kept
  logbook.events.tell({ kind: 'season', athlete, version: kept.value.version })
  return ok({ ...kept.value, undoable: await undoableNow(logbook, athlete) })
}

interface Kept {
  readonly said: string
  readonly version: number
}

const stale = (season: KeptSeason): LogbookFault => {
  const face = faceOf(season)
  return {
    code: 'stale',
    message: 'The season was changed meanwhile: this change rests on an older one.',
    change: 'Look at the season as it is now, and change it again.',
    current: { version: season.version, value: { season: season.id, undoable: undoableOf(face) } },
  }
}

const staleNow = async (logbook: Logbook, tx: Transaction<Tables>, athlete: AthleteId): Promise<LogbookFault> => {
  const season = await activeSeason(logbook, tx, athlete)
  return season ? stale(season) : NO_SEASON
}

/** Of two that read the same version one raises it; the other finds none to raise. */
const raise = async (tx: Transaction<Tables>, athlete: AthleteId, { id, version }: KeptSeason): Promise<boolean> => {
  const raised = await tx
    .updateTable('seasons')
    .set({ version: version + 1 })
    .where('athlete', '=', athlete)
    .where('id', '=', id)
    .where('active', '=', 1)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return raised !== undefined
}

interface Writing {
  readonly athlete: AthleteId
  readonly season: KeptSeason
  readonly entries: readonly LedgerEntry[]
  readonly event: string
  readonly at: number
}

const write = async (tx: Transaction<Tables>, { athlete, season, entries, event, at }: Writing): Promise<void> => {
  const rows = entries.map((entry, index) => ({
    athlete,
    season: season.id,
    seq: season.ledger.length + index + 1,
    event,
    entry: entryJson(entry),
    day: entryDay(entry),
    at,
  }))
  if (rows.length > 0) await tx.insertInto('ledger').values(rows).execute()
}

const undoableNow = async (logbook: Logbook, athlete: AthleteId): Promise<string | null> => {
  const season = await activeSeason(logbook, logbook.store.db, athlete)
  return season ? undoableOf(faceOf(season)) : null
}

/** Changes proposed and accepted at once, in this order; or why one of them cannot be. */
export const acceptedAtOnce = ({ kept }: Face, changes: readonly Change[], on: Day): Result<Ledger, LogbookFault> => {
  let { season, ledger } = kept
  for (const change of changes) {
    const proposed = propose(ledger, change, on)
    if (!proposed.ok) return fail(asFault(proposed.fault))
    const applied = applyChange(season, change, on)
    if (!applied.ok) {
      const why = accept(kept.base, proposed.value, change.id, on)
      return fail(
        why.ok ? { code: 'refused', reason: applied.fault, message: 'It cannot be changed.' } : asFault(why.fault),
      )
    }
    ledger = [...proposed.value, { kind: 'accepted', id: change.id, on }]
    season = applied.value
  }
  return ok(ledger.slice(kept.ledger.length))
}

export const asFault = ({ code, message }: LedgerFault): LogbookFault => ({ code: 'refused', reason: code, message })
