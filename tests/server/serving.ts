import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const command = join(root, 'bin', 'bell-lap.js')

/** A `bell-lap serve` of its own process. */
export interface Serving {
  readonly child: ChildProcess
  /** Where it is: `http://localhost:41234/`. */
  readonly address: string
  readonly out: () => string
  readonly err: () => string
  /** Sends the signal and waits; milliseconds that it took to end, and how it ended. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<{ readonly code: number | null; readonly ms: number }>
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Started {
  readonly args?: readonly string[]
  readonly env?: { readonly [name: string]: string }
  readonly program?: readonly [node: string, ...args: string[]]
  readonly cwd?: string
}

const PLAIN = { BELL_LAP_PORT: '', BELL_LAP_HOST: '', BELL_LAP_DATA: '', DATABASE_URL: '', LOG_LEVEL: '' }

const start = ({ args = [], env = {}, program, cwd = root }: Started) => {
  const [node, ...before] = program ?? [process.execPath, command]
  const child = spawn(node, [...before, 'serve', ...args], { cwd, env: { ...process.env, ...PLAIN, ...env } })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, out: () => out, err: () => err, ended }
}

/** Runs `bell-lap serve` until it ends by itself. */
export const runServe = async (started: Started): Promise<Ended> => {
  const { out, err, ended } = start(started)
  const code = await ended
  return { code, out: out(), err: err() }
}

/** Starts `bell-lap serve` and waits until it says where it is. */
export const startServe = async (started: Started): Promise<Serving> => {
  const { child, out, err, ended } = start(started)
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, found] = /at (http:\S+)/.exec(out()) ?? []
      if (found !== undefined) resolve(found)
    })
    void ended.then((code) => reject(new Error(`It ended with ${code}: ${err()}`)))
  })
  return {
    child,
    address,
    out,
    err,
    stop: async (signal = 'SIGTERM') => {
      const begun = performance.now()
      child.kill(signal)
      const code = await ended
      return { code, ms: performance.now() - begun }
    },
  }
}

/** A folder that is gone after the test. */
export const folderFor = (clean: (after: () => void) => void): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-serving-'))
  clean(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
