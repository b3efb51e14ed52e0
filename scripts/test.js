// `npm test`: everything that has to be true of a change, one step after the other, on the pinned Node.
// Without arguments all steps run; names of steps run only those: `npm test -- types lint`. `--long` takes the long
// shares of the property and simulation tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inModules = (...path) => join(root, 'node_modules', ...path)
const report = join(root, '.cache', 'tests.json')

/** Name of the step, what it asks, and the program with its arguments (run by the pinned Node). */
const STEPS = [
  ['types', 'Do the types agree?', inModules('typescript', 'bin', 'tsc'), ['-b']],
  ['lint', 'Is the code clean, and do the arrows between rooms hold?', inModules('oxlint', 'bin', 'oxlint'), []],
  ['format', 'Is it formatted?', inModules('oxfmt', 'bin', 'oxfmt'), ['--check', '.']],
  ['dead', 'Is every file and export used?', inModules('knip', 'bin', 'knip.js'), []],
  [
    'tests',
    'Unit, property and end-to-end tests',
    inModules('vitest', 'vitest.mjs'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ],
]

const windows = process.platform === 'win32'
const node = inModules('.bin', windows ? 'node.exe' : 'node')
const wanted = process.argv.slice(2).filter((name) => name !== '--long')
const environment = process.argv.includes('--long') ? { ...process.env, BELL_LAP_LONG: '1' } : process.env
mkdirSync(dirname(report), { recursive: true })

const failed = []
for (const [name, question, program, args] of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${name}: ${question}`)
  const run = spawnSync(node, [program, ...args], { cwd: root, stdio: 'inherit', env: environment })
  if (run.error) console.error(run.error.message)
  if (run.status !== 0) failed.push(name)
}

if (wanted.length === 0 || wanted.includes('tests')) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number }} */
  const counts = JSON.parse(readFileSync(report, 'utf8'))
  console.log(`\nProperties ran from seed ${process.env.BELL_LAP_SEED ?? '20261121'}.`)
  console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped`)
}
if (failed.length > 0) console.error(`\nNot right yet: ${failed.join(', ')}.`)
process.exitCode = failed.length > 0 ? 1 : 0
