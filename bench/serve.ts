// The served app: how soon its first page is there, what it answers under load, and that one athlete's day does not wait
// for the number of others in the table.
//   node bench/serve.ts [start] [postgres] [sqlite] [crowd] [--seconds 60]
// Needs a built web app (`npm run build`), and a PostgreSQL as the tests find it.
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { openLogbook, seeToday, type AthleteId, type Logbook } from '@bell-lap/logbook'
import { startPostgres } from '../tests/postgres/server.ts'
import { crowd, fillLogbook, nameOf } from './serving/fill.ts'
import { openLoop, percentile, type Measured, type Question } from './serving/load.ts'

const root = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const secondsAt = given.indexOf('--seconds')
const SECONDS = secondsAt < 0 ? 60 : Number(given[secondsAt + 1])
const RATE = 100
const PARTS = ['start', 'sqlite', 'postgres', 'crowd'] as const
const wanted = PARTS.filter((part) => !PARTS.some((name) => given.includes(name)) || given.includes(part))

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'bell-lap-bench-'))
const planFolder = join(root, 'plans')

const openIn = async (name: string, databaseUrl?: string): Promise<Logbook> => {
  const opened = await openLogbook({
    folder: join(folder, name),
    planFolder,
    now: () => Date.now(),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  })
  if (!opened.ok) throw new Error(opened.fault.message)
  return opened.value
}

// ---- npm start to the first page

const firstPage = async (run: number): Promise<number> => {
  const begun = performance.now()
  const args = [join(root, 'scripts', 'start.js'), '--data', join(folder, `start-${run}`)]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DISPLAY: '' },
  })
  try {
    const address = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const [, found] = /at (http:\S+)/.exec(chunk.toString()) ?? []
        if (found !== undefined) resolve(found)
      })
    })
    const page = await (await fetch(address)).text()
    const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    await Promise.all(
      [...scripts, '/api/state'].map((path) => fetch(new URL(path, address)).then((reply) => reply.text())),
    )
    return performance.now() - begun
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.on('close', resolve))
  }
}

const benchStart = async (): Promise<void> => {
  const times: number[] = []
  for (let run = 0; run < 6; run++) times.push(await firstPage(run))
  say(
    `npm start (what it runs, warm) to page, its files and first answer: ${percentile(times.slice(1), 0.5).toFixed(0)} ms median of 5`,
  )
}

// ---- load

const SHARES: readonly (readonly [share: number, make: (who: Asker) => Question])[] = [
  [30, (who) => get('today', '/api/today', who)],
  [15, (who) => get('calendar', '/api/calendar', who)],
  [15, (who) => get('session', `/api/sessions/${who.session}`, who)],
  [10, (who) => get('activities', '/api/activities?limit=50', who)],
  [10, (who) => get('activity', `/api/activities/${who.activity}`, who)],
  [5, (who) => get('progress', '/api/progress?weeks=26', who)],
  [3, (who) => get('library', '/api/library', who)],
  [2, (who) => get('moves', `/api/sessions/${who.open}/moves`, who)],
  [10, (who) => change(who)],
]

interface Asker {
  readonly athlete: AthleteId
  readonly session: string
  /** A session that can still be moved. */
  readonly open: string
  readonly activity: string
  readonly settings: { version: number }
}

const get = (name: string, path: string, { athlete }: Asker): Question => ({
  name,
  method: 'GET',
  path,
  headers: { 'x-athlete': athlete },
})
/** Changes how the screens look, resting on the version that the last answer told. */
const change = (who: Asker): Question => ({
  name: 'settings',
  method: 'PUT',
  path: '/api/settings',
  headers: {
    'x-athlete': who.athlete,
    'content-type': 'application/json',
    origin: 'http://127.0.0.1',
    host: '127.0.0.1',
  },
  body: JSON.stringify({
    version: who.settings.version,
    display: { unit: 'km', theme: 'dark', shortcuts: true, locale: null },
  }),
  hear: (body) => {
    const [, version] = /"version":(\d+)/.exec(body) ?? []
    if (version !== undefined) who.settings.version = Number(version)
  },
})

interface Served {
  readonly child: ChildProcess
  readonly port: number
  /** Bytes of memory, and seconds of the processor until now. */
  readonly taken: () => Promise<{ readonly rss: number; readonly cpu: number }>
}

const Told = z.union([z.object({ port: z.number() }), z.object({ rss: z.number(), cpu: z.number() })])

const told = (child: ChildProcess): Promise<z.infer<typeof Told>> =>
  new Promise((resolve) => child.once('message', (message) => resolve(Told.parse(message))))

const startServer = async (name: string, databaseUrl?: string): Promise<Served> => {
  const args = [join(folder, name), ...(databaseUrl === undefined ? [] : [databaseUrl])]
  const child = fork(new URL('./serving/server.ts', import.meta.url), args, { execArgv: [] })
  const begun = await told(child)
  return {
    child,
    port: 'port' in begun ? begun.port : 0,
    taken: async () => {
      const answer = told(child)
      child.send('taken')
      const taken = await answer
      return 'rss' in taken ? taken : { rss: 0, cpu: 0 }
    },
  }
}

