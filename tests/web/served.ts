import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(import.meta.dirname, '..', '..')

/** A server of the built app over a folder of its own. */
export interface Served {
  readonly address: string
  /** Ends it as Ctrl+C does; kept folders can be opened again. */
  readonly stop: () => Promise<void>
}

/** Starts `bell-lap serve` over `folder` on a free port, as a user does, and waits for its address. */
export const serve = async (folder: string): Promise<Served> => {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'bell-lap.js'), 'serve', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'warn' },
  })
  const address = await addressOf(child)
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { address, stop }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const said: string[] = []
    const heard = (line: string): void => {
      said.push(line)
      const found = /Bell Lap is at (http:\/\/\S+?)\/? /.exec(`${line} `)
      if (found?.[1] !== undefined) resolve(found[1])
    }
    if (child.stdout) createInterface({ input: child.stdout }).on('line', heard)
    if (child.stderr) createInterface({ input: child.stderr }).on('line', heard)
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said.join('\n')}`)))
  })
