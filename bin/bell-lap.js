#!/usr/bin/env node
// Plain JavaScript that any Node from 20 reads: runs the command line on the project's pinned Node.
// Signals are passed on and the exit code comes back, so that stopping this process stops the work.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import * as modules from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = realpathSync(fileURLToPath(import.meta.url))
const root = dirname(dirname(here))
const windows = process.platform === 'win32'
const pinned = join(root, 'node_modules', '.bin', windows ? 'node.exe' : 'node')
const oldest = 26

if (Number(process.versions.node.split('.')[0]) < oldest) {
  if (!existsSync(pinned)) {
    console.error(`Bell Lap needs Node ${oldest} and brings its own: run "npm ci" in ${root} first.`)
    process.exit(2)
  }
  // A small nursery: a plan of a megabyte is read in less than 256 MB, at a few per cent of the time.
  const child = spawn(pinned, ['--max-semi-space-size=8', here, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
} else {
  // Compiled once, kept beside the dependencies: the second start takes half the time. Where it cannot be kept, nothing happens.
  modules.enableCompileCache?.(join(root, 'node_modules', '.cache', 'bell-lap'))
  const { main } = await import('../apps/cli/src/main.ts')
  process.exitCode = await main(process.argv.slice(2))
}
