// Writes docs/rules.md from the rules themselves: node_modules/.bin/node scripts/make-rules-page.ts
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rulesPage } from '../packages/core/src/rules/page.ts'

writeFileSync(join(dirname(fileURLToPath(import.meta.url)), '../docs/rules.md'), rulesPage())
