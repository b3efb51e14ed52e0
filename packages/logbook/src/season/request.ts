import {
  fail,
  fitSeason,
  makeRecipe,
  ok,
  paceBookOn,
  speedAt,
  speedsOf,
  type Athlete,
  type Day,
  type Plan,
  type Result,
  type Season,
  type SpeedAt,
} from '@bell-lap/core'
import { makePlan, parseAthlete, parsePlan, readPlan } from '@bell-lap/formats'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { seePlan } from '../plans/find-plan.ts'
import type { AthleteJson, PlanChoice, SeasonRequest } from '../views/making.ts'
import { dayAt, dayOfText } from './clock.ts'

/** A season that was asked for, and who for. */
export interface Asked {
  readonly season: Season
  readonly athlete: Athlete
  readonly speeds: SpeedAt
  readonly name: string
}

/** Makes the season that a request asks for, today; nothing is kept. */
export const askedSeason = async (
  logbook: Logbook,
  owner: AthleteId,
  request: SeasonRequest,
): Promise<Result<Asked, LogbookFault>> => {
  const athlete = athleteOf(request.athlete)
  if (!athlete.ok) return athlete
  const plan = await planOf(logbook, owner, request.plan, athlete.value)
  if (!plan.ok) return plan
  const today = dayAt(athlete.value, logbook.now())
  const speeds = speedsFor(plan.value, athlete.value, today)
  if (!speeds.ok) return speeds
  const raceDay = dayOfText(request.race_day)
  const made = fitSeason({ plan: plan.value, athlete: athlete.value, raceDay, today, speedAt: speeds.value })
  if (!made.ok) {
    const { code, message, change } = made.fault
    return fail({ code: 'refused', reason: code, message, change })
  }
  const season = named(made.value, request.race_name)
  return ok({ season, athlete: athlete.value, speeds: speeds.value, name: plan.value.name ?? season.race.name })
}

const named = (season: Season, name: string | undefined): Season =>
  name === undefined || name.trim() === '' ? season : { ...season, race: { ...season.race, name: name.trim() } }

/** The athlete file field by field: what is wrong with it, and what to write. */
const athleteOf = (json: AthleteJson): Result<Athlete, LogbookFault> => {
  const athlete = parseAthlete(JSON.stringify(json))
  if (athlete.ok) return athlete
  return fail({ code: 'invalid', reason: 'athlete', message: athlete.fault.join('\n') })
}

const planOf = async (
  logbook: Logbook,
  owner: AthleteId,
  choice: PlanChoice,
  athlete: Athlete,
): Promise<Result<Plan, LogbookFault>> => {
  switch (choice.kind) {
    case 'plan': {
      const found = await seePlan(logbook, owner, choice.id)
      return found.ok ? ok(asWritten(readPlan(found.value.text).plan)) : found
    }
    case 'text':
      return ok(asWritten(readPlan(choice.text).plan))
    case 'recipe':
      return recipeOf(choice, athlete)
    default:
      return choice satisfies never
  }
}

/** The plan as its canonical text says it, which is what the season's file keeps. */
const asWritten = (plan: Plan): Plan => parsePlan(makePlan(plan)).plan

const recipeOf = (
  { race, weeks, level }: Extract<PlanChoice, { kind: 'recipe' }>,
  { unit, gym, longRunDay }: Athlete,
): Result<Plan, LogbookFault> => {
  const made = makeRecipe({
    recipe: 'fusion',
    race,
    weeks,
    level,
    ...(unit === undefined ? {} : { unit }),
    ...(gym === undefined ? {} : { gym }),
    ...(longRunDay === undefined ? {} : { longRunDay }),
  })
  if (made.ok) return ok(asWritten(made.value))
  const { code, message, fix } = made.fault
  return fail({ code: 'refused', reason: `recipe-${code.replaceAll(' ', '-')}`, message, change: fix })
}

/** The athlete's own speeds on the day; of the nominal runner where no mark is stated. Marks that carry none are a mistake. */
const speedsFor = (plan: Plan, athlete: Athlete, today: Day): Result<SpeedAt, LogbookFault> => {
  if (athlete.marks.length === 0) return ok(speedsOf(plan))
  const book = paceBookOn({ plan, athlete }, today)
  if (book.ok) return ok((pace) => speedAt(book.value, pace))
  return fail({
    code: 'refused',
    reason: 'marks',
    message: `The marks make no paces: ${book.fault.message}`,
    change: 'Check distance, time and day of each.',
  })
}
