// `npm test`: everything that has to be true of a change, one step after the other, on the pinned Node.
// Without arguments all steps run; names of steps run only those: `npm test -- types lint`. `--long` takes the long
// shares of the property and simulation tests.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inModules = (...path) => join(root, 'node_modules', ...path)
const report = join(root, '.cache', 'tests.json')
const journeys = join(root, '.cache', 'journeys.json')

/**
 * Name of the step, what it asks, and the program with its arguments (run by the pinned Node).
 * @type {readonly [name: string, question: string, program: string, args: string[]][]}
 */
const STEPS = [
  ['types', 'Do the types agree?', inModules('typescript', 'bin', 'tsc'), ['-b']],
  ['lint', 'Is the code clean, and do the arrows between rooms hold?', inModules('oxlint', 'bin', 'oxlint'), []],
  ['format', 'Is it formatted?', inModules('oxfmt', 'bin', 'oxfmt'), ['--check', '.']],
  ['dead', 'Is every file and export used?', inModules('knip', 'bin', 'knip.js'), []],
  ['build', 'Is the web app built?', join(root, 'scripts', 'build.js'), ['--web', '--if-older']],
  [
    'tests',
    'Unit, property and end-to-end tests',
    inModules('vitest', 'vitest.mjs'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ],
  [
    'browser',
    'Journeys in a real browser',
    inModules('@playwright', 'test', 'cli.js'),
    ['test', '--config', join('tests', 'web'), '--reporter=line,json'],
  ],
]

const windows = process.platform === 'win32'
const node = inModules('.bin', windows ? 'node.exe' : 'node')
const wanted = process.argv.slice(2).filter((name) => name !== '--long')
const environment = {
  ...process.env,
  PLAYWRIGHT_JSON_OUTPUT_NAME: journeys,
  // Hundreds of processes and workers start in these steps: what one has compiled the next need not.
  NODE_COMPILE_CACHE: inModules('.cache', 'node'),
  ...(process.argv.includes('--long') ? { BELL_LAP_LONG: '1' } : {}),
}
mkdirSync(dirname(report), { recursive: true })
for (const old of [report, journeys]) rmSync(old, { force: true })

const failed = []
for (const [name, question, program, args] of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${name}: ${question}`)
  const run = spawnSync(node, [program, ...args], { cwd: root, stdio: 'inherit', env: environment })
  if (run.error) console.error(run.error.message)
  if (run.status !== 0) failed.push(name)
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
const [tests, browser] = [read(report), read(journeys)?.stats]
if (tests) console.log(`\nProperties ran from seed ${process.env.BELL_LAP_SEED ?? '20261121'}.`)
if (tests || browser) {
  const passed = (tests?.numPassedTests ?? 0) + (browser?.expected ?? 0)
  const wrong = (tests?.numFailedTests ?? 0) + (browser?.unexpected ?? 0) + (browser?.flaky ?? 0)
  const skipped = (tests?.numPendingTests ?? 0) + (browser?.skipped ?? 0)
  console.log(`${passed} passed, ${wrong} failed, ${skipped} skipped`)
}
if (failed.length > 0) console.error(`\nNot right yet: ${failed.join(', ')}.`)
process.exitCode = failed.length > 0 ? 1 : 0
