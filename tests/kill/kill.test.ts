import { afterAll, expect, test } from 'vitest'
import { startPostgres, type TestServer } from '../postgres/server.ts'
import { killLife, killMigration, killRestore, type Figures, type Ground } from './rounds.ts'

const LONG = process.env['BELL_LAP_LONG'] === '1'
const SEED = Number(process.env['BELL_LAP_SEED'] ?? '20261122')

/** Kills of each kind of work: 300 on SQLite and 50 on PostgreSQL where there is time, a share of them on every change. */
const COUNTS = LONG
  ? { sqlite: { life: 200, restore: 50, migration: 50 }, postgres: { life: 30, restore: 10, migration: 10 } }
  : { sqlite: { life: 6, restore: 3, migration: 3 }, postgres: { life: 2, restore: 1, migration: 1 } }

const start = async (): Promise<{ readonly server?: TestServer; readonly why: string }> => {
  try {
    return { server: await startPostgres(), why: '' }
  } catch (error) {
    return { why: String(error) }
  }
}
const { server, why } = await start()
afterAll(() => server?.stop())

const KINDS = [
  ['imports, changes and plans', 'life', killLife],
  ['deleting and restoring everything', 'restore', killRestore],
  ['a migration', 'migration', killMigration],
] as const

const hold = (figures: Figures, count: number): void => {
  expect(figures.kills).toBe(count)
  expect(figures.slowest).toBeLessThan(5000)
  console.log(
    `${figures.kills} kills, ${figures.kept} deeds told as done and found, slowest opening ${figures.slowest} ms`,
  )
}

const DAY = 24 * 3600_000

for (const [name, kind, kill] of KINDS) {
  const ground: Ground = { seed: SEED }
  test(`${name} on SQLite, killed ${COUNTS.sqlite[kind]} times`, { timeout: DAY }, async () => {
    hold(await kill(COUNTS.sqlite[kind], ground), COUNTS.sqlite[kind])
  })
  const on = `${name} on PostgreSQL, killed ${COUNTS.postgres[kind]} times`
  if (server)
    test(on, { timeout: DAY }, async () => {
      hold(await kill(COUNTS.postgres[kind], { ...ground, server }), COUNTS.postgres[kind])
    })
  else if (process.env['CI'])
    test(`${on}: no server could be started`, () => {
      throw new Error(why)
    })
  else test.skip(`${on}: no server could be started`, () => {})
}
