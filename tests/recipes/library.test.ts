import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { RecipeRequest } from '../../packages/core/src/plan/recipes/request.ts'
import { makePlan } from '../../packages/formats/src/plan-text/notation/make-plan.ts'
import { findingsFor, planOf } from './judge.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Recipes kept in the library; `bell-lap recipe fusion ... --out plans/... --force` writes them again. */
const KEPT: { readonly [file: string]: RecipeRequest } = {
  'fusion-1500.plan': { recipe: 'fusion', race: '1500', weeks: 16, level: 'advanced' },
  'fusion-800.plan': { recipe: 'fusion', race: '800', weeks: 12, level: 'intermediate' },
}

describe.each(Object.entries(KEPT))('plans/%s', (file, request) => {
  test('is what the recipe writes', () => {
    const path = join(root, 'plans', file)
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe(makePlan(planOf(request)))
  })

  test('no rule has anything to say about it, at any level', () => {
    expect(findingsFor(planOf(request))).toEqual([])
  })

  test('is shown in the manual with the command that writes it', () => {
    const { race, weeks, level } = request
    const manual = readFileSync(join(root, 'docs', 'recipes.md'), 'utf8')
    expect(manual).toContain(`bell-lap recipe fusion --race ${race} --weeks ${weeks} --level ${level}`)
    expect(manual).toContain(`plans/${file}`)
  })
})
