import { ok } from '../../result.ts'
import { amountIn, kilometres, METRES_PER, type LongUnit } from '../../units/distance.ts'
import { upToGrid } from './amounts.ts'
import type { Brief } from './brief.ts'
import { choicesOf, type Choices } from './choices.ts'
import { spanOf } from './distance-a-week.ts'
import type { Settled } from './fault.ts'
import { outlineOf } from './outline.ts'
import type { RecipeRequest } from './request.ts'
import { onGrid } from './volume.ts'

/** What nobody said, as parts of a sentence. */
const assumptionsOf = (request: RecipeRequest, { days, level }: Choices): readonly string[] => [
  ...(request.start === undefined || request.peak === undefined
    ? [`the distance a week, as usual for ${level.level} runners`]
    : []),
  ...(request.days === undefined ? [`${days} running days`] : []),
  ...(request.gym === undefined ? ['a gym'] : []),
  ...(request.longRunDay === undefined ? ['the long run on Sunday'] : []),
  ...(request.raceDay === undefined ? ['the race on Sunday'] : []),
]

/** Long runs and races are on Sundays where nobody says otherwise. */
const DEFAULT_DAY = 'Sun'

/** Weeks of so much and more are told in whole kilometres or miles, smaller ones in halves. */
const WHOLE_FROM = 45

/** Share of the week that warm-up and cool-down of one key session take at most (convention). */
const AROUND_SHARE = 0.1

const aroundFor = (start: number, { level }: Choices, unit: LongUnit): number =>
  upToGrid(Math.min(amountIn(kilometres(level.around), unit), start * AROUND_SHARE), 0.5)

/** A test is at most this share of the week it begins with; else, and with one key session a week, it is over 2000 m. */
const TEST_SHARE = 0.065
const SHORT_TEST = 2000

const testFor = (start: number, { level, race }: Choices, unit: LongUnit): number =>
  level.keys === 1 || race.test > start * METRES_PER[unit] * TEST_SHARE ? SHORT_TEST : race.test

/** A request checked and completed; the first thing that is wrong with it, and what to change. */
export const settle = (request: RecipeRequest): Settled<Brief> => {
  const choices = choicesOf(request)
  if (!choices.ok) return choices
  const span = spanOf(request, choices.value, outlineOf(choices.value))
  if (!span.ok) return span
  const { start, peak } = span.value
  const unit = request.unit ?? 'km'
  const grid = start < WHOLE_FROM ? 0.5 : 1
  return ok({
    ...choices.value,
    unit,
    grid,
    start: onGrid(start, grid),
    peak: onGrid(peak, grid),
    around: aroundFor(start, choices.value, unit),
    test: testFor(start, choices.value, unit),
    gym: request.gym ?? true,
    longRunDay: request.longRunDay ?? DEFAULT_DAY,
    raceDay: request.raceDay ?? DEFAULT_DAY,
    assumed: assumptionsOf(request, choices.value),
  })
}
