import { describe, expect, test } from 'vitest'
import { makeRecipe } from '../../packages/core/src/plan/recipes/recipe.ts'
import {
  RECIPE_FAULTS,
  type RecipeFault,
  type RecipeFaultCode,
  type RecipeRequest,
} from '../../packages/core/src/plan/recipes/request.ts'
import { kilometres, miles } from '../../packages/core/src/units/distance.ts'

const GOOD: RecipeRequest = { recipe: 'fusion', race: '1500', weeks: 12, level: 'intermediate', days: 5 }

const faultOf = (change: Partial<RecipeRequest>): RecipeFault => {
  const plan = makeRecipe({ ...GOOD, ...change })
  if (plan.ok) throw new Error(`${JSON.stringify(change)} makes a plan.`)
  return plan.fault
}

const CASES: readonly (readonly [RecipeFaultCode, Partial<RecipeRequest>, Partial<RecipeRequest>])[] = [
  ['recipe', { recipe: 'fission' }, { recipe: 'fusion' }],
  ['race', { race: '400' }, { race: '800' }],
  ['race', { race: '' }, { race: '1500m' }],
  ['weeks', { weeks: 7 }, { weeks: 8 }],
  ['weeks', { weeks: 25 }, { weeks: 24 }],
  ['weeks', { weeks: 12.5 }, { weeks: 12 }],
  ['weeks', { weeks: Number.NaN }, { weeks: 12 }],
  ['level', { level: 'expert' }, { level: 'Seasoned' }],
  ['days', { days: 3 }, { days: 4 }],
  ['days', { days: 8 }, { days: 7 }],
  ['too little', { start: kilometres(20) }, { start: kilometres(30) }],
  ['too little', { start: kilometres(Number.NaN) }, { start: kilometres(30) }],
  ['too little', { start: kilometres(50), peak: kilometres(45) }, { start: kilometres(45), peak: kilometres(45) }],
  ['too much', { peak: kilometres(300) }, {}],
  ['too steep', { start: kilometres(40), peak: kilometres(70) }, { start: kilometres(40), peak: kilometres(46) }],
]

describe('what cannot be made has a reason, and the reason is true', () => {
  test.each(CASES)('%s: %j, and not %j', (code, wrong, right) => {
    const fault = faultOf(wrong)
    expect(fault.code).toBe(code)
    expect(fault.message).toMatch(/\.$/)
    expect(fault.fix).toMatch(/\.$/)
    expect(makeRecipe({ ...GOOD, ...right }).ok).toBe(true)
  })

  test('every kind of fault has a case', () => {
    expect(new Set(CASES.map(([code]) => code))).toEqual(new Set(RECIPE_FAULTS))
  })
})

describe('what the fix names makes a plan', () => {
  const figure = (text: string): number => Number(/(\d+(?:\.\d+)?) (?:km|mi)/.exec(text)?.[1])

  test.each([4, 5, 6, 7])('too little on %i days', (days) => {
    const start = kilometres(figure(faultOf({ days, start: kilometres(8) }).fix))
    expect(makeRecipe({ ...GOOD, days, start }).ok).toBe(true)
  })

  test.each([8, 12, 16, 24])('too steep in %i weeks, in miles', (weeks) => {
    const start = miles(30)
    const { code, fix } = faultOf({ weeks, unit: 'mi', start, peak: miles(60) })
    expect(code).toBe('too steep')
    expect(makeRecipe({ ...GOOD, weeks, unit: 'mi', start, peak: miles(figure(fix)) }).ok).toBe(true)
  })
})

describe('a race is called by many names', () => {
  test.each([
    ['3000', '3K'],
    ['3000', '3000m'],
    ['5K', '5k'],
    ['5K', '5000 m'],
    ['10K', '10000m'],
    ['mile', 'Mile'],
    ['mile', '1 mile'],
    ['800', '800m'],
  ])('%s is %s', (race, other) => {
    expect(makeRecipe({ ...GOOD, race: other })).toEqual(makeRecipe({ ...GOOD, race }))
  })
})
