import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlan, makePlanJson, makeWorkoutJson, readPlan, readWorkout } from '@bell-lap/formats'
import { planArbitrary } from '../../packages/formats/src/plan-text/notation/plan.arbitrary.ts'
import { workoutArbitrary } from '../../packages/formats/src/plan-text/notation/workout.arbitrary.ts'
import { schemaPages } from '../../scripts/make-schemas.ts'
import { bellLap, root } from '../cli/run.ts'
import { CheckAnswer, PacesAnswer, PlanAnswer, WorkoutAnswer } from './schemas.ts'

/** What JSON makes of it: no undefined, no functions. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const texts = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text)

describe('read --workout --json', () => {
  const own = texts(join(root, 'tests/corpus/forms.jsonl'))
  test.each(own)('%s', (text) => {
    const { workout: read, findings } = readWorkout(text)
    WorkoutAnswer.parse(throughJson(makeWorkoutJson(read, findings)))
  })

  test('any workout', () => {
    fc.assert(
      fc.property(workoutArbitrary(), (any) => void WorkoutAnswer.parse(throughJson(makeWorkoutJson(any)))),
      { numRuns: 300 },
    )
  })
})

describe('read --json of a plan', () => {
  const pages = join(root, 'tests/corpus/pages')
  test.each(readdirSync(pages).filter((name) => name.endsWith('.txt')))('%s', (name) => {
    const text = readFileSync(join(pages, name), 'utf8')
    const { coverage } = PlanAnswer.parse(throughJson(makePlanJson(readPlan(text), text)))
    expect(coverage.structured + coverage.notes + coverage.unread).toBe(coverage.characters)
    expect(coverage.characters).toBe(text.length)
  })

  test('any plan', () => {
    fc.assert(
      fc.property(planArbitrary(), (any) => {
        const text = makePlan(any)
        PlanAnswer.parse(throughJson(makePlanJson(readPlan(text), text)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('whole commands', () => {
  test.each(['advanced-5k', 'strength-5k'])('check plans/%s.plan --json', (name) => {
    const run = bellLap(['check', join(root, 'plans', `${name}.plan`), '--json'])
    CheckAnswer.parse(JSON.parse(run.out))
    expect(run.code).toBe(0)
  })

  test('paces --json', () => {
    PacesAnswer.parse(JSON.parse(bellLap(['paces', '--5k', '19:57', '--json']).out))
  })
})

describe('docs/schema', () => {
  test.each([...schemaPages()])('%s is what scripts/make-schemas.ts writes', (name, text) => {
    const path = join(root, 'docs/schema', name)
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text)
  })
})
