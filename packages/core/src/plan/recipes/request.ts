import type { Weekday } from '../../calendar/week.ts'
import type { LongUnit } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'

/** Recipes that plans can be made from; `fusion` is the plan of document 002 (R117 to R159). */
export const RECIPES = ['fusion'] as const
export type RecipeName = (typeof RECIPES)[number]

/** Races that a recipe leads to: those the fusion plan is for, with 5K and 10K as its long end. */
export const RECIPE_RACES = ['800', '1500', 'mile', '3000', '5K', '10K'] as const
export type RecipeRace = (typeof RECIPE_RACES)[number]

/** Who the plan is for (R119: beginners build gradually, seasoned runners refine race-specific work). */
export const RECIPE_LEVELS = ['beginner', 'intermediate', 'advanced', 'seasoned'] as const
export type RecipeLevel = (typeof RECIPE_LEVELS)[number]

/** Fewest and most weeks, the race week included. */
export const RECIPE_WEEKS = { least: 8, most: 24 } as const
/** Fewest and most running days in a week. */
export const RECIPE_DAYS = { least: 4, most: 7 } as const

/** What is asked for, as a person types it. What is left out is a default, and the plan's notes say which. */
export interface RecipeRequest {
  readonly recipe: string
  /** `800`, `1500`, `mile`, `3000`, `5K` or `10K`; `800m`, `3K`, `5k` are understood too. */
  readonly race: string
  readonly weeks: number
  readonly level: string
  /** Metres a week at the start and at the highest. */
  readonly start?: Distance
  readonly peak?: Distance
  readonly unit?: LongUnit
  readonly days?: number
  readonly gym?: boolean
  readonly longRunDay?: Weekday
  readonly raceDay?: Weekday
}

export const RECIPE_FAULTS = [
  'recipe',
  'race',
  'weeks',
  'level',
  'days',
  'too little',
  'too much',
  'too steep',
] as const
export type RecipeFaultCode = (typeof RECIPE_FAULTS)[number]

/** Why no plan was made, and what would make one. */
export interface RecipeFault {
  readonly code: RecipeFaultCode
  readonly message: string
  readonly fix: string
}
