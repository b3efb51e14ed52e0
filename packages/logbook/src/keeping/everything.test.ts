import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { onBoth } from '../../../../tests/postgres/both.ts'
import { runImport } from '../done/run-import.ts'
import { easy, fitOf, intervals } from '../done/runs.arbitrary.ts'
import { shortSeason } from '../done/season.arbitrary.ts'
import { beginImport } from '../done/start-import.ts'
import type { Logbook } from '../logbook.ts'
import { seeCalendar } from '../season/see-calendar.ts'
import { ATHLETE_TABLES } from '../store/tables.ts'
import { backUp } from './back-up.ts'
import { deleteEverything } from './delete-everything.ts'
import { exportEverything } from './export-everything.ts'
import { EXPORTED, NOT_EXPORTED } from './exported.ts'
import { makeFeed } from './feed.ts'
import { restoreEverything } from './restore-everything.ts'

const folder = mkdtempSync(join(tmpdir(), 'bell-lap-archives-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const place = (bytes: Uint8Array): { readonly path: string } => {
  const path = join(folder, `${files++}.zip`)
  writeFileSync(path, bytes)
  return { path }
}

type Unzipped = { [name: string]: Uint8Array }

const archiveOf = async (logbook: Logbook): Promise<Uint8Array> => {
  const made = await exportEverything(logbook, logbook.owner)
  if (!made.ok) throw new Error(made.fault.message)
  const parts: Uint8Array[] = []
  for await (const part of made.value.body) if (part instanceof Uint8Array) parts.push(part)
  return Buffer.concat(parts)
}

/** A logbook with something in each table. */
const fill = async (logbook: Logbook): Promise<void> => {
  const { db } = logbook.store
  const athlete = logbook.owner
  await shortSeason(logbook)
  const id = await beginImport(logbook, athlete, [
    { name: 'tue.fit', bytes: fitOf({ at: '2026-10-20T07:00:00Z', legs: intervals(3, 1000, 4.5) }) },
    { name: 'fri.fit', bytes: fitOf({ at: '2026-10-23T07:00:00Z', legs: [easy(5)] }) },
    { name: 'words.txt', bytes: strToU8('no run') },
  ])
  if (!id.ok) throw new Error(id.fault.message)
  await runImport(logbook, athlete, id.value)
  const [activity] = await db.selectFrom('activities').select('id').execute()
  await db
    .insertInto('plans')
    .values({ athlete, id: 'mine', name: '=2+2', text: 'week 1\n', version: 3, made: 1, changed: 2 })
    .execute()
  await db
    .insertInto('matches')
    .values({ athlete, activity: activity?.id ?? '', season: null, session: null, at: 5 })
    .execute()
  const [season] = await db.selectFrom('seasons').select('id').execute()
  const entry = JSON.stringify({ kind: 'declined', id: 'none' })
  await db
    .insertInto('ledger')
    .values({ athlete, season: season?.id ?? '', seq: 1, event: 'e', entry, day: '2026-10-20', at: 6 })
    .execute()
  await makeFeed(logbook, athlete)
}

/** Every file but the manifest's own moment. */
const canonical = (zip: Uint8Array): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [
      name,
      name.endsWith('.fit') ? createHash('sha256').update(bytes).digest('hex') : strFromU8(bytes),
    ]),
  )

