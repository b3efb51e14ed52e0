// `npm run screens`: pictures of every screen in both themes and two sizes, into docs/screens; names take only those.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')

const step = (...args) => {
  const run = spawnSync(node, args, { cwd: root, stdio: 'inherit' })
  if (run.status !== 0) process.exit(run.status ?? 1)
}

step(join(root, 'scripts', 'build.js'), '--web', '--if-older')
step(join(root, 'tests', 'web', 'take-screens.ts'), ...process.argv.slice(2))
