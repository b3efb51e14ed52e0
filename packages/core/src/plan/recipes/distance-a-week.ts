import { ok } from '../../result.ts'
import { amountIn, kilometres, type LongUnit } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import { plainNumber } from '../../units/text.ts'
import type { Choices } from './choices.ts'
import { faultOf, type Settled } from './fault.ts'
import type { WeekOutline } from './outline.ts'
import { RECIPE_DAYS, type RecipeRequest } from './request.ts'
import { reachableFrom } from './volume.ts'

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

/** Running a week from the first to the highest, in the plan's unit. */
export interface Span {
  readonly start: number
  readonly peak: number
}

const leastOf = ({ race, days }: Choices): Distance => {
  const ofDays = LEAST_OF_DAYS[days]
  return ofDays !== undefined && ofDays > race.least ? ofDays : race.least
}

const clamp = (amount: number, low: number, high: number): number => Math.min(high, Math.max(low, amount))

/** Distance at the start and at the highest: what the runner says, else what level, race and days suggest. */
export const spanOf = (request: RecipeRequest, choices: Choices, outline: readonly WeekOutline[]): Settled<Span> => {
  const unit = request.unit ?? 'km'
  const [usualStart, usualPeak] = choices.level.weekly[choices.race.race]
  const inUnit = (distance: Distance): number => amountIn(distance, unit)
  const least = inUnit(leastOf(choices))
  const bounded = (amount: number): number => clamp(amount, least, inUnit(USUAL_A_DAY) * choices.days)
  const asked = { start: request.start && inUnit(request.start), peak: request.peak && inUnit(request.peak) }
  const growth = usualPeak / usualStart
  const usual = bounded(asked.peak === undefined ? inUnit(kilometres(usualStart)) : asked.peak / growth)
  const start = asked.start ?? usual
  const reachable = reachableFrom(start, outline)
  const wished = asked.start === undefined ? bounded(inUnit(kilometres(usualPeak))) : start * growth
  const peak = asked.peak ?? Math.min(Math.max(start, wished), reachable)
  const wrong = faultOfSpan({ start, peak, reachable, least }, choices, unit)
  return wrong ?? ok({ start, peak })
}

interface Asked {
  readonly start: number
  readonly peak: number
  readonly reachable: number
  readonly least: number
}

const rounded = (amount: number): string => plainNumber(Math.round(amount), 0)

const faultOfSpan = ({ start, peak, reachable, least }: Asked, { race, weeks, days }: Choices, unit: LongUnit) => {
  const most = amountIn(MOST_A_DAY, unit) * days
  if (!(start >= least)) {
    const needed = plainNumber(Math.ceil(least), 0)
    const fix = `Start from ${needed} ${unit} a week${days > RECIPE_DAYS.least ? ', or run on fewer days' : ''}: build up to it with easy running first.`
    return faultOf(
      'too little',
      `${plainNumber(start, 1)} ${unit} a week on ${days} days are too few for the sessions of the ${race.name}.`,
      fix,
    )
  }
  if (!(peak <= most)) {
    return faultOf(
      'too much',
      `${rounded(peak)} ${unit} on ${days} days are too much.`,
      `Ask for ${rounded(most)} ${unit} at most, or more days.`,
    )
  }
  if (peak < start) {
    return faultOf(
      'too little',
      `The highest week, ${rounded(peak)} ${unit}, is under the first, ${rounded(start)} ${unit}.`,
      `Ask for a peak of ${rounded(Math.ceil(start))} ${unit} or more.`,
    )
  }
  if (peak > reachable * LENIENCE) {
    return faultOf(
      'too steep',
      `From ${rounded(start)} ${unit}, ${weeks} weeks lead to ${rounded(reachable)} ${unit} in steps of 8 %, not to ${rounded(peak)} ${unit}.`,
      `Ask for a peak of ${plainNumber(Math.floor(reachable), 0)} ${unit}, start higher, or take more weeks.`,
    )
  }
  return undefined
}

/** A peak this close to what can be reached is rounding. */
const LENIENCE = 1.005
