import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CORE_ROOMS, PACKAGES } from '../arrows.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const rooms = Object.keys(CORE_ROOMS)

/** A fault to plant: which folder of the source it goes to, what it says, and the lint rule that has to object. */
interface Fault {
  readonly name: string
  readonly folder: string
  readonly line: string
  readonly rule: string
}

const closedRooms = rooms.flatMap((from) =>
  rooms
    .filter((to) => to !== from && !CORE_ROOMS[from]?.includes(to))
    .map((to): Fault => ({
      name: `core/${from} imports core/${to}`,
      folder: `packages/core/src/${from}`,
      rule: 'no-restricted-imports',
      line: `import { planted } from '../${to}/planted.ts'\nexport const fault = planted`,
    })),
)

const closedPackages = Object.entries(PACKAGES).flatMap(([folder, allowed]) =>
  ['@bell-lap/core', '@bell-lap/formats', '@bell-lap/logbook', '@bell-lap/cli', '@bell-lap/server', '@bell-lap/web']
    .filter((name) => !allowed.includes(name) && !name.endsWith(`/${folder.split('/')[1]}`))
    .map((name): Fault => ({
      name: `${folder} imports ${name}`,
      folder: `${folder}/src`,
      rule: 'no-restricted-imports',
      line: `import { planted } from '${name}'\nexport const fault = planted`,
    })),
)

const deepImports = ['@bell-lap/core/src/units/text.ts', '../../core/src/index.ts'].map((path): Fault => ({
  name: `formats imports ${path}`,
  folder: 'packages/formats/src',
  rule: 'no-restricted-imports',
  line: `import { planted } from '${path}'\nexport const fault = planted`,
}))

const runningTheServer: Fault = {
  name: 'apps/web imports more than types of @bell-lap/server',
  folder: 'apps/web/src',
  rule: 'no-restricted-imports',
  line: "import { ROUTES } from '@bell-lap/server'\nexport const fault = ROUTES",
}

const impurities = ['Date.now()', 'new Date()', 'Math.random()', "fetch('x')", 'Temporal.Now.instant()'].map(
  (call): Fault => ({
    name: `core calls ${call}`,
    folder: 'packages/core/src/units',
    line: `export const fault = ${call}`,
    rule: call.startsWith('Math') || call.startsWith('Temporal') ? 'no-restricted-properties' : 'no-restricted-globals',
  }),
)

const faults = [...closedRooms, ...closedPackages, ...deepImports, runningTheServer, ...impurities]

/** All faults are planted in a tree of their own beside the real configuration, and linted in one run. */
const plant = (tree: string): void => {
  for (const [index, { folder, line }] of faults.entries()) {
    const path = join(tree, folder)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, `planted-${index}.ts`), `${line}\n`)
  }
  for (const file of ['arrows.ts', 'oxlint.config.ts']) copyFileSync(join(root, file), join(tree, file))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
}

const lint = (tree: string): string => {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'unix'], {
      cwd: tree,
      encoding: 'utf8',
    })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
  }
}

describe('arrows between rooms', () => {
  let tree = ''
  let said: readonly string[] = []
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'bell-lap-arrows-'))
    plant(tree)
    said = lint(tree).split('\n')
  })
  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  test.each(faults.map((fault, index) => ({ ...fault, index })))('$name is refused', ({ folder, rule, index }) => {
    expect(said.some((line) => line.includes(`${folder}/planted-${index}.ts`) && line.includes(`(${rule})`))).toBe(true)
  })
})
