import { amountIn, kilometres, METRES_PER, type LongUnit } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import { plainNumber } from '../../units/text.ts'
import { fail, ok, type Result } from '../../result.ts'
import { upToGrid } from './amounts.ts'
import type { Brief } from './brief.ts'
import { LEVEL_SHAPES, type LevelShape } from './levels.ts'
import { outlineOf, type WeekOutline } from './outline.ts'
import { RACE_SHAPES, type RaceShape } from './races.ts'
import {
  RECIPE_DAYS,
  RECIPE_LEVELS,
  RECIPE_RACES,
  RECIPE_WEEKS,
  RECIPES,
  type RecipeFault,
  type RecipeFaultCode,
  type RecipeRequest,
} from './request.ts'
import { onGrid, reachableFrom } from './volume.ts'

type Settled<Value> = Result<Value, RecipeFault>

const fault = (code: RecipeFaultCode, message: string, fix: string): { ok: false; fault: RecipeFault } =>
  fail({ code, message, fix })

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

interface Names {
  readonly race: RaceShape
  readonly level: LevelShape
  readonly weeks: number
  readonly days: number
}

/** The closed choices of a request. */
const namesOf = (request: RecipeRequest): Settled<Names> => {
  const { recipe, weeks } = request
  const race = raceNamed(request.race)
  const level = levelNamed(request.level)
  if (!RECIPES.some((each) => each === recipe)) {
    return fault('recipe', `No recipe is called ${recipe}.`, `Ask for ${RECIPES.join(' or ')}.`)
  }
  if (!race) {
    return fault('race', `The recipe leads to no race over ${request.race}.`, `Ask for ${RECIPE_RACES.join(', ')}.`)
  }
  if (!level) {
    return fault('level', `No level is called ${request.level}.`, `Ask for ${RECIPE_LEVELS.join(', ')}.`)
  }
  if (!isWhole(weeks, RECIPE_WEEKS)) {
    const { least, most } = RECIPE_WEEKS
    return fault(
      'weeks',
      `${plainNumber(weeks)} weeks are outside what the recipe can fill.`,
      `Ask for ${least} to ${most} weeks.`,
    )
  }
  const days = request.days ?? level.days
  if (!isWhole(days, RECIPE_DAYS)) {
    const { least, most } = RECIPE_DAYS
    return fault(
      'days',
      `${plainNumber(days)} running days a week do not carry the plan.`,
      `Ask for ${least} to ${most} days.`,
    )
  }
  return ok({ race, level, weeks, days })
}

/** Least running a week that so many days fit into: two key sessions, a long run, and runs of 3 km and more. */
const LEAST_OF_DAYS: { readonly [days: number]: Distance } = {
  4: kilometres(26),
  5: kilometres(30),
  6: kilometres(36),
  7: kilometres(38),
}
/** Most running a week for so many days: 22 km a day on average (convention). */
const MOST_A_DAY = kilometres(22)
/** The usual mean of a running day, which defaults keep (convention). */
const USUAL_A_DAY = kilometres(16)
/** Weeks of so much and more are told in whole kilometres or miles, smaller ones in halves. */
const WHOLE_FROM = 45

interface Span {
  readonly start: number
  readonly peak: number
  readonly assumed: readonly string[]
}

const leastOf = ({ race, days }: Names): Distance => {
  const ofDays = LEAST_OF_DAYS[days]
  return ofDays !== undefined && ofDays > race.least ? ofDays : race.least
}

const clamp = (amount: number, low: number, high: number): number => Math.min(high, Math.max(low, amount))

