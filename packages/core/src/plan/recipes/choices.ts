import { plainNumber } from '../../units/text.ts'
import { ok } from '../../result.ts'
import { faultOf, type Settled } from './fault.ts'
import { LEVEL_SHAPES, type LevelShape } from './levels.ts'
import { RACE_SHAPES, type RaceShape } from './races.ts'
import { RECIPE_DAYS, RECIPE_LEVELS, RECIPE_RACES, RECIPE_WEEKS, RECIPES, type RecipeRequest } from './request.ts'

/** Spellings that coaches use beside the names of the list. */
const SPELLINGS: { readonly [text: string]: string } = { '3k': '3000', '1mile': 'mile', '5000': '5k', '10000': '10k' }

const raceNamed = (text: string): RaceShape | undefined => {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(' ', '')
    .replace(/^(\d+)m$/, '$1')
  const name = SPELLINGS[plain] ?? plain
  const race = RECIPE_RACES.find((each) => each.toLowerCase() === name)
  return race && RACE_SHAPES[race]
}

const levelNamed = (text: string): LevelShape | undefined => {
  const level = RECIPE_LEVELS.find((each) => each === text.trim().toLowerCase())
  return level && LEVEL_SHAPES[level]
}

const isWhole = (count: number, { least, most }: { readonly least: number; readonly most: number }): boolean =>
  Number.isInteger(count) && count >= least && count <= most

/** What a request names from closed lists and ranges. */
export interface Choices {
  readonly race: RaceShape
  readonly level: LevelShape
  readonly weeks: number
  readonly days: number
}

/** The closed choices of a request, or the first that is not on its list. */
export const choicesOf = (request: RecipeRequest): Settled<Choices> => {
  const { recipe, weeks } = request
  const race = raceNamed(request.race)
  const level = levelNamed(request.level)
  if (!RECIPES.some((each) => each === recipe)) {
    return faultOf('recipe', `No recipe is called ${recipe}.`, `Ask for ${RECIPES.join(' or ')}.`)
  }
  if (!race) {
    return faultOf('race', `The recipe leads to no race over ${request.race}.`, `Ask for ${RECIPE_RACES.join(', ')}.`)
  }
  if (!level) {
    return faultOf('level', `No level is called ${request.level}.`, `Ask for ${RECIPE_LEVELS.join(', ')}.`)
  }
  if (!isWhole(weeks, RECIPE_WEEKS)) {
    const { least, most } = RECIPE_WEEKS
    return faultOf(
      'weeks',
      `${plainNumber(weeks)} weeks are outside what the recipe can fill.`,
      `Ask for ${least} to ${most} weeks.`,
    )
  }
  const days = request.days ?? level.days
  if (!isWhole(days, RECIPE_DAYS)) {
    const { least, most } = RECIPE_DAYS
    return faultOf(
      'days',
      `${plainNumber(days)} running days a week do not carry the plan.`,
      `Ask for ${least} to ${most} days.`,
    )
  }
  return ok({ race, level, weeks, days })
}
