import type { Insertable, Transaction } from 'kysely'
import {
  fail,
  makeDay,
  ok,
  paceBookOn,
  timelineOf,
  totalsOf,
  type Activity,
  type Athlete,
  type PaceBook,
  type Result,
  type Timeline,
  type Totals,
} from '@bell-lap/core'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason } from '../season/kept-season.ts'
import { isAlreadyThere } from '../store/databases.ts'
import type { ActivitiesTable, StreamsTable, Tables } from '../store/tables.ts'
import { athleteIn } from './athlete.ts'
import { CODING, packColumns } from './columns.ts'
import { localStart } from './day.ts'
import type { Importer } from './importer.ts'
import type { Matchable } from './match.ts'
import { measuresOf } from './measures.ts'
import { recognisedBy } from './recognised.ts'
import { isStillNow } from './rematch.ts'
import { doubleOf } from './same.ts'
import { writeReviews } from './review-rows.ts'
import { settle, type Settled } from './settle.ts'
import { isRun, makeSummary, sportOf } from './summary.ts'
import { nameOf, printed } from './title.ts'

/** Where a recording comes from. */
export interface Source {
  /** SHA-256 of the file. */
  readonly hash: string
  readonly name: string
  readonly bytes: number
  /** Its place among the activities of the file. */
  readonly part: number
  /** Names that the file, or an export beside it, gives. */
  readonly titles: readonly (string | undefined)[]
}

/** What became of a recording. */
export type Taken =
  | { readonly kind: 'added' | 'known'; readonly activity: string }
  | { readonly kind: 'duplicate'; readonly activity: string; readonly message: string }

/** Writes what else has to be written with it in the same transaction; a failure takes all of it back. */
export type Along = (tx: Transaction<Tables>, taken: Taken) => Promise<boolean>

interface Desk {
  readonly logbook: Logbook
  readonly athlete: AthleteId
  readonly importer: Importer
}

const knownAs = async ({ logbook, athlete }: Desk, { hash, part }: Source): Promise<string | undefined> => {
  const row = await logbook.store.db
    .selectFrom('activities')
    .select('id')
    .where('athlete', '=', athlete)
    .where('file', '=', hash)
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.id
}

/** The athlete's paces on the day of a recording: by the plan that is lived, else by the usual model. */
const bookFor = async ({ logbook, athlete }: Desk, who: Athlete, activity: Activity): Promise<PaceBook | null> => {
  const started = localStart(activity, who)
  if (!started) return null
  const now = await activeSeason(logbook, logbook.store.db, athlete)
  const plan = now?.season.plan ?? { paces: null, definitions: [] }
  const book = paceBookOn({ plan, athlete: who }, started.day)
  return book.ok ? book.value : null
}

/** A recording as it is looked at here. */
interface Seen {
  readonly activity: Activity
  readonly timeline: Timeline
  readonly totals: Totals
}

const seenIn = (activity: Activity): Seen => {
  const timeline = timelineOf(activity)
  return { activity, timeline, totals: totalsOf(activity, timeline) }
}

interface Rows {
  readonly row: Insertable<ActivitiesTable>
  readonly stream: Insertable<StreamsTable>
  readonly matchable: Matchable
}

/** A store keeps numbers that are some. */
const known = (amount: number): number => (Number.isFinite(amount) ? amount : 0)

/** Everything of an activity that is kept, in rows. */
const rowsOf = async (desk: Desk, { activity, timeline, totals }: Seen, source: Source): Promise<Rows> => {
  const { logbook, athlete } = desk
  const who = await athleteIn(logbook.store.db, athlete)
  const sport = sportOf(activity)
  const started = localStart(activity, who)
  const id = logbook.newId()
  const added = logbook.now()
  const book = await bookFor(desk, who, activity)
  const { device } = activity
  const start = activity.start === null ? null : Math.round(activity.start)
  const row = {
    athlete,
    id,
    day: started ? makeDay(started.day) : null,
    start_ms: started ? start : null,
    listed_ms: started ? (start ?? added) : added,
    sport,
    title: nameOf(activity, ...source.titles),
    distance_m: timeline.source === 'none' && !totals.stated ? null : known(totals.distance),
    elapsed_s: known(totals.elapsed),
    timer_s: known(totals.timer),
    moving_s: known(totals.moving),
    device: printed([device?.maker, device?.name].filter((word) => word !== undefined).join(' ')) || null,
    file: source.hash,
    part: source.part,
    summary: makeSummary(activity),
    measures: JSON.stringify(measuresOf(timeline, { book, run: isRun(sport), clock: started?.minutes ?? null })),
    recognised: null,
    added,
  }
  const stream = {
    athlete,
    activity: id,
    coding: CODING,
    samples: activity.samples.count,
    columns: packColumns(activity),
  }
  return { row, stream, matchable: { ...row, clock_min: started?.minutes ?? null } }
}

