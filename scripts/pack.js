// Makes the one package that would be published, in dist/package, and packs it: dist/bell-lap-VERSION.tgz.
// The apps are compiled to JavaScript, since no Node strips types inside node_modules; npm's packages stay dependencies, at
// the versions that were tested; the web app has to be built before (`npm run build` does both).
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = join(root, 'dist', 'package')
const web = join(root, 'apps', 'web', 'dist')

/** What runs on a user's machine; the web app is built into files and needs nothing of npm there. */
const ROOMS = ['packages/core', 'packages/formats', 'packages/logbook', 'apps/cli', 'apps/server']
const ENTRIES = {
  cli: 'apps/cli/src/main.ts',
  server: 'apps/server/src/main.ts',
  'reading-worker': 'packages/logbook/src/reading/worker.ts',
}

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

const dependencies = () => {
  const all = ROOMS.flatMap((room) => Object.entries(read(`${room}/package.json`).dependencies ?? {}))
  const others = all.filter(([name]) => !name.startsWith('@bell-lap/'))
  return Object.fromEntries(others.toSorted(([a], [b]) => a.localeCompare(b)))
}

/**
 * Code that asks where it lies is answered as in a checkout, so that plans are found from there: each module keeps its own
 * address below the root of the package, though it lies in `app/` with the others.
 */
const addresses = {
  name: 'addresses',
  transform: (code, id) => {
    if (!code.includes('import.meta.url')) return undefined
    const address = JSON.stringify(`../${relative(root, id).split(sep).join('/')}`)
    return { code: code.replaceAll('import.meta.url', `new URL(${address}, import.meta.url).href`), map: null }
  },
}

const compile = async () => {
  const { rolldown } = await import(pathToFileURL(join(root, 'node_modules', 'rolldown', 'dist', 'index.mjs')).href)
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)])),
    external: (id) =>
      !id.startsWith('.') && !id.startsWith('/') && !/^[a-z]:[\\/]/i.test(id) && !id.startsWith('@bell-lap/'),
    platform: 'node',
    plugins: [addresses],
  })
  await bundle.write({
    dir: join(out, 'app'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared-[hash].js',
  })
  await bundle.close()
}

const describe = () => {
  const { name, version, description, license, type, bin, engines, optionalDependencies } = read('package.json')
  const own = {
    name,
    version,
    description,
    license,
    type,
    bin,
    engines,
    dependencies: dependencies(),
    optionalDependencies,
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(own, null, 2)}\n`)
}

if (!existsSync(join(web, 'index.html'))) {
  console.error('The web app is not built: npm run build makes it and this.')
  process.exit(2)
}
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
await compile()
describe()
for (const name of ['bin', 'plans', 'LICENSE', 'README.md'])
  cpSync(join(root, name), join(out, name), { recursive: true })
cpSync(web, join(out, 'web'), { recursive: true })

// npm itself may have started this script: its own path is at hand then, so no shell is needed to find it.
const npm = process.env.npm_execpath
const args = ['pack', out, '--pack-destination', join(root, 'dist'), '--loglevel=error']
const packed = npm
  ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 1, 2] })
  : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 1, 2], shell: process.platform === 'win32' })
process.exitCode = packed.status ?? 1
