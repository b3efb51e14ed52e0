import fc, { type Arbitrary } from 'fast-check'
import { WEEKDAYS } from '../../packages/core/src/calendar/week.ts'
import {
  RECIPE_DAYS,
  RECIPE_LEVELS,
  RECIPE_RACES,
  RECIPE_WEEKS,
  type RecipeRequest,
} from '../../packages/core/src/plan/recipes/request.ts'
import { kilometres } from '../../packages/core/src/units/distance.ts'

const compact = <Value extends object>(value: { readonly [Key in keyof Value]: Value[Key] | undefined }) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value

const maybe = <Value>(value: Arbitrary<Value>): Arbitrary<Value | undefined> => fc.option(value, { nil: undefined })

/** Requests that only hold what is on the lists and in range, defaults left out or not. */
export const plainRequest = (): Arbitrary<RecipeRequest> =>
  fc
    .record({
      recipe: fc.constant('fusion'),
      race: fc.constantFrom(...RECIPE_RACES),
      weeks: fc.integer({ min: RECIPE_WEEKS.least, max: RECIPE_WEEKS.most }),
      level: fc.constantFrom(...RECIPE_LEVELS),
      days: maybe(fc.integer({ min: RECIPE_DAYS.least, max: RECIPE_DAYS.most })),
      unit: maybe(fc.constantFrom('km', 'mi')),
      gym: maybe(fc.boolean()),
      longRunDay: maybe(fc.constantFrom(...WEEKDAYS)),
      raceDay: maybe(fc.constantFrom(...WEEKDAYS)),
    })
    .map((wishes) => compact<RecipeRequest>(wishes))

/** The same with distances of the runner's own, which may be too little, too much or too steep. */
export const ownRequest = (): Arbitrary<RecipeRequest> =>
  fc
    .tuple(
      plainRequest(),
      maybe(fc.double({ min: 5, max: 180, noNaN: true })),
      maybe(fc.double({ min: 0.8, max: 1.8, noNaN: true })),
    )
    .map(([request, start, growth]) =>
      compact<RecipeRequest>({
        ...request,
        start: start === undefined ? undefined : kilometres(start),
        peak: growth === undefined ? undefined : kilometres((start ?? 50) * growth),
      }),
    )
