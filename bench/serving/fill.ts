import { sql, type Kysely } from 'kysely'
import { AthleteId, makeDemo, type Logbook } from '@bell-lap/logbook'

/** Days between two copies of what was done: the demo's weeks, and one to spare. */
const APART = 91
const DAY_MS = 86_400_000

/** How much of whom. */
export interface Filling {
  readonly athletes: number
  /** Activities of each; the demo's own are copied back in time until there are as many. */
  readonly activities: number
  /** One athlete in so many has the samples of all activities; the others those of none. */
  readonly streamsEach: number
}

interface Copying {
  readonly db: Kysely<never>
  readonly from: AthleteId
  readonly day: (shift: number) => ReturnType<typeof sql.raw>
}

const numbers = (first: number, last: number) =>
  sql`with recursive n(i) as (select cast(${sql.lit(first)} as integer) union all select i + 1 from n where i < ${sql.lit(last)})`

/** `a1`, `a2`, ...: who was made up for the benchmark. */
export const nameOf = (number: number): AthleteId => AthleteId.parse(`a${number}`)

/** Who comes along in the same tables without being asked: a season without its text, and this many of the activities. */
const FEW = 3

/** The activities that are copied, by id: all of them or a few. */
const chosen = (from: AthleteId, whole: boolean) =>
  whole
    ? sql`select id from activities where athlete = ${from}`
    : sql`select id from (select id from activities where athlete = ${from} order by id limit ${sql.lit(FEW)}) few`

const copyAthletes = async ({ db, from }: Copying, first: number, last: number, whole: boolean): Promise<void> => {
  const all = numbers(first, last)
  await sql`insert into athletes (athlete, profile, display, version, demo, made) ${all}
    select 'a' || i, profile, display, version, 0, made from n, athletes where athlete = ${from}`.execute(db)
  const base = whole ? sql.raw('base') : sql.lit('{}')
  await sql`insert into seasons (athlete, id, name, base, request, active, version, made) ${all}
    select 'a' || i, id, name, ${base}, request, active, version, made from n, seasons where athlete = ${from}`.execute(
    db,
  )
  await sql`insert into files (athlete, hash, name, bytes, kept) ${all}
    select 'a' || i, hash, name, bytes, kept from n, files where athlete = ${from}
      and hash in (select file from activities where athlete = ${from} and id in (${chosen(from, whole)}))`.execute(db)
}

/** What was done, once more and `back` times earlier. */
const copyActivities = async (
  copying: Copying,
  { first, last, whole }: { readonly first: number; readonly last: number; readonly whole: boolean },
  back: number,
): Promise<void> => {
  const { db, from, day } = copying
  const shift = back * APART
  await sql`insert into activities (athlete, id, day, start_ms, listed_ms, sport, title, distance_m, elapsed_s, timer_s, moving_s,
      device, file, part, summary, measures, recognised, added) ${numbers(first, last)}
    select 'a' || i, id || '-' || ${sql.lit(back)}, ${day(shift)}, start_ms - ${sql.lit(shift * DAY_MS)},
      listed_ms - ${sql.lit(shift * DAY_MS)}, sport, title, distance_m, elapsed_s, timer_s, moving_s,
      device, file, part + ${sql.lit(back)}, summary, measures, recognised, added
    from n, activities where athlete = ${from} and id in (${chosen(from, whole)})`.execute(db)
  if (back > 0 || !whole) return
  await sql`insert into reviews (athlete, season, session, activity, state, verdict, review, because, day, at) ${numbers(first, last)}
    select 'a' || i, season, session, activity || '-0', state, verdict, review, because, day, at
    from n, reviews where athlete = ${from}`.execute(db)
}

const copyStreams = async (
  { db, from }: Copying,
  { first, last }: { first: number; last: number },
  back: number,
  each: number,
) =>
  sql`insert into streams (athlete, activity, coding, samples, columns) ${numbers(first, last)}
    select 'a' || i, activity || '-' || ${sql.lit(back)}, coding, samples, columns
    from n, streams where athlete = ${from} and i % ${sql.lit(each)} = 0`.execute(db)

const copyingOf = (logbook: Logbook): Copying => {
  const shifted =
    logbook.store.kind === 'sqlite'
      ? (days: number) => `date(day, '-${days} days')`
      : (days: number) => `to_char(day::date - ${days}, 'YYYY-MM-DD')`
  return {
    db: logbook.store.db.withTables(),
    from: logbook.owner,
    day: (days) => sql.raw(shifted(days)),
  }
}

/** Makes the demo as the owner's, then as many copies of it as are wanted: whole athletes `a1` to `a<athletes>`. */
export const fillLogbook = async (logbook: Logbook, { athletes, activities, streamsEach }: Filling): Promise<void> => {
  const made = await makeDemo(logbook, logbook.owner)
  if (!made.ok) throw new Error(made.fault.message)
  const copying = copyingOf(logbook)
  await copyAthletes(copying, 1, athletes, true)
  for (let back = 0; back < Math.ceil(activities / made.value.activities); back++) {
    await copyActivities(copying, { first: 1, last: athletes, whole: true }, back)
    await copyStreams(copying, { first: 1, last: athletes }, back, streamsEach)
  }
  if (logbook.store.kind === 'postgres') await sql`analyze`.execute(copying.db)
}

/** More of them in the same tables, with a season without its text and a few activities: nobody asks for theirs. */
export const crowd = async (logbook: Logbook, first: number, last: number): Promise<void> => {
  const copying = copyingOf(logbook)
  for (let from = first; from <= last; from += 5_000) {
    const to = Math.min(last, from + 4_999)
    await copyAthletes(copying, from, to, false)
    await copyActivities(copying, { first: from, last: to, whole: false }, 0)
  }
  if (logbook.store.kind === 'postgres') await sql`analyze`.execute(copying.db)
}
