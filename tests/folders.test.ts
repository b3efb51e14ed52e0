import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CORE_ROOMS } from '../arrows.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
const listed = [...page.matchAll(/^ {4}((?:packages|apps|bin|plans|scripts|tests|bench|docs)[\w/-]*\/)\s/gm)].map(
  ([, path]) => path ?? '',
)

const foldersIn = (path: string): readonly string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}${entry.name}/`)

const rooms = [...foldersIn('packages/core/src/'), ...foldersIn('packages/formats/src/')]
const sources = [...foldersIn('packages/'), ...foldersIn('apps/')].map((path) => `${path}src/`)

describe('the folder list of ARCHITECTURE.md', () => {
  test.each(listed)('%s is there', (path) => expect(existsSync(join(root, path))).toBe(true))
  test.each([...rooms, ...sources])('%s is listed', (path) => expect(listed).toContain(path))
})

describe('the arrow table', () => {
  test('names every room of core', () => {
    expect(Object.keys(CORE_ROOMS).toSorted()).toEqual(
      foldersIn('packages/core/src/')
        .map((path) => path.split('/').at(-2) ?? '')
        .toSorted(),
    )
  })
})