/** Numbers that repeat from run to run. */
const drawn = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const askerOf = async (port: number, athlete: AthleteId): Promise<Asker> => {
  const answer = async (path: string): Promise<string> =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'x-athlete': athlete } })).text()
  const calendar = await answer('/api/calendar')
  const ids = [...calendar.matchAll(/"id":"([^"]+)","day"/g)].map(([, id]) => id ?? '')
  const activities = await answer('/api/activities?limit=20')
  const [, activity = ''] = /"id":"([^"]+)"/.exec(activities) ?? []
  return {
    athlete,
    session: ids[Math.floor(ids.length / 3)] ?? '',
    open: ids.at(-2) ?? '',
    activity,
    settings: { version: 1 },
  }
}

const table = (measured: readonly Measured[]): void => {
  const names = [...new Set(measured.map(({ name }) => name)), 'all']
  for (const name of names) {
    const times = measured.filter((each) => name === 'all' || each.name === name).map(({ ms }) => ms)
    const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)]
    say(
      `  ${name.padEnd(12)} ${String(times.length).padStart(6)} asked   p50 ${p50.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(8)} ms`,
    )
  }
  const wrong = measured.filter(({ status }) => status !== 200)
  say(
    `  not 200: ${wrong.length}${wrong.length > 0 ? ` (${[...new Set(wrong.map(({ name, status }) => `${name} ${status}`))].join(', ')})` : ''}`,
  )
}

const benchLoad = async (name: string, athletes: readonly AthleteId[], databaseUrl?: string): Promise<void> => {
  const { child, port, taken } = await startServer(name, databaseUrl)
  const draw = drawn(20_261_121)
  const askers: Asker[] = []
  for (const athlete of athletes) askers.push(await askerOf(port, athlete))
  const next = (): Question => {
    const who = askers[draw(askers.length)]
    let left = draw(100)
    const made = SHARES.find(([share]) => (left -= share) < 0)?.[1]
    if (!who || !made) throw new Error('There is nobody to ask as, or nothing to ask.')
    return made(who)
  }
  await openLoop(port, { rate: RATE, seconds: Math.min(5, SECONDS) }, next)
  const before = await taken()
  const measured = await openLoop(port, { rate: RATE, seconds: SECONDS }, next)
  const after = await taken()
  say(`  ${RATE} requests a second for ${SECONDS} s, open loop, 90 of 100 reading:`)
  table(measured)
  const each = (1_000 * (after.cpu - before.cpu)) / measured.length
  say(`  the server took ${each.toFixed(1)} ms of the processor a request, and ${(after.rss / 2 ** 20).toFixed(0)} MB`)
  child.send('stop')
  await new Promise((resolve) => child.on('close', resolve))
}

const filled = async (
  name: string,
  filling: Parameters<typeof fillLogbook>[1],
  databaseUrl?: string,
): Promise<void> => {
  const logbook = await openIn(name, databaseUrl)
  const begun = performance.now()
  await fillLogbook(logbook, filling)
  await logbook.close()
  say(`  filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}

const benchSqlite = async (): Promise<void> => {
  say('SQLite: one athlete with 3,000 activities, all with samples')
  await filled('sqlite', { athletes: 1, activities: 3_000, streamsEach: 1 })
  await benchLoad('sqlite', [nameOf(1)])
}

const ATHLETES = 500
const YEARS = 3
const A_WEEK = 5

const benchPostgres = async (databaseUrl: string): Promise<void> => {
  const activities = YEARS * 52 * A_WEEK
  say(`PostgreSQL: ${ATHLETES} athletes, ${YEARS} years, ${activities} activities each, samples of one athlete in 20`)
  await filled('postgres', { athletes: ATHLETES, activities, streamsEach: 20 }, databaseUrl)
  await benchLoad(
    'postgres',
    Array.from({ length: ATHLETES }, (_, index) => nameOf(index + 1)),
    databaseUrl,
  )
}

// ---- one athlete's day among others

const CROWDS = [100, 10_000, 100_000] as const

const benchCrowd = async (databaseUrl?: string): Promise<void> => {
  say(`Today among others, ${databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'}:`)
  const logbook = await openIn(databaseUrl === undefined ? 'crowd' : 'crowd-postgres', databaseUrl)
  await fillLogbook(logbook, { athletes: 20, activities: 40, streamsEach: 1_000 })
  let there = 20
  for (const size of CROWDS) {
    await crowd(logbook, there + 1, size)
    there = size
    const times: number[] = []
    let taken = process.cpuUsage()
    for (let round = 0; round < 220; round++) {
      if (round === 20) taken = process.cpuUsage()
      const begun = performance.now()
      const seen = await seeToday(logbook, nameOf(1 + (round % 20)), {})
      if (!seen.ok) throw new Error(seen.fault.message)
      if (round >= 20) times.push(performance.now() - begun)
    }
    const { user, system } = process.cpuUsage(taken)
    say(
      `  ${String(size).padStart(7)} athletes   p50 ${percentile(times, 0.5).toFixed(2)} ms   p99 ${percentile(times, 0.99).toFixed(2)} ms   processor ${((user + system) / 200_000).toFixed(2)} ms`,
    )
  }
  await logbook.close()
}

const runAll = async (): Promise<void> => {
  if (wanted.includes('start')) await benchStart()
  if (wanted.includes('sqlite')) await benchSqlite()
  if (wanted.includes('crowd')) await benchCrowd()
  if (!wanted.includes('postgres') && !wanted.includes('crowd')) return
  const postgres = await startPostgres()
  try {
    if (wanted.includes('postgres')) await benchPostgres(await postgres.makeDatabase('bench'))
    if (wanted.includes('crowd')) await benchCrowd(await postgres.makeDatabase('crowd'))
  } finally {
    await postgres.stop()
  }
}

try {
  await runAll()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
