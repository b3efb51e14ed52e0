import { isIP } from 'node:net'
import { posix, win32 } from 'node:path'
import { fail, ok, type Result } from '@bell-lap/core'
import { LOG_LEVELS, type LogLevel } from './logs.ts'

/** What is typed behind `bell-lap serve`, as it was typed. */
export interface ServeFlags {
  readonly port?: string
  readonly host?: string
  readonly data?: string
  readonly demo?: boolean
  readonly open?: boolean
  readonly printConfig?: boolean
}

export type Environment = { readonly [name: string]: string | undefined }

/** The machine, as far as usual places depend on it. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly home: string
}

/** A value and where it comes from: a flag beats the environment, and that beats what is usual. */
export interface Setting<Value> {
  readonly value: Value
  readonly from: string
}

export interface Settings {
  readonly port: Setting<number>
  readonly host: Setting<string>
  /** Null with `--demo`: a folder that is thrown away in the end. */
  readonly data: Setting<string | null>
  /** Null: SQLite in the data folder. */
  readonly database: Setting<string | null>
  readonly logLevel: Setting<LogLevel>
  readonly demo: Setting<boolean>
  readonly open: Setting<boolean>
}

const USUAL_PORT = 4170
const USUAL_HOST = 'localhost'
const USUAL_LEVEL: LogLevel = 'info'
const DEFAULT = 'default'

const flagged = (name: string, value: string | undefined): Setting<string> | undefined =>
  value === undefined ? undefined : { value, from: `flag --${name}` }

const named = (environment: Environment, name: string): Setting<string> | undefined => {
  const value = environment[name]
  return value === undefined || value === '' ? undefined : { value, from: `environment ${name}` }
}

/** Where programs of this platform keep what is their users': the folder that the data lies in without being told. */
export const usualFolder = ({ platform, home }: Machine, environment: Environment): Setting<string> => {
  if (platform === 'win32') {
    const roaming = named(environment, 'APPDATA')
    return { value: win32.join(roaming?.value ?? win32.join(home, 'AppData', 'Roaming'), 'bell-lap'), from: DEFAULT }
  }
  if (platform === 'darwin') {
    return { value: posix.join(home, 'Library', 'Application Support', 'bell-lap'), from: DEFAULT }
  }
  const xdg = named(environment, 'XDG_DATA_HOME')
  // The specification of these folders has relative ones ignored.
  const base = xdg && posix.isAbsolute(xdg.value) ? xdg.value : posix.join(home, '.local', 'share')
  return { value: posix.join(base, 'bell-lap'), from: DEFAULT }
}

const portOf = ({ value, from }: Setting<string>): Result<Setting<number>, string> => {
  const port = Number(value)
  return /^\d{1,5}$/.test(value) && port <= 65_535
    ? ok({ value: port, from })
    : fail(`${value} is no port (${from}): say a number from 1 to 65535, or 0 for any that is free.`)
}

const isLevel = (text: string): text is LogLevel => LOG_LEVELS.some((level) => level === text)

const levelOf = ({ value, from }: Setting<string>): Result<Setting<LogLevel>, string> =>
  isLevel(value) ? ok({ value, from }) : fail(`${value} is no log level (${from}): say ${LOG_LEVELS.join(', ')}.`)

const databaseOf = (setting: Setting<string>): Result<Setting<string>, string> =>
  /^postgres(ql)?:\/\//.test(setting.value) && URL.canParse(setting.value)
    ? ok(setting)
    : fail(`${setting.from} is no address of PostgreSQL: say postgres://user:password@host:5432/name.`)

/** Every setting with where it comes from, or one sentence about the first that cannot be. */
export const readSettings = (
  flags: ServeFlags,
  environment: Environment,
  machine: Machine,
): Result<Settings, string> => {
  const port = portOf(
    flagged('port', flags.port) ?? named(environment, 'BELL_LAP_PORT') ?? { value: String(USUAL_PORT), from: DEFAULT },
  )
  if (!port.ok) return port
  const level = levelOf(named(environment, 'LOG_LEVEL') ?? { value: USUAL_LEVEL, from: DEFAULT })
  if (!level.ok) return level
  const address = flags.demo ? undefined : named(environment, 'DATABASE_URL')
  const database = address ? databaseOf(address) : ok({ value: null, from: DEFAULT })
  if (!database.ok) return database
  if (flags.demo && flags.data !== undefined) return fail('--demo has a folder of its own: leave --data out.')
  const data = flags.demo
    ? { value: null, from: 'flag --demo' }
    : (flagged('data', flags.data) ?? named(environment, 'BELL_LAP_DATA') ?? usualFolder(machine, environment))
  const switched = (name: string, on: boolean | undefined): Setting<boolean> =>
    on ? { value: true, from: `flag --${name}` } : { value: false, from: DEFAULT }
  return ok({
    port: port.value,
    host: flagged('host', flags.host) ?? named(environment, 'BELL_LAP_HOST') ?? { value: USUAL_HOST, from: DEFAULT },
    data,
    database: database.value,
    logLevel: level.value,
    demo: switched('demo', flags.demo),
    open: switched('open', flags.open),
  })
}

/** An address that can be shown: without the password in it. */
export const masked = (address: string): string => {
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  for (const name of Array.from(url.searchParams.keys()))
    if (/pass|key|secret|token/i.test(name)) url.searchParams.set(name, '***')
  return url.href
}

/** Each setting on a line: name, value, where it comes from. */
export const settingsText = (settings: Settings): string => {
  const shown: readonly (readonly [string, string, string])[] = [
    ['port', String(settings.port.value), settings.port.from],
    ['host', settings.host.value, settings.host.from],
    ['data', settings.data.value ?? 'a temporary folder', settings.data.from],
    [
      'database',
      settings.database.value === null ? 'SQLite in the data folder' : masked(settings.database.value),
      settings.database.from,
    ],
    ['log level', settings.logLevel.value, settings.logLevel.from],
    ['demo', settings.demo.value ? 'yes' : 'no', settings.demo.from],
    ['open', settings.open.value ? 'yes' : 'no', settings.open.from],
  ]
  const wide = (column: 0 | 1): number => Math.max(...shown.map((row) => row[column].length))
  const [first, second] = [wide(0), wide(1)]
  return shown.map(([name, value, from]) => `${name.padEnd(first)}  ${value.padEnd(second)}  ${from}`).join('\n')
}

/** Whether only this machine can reach what listens there. */
export const isLoopback = (host: string): boolean => {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (name === 'localhost' || name === '::1') return true
  return isIP(name) === 4 && name.startsWith('127.')
}
