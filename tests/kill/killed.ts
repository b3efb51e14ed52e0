import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Told } from './told.ts'

export interface Victim {
  readonly mode: 'life' | 'restore' | 'migrate'
  readonly folder: string
  readonly seed: number
  readonly extras: number
  readonly archive?: string
  readonly databaseUrl?: string
  /** It is killed so many milliseconds after it began so many things; the first of them is its opening. */
  readonly begun: number
  readonly after: number
}

const CHILD = join(import.meta.dirname, 'child.ts')
/** What was compiled for one process need not be for the next. */
const COMPILED = join(tmpdir(), 'bell-lap-kill-compiled')

/** Starts a process that does things to a logbook, kills it without warning, and returns all that it told. */
export const killed = (victim: Victim): Promise<readonly Told[]> =>
  new Promise((resolve, reject) => {
    const { mode, folder, seed, extras, archive = '', databaseUrl = '', begun, after } = victim
    const child = spawn(process.execPath, [CHILD, mode, folder, String(seed), String(extras), archive], {
      env: { ...process.env, KILL_DATABASE_URL: databaseUrl, NODE_COMPILE_CACHE: COMPILED },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [words, wrong, started] = ['', '', false]
    child.stdout.on('data', (data) => {
      words += String(data)
      if (started || words.split('{"begins":').length <= begun) return
      started = true
      setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.stderr.on('data', (data) => {
      wrong += String(data)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the process ended by itself with ${code}: ${wrong}`))
      resolve(wordsOf(words))
    })
  })

/** Whole lines; what was cut off in the middle was never told. */
const wordsOf = (words: string): readonly Told[] =>
  words
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
