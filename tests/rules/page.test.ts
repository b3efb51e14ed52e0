import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rulesPage } from '../../packages/core/src/rules/page.ts'
import { STATEMENTS } from '../../packages/core/src/rules/statements.ts'

const page = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../docs/rules.md'), 'utf8')

test('docs/rules.md is what scripts/make-rules-page.ts writes', () => {
  expect(page).toBe(rulesPage())
})

test('docs/rules.md says of every statement what checks it, or why nothing does', () => {
  for (const { number } of STATEMENTS) {
    const row = page.split('\n').find((line) => line.startsWith(`| ${number} |`))
    expect(row, number).toMatch(/^\|[^|]+\|[^|]+\| [^ |][^|]* \|$/)
  }
})
