import { describe, expect, test } from 'vitest'
import { LEVEL_SHAPES } from './levels.ts'
import { FUSION_PHASES, outlineOf, type Focus } from './outline.ts'
import { RECIPE_LEVELS, RECIPE_WEEKS } from './request.ts'

const LETTERS: { readonly [F in Focus]: string } = { volume: 'v', intensity: 'i', absorb: 'R', sharpen: 't', race: '!' }

const outline = (weeks: number) => outlineOf({ weeks, level: LEVEL_SHAPES.advanced })
const letters = (weeks: number): string =>
  outline(weeks)
    .map(({ focus }) => LETTERS[focus])
    .join('')

const ALL = Array.from({ length: RECIPE_WEEKS.most - RECIPE_WEEKS.least + 1 }, (_, index) => index + RECIPE_WEEKS.least)

describe('weeks of volume (v) and intensity (i) take turns, recovery (R) ends a block, taper (t) and race (!) end the plan', () => {
  test.each([
    [8, 'vivRivt!'],
    [9, 'vivRivit!'],
    [11, 'viviRvivit!'],
    [12, 'vivRivRivit!'],
    [16, 'vivRiviRvivRivt!'],
    [24, 'vivRiviRvivRiviRvivRivt!'],
  ])('%i weeks', (weeks, expected) => expect(letters(weeks)).toBe(expected))
})

describe.each(ALL)('%i weeks', (weeks) => {
  test('never build for more than four weeks, and ease off four times as rarely as they build at least', () => {
    expect(letters(weeks)).not.toMatch(/[vi]{5}/)
    expect(letters(weeks)).not.toMatch(/R[vi]?R/)
  })

  test('go through the phases in their order, with two race-specific weeks at least', () => {
    const phases = outline(weeks).map(({ phase }) => FUSION_PHASES.indexOf(phase))
    expect(phases).toEqual(phases.toSorted((a, b) => a - b))
    expect(new Set(phases).size).toBe(FUSION_PHASES.length)
    expect(phases.filter((phase) => phase === FUSION_PHASES.indexOf('specific')).length).toBeGreaterThanOrEqual(2)
  })

  test('raise intensity in weeks of intensity alone, from nothing to all of it', () => {
    const training = outline(weeks).filter(({ focus }) => focus === 'volume' || focus === 'intensity')
    training.forEach((week, index) => {
      const before = training[index - 1]?.intensity ?? 0
      if (week.focus === 'volume') expect(week.intensity).toBe(before)
      else expect(week.intensity).toBeGreaterThan(before)
    })
    expect(training.at(-1)?.intensity).toBeCloseTo(1)
  })
})

test('beginners have at least as much base as others', () => {
  for (const weeks of ALL) {
    const base = (level: (typeof RECIPE_LEVELS)[number]): number =>
      outlineOf({ weeks, level: LEVEL_SHAPES[level] }).filter(({ phase }) => phase === 'base').length
    expect(base('beginner')).toBeGreaterThanOrEqual(base('seasoned'))
  }
})
