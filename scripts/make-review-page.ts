// Writes docs/review.md from real and simulated sessions: node_modules/.bin/node scripts/make-review-page.ts
import { writeFileSync } from 'node:fs'
import { reviewPage } from '../tests/review/page.ts'

writeFileSync(new URL('../docs/review.md', import.meta.url), reviewPage())
