import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seasonPages } from '../../scripts/make-season-pages.ts'
import { root } from '../cli/run.ts'

const folder = join(root, 'docs', 'seasons')

test('docs/seasons is what scripts/make-season-pages.ts writes', () => {
  const pages = seasonPages()
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted())
  for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
})