onBoth('everything out and in', (bench) => {
  test('every column of every table is exported, or it is written down why not', async () => {
    const logbook = await bench.open()
    const tables = await logbook.store.db.introspection.getTables()
    const own = new Set<string>([...ATHLETE_TABLES, 'migrations'])
    const found = tables.filter(({ name }) => own.has(name))
    expect(found.map(({ name }) => name).toSorted()).toEqual([...own].toSorted())
    for (const { name, columns } of found) {
      if (name in NOT_EXPORTED) continue
      const exported = EXPORTED.find((table) => table.name === name)
      const written = new Set(Object.keys(exported?.columns ?? {}))
      const missing = columns
        .map((column) => column.name)
        .filter((column) => !written.has(column) && !(`*.${column}` in NOT_EXPORTED))
      expect({ table: name, missing }).toEqual({ table: name, missing: [] })
    }
  })

  test('comes back whole in an empty logbook: what goes out again is the same, byte for byte', async () => {
    const logbook = await bench.open({}, 'from')
    await fill(logbook)
    const first = await archiveOf(logbook)
    const entries = canonical(first)
    for (const { name } of EXPORTED) expect(entries[`tables/${name}.jsonl`]?.length, name).toBeGreaterThan(10)
    const other = await bench.open({}, 'to')
    const restored = await restoreEverything(other, other.owner, place(first))
    expect(restored).toMatchObject({ ok: true, value: { seasons: 1, plans: 1, activities: 2, files: 2 } })
    expect(canonical(await archiveOf(other))).toEqual(entries)
    const calendar = await seeCalendar(other, other.owner)
    expect(calendar).toMatchObject({ ok: true, value: { race: { day: '2026-11-01' } } })
    expect(await other.store.db.selectFrom('feeds').selectAll().execute()).toEqual([])
  })

  test('neither token nor hash of the feed goes out, and no cell of a table is a formula', async () => {
    const logbook = await bench.open()
    await fill(logbook)
    const [feed] = await logbook.store.db.selectFrom('feeds').select('token_hash').execute()
    await logbook.store.db.updateTable('activities').set({ title: '=HYPERLINK("http://x")' }).execute()
    const entries = canonical(await archiveOf(logbook))
    expect(JSON.stringify(entries)).not.toContain(feed?.token_hash)
    expect(entries['csv/activities.csv']).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(entries['csv/sessions.csv']?.split('\r\n').length).toBeGreaterThan(5)
  })

  test('is refused where something is kept already, and changes nothing', async () => {
    const logbook = await bench.open()
    await fill(logbook)
    const archive = await archiveOf(logbook)
    const again = await restoreEverything(logbook, logbook.owner, place(archive))
    expect(again).toMatchObject({ ok: false, fault: { reason: 'not-empty' } })
    expect(canonical(await archiveOf(logbook))).toEqual(canonical(archive))
  })

  test('is refused by name where anything is wrong with it, and nothing of it is kept', async () => {
    const from = await bench.open({}, 'from')
    await fill(from)
    const zip = await archiveOf(from)
    const logbook = await bench.open({}, 'to')
    const changed = (change: (files: Unzipped) => Unzipped): Uint8Array => zipSync(change(unzipSync(zip)))
    const manifest = (change: (json: { [key: string]: unknown }) => unknown) => (all: Unzipped) => {
      const json: unknown = JSON.parse(strFromU8(all['manifest.json'] ?? new Uint8Array()))
      return { ...all, 'manifest.json': strToU8(JSON.stringify(change(Object(json)))) }
    }
    const original = Object.keys(unzipSync(zip)).find((name) => name.startsWith('files/')) ?? ''
    const flipped = Uint8Array.from(zip)
    for (let at = 1000; at < 1100; at++) flipped[at] = (flipped[at] ?? 0) ^ 0xff
    const bads: readonly (readonly [string, Uint8Array, string | RegExp])[] = [
      ['nothing', new Uint8Array(), 'damaged'],
      ['words', strToU8('no archive at all'), 'damaged'],
      ['cut off', zip.subarray(0, zip.length - 100), 'damaged'],
      ['half', zip.subarray(0, zip.length >> 1), 'damaged'],
      ['bits turned', flipped, /damaged|checksum/],
      ['another zip', zipSync({ 'files/hello.txt': strToU8('x') }), 'bad-name'],
      ['no manifest', changed(({ 'manifest.json': _gone, ...rest }) => rest), 'no-manifest'],
      ['a path out', changed((all) => ({ ...all, '../out.txt': strToU8('x') })), 'bad-name'],
      ['a path from the root', changed((all) => ({ ...all, '/etc/x': strToU8('x') })), 'bad-name'],
      ['a table more', changed((all) => ({ ...all, 'tables/more.jsonl': strToU8('{}') })), 'not-named'],
      ['a table less', changed(({ 'tables/plans.jsonl': _gone, ...rest }) => rest), 'missing'],
      ['a file less', changed(({ [original]: _gone, ...rest }) => rest), 'missing'],
      ['a file changed', changed((all) => ({ ...all, [original]: strToU8('x') })), 'wrong-size'],
      [
        'a plan changed',
        changed((all) => ({
          ...all,
          'tables/plans.jsonl': strToU8(
            strFromU8(all['tables/plans.jsonl'] ?? new Uint8Array()).replace('=2+2', '=2+3'),
          ),
        })),
        'checksum',
      ],
      ['a later program', changed(manifest((json) => ({ ...json, shape: 99 }))), 'newer'],
      ['another kind', changed(manifest((json) => ({ ...json, format: 'else' }))), 'no-manifest'],
      ['a bomb', changed((all) => ({ ...all, 'tables/plans.jsonl': new Uint8Array(50_000_000) })), 'bomb'],
    ]
    for (const [name, bytes, reason] of bads) {
      const refused = await restoreEverything(logbook, logbook.owner, place(bytes))
      expect([name, refused.ok || refused.fault.reason]).toEqual([
        name,
        typeof reason === 'string' ? reason : expect.stringMatching(reason),
      ])
    }
    for (const table of ATHLETE_TABLES.filter((each) => each !== 'athletes'))
      expect(await logbook.store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    expect(await logbook.files.sweep()).toBe(0)
    const good = await restoreEverything(logbook, logbook.owner, place(zip))
    expect(good.ok).toBe(true)
  })

  test('a row that no store would take is refused before anything is written', async () => {
    const from = await bench.open({}, 'from')
    await fill(from)
    const all = unzipSync(await archiveOf(from))
    const broken = strToU8(strFromU8(all['tables/reviews.jsonl'] ?? new Uint8Array()).replaceAll('"at":', '"later":'))
    const json = Object(JSON.parse(strFromU8(all['manifest.json'] ?? new Uint8Array())))
    const sha256 = createHash('sha256').update(broken).digest('hex')
    const named = json.files.map((file: { name: string }) =>
      file.name === 'tables/reviews.jsonl' ? { ...file, bytes: broken.length, sha256 } : file,
    )
    const zip = zipSync({
      ...all,
      'tables/reviews.jsonl': broken,
      'manifest.json': strToU8(JSON.stringify({ ...json, files: named })),
    })
    const logbook = await bench.open({}, 'to')
    const refused = await restoreEverything(logbook, logbook.owner, place(zip))
    expect(refused).toMatchObject({
      ok: false,
      fault: { reason: 'damaged', message: expect.stringContaining('reviews') },
    })
  })

  test('deleting everything leaves no row, no file, and an empty logbook that can be restored into', async () => {
    const logbook = await bench.open()
    await fill(logbook)
    const archive = await archiveOf(logbook)
    expect(await deleteEverything(logbook, logbook.owner)).toEqual({ ok: true, value: {} })
    for (const table of ATHLETE_TABLES.filter((each) => each !== 'athletes'))
      expect(await logbook.store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    expect(await logbook.files.sweep()).toBe(0)
    const restored = await restoreEverything(logbook, logbook.owner, place(archive))
    expect(restored.ok).toBe(true)
    expect(canonical(await archiveOf(logbook))).toEqual(canonical(archive))
  })

  test('a backup that is taken while others write is of one moment, and can be restored', async () => {
    const logbook = await bench.open({}, 'from')
    await fill(logbook)
    const path = join(folder, `backup-${bench.kind}.zip`)
    let writing = true
    const write = (async () => {
      for (let count = 0; writing; count++) {
        await logbook.store.db
          .insertInto('plans')
          .values({ athlete: logbook.owner, id: `p${count}`, name: 'n', text: 't', version: 1, made: 1, changed: 1 })
          .execute()
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    const done = await backUp(logbook, path)
    writing = false
    await write
    expect(done).toMatchObject({ ok: true, value: { bytes: readFileSync(path).length } })
    const other = await bench.open({}, 'to')
    expect(await restoreEverything(other, other.owner, { path })).toMatchObject({ ok: true, value: { activities: 2 } })
  })
})
