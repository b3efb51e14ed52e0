import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { fail, ok, type Result } from '@bell-lap/core'
import { makeDemo, openLogbook, resumeImports, type Logbook } from '@bell-lap/logbook'
import { openBrowser } from './browser.ts'
import { isReady, logbookDoors, logbookFeed } from './logbook-doors.ts'
import { openLog } from './logs.ts'
import { findPlaces, type Places } from './places.ts'
import { traceOf } from './mishap.ts'
import { nextFreePort } from './port.ts'
import { makeServer, type ServerParts } from './server.ts'
import { isLoopback, readSettings, settingsText, type ServeFlags, type Settings } from './settings.ts'
import { untilStopped } from './stop.ts'
import { bundleOf } from './web-bundle.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const refuse = (message: string): number => {
  process.stderr.write(`${message}\n`)
  return 2
}

const NEEDS_ACCOUNTS = `Bell Lap has no accounts yet: whoever reaches it may read and change everything. So it listens on this
machine alone and does not start on another address. Leave --host and BELL_LAP_HOST out, or say localhost; to reach
it from elsewhere, use a tunnel that asks for a password, such as ssh -L 4170:localhost:4170.`

/** What the server of a logbook is made of; `athleteOf` may be another for a benchmark, never for users. */
export const partsOf = (
  logbook: Logbook,
  rest: Pick<ServerParts, 'log' | 'version'> & Partial<ServerParts>,
): ServerParts => ({
  doors: logbookDoors(logbook),
  feed: logbookFeed(logbook),
  athleteOf: () => logbook.owner,
  isReady: () => isReady(logbook),
  uploadFolder: join(logbook.folder, 'uploads'),
  ...rest,
})

/** Where people open it: a name for the usual host, brackets for IPv6. */
const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}/`

const portOf = (app: FastifyInstance): number => {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const listen = async (app: FastifyInstance, { host, port }: Settings): Promise<Result<string, string>> => {
  try {
    await app.listen({
      host: host.value.replace(/^\[|\]$/g, ''),
      port: port.value,
      listenTextResolver: () => 'listening',
    })
    return ok(addressOf(host.value, portOf(app)))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') {
      const free = await nextFreePort(port.value, host.value)
      const other =
        free === undefined ? 'Choose another one with --port.' : `Free is ${free}: bell-lap serve --port ${free}`
      return fail(`Port ${port.value} is taken by another program, perhaps by a Bell Lap that runs already. ${other}`)
    }
    if (code === 'EACCES')
      return fail(`Port ${port.value} may not be used by this user: choose one above 1023 with --port.`)
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return fail(`This machine has no address ${host.value}.`)
    throw error
  }
}

const openFor = async (settings: Settings, places: Places, folder: string): Promise<Result<Logbook, string>> => {
  const opened = await openLogbook({
    folder,
    planFolder: places.plans,
    now: () => Date.now(),
    ...(settings.database.value === null ? {} : { databaseUrl: settings.database.value }),
    ...(places.reader ? { readerUrl: places.reader } : {}),
  })
  return opened.ok ? opened : fail(`${opened.fault.message} ${opened.fault.change}`)
}

/** Serves until it is told to stop; returns the exit code. */
const run = async (logbook: Logbook, settings: Settings, places: Places, log: Logger): Promise<number> => {
  const stopped = untilStopped(log)
  if (settings.demo.value) {
    process.stderr.write('Making the season of a made-up athlete ...\n')
    const made = await makeDemo(logbook, logbook.owner)
    if (!made.ok) return refuse(made.fault.message)
  }
  const webFolder = bundleOf(places)
  if (!webFolder.ok) return refuse(webFolder.fault)
  const app = await makeServer(
    partsOf(logbook, { log, version: places.version, webFolder: webFolder.value, hosts: [settings.host.value] }),
  )
  try {
    const address = await listen(app, settings)
    if (!address.ok) return refuse(address.fault)
    say(`Bell Lap is at ${address.value} (Ctrl+C stops it)`)
    if (settings.open.value) openBrowser(address.value)
    resumeImports(logbook).catch((error: unknown) => log.error(traceOf(error), 'imports do not go on'))
    await stopped
    return 0
  } finally {
    await close(app)
  }
}

/** Milliseconds that answers under way have to finish. */
const LAST_ANSWERS = 4_000

/** Whoever does not let go of a line by then does not keep the store from being closed in good order. */
const close = async (app: FastifyInstance): Promise<void> => {
  const [cut, late] = [new AbortController(), new AbortController()]
  wait(LAST_ANSWERS, undefined, cut).then(
    () => app.server.closeAllConnections(),
    () => undefined,
  )
  await Promise.race([app.close(), wait(2 * LAST_ANSWERS, undefined, late)])
  cut.abort()
  late.abort()
}

/** The command `bell-lap serve`: exit code 0 when it was stopped, 2 when it could not begin. */
export const serve = async (flags: ServeFlags): Promise<number> => {
  const read = readSettings(flags, process.env, { platform: process.platform, home: homedir() })
  if (!read.ok) return refuse(read.fault)
  const settings = read.value
  if (flags.printConfig) {
    say(settingsText(settings))
    return 0
  }
  if (!isLoopback(settings.host.value)) return refuse(NEEDS_ACCOUNTS)
  // Health data: whatever is made from here on is its owner's alone to read.
  process.umask(0o077)
  const places = findPlaces()
  const kept = settings.data.value
  const folder = kept === null ? await mkdtemp(join(tmpdir(), 'bell-lap-demo-')) : resolve(kept)
  try {
    const logbook = await openFor(settings, places, folder)
    if (!logbook.ok) return refuse(logbook.fault)
    try {
      return await run(logbook.value, settings, places, openLog(settings.logLevel.value))
    } finally {
      await logbook.value.close()
    }
  } finally {
    if (kept === null) await rm(folder, { recursive: true, force: true })
    // What still holds a line open ends with the process.
    setTimeout(() => process.exit(), 500).unref()
  }
}