/** Distance at the start and at the highest: what the runner says, else what level, race and days suggest. */
const spanOf = (request: RecipeRequest, names: Names, outline: readonly WeekOutline[]): Settled<Span> => {
  const unit = request.unit ?? 'km'
  const [usualStart, usualPeak] = names.level.weekly[names.race.race]
  const inUnit = (distance: Distance): number => amountIn(distance, unit)
  const least = inUnit(leastOf(names))
  const bounded = (amount: number): number => clamp(amount, least, inUnit(USUAL_A_DAY) * names.days)
  const asked = { start: request.start && inUnit(request.start), peak: request.peak && inUnit(request.peak) }
  const growth = usualPeak / usualStart
  const usual = bounded(asked.peak === undefined ? inUnit(kilometres(usualStart)) : asked.peak / growth)
  const start = asked.start ?? usual
  const reachable = reachableFrom(start, outline)
  const wished = asked.start === undefined ? bounded(inUnit(kilometres(usualPeak))) : start * growth
  const peak = asked.peak ?? Math.min(Math.max(start, wished), reachable)
  const wrong = faultOfSpan({ start, peak, reachable, least }, names, unit)
  return wrong ?? ok({ start, peak, assumed: assumptionsOf(request, names) })
}

interface Asked {
  readonly start: number
  readonly peak: number
  readonly reachable: number
  readonly least: number
}

const rounded = (amount: number): string => plainNumber(Math.round(amount), 0)

const faultOfSpan = ({ start, peak, reachable, least }: Asked, { race, weeks, days }: Names, unit: LongUnit) => {
  const most = amountIn(MOST_A_DAY, unit) * days
  if (!(start >= least)) {
    const needed = plainNumber(Math.ceil(least), 0)
    const fix = `Start from ${needed} ${unit} a week${days > RECIPE_DAYS.least ? ', or run on fewer days' : ''}: build up to it with easy running first.`
    return fault(
      'too little',
      `${plainNumber(start, 1)} ${unit} a week on ${days} days are too few for the sessions of the ${race.name}.`,
      fix,
    )
  }
  if (!(peak <= most)) {
    return fault(
      'too much',
      `${rounded(peak)} ${unit} on ${days} days are too much.`,
      `Ask for ${rounded(most)} ${unit} at most, or more days.`,
    )
  }
  if (peak < start) {
    return fault(
      'too little',
      `The highest week, ${rounded(peak)} ${unit}, is under the first, ${rounded(start)} ${unit}.`,
      'Ask for a peak of the start or more.',
    )
  }
  if (peak > reachable * LENIENCE) {
    return fault(
      'too steep',
      `From ${rounded(start)} ${unit}, ${weeks} weeks lead to ${rounded(reachable)} ${unit} in steps of 8 %, not to ${rounded(peak)} ${unit}.`,
      `Ask for a peak of ${plainNumber(Math.floor(reachable), 0)} ${unit}, start higher, or take more weeks.`,
    )
  }
  return undefined
}

/** A peak this close to what can be reached is rounding. */
const LENIENCE = 1.005

const assumptionsOf = (request: RecipeRequest, { days, level }: Names): readonly string[] => [
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

/** Share of the week that warm-up and cool-down of one key session take at most (convention). */
const AROUND_SHARE = 0.1

const aroundFor = (start: number, { level }: Names, unit: LongUnit): number =>
  upToGrid(Math.min(amountIn(kilometres(level.around), unit), start * AROUND_SHARE), 0.5)

/** A test is at most this share of the week it begins with; else, and with one key session a week, it is over 2000 m. */
const TEST_SHARE = 0.065
const SHORT_TEST = 2000

const testFor = (start: number, { level, race }: Names, unit: LongUnit): number =>
  level.keys === 1 || race.test > start * METRES_PER[unit] * TEST_SHARE ? SHORT_TEST : race.test

/** A request checked and completed; the first thing that is wrong with it, and what to change. */
export const settle = (request: RecipeRequest): Settled<Brief> => {
  const names = namesOf(request)
  if (!names.ok) return names
  const span = spanOf(request, names.value, outlineOf(names.value))
  if (!span.ok) return span
  const { start, peak, assumed } = span.value
  const unit = request.unit ?? 'km'
  const grid = start < WHOLE_FROM ? 0.5 : 1
  return ok({
    ...names.value,
    unit,
    grid,
    start: onGrid(start, grid),
    peak: onGrid(peak, grid),
    around: aroundFor(start, names.value, unit),
    test: testFor(start, names.value, unit),
    gym: request.gym ?? true,
    longRunDay: request.longRunDay ?? DEFAULT_DAY,
    raceDay: request.raceDay ?? DEFAULT_DAY,
    assumed,
  })
}
