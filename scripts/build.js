// `npm run build`: the web app, and the package that would be published. `--web` makes the web app alone, `--if-older` only
// where it is missing or older than what it is made of.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const node = join(root, 'node_modules', '.bin', windows ? 'node.exe' : 'node')
const web = join(root, 'apps', 'web')
const bundle = join(web, 'dist')

/** What the web app is made of: its own files, and the packages that it takes functions from. */
const SOURCES = ['apps/web', 'packages/core/src', 'packages/formats/src', 'package-lock.json']
const LEFT_OUT = new Set(['dist', 'dist-types', 'node_modules'])

const filesIn = (path) => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) return []
    const inner = join(path, entry.name)
    return entry.isDirectory() ? filesIn(inner) : [inner]
  })
}

const isOlder = () => {
  const page = join(bundle, 'index.html')
  if (!existsSync(page)) return true
  const made = statSync(page).mtimeMs
  return SOURCES.flatMap((path) => filesIn(join(root, path))).some((file) => statSync(file).mtimeMs > made)
}

const step = (name, args) => {
  const run = spawnSync(node, args, { cwd: name === 'web' ? web : root, stdio: 'inherit' })
  if (run.error) console.error(run.error.message)
  if (run.status !== 0) process.exit(run.status ?? 1)
}

const wanted = process.argv.slice(2)
if (!wanted.includes('--if-older') || isOlder()) {
  step('web', [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
}
if (!wanted.includes('--web')) step('package', [join(root, 'scripts', 'pack.js')])
