import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { onBoth, type Bench } from '../../../../tests/postgres/both.ts'
import type { Logbook } from '../logbook.ts'
import { AthleteId } from '../owner.ts'
import { firstRow } from '../owner-row.ts'

/** Enough that a planner would rather search than read all. */
const ATHLETES = 300
const EACH = 20

const filled = async (bench: Bench): Promise<Logbook> => {
  const logbook = await bench.open()
  const { db } = logbook.store
  for (let number = 0; number < ATHLETES; number++) {
    const athlete = AthleteId.parse(`athlete-${number}`)
    await logbook.store.transact(async (tx) => {
      await tx.insertInto('athletes').values(firstRow(athlete, 1)).execute()
      const season = { athlete, name: 's', base: '{}', request: '{}', version: 1, made: 1 }
      await tx
        .insertInto('seasons')
        .values([
          { ...season, id: 'old', active: 0 },
          { ...season, id: 'new', active: 1 },
        ])
        .execute()
      const hash = 'a'.repeat(64)
      await tx.insertInto('files').values({ athlete, hash, name: 'f', bytes: 1, kept: 1 }).execute()
      await tx.insertInto('imports').values({ athlete, id: 'i', state: 'done', started: 1, finished: 2 }).execute()
      const numbers = Array.from({ length: EACH }, (_, each) => each)
      await tx
        .insertInto('activities')
        .values(numbers.map((each) => activityRow(athlete, hash, each)))
        .execute()
      await tx
        .insertInto('streams')
        .values(
          numbers.map((each) => ({
            athlete,
            activity: `a${each}`,
            coding: 'x',
            samples: 1,
            columns: new Uint8Array(8),
          })),
        )
        .execute()
      await tx
        .insertInto('reviews')
        .values(numbers.map((each) => reviewRow(athlete, each)))
        .execute()
      await tx
        .insertInto('import_files')
        .values(numbers.map((each) => importRow(athlete, each)))
        .execute()
      await tx
        .insertInto('ledger')
        .values(numbers.map((each) => ledgerRow(athlete, each)))
        .execute()
      return { ok: true, value: undefined }
    })
  }
  await sql`analyze`.execute(db)
  return logbook
}

const day = (each: number): string => `2027-02-${String((each % 28) + 1).padStart(2, '0')}`

const activityRow = (athlete: AthleteId, file: string, each: number) => ({
  athlete,
  id: `a${each}`,
  day: day(each),
  start_ms: each,
  listed_ms: each,
  sport: 'running',
  title: 't',
  distance_m: 1,
  elapsed_s: 1,
  timer_s: 1,
  moving_s: 1,
  device: null,
  file,
  part: each,
  summary: '{}',
  measures: '{}',
  recognised: null,
  added: 1,
})

const reviewRow = (athlete: AthleteId, each: number) => ({
  athlete,
  season: 'new',
  session: `w1-${each}`,
  activity: `a${each}`,
  state: 'done' as const,
  verdict: null,
  review: null,
  because: '',
  day: day(each),
  at: 1,
})

const importRow = (athlete: AthleteId, seq: number) => ({
  athlete,
  import: 'i',
  seq,
  name: 'f',
  hash: null,
  bytes: 1,
  state: 'added',
  verdict: null,
  activity: null,
})

const ledgerRow = (athlete: AthleteId, each: number) => ({
  athlete,
  season: 'new',
  seq: each + 1,
  event: 'e',
  entry: '{}',
  day: day(each),
  at: 1,
})

/** The queries that every look at the screens makes. */
const hotQueries = ({ store: { db } }: Logbook, athlete: AthleteId) => ({
  'the active season': db
    .selectFrom('seasons')
    .select(['id', 'name', 'version'])
    .where('athlete', '=', athlete)
    .where('active', '=', 1),
  'the ledger of a season': db
    .selectFrom('ledger')
    .select(['entry', 'day', 'event'])
    .where('athlete', '=', athlete)
    .where('season', '=', 'new')
    .orderBy('seq'),
  'what was done of a season': db
    .selectFrom('reviews')
    .select(['session', 'activity', 'state', 'verdict', 'because'])
    .where('athlete', '=', athlete)
    .where('season', '=', 'new'),
  'activities of some days': db
    .selectFrom('activities')
    .select(['id', 'day', 'title'])
    .where('athlete', '=', athlete)
    .where('day', '>=', '2027-02-01')
    .where('day', '<=', '2027-02-14')
    .orderBy('day')
    .orderBy('start_ms'),
  'the last day recorded': db
    .selectFrom('activities')
    .select((eb) => eb.fn.max('day').as('day'))
    .where('athlete', '=', athlete),
  'a page of activities': db
    .selectFrom('activities')
    .select(['id', 'listed_ms'])
    .where('athlete', '=', athlete)
    .where('listed_ms', '<', 15)
    .orderBy('listed_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(10),
  'the samples of an activity': db
    .selectFrom('streams')
    .select('columns')
    .where('athlete', '=', athlete)
    .where('activity', '=', 'a3'),
  'the files of an import': db
    .selectFrom('import_files')
    .selectAll()
    .where('athlete', '=', athlete)
    .where('import', '=', 'i')
    .orderBy('seq'),
  'a file by its hash': db
    .selectFrom('files')
    .selectAll()
    .where('athlete', '=', athlete)
    .where('hash', '=', 'a'.repeat(64)),
})

onBoth('hot queries', (bench) => {
  test('search an index by the athlete and read no table through', async () => {
    const logbook = await filled(bench)
    for (const [name, query] of Object.entries(hotQueries(logbook, AthleteId.parse('athlete-77')))) {
      const steps = (await logbook.store.database.explain(query.compile())).join('\n')
      expect(steps, name).toMatch(/athlete/)
      expect(steps, name).toMatch(
        bench.kind === 'sqlite' ? /SEARCH .* USING .*INDEX .*\(athlete=\?/ : /Index Cond: .*athlete/,
      )
      expect(steps, name).not.toMatch(bench.kind === 'sqlite' ? /SCAN (?!CONSTANT)/ : /Seq Scan/)
    }
  })

  test('the check can fail: a query without the athlete reads the table through', async () => {
    const { store } = await filled(bench)
    const query = store.db.selectFrom('activities').select('id').where('title', '=', 't').compile()
    const steps = (await store.database.explain(query)).join('\n')
    expect(steps).toMatch(bench.kind === 'sqlite' ? /SCAN/ : /Seq Scan/)
  })
})
