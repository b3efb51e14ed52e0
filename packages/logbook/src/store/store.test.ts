import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fail, ok } from '@bell-lap/core'
import { onBoth } from '../../../../tests/postgres/both.ts'
import { openLogbook } from '../open.ts'
import { isAlreadyThere } from './databases.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import { ATHLETE_TABLES } from './tables.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

onBoth('the store', (bench) => {
  test('opens what it made before: same owner, nothing lost', async () => {
    const first = await bench.open()
    await first.store.db
      .insertInto('plans')
      .values({ athlete: first.owner, id: 'p', name: 'Mine', text: 'week 1', version: 1, made: 1, changed: 2 })
      .execute()
    await first.close()
    const again = await bench.open()
    expect(again.owner).toBe(first.owner)
    const plans = await again.store.db.selectFrom('plans').selectAll().where('athlete', '=', again.owner).execute()
    expect(plans).toEqual([
      { athlete: first.owner, id: 'p', name: 'Mine', text: 'week 1', version: 1, made: 1, changed: 2 },
    ])
  })

  test('a folder that is open is not opened again, and is once it is closed', async () => {
    const first = await bench.open()
    const second = await openLogbook(await bench.options())
    expect(second).toMatchObject({ ok: false, fault: { code: 'in-use' } })
    await first.close()
    const third = await bench.open()
    expect(third.owner).toBe(first.owner)
  })

  test('a store that a later program wrote is refused and left as it is', async () => {
    const later: Migration = { name: 'later', up: async () => {} }
    const future = await bench.open({ migrations: [...MIGRATIONS, later] })
    await future.close()
    const now = await openLogbook(await bench.options())
    expect(now).toMatchObject({ ok: false, fault: { code: 'newer' } })
    const again = await bench.open({ migrations: [...MIGRATIONS, later] })
    expect(again.owner).toBe(future.owner)
  })

  test('a copy is taken before a migration over something kept', async () => {
    const first = await bench.open()
    await first.close()
    const adding: Migration = {
      name: 'a column more',
      up: async (tx) => void (await sql`alter table plans add column colour text`.execute(tx)),
    }
    const next = await bench.open({ migrations: [...MIGRATIONS, adding] })
    expect(next.owner).toBe(first.owner)
    if (bench.kind === 'sqlite') expect(readdirSync(join(next.folder, 'backups'))).toEqual(['before-2.db'])
    else {
      const kept = await sql<{ athlete: string }>`select athlete from bell_lap_before_2.athletes`.execute(next.store.db)
      expect(kept.rows).toEqual([{ athlete: first.owner }])
    }
  })

  test('a migration that fails leaves the store at the step before it', async () => {
    const first = await bench.open()
    await first.close()
    const broken: Migration = {
      name: 'broken in the middle',
      up: async (tx) => {
        await sql`alter table plans add column half text`.execute(tx)
        throw new Error('broken')
      },
    }
    await expect(openLogbook(await bench.options({ migrations: [...MIGRATIONS, broken] }))).rejects.toThrow('broken')
    const again = await bench.open()
    expect(again.owner).toBe(first.owner)
    const plans = (await again.store.db.introspection.getTables()).find(({ name }) => name === 'plans')
    expect(plans?.columns.map(({ name }) => name)).not.toContain('half')
  })

  test('a returned failure takes the whole transaction back, and so does what is thrown', async () => {
    const { store, owner } = await bench.open()
    const row = { athlete: owner, id: 'p', name: 'n', text: '', version: 1, made: 1, changed: 1 }
    const failed = await store.transact(async (tx) => {
      await tx.insertInto('plans').values(row).execute()
      return fail('no')
    })
    expect(failed).toEqual({ ok: false, fault: 'no' })
    const thrown = store.transact(async (tx) => {
      await tx.insertInto('plans').values(row).execute()
      throw new Error('a bug')
    })
    await expect(thrown).rejects.toThrow('a bug')
    expect(await store.db.selectFrom('plans').selectAll().where('athlete', '=', owner).execute()).toEqual([])
    expect(await store.transact(() => Promise.resolve(ok(1)))).toEqual({ ok: true, value: 1 })
  })

  test('the same row twice is told apart from any other failure', async () => {
    const { store, owner } = await bench.open()
    const row = { athlete: owner, id: 'p', name: 'n', text: '', version: 1, made: 1, changed: 1 }
    await store.db.insertInto('plans').values(row).execute()
    const again = await store.db
      .insertInto('plans')
      .values(row)
      .execute()
      .catch((error: unknown) => error)
    expect(isAlreadyThere(again)).toBe(true)
    const nobody = await store.db
      .insertInto('feeds')
      .values({ athlete: owner, token_hash: 'x', made: 1, read: null })
      .execute()
      .then(() => sql`select nothing from nowhere`.execute(store.db))
      .catch((error: unknown) => error)
    expect(isAlreadyThere(nobody)).toBe(false)
  })

  test('numbers, bytes and text come back as they went in', async () => {
    const { store, owner } = await bench.open()
    const at = 1_795_307_896_101
    const hash = 'a'.repeat(64)
    await store.db.insertInto('files').values({ athlete: owner, hash, name: 'run.fit', bytes: 3, kept: at }).execute()
    const activity = {
      athlete: owner,
      id: 'a',
      day: '2027-02-16',
      start_ms: at,
      listed_ms: at,
      sport: 'running',
      title: 'Zoë’s run 🏃',
      distance_m: 10_000.25,
      elapsed_s: 0.1,
      timer_s: 2400,
      moving_s: 2399.5,
      device: null,
      file: hash,
      part: 0,
      summary: '{"é":"\\u0000"}',
      measures: '{}',
      recognised: null,
      added: at,
    }
    await store.db.insertInto('activities').values(activity).execute()
    const columns = new Uint8Array([0, 255, 128, 7])
    await store.db
      .insertInto('streams')
      .values({ athlete: owner, activity: 'a', coding: 'x', samples: 4, columns })
      .execute()
    expect(await store.db.selectFrom('activities').selectAll().executeTakeFirst()).toEqual(activity)
    const stream = await store.db.selectFrom('streams').selectAll().executeTakeFirstOrThrow()
    expect([...stream.columns]).toEqual([...columns])
    const count = await store.db
      .selectFrom('activities')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirst()
    expect(count).toEqual({ n: 1 })
  })

  test('names sort by their bytes, whatever the language of the machine', async () => {
    const { store, owner } = await bench.open()
    for (const id of ['b', 'B', 'a', 'ä', 'Z', '_'])
      await store.db
        .insertInto('plans')
        .values({ athlete: owner, id, name: id, text: '', version: 1, made: 1, changed: 1 })
        .execute()
    const sorted = await store.db.selectFrom('plans').select('id').where('athlete', '=', owner).orderBy('id').execute()
    expect(sorted.map(({ id }) => id)).toEqual(['B', 'Z', '_', 'a', 'b', 'ä'])
  })

  test('with the athlete goes everything of the athlete', async () => {
    const { store, owner } = await bench.open()
    await store.db.insertInto('feeds').values({ athlete: owner, token_hash: 'x', made: 1, read: null }).execute()
    await store.db.deleteFrom('athletes').where('athlete', '=', owner).execute()
    for (const table of ATHLETE_TABLES) expect(await store.db.selectFrom(table).select('athlete').execute()).toEqual([])
  })

  test('every table of an athlete has its key begin with the athlete', async () => {
    const { store } = await bench.open()
    const tables = await store.db.introspection.getTables()
    const names = tables.map(({ name }) => name).filter((name) => name !== 'migrations' && !name.startsWith('sqlite_'))
    expect(names.toSorted()).toEqual(ATHLETE_TABLES.toSorted())
    for (const { name, columns } of tables) if (name !== 'migrations') expect(columns[0]?.name, name).toBe('athlete')
  })

  test('files are kept by their hash, taken away with their last row, and swept where none names them', async () => {
    const { store, owner, files, folder } = await bench.open()
    const hash = await files.keep(bytesOf('one'), async (kept) => {
      await store.db
        .insertInto('files')
        .values({ athlete: owner, name: 'one.fit', kept: 1, ...kept })
        .execute()
      return kept.hash
    })
    expect(new TextDecoder().decode(await files.read(hash))).toBe('one')
    const lost = await files.keep(bytesOf('two'), (kept) => Promise.resolve(kept.hash))
    expect(await files.has(lost)).toBe(false)
    mkdirSync(join(folder, 'files/cd'), { recursive: true })
    writeFileSync(join(folder, 'files/cd', 'cd'.repeat(32)), 'astray')
    mkdirSync(join(folder, 'files/halves'), { recursive: true })
    writeFileSync(join(folder, 'files/halves/half'), 'half')
    expect(await files.sweep()).toBe(1)
    expect(await files.has(hash)).toBe(true)
    expect(existsSync(join(folder, 'files/halves'))).toBe(false)
    await store.db.deleteFrom('files').where('athlete', '=', owner).where('hash', '=', hash).execute()
    await files.forget([hash])
    expect(await files.has(hash)).toBe(false)
  })

  test('a file that another has too stays when the first forgets it', async () => {
    const { store, owner, files } = await bench.open()
    const other = (await bench.open({}, 'other')).owner
    await store.db
      .insertInto('athletes')
      .values({ athlete: other, profile: '{"marks":[]}', display: '{}', version: 0, demo: 0, made: 2 })
      .execute()
    const keepFor = (athlete: typeof owner) =>
      files.keep(bytesOf('shared'), async (kept) => {
        await store.db
          .insertInto('files')
          .values({ athlete, name: 'x', kept: 1, ...kept })
          .execute()
        return kept.hash
      })
    const hash = await keepFor(owner)
    expect(await keepFor(other)).toBe(hash)
    await store.db.deleteFrom('files').where('athlete', '=', owner).execute()
    await files.forget([hash])
    expect(await files.has(hash)).toBe(true)
  })
})

test('a file that is no store is refused by name and stays as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-logbook-'))
  const text = 'no database '.repeat(1000)
  writeFileSync(join(folder, 'logbook.db'), text)
  const opened = await openLogbook({ folder, now: () => 0, planFolder: folder })
  expect(opened).toMatchObject({ ok: false, fault: { code: 'damaged' } })
  expect(readFileSync(join(folder, 'logbook.db'), 'utf8')).toBe(text)
  rmSync(folder, { recursive: true })
})

test('a database that does not answer is told without its address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-logbook-'))
  const databaseUrl = 'postgres://runner:secret@127.0.0.1:9/nowhere'
  const opened = await openLogbook({ folder, databaseUrl, now: () => 0, planFolder: folder })
  expect(opened).toMatchObject({ ok: false, fault: { code: 'unreachable' } })
  expect(JSON.stringify(opened)).not.toContain('secret')
  rmSync(folder, { recursive: true })
})
