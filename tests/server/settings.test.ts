import { describe, expect, test } from 'vitest'
import {
  isLoopback,
  masked,
  readSettings,
  settingsText,
  usualFolder,
  type Environment,
  type ServeFlags,
  type Settings,
} from '../../apps/server/src/settings.ts'

const LINUX = { platform: 'linux', home: '/home/ada' } as const

const read = (flags: ServeFlags = {}, environment: Environment = {}): Settings => {
  const settings = readSettings(flags, environment, LINUX)
  if (!settings.ok) throw new Error(settings.fault)
  return settings.value
}
const refused = (flags: ServeFlags, environment: Environment = {}): string => {
  const settings = readSettings(flags, environment, LINUX)
  return settings.ok ? 'not refused' : settings.fault
}

describe('a setting', () => {
  test('is what is usual where nothing is said', () => {
    expect(read()).toEqual({
      port: { value: 4170, from: 'default' },
      host: { value: 'localhost', from: 'default' },
      data: { value: '/home/ada/.local/share/bell-lap', from: 'default' },
      database: { value: null, from: 'default' },
      logLevel: { value: 'info', from: 'default' },
      demo: { value: false, from: 'default' },
      open: { value: false, from: 'default' },
    })
  })

  const ENVIRONMENT = {
    BELL_LAP_PORT: '5000',
    BELL_LAP_HOST: '127.0.0.1',
    BELL_LAP_DATA: '/data',
    DATABASE_URL: 'postgres://lap:bell@localhost/lap',
    LOG_LEVEL: 'debug',
  }
  test('comes from the environment before that', () => {
    const { port, host, data, database, logLevel } = read({}, ENVIRONMENT)
    expect({ port, host, data, database, logLevel }).toEqual({
      port: { value: 5000, from: 'environment BELL_LAP_PORT' },
      host: { value: '127.0.0.1', from: 'environment BELL_LAP_HOST' },
      data: { value: '/data', from: 'environment BELL_LAP_DATA' },
      database: { value: 'postgres://lap:bell@localhost/lap', from: 'environment DATABASE_URL' },
      logLevel: { value: 'debug', from: 'environment LOG_LEVEL' },
    })
  })
  test('comes from a flag before all', () => {
    const { port, host, data } = read({ port: '0', host: '::1', data: 'here' }, ENVIRONMENT)
    expect({ port, host, data }).toEqual({
      port: { value: 0, from: 'flag --port' },
      host: { value: '::1', from: 'flag --host' },
      data: { value: 'here', from: 'flag --data' },
    })
  })
  test('that is empty in the environment is none', () => {
    expect(read({}, { BELL_LAP_PORT: '', DATABASE_URL: '' })).toEqual(read())
  })
  test('of the demo keeps nothing, not even in a database', () => {
    const { data, database } = read({ demo: true }, ENVIRONMENT)
    expect(data).toEqual({ value: null, from: 'flag --demo' })
    expect(database.value).toBeNull()
  })

  test.each(['port', '-1', '65536', '4170.5', '0x10', ' 80', '', '1e3'])('%j is no port', (port) => {
    expect(refused({ port })).toMatch(/is no port \(flag --port\)/)
  })
  test('of another kind is refused with where it stands and what there is', () => {
    expect(refused({}, { LOG_LEVEL: 'loud' })).toBe(
      'loud is no log level (environment LOG_LEVEL): say fatal, error, warn, info, debug, silent.',
    )
    expect(refused({}, { DATABASE_URL: 'mysql://x:secret@y/z' })).toMatch(/DATABASE_URL is no address of PostgreSQL/)
    expect(refused({}, { DATABASE_URL: 'mysql://x:secret@y/z' })).not.toContain('secret')
    expect(refused({ demo: true, data: 'here' })).toContain('--data')
  })
})

describe('the usual folder', () => {
  test.each([
    ['linux', {}, '/home/ada/.local/share/bell-lap'],
    ['linux', { XDG_DATA_HOME: '/elsewhere' }, '/elsewhere/bell-lap'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/bell-lap'],
    ['darwin', {}, '/home/ada/Library/Application Support/bell-lap'],
    ['win32', { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' }, 'C:\\Users\\ada\\AppData\\Roaming\\bell-lap'],
  ] as const)('of %s with %j is %s', (platform, environment, folder) => {
    expect(usualFolder({ platform, home: '/home/ada' }, environment).value).toBe(folder)
  })
})

describe('printed settings', () => {
  test('say where each comes from and hide what is secret', () => {
    const text = settingsText(read({ port: '80' }, { DATABASE_URL: 'postgres://lap:CANARY@db/lap?sslpassword=CANARY' }))
    expect(text).toMatch(/^port +80 +flag --port$/m)
    expect(text).toMatch(/^database +postgres:\/\/lap:\*\*\*@db\/lap\?sslpassword=\*\*\* +environment DATABASE_URL$/m)
    expect(text).not.toContain('CANARY')
  })
  test('leave an address without a password as it is', () => {
    expect(masked('postgres://db/lap')).toBe('postgres://db/lap')
  })
})

describe('loopback', () => {
  test.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])('%s is', (host) =>
    expect(isLoopback(host)).toBe(true),
  )
  test.each(['0.0.0.0', '::', '192.168.0.4', '127.0.0.1.nip.io', 'example.org', '', '128.0.0.1', '127', '1'])(
    '%j is not',
    (host) => expect(isLoopback(host)).toBe(false),
  )
})
