import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CAPS } from '../../packages/formats/src/export/caps.ts'
import { EXPORT_TARGETS } from '../../packages/formats/src/export/targets.ts'
import { capsTable } from './caps-table.ts'
import { root } from './session.ts'

const page = readFileSync(join(root, 'docs', 'exports.md'), 'utf8')

test('docs/exports.md tells every limit as the code has it', () => {
  expect(page.slice(page.indexOf('| target | what'))).toBe(`${capsTable(CAPS)}\n`)
})

test.each(EXPORT_TARGETS)('docs/exports.md has a word for %s', (target) => expect(page).toContain(`\`${target}\``))
