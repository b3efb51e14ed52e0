// `npm start`: builds the web app where it is missing or older than its sources, takes a free port, serves, opens the
// browser where there is one. What is typed behind `npm start --` goes to `bell-lap serve`.
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const USUAL = 4170

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: 'localhost' }, () => probe.close(() => resolve(true)))
  })

const freePort = async () => {
  for (let port = USUAL; port < USUAL + 100; port++) if (await isFree(port)) return port
  return 0
}

const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.js'), '--web', '--if-older'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
})
if (build.status !== 0) {
  console.error('The web app could not be built; what went wrong stands above.')
  process.exit(build.status ?? 1)
}

const given = process.argv.slice(2)
const chosen = given.includes('--port') || process.env.BELL_LAP_PORT ? [] : ['--port', String(await freePort())]
// A person looks at a terminal: what the server does all day is of no interest there, what goes wrong is.
const env = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }
const child = spawn(process.execPath, [join(root, 'bin', 'bell-lap.js'), 'serve', '--open', ...chosen, ...given], {
  cwd: process.cwd(),
  stdio: 'inherit',
  env,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
