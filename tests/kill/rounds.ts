import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { resumeImports } from '../../packages/logbook/src/done/resume-imports.ts'
import { seeImport } from '../../packages/logbook/src/done/see-import.ts'
import { startImport } from '../../packages/logbook/src/done/start-import.ts'
import { exportEverything } from '../../packages/logbook/src/keeping/export-everything.ts'
import type { Logbook } from '../../packages/logbook/src/logbook.ts'
import { openLogbook } from '../../packages/logbook/src/open.ts'
import { beginSeason } from '../../packages/logbook/src/season/make-season.ts'
import { addPlan } from '../../packages/logbook/src/plans/edit-plan.ts'
import { REQUEST, valueOf } from '../../packages/logbook/src/season/season.arbitrary.ts'
import type { TestServer } from '../postgres/server.ts'
import { checkWhole, copiesIn, digestOf, must } from './checks.ts'
import { killed, type Victim } from './killed.ts'
import { checkKept, learn, nothingKnown } from './known.ts'
import { withExtras } from './migrations.ts'
import { gpxOf, NOW, numbersFrom } from './told.ts'

/** Where the killing takes place: on SQLite, or on a server with a database for each kind of work. */
export interface Ground {
  readonly server?: TestServer
  readonly seed: number
  /** Told after each kill, with the figures so far. */
  readonly onKill?: (soFar: Figures) => void
}

/** What the rounds came to. */
export interface Figures {
  readonly kills: number
  /** Deeds that were told as done before the kills, all of which were found. */
  readonly kept: number
  /** Longest opening after a kill, in milliseconds. */
  readonly slowest: number
}

/** The longest that an opening after a kill may take. */
const MOST_OPENING_MS = 5000

interface Place {
  readonly folder: string
  readonly databaseUrl?: string
}

const placeFor = async ({ server }: Ground, name: string): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), `bell-lap-kill-${name}-`))
  return server ? { folder, databaseUrl: await server.makeDatabase(`kill_${name}`) } : { folder }
}

const openAt = async (place: Place, extras = 0): Promise<{ readonly logbook: Logbook; readonly ms: number }> => {
  const began = performance.now()
  const opened = await openLogbook({
    ...place,
    now: () => NOW,
    planFolder: join(import.meta.dirname, '../../plans'),
    migrations: withExtras(extras),
  })
  const logbook = valueOf(opened)
  const ms = performance.now() - began
  await left(logbook)
  return { logbook, ms }
}