const STALE = 'stale'
const STOPPED = 'stopped'

const write = (
  { logbook, athlete }: Desk,
  { row, stream }: Rows,
  { source, settled, along }: { readonly source: Source; readonly settled: Settled | undefined; readonly along: Along },
): Promise<Result<Taken, typeof STALE | typeof STOPPED>> =>
  logbook.store.transact(async (tx) => {
    if (settled && !(await isStillNow(tx, athlete, settled))) return fail(STALE)
    const { hash, name, bytes } = source
    await tx
      .insertInto('files')
      .values({ athlete, hash, name, bytes, kept: row.added })
      .onConflict((conflict) => conflict.columns(['athlete', 'hash']).doNothing())
      .execute()
    await tx.insertInto('activities').values(row).execute()
    await tx.insertInto('streams').values(stream).execute()
    if (settled) await writeReviews(tx, { athlete, season: settled.season }, settled.rows, settled.gone)
    const taken: Taken = { kind: 'added', activity: row.id }
    return (await along(tx, taken)) ? ok(taken) : fail(STOPPED)
  })

/** Times that a season may change while one recording is matched with it. */
const MOST_TRIES = 5

const keep = async (desk: Desk, seen: Seen, source: Source, along: Along): Promise<Taken | undefined> => {
  const { activity } = seen
  const rows = await rowsOf(desk, seen, source)
  const { row, matchable } = rows
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const coming = { activity, matchable }
    const settled = await settle(desk.logbook, desk.athlete, { reader: desk.importer.reviewer, coming })
    const isPlanned = settled?.matches.some((match) => match.activity === row.id) ?? false
    const recognised = isPlanned ? null : await recognisedBy(desk.importer.reviewer, row.id, activity)
    const done = await write(desk, { ...rows, row: { ...row, recognised } }, { source, settled, along })
    if (done.ok) return done.value
    if (done.fault === STOPPED) return undefined
  }
  throw new Error('The season changed again and again while an activity was matched with it.')
}

const tell = async ({ logbook }: Desk, taken: Taken, along: Along): Promise<Taken | undefined> => {
  const done = await logbook.store.transact(async (tx) => ((await along(tx, taken)) ? ok(taken) : fail(STOPPED)))
  return done.ok ? done.value : undefined
}

/**
 * Takes one recording in: known by its bytes, the same run as another one, or new; then with its samples, its match and
 * its review in one transaction with what comes along. Undefined where that said no.
 */
export const takeIn = (desk: Desk, activity: Activity, source: Source, along: Along): Promise<Taken | undefined> =>
  desk.importer.inTurn(desk.athlete, async () => {
    const known = await knownAs(desk, source)
    if (known !== undefined) return tell(desk, { kind: 'known', activity: known }, along)
    const seen = seenIn(activity)
    const double = await doubleOf(desk.logbook.store.db, desk.athlete, activity, {
      start: activity.start,
      elapsed: seen.totals.elapsed,
    })
    if (double) {
      const message = `The same run is there already as ${double.title}: ${double.because.join('; ')}.`
      return tell(desk, { kind: 'duplicate', activity: double.id, message }, along)
    }
    try {
      return await keep(desk, seen, source, along)
    } catch (error) {
      // Another process took in the same bytes meanwhile.
      const other = isAlreadyThere(error) ? await knownAs(desk, source) : undefined
      if (other === undefined) throw error
      return tell(desk, { kind: 'known', activity: other }, along)
    }
  })
