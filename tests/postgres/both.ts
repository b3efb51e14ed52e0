import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, test } from 'vitest'
import type { Logbook } from '../../packages/logbook/src/logbook.ts'
import { openLogbook, type OpenOptions } from '../../packages/logbook/src/open.ts'
import { startPostgres, type TestServer } from './server.ts'

/** The shipped plans. */
export const PLAN_FOLDER = join(import.meta.dirname, '../../plans')

/** A place for the logbooks of one test, on one of the databases. */
export interface Bench {
  readonly kind: 'sqlite' | 'postgres'
  /** Options that open the same logbook each time within one test; another one for another name. */
  options(more?: Partial<OpenOptions>, name?: string): Promise<OpenOptions>
  /** Opens it; what the test left open is closed after it. */
  open(more?: Partial<OpenOptions>, name?: string): Promise<Logbook>
}

/** A clock that stands still unless it is told to go on. */
export const clockAt = (iso: string) => {
  let ms = Date.parse(iso)
  return {
    now: () => ms,
    set: (later: string) => {
      ms = Date.parse(later)
    },
  }
}

/** The same tests on SQLite and on a real PostgreSQL. Where none can be started they fail in CI, and say so elsewhere. */
export const onBoth = (name: string, tests: (bench: Bench) => void): void => {
  describe(`${name} on SQLite`, () => tests(benchOf('sqlite')))
  const { server, why } = started
  if (server) describe(`${name} on PostgreSQL`, () => tests(benchOf('postgres', server)))
  else if (process.env['CI'])
    test(`${name} on PostgreSQL: no server could be started`, () => {
      throw new Error(why)
    })
  else test.skip(`${name} on PostgreSQL: no server could be started`, () => {})
}

const start = async (): Promise<{ readonly server?: TestServer; readonly why: string }> => {
  try {
    return { server: await startPostgres(), why: '' }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

/** One server for all tests of a file. */
const started = await start()
afterAll(() => started.server?.stop(), 120_000)

const benchOf = (kind: Bench['kind'], server?: TestServer): Bench => {
  let folders = new Map<string, Promise<Pick<OpenOptions, 'folder' | 'databaseUrl'>>>()
  let open: Logbook[] = []
  const place = async (name: string): Promise<Pick<OpenOptions, 'folder' | 'databaseUrl'>> => {
    const folder = mkdtempSync(join(tmpdir(), 'bell-lap-logbook-'))
    return server ? { folder, databaseUrl: await server.makeDatabase(name) } : { folder }
  }
  const options = async (more: Partial<OpenOptions> = {}, name = 'own'): Promise<OpenOptions> => {
    const known = folders.get(name) ?? place(name)
    folders.set(name, known)
    return { ...(await known), now: clockAt('2026-11-23T06:00:00Z').now, planFolder: PLAN_FOLDER, ...more }
  }
  afterEach(async () => {
    for (const logbook of open) await logbook.close()
    for (const made of folders.values()) rmSync((await made).folder, { recursive: true, force: true })
    folders = new Map()
    open = []
  })
  return {
    kind,
    options,
    open: async (more, name) => {
      const opened = await openLogbook(await options(more, name))
      if (!opened.ok) throw new Error(opened.fault.message)
      open.push(opened.value)
      return opened.value
    },
  }
}