/** What a killed process sent last may still be at work in the server: nothing is looked at before that has ended. */
const left = async ({ store }: Logbook): Promise<void> => {
  if (store.kind === 'sqlite') return
  for (;;) {
    const others = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and pid not in (select pg_backend_pid())
      and state <> 'idle' and backend_type = 'client backend'`.execute(store.db)
    if ((others.rows[0]?.n ?? 0) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const rounds = async (
  count: number,
  { seed, onKill }: Ground,
  round: (next: (below: number) => number, index: number) => Promise<{ readonly ms: number; readonly told: number }>,
): Promise<Figures> => {
  const next = numbersFrom(seed)
  let [kept, slowest] = [0, 0]
  for (let index = 0; index < count; index++) {
    try {
      const { ms, told } = await round(next, index)
      must(ms < MOST_OPENING_MS, `opening took ${Math.round(ms)} ms`)
      kept += told
      slowest = Math.max(slowest, ms)
      onKill?.({ kills: index + 1, kept, slowest: Math.round(slowest) })
    } catch (error) {
      throw new Error(`kill ${index + 1} of ${count}, seed ${seed}: ${String(error)}`, { cause: error })
    }
  }
  return { kills: count, kept, slowest: Math.round(slowest) }
}

const RECHECK_EVERY = 5

/** Kills in the middle of imports, moves, undos, and edits of plans. */
export const killLife = async (count: number, ground: Ground): Promise<Figures> => {
  const place = await placeFor(ground, 'life')
  const known = nothingKnown()
  try {
    return await rounds(count, ground, async (next, index) => {
      const victim: Victim = {
        mode: 'life',
        ...place,
        seed: next(2 ** 31),
        extras: 0,
        begun: 1 + next(8),
        after: next(index % 3 === 0 ? 300 : 30),
      }
      const told = await killed(victim)
      learn(known, told)
      const { logbook, ms } = await openAt(place)
      try {
        await checkWhole(logbook)
        await (
          await resumeImports(logbook)
        ).done
        await checkKept(logbook, known)
        await checkWhole(logbook)
        if (index % RECHECK_EVERY === 0) await checkSameAgain(logbook, [...known.runs.keys()][0])
      } finally {
        await logbook.close()
      }
      return { ms, told: told.filter((word) => 'done' in word && word.done.deed !== 'nothing').length }
    })
  } finally {
    rmSync(place.folder, { recursive: true, force: true })
  }
}

const countOf = async ({ store, owner }: Logbook): Promise<number> => {
  const row = await store.db
    .selectFrom('activities')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('athlete', '=', owner)
    .executeTakeFirst()
  return row?.n ?? 0
}

const importAll = async (logbook: Logbook, id: string): Promise<readonly string[]> => {
  for (;;) {
    const view = valueOf(await seeImport(logbook, logbook.owner, id))
    if (view.state === 'done') return view.files.map(({ state }) => state)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The same file once more adds nothing. */
const checkSameAgain = async (logbook: Logbook, run: number | undefined): Promise<void> => {
  if (run === undefined) return
  const before = await countOf(logbook)
  const again = valueOf(await startImport(logbook, logbook.owner, [{ name: 'again.gpx', bytes: gpxOf(run) }]))
  const states = await importAll(logbook, again.id)
  must(states.join() === 'known', `the same file again is ${states.join()}`)
  must((await countOf(logbook)) === before, 'the same file again added something')
}

const RUNS = 6

/** A logbook with something of everything in it. */
const fill = async (logbook: Logbook): Promise<void> => {
  const me = logbook.owner
  valueOf(await beginSeason(logbook, me, REQUEST))
  for (let number = 0; number < 3; number++)
    valueOf(await addPlan(logbook, me, { name: `Plan ${number}`, text: 'week 1\n  Tue 5mi easy\n' }))
  const files = Array.from({ length: RUNS }, (_, run) => ({ name: `run-${run}.gpx`, bytes: gpxOf(run) }))
  await importAll(logbook, valueOf(await startImport(logbook, me, files)).id)
}

/** Kills in the middle of deleting everything and restoring it: all of it is there, or nothing. */
export const killRestore = async (count: number, ground: Ground): Promise<Figures> => {
  const place = await placeFor(ground, 'restore')
  const archive = join(place.folder, 'archive.zip')
  try {
    const { logbook } = await openAt(place)
    await fill(logbook)
    const whole = await digestOf(logbook)
    const { body } = valueOf(await exportEverything(logbook, logbook.owner))
    await pipeline(body, createWriteStream(archive))
    await logbook.close()
    return await rounds(count, ground, async (next) => {
      const [begun, after] = [2 + next(4), next(150)]
      const told = await killed({ mode: 'restore', ...place, archive, seed: 0, extras: 0, begun, after })
      const last = told.at(-1)
      const opened = await openAt(place)
      try {
        await checkWhole(opened.logbook)
        const isWhole = (await digestOf(opened.logbook)) === whole
        const isEmpty = await isBare(opened.logbook)
        must(isWhole || isEmpty, 'a half of what was restored is there')
        if (last && 'done' in last && last.done.deed === 'restore') must(isWhole, 'what was restored is not there')
        if (last && 'done' in last && last.done.deed === 'delete') must(isEmpty, 'what was deleted is there')
      } finally {
        await opened.logbook.close()
      }
      return { ms: opened.ms, told: told.filter((word) => 'done' in word).length }
    })
  } finally {
    rmSync(place.folder, { recursive: true, force: true })
  }
}

const isBare = async ({ store, owner }: Logbook): Promise<boolean> => {
  for (const table of ['plans', 'seasons', 'activities', 'files', 'imports'] as const) {
    const row = await store.db
      .selectFrom(table)
      .select('athlete')
      .where('athlete', '=', owner)
      .limit(1)
      .executeTakeFirst()
    if (row) return false
  }
  return true
}

/** Kills in the middle of migrations: the next opening goes on, and nothing that was kept is lost. */
export const killMigration = async (count: number, ground: Ground): Promise<Figures> => {
  const place = await placeFor(ground, 'migrate')
  try {
    const { logbook } = await openAt(place)
    await fill(logbook)
    const plans = await planTexts(logbook)
    await logbook.close()
    let shape = 0
    return await rounds(count, ground, async (next) => {
      const extras = shape + 1 + next(2)
      const told = await killed({ mode: 'migrate', ...place, seed: 0, extras, begun: 1, after: next(120) })
      shape = extras
      const opened = await openAt(place, extras)
      try {
        await checkWhole(opened.logbook)
        must((await planTexts(opened.logbook)) === plans, 'plans are not what they were')
        const names = await opened.logbook.store.database.tableNames(opened.logbook.store.db)
        const there = names.filter((name) => /^extra_\d+$/.test(name)).length
        must(there === extras, `${extras} migrations, and tables of ${there}`)
        if (opened.logbook.store.kind === 'sqlite')
          must(copiesIn(place.folder).length > 0, 'no copy was taken before a migration')
      } finally {
        await opened.logbook.close()
      }
      rmSync(join(place.folder, 'backups'), { recursive: true, force: true })
      return { ms: opened.ms, told: told.filter((word) => 'done' in word).length }
    })
  } finally {
    rmSync(place.folder, { recursive: true, force: true })
  }
}

const planTexts = async ({ store, owner }: Logbook): Promise<string> => {
  const rows = await store.db
    .selectFrom('plans')
    .select(['id', 'text'])
    .where('athlete', '=', owner)
    .orderBy('id')
    .execute()
  return JSON.stringify(rows)
}
