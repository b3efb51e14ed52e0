import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorkoutJson } from '../../json/workout.ts'
import { readWorkout } from './read-workout.ts'

const ROOT = resolve(import.meta.dirname, '../../../../..')
const SHARED = resolve(ROOT, '../shared/corpus')
const SCORER = join(SHARED, 'score.mjs')

interface Line {
  readonly id: string
  readonly text: string
}

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'text' in value &&
  typeof value.text === 'string'

const linesOf = (file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isLine)

/** Per cent exact by issue, as the scorer prints them; `all` for the whole set. */
const score = (file: string): Map<string, number> => {
  const folder = mkdtempSync(join(tmpdir(), 'prose-score-'))
  try {
    const answers = join(folder, 'answers.jsonl')
    const read = linesOf(file).map(({ id, text }) => {
      const { workout, findings } = readWorkout(text)
      return JSON.stringify({ id, ...makeWorkoutJson(workout, findings) })
    })
    writeFileSync(answers, `${read.join('\n')}\n`)
    const printed = execFileSync(process.execPath, [SCORER, file, answers], { encoding: 'utf8' })
    const found = new Map<string, number>()
    for (const [, issue = '', exact, of] of printed.matchAll(/^(\w+) +(\d+)\/(\d+)/gm))
      found.set(issue === 'exact' ? 'all' : issue, (100 * Number(exact)) / Number(of))
    return found
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const skipped = existsSync(SCORER) ? '' : ' (skipped: ../shared is absent)'

describe(`prescriptions in the forms that coaches use${skipped}`, () => {
  test.skipIf(skipped !== '').each([
    ['the shared set', join(SHARED, 'dev.jsonl')],
    ['our own set', join(ROOT, 'tests/corpus/forms.jsonl')],
  ])('%s: 90 in a hundred exactly, 97 of those without a trap', (_name, file) => {
    const found = score(file)
    expect(found.get('all')).toBeGreaterThanOrEqual(90)
    expect(found.get('none')).toBeGreaterThanOrEqual(97)
  })
})
