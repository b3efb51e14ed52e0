import {
  checkSeason,
  makeDay,
  ok,
  RECIPE_RACES,
  RECIPE_WEEKS,
  weekdayOf,
  weeksOf,
  type LongUnit,
  type Result,
  type Season,
  type SeasonWeek,
} from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { shippedPlans } from '../plans/shipped.ts'
import type { Alternative, PlanChoice, PreviewWeek, SeasonPreview, SeasonRequest } from '../views/making.ts'
import { askedSeason } from './request.ts'
import { shortTitle } from './title.ts'
import { decisionView, findingView } from './words.ts'

/** The season that a request makes, before anybody lives it. */
export const previewSeason = async (
  logbook: Logbook,
  athlete: AthleteId,
  request: SeasonRequest,
): Promise<Result<SeasonPreview, LogbookFault>> => {
  const asked = await askedSeason(logbook, athlete, request)
  if (!asked.ok) return asked
  const { season, speeds, name } = asked.value
  const unit = season.athlete.unit ?? season.plan.unit
  return ok({
    name,
    weeks: season.weeks.map((week) => previewWeek(week, unit)),
    findings: checkSeason(season, speeds).map(findingView),
    decisions: season.decisions.map(decisionView),
    alternatives: await alternativesTo(logbook, request.plan, season),
    too_much: tooMuch(season),
  })
}

const RUNNING = ['run', 'race', 'test', 'mixed']
const HIGHLIGHTS = ['key', 'test', 'race', 'long']

const previewWeek = ({ number, monday, kind, phase, objective, sessions }: SeasonWeek, unit: LongUnit): PreviewWeek => {
  const runs = sessions.filter(({ workout }) => RUNNING.includes(workout.kind))
  const sum = (of: 'distance' | 'duration'): number =>
    runs.reduce((all, { estimated }) => all + (estimated[of] ?? 0), 0)
  return {
    number,
    monday: makeDay(monday),
    kind,
    phase,
    objective,
    distance_m: sum('distance'),
    duration_s: sum('duration'),
    strength: sessions.filter(({ workout }) => workout.kind === 'strength').length,
    highlights: sessions
      .filter(({ hardness }) => HIGHLIGHTS.includes(hardness))
      .map((session) => ({
        day: weekdayOf(session.day),
        title: shortTitle(session, unit),
        hardness: session.hardness,
      })),
  }
}

/** What the fit says where a plan is beyond the athlete: it stands among the decisions on volume, under C4. */
const tooMuch = ({ decisions }: Season): string | null => {
  const told = decisions.find(({ about, rule, what, week }) => {
    return about === 'volume' && rule === 'C4' && week === undefined && what.includes('too big')
  })
  return told ? `${upper(told.what)}: ${told.because}.` : null
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Other ways to the same race: plans of the library, and a recipe of as many weeks as there are. */
const alternativesTo = async (logbook: Logbook, chosen: PlanChoice, season: Season): Promise<Alternative[]> => {
  const there = season.weeks.length
  const race = season.plan.races[0]?.name ?? null
  const plans = (await shippedPlans(logbook.planFolder))
    .filter(({ id }) => chosen.kind !== 'plan' || chosen.id !== id)
    .filter((plan) => plan.weeks > 1 && (race === null || plan.race === null || plan.race === race))
    .map(({ id, name, weeks }): Alternative => ({
      plan: { kind: 'plan', id },
      name,
      weeks,
      because: `${weeks} weeks; there are ${there} to the race`,
    }))
  return [...plans, ...recipeFor(chosen, season, race)]
}

const recipeFor = (chosen: PlanChoice, season: Season, race: string | null): readonly Alternative[] => {
  const known = RECIPE_RACES.find((each) => each === race || `${each}m` === race)
  const weeks = Math.min(RECIPE_WEEKS.most, season.weeks.length)
  if (known === undefined || weeks < RECIPE_WEEKS.least) return []
  const [own, beginner] = [chosen.kind === 'recipe' ? chosen.level : undefined, tooMuch(season) !== null]
  const level = beginner ? 'beginner' : 'intermediate'
  if (own === level && chosen.kind === 'recipe' && chosen.weeks === weeks) return []
  return [
    {
      plan: { kind: 'recipe', race: known, weeks, level },
      name: `Fusion ${known}, ${level}`,
      weeks,
      because: beginner
        ? 'it begins with less running'
        : `it is made for the ${weeks} weeks that there are${weeks === weeksOf(season.plan).length ? '' : ', not cut to them'}`,
    },
  ]
}
