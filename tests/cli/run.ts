import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** What a command did. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line as a user does, from an empty folder, with what is typed or piped into it. */
export const bellLap = (args: readonly string[], input = ''): Run => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', 'bell-lap'), args, {
    cwd: emptyFolder(),
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, err: stderr }
}

const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'bell-lap-'))

/** A file of its own for one test. */
export const fileWith = (name: string, content: string | Uint8Array): string => {
  const path = join(emptyFolder(), name)
  writeFileSync(path, content)
  return path
}
