import { weekdayOf } from '../../calendar/day.ts'
import { weeksOf, type Allow, type Phase, type Plan, type Session, type Week } from '../../plan/plan.ts'
import { check } from '../../rules/check.ts'
import { ENTRY_RULES } from '../../rules/entry/rules.ts'
import type { Finding } from '../../rules/finding.ts'
import { RULES } from '../../rules/all.ts'
import { singleRun } from '../../rules/volume/single-run.ts'
import { scheduleOf } from '../../schedule/of-plan.ts'
import type { SpeedAt } from '../../workout/estimate.ts'
import type { Season, SeasonSession, SeasonWeek } from '../season.ts'

/**
 * The season told as a plan: its weeks from 1, its sessions on the weekdays and at the clock times where they stand, so
 * that whatever reads plans reads it too. What its author allows stays allowed.
 */
export const planOfSeason = (season: Season): Plan => {
  const { plan, weeks } = season
  const phases: { readonly name: string | null; readonly weeks: Week[] }[] = []
  for (const week of weeks) {
    const open = phases.at(-1)
    const told = weekOf(week, plan)
    if (open && open.name === week.phase) open.weeks.push(told)
    else phases.push({ name: week.phase, weeks: [told] })
  }
  const { margin: _margin, closing: _closing, lineMargins: _lines, ...kept } = plan
  return { ...kept, phases: phases.map((phase) => ({ ...phase, ...allowsOf(phaseOf(plan, phase.name)) })) }
}

const phaseOf = ({ phases }: Plan, name: string | null): Phase | undefined =>
  phases.find((phase) => phase.name === name)

const allowsOf = (
  element: { readonly allows?: readonly Allow[] } | undefined,
): { readonly allows?: readonly Allow[] } => (element?.allows ? { allows: element.allows } : {})

const weekOf = (week: SeasonWeek, plan: Plan): Week => {
  const planned = week.sessions.find(({ origin }) => origin.kind === 'plan')?.origin
  return {
    number: week.number,
    kind: week.kind,
    statedTotal: null,
    objective: week.objective,
    sessions: week.sessions.map((session) => sessionOf(session, plan)),
    ...allowsOf(planned?.kind === 'plan' ? weeksOf(plan)[planned.week] : undefined),
  }
}

const sessionOf = ({ day, slot, start, workout, origin }: SeasonSession, plan: Plan): Session => ({
  day: weekdayOf(day),
  slot,
  clock: start,
  workout,
  ...allowsOf(origin.kind === 'plan' ? weeksOf(plan)[origin.week]?.sessions[origin.session] : undefined),
})

/** A place where the season does not respect a rule. */
export interface SeasonFinding extends Omit<Finding, 'place'> {
  /** Week of the season from 1. */
  readonly week?: number
  readonly session?: SeasonSession
}

/** Rules that speak of a plan as its author wrote it: a season answers them in its decisions, or is not asked. */
const NOT_OF_SEASONS: ReadonlySet<string> = new Set([...ENTRY_RULES.map(({ id }) => id), 'weekly-total', 'phases'])
/** What `allow` has to say is about the plan's text. */
const OF_TEXT: ReadonlySet<string> = new Set(['unused-allow', 'unknown-rule'])

/** What the rules say of the season as it stands, in the order of its weeks. */
export const checkSeason = (season: Season, speedAt: SpeedAt): readonly SeasonFinding[] => {
  const rules = RULES.filter(({ id }) => !NOT_OF_SEASONS.has(id))
  return check(scheduleOf(planOfSeason(season), speedAt), { athlete: season.athlete, rules })
    .filter(({ rule }) => !OF_TEXT.has(rule))
    .map(({ place, ...finding }) => ({ ...finding, ...whereIn(season, place) }))
    .filter((finding) => !isOfTheUnknown(season, finding))
}

/** Weeks of a season that are compared with what was run before it, which the season does not hold. */
const COMPARED = 4

/** Rules that ask a week for what only a whole one has, or compare it with one. */
const OF_WHOLE_WEEKS: ReadonlySet<string> = new Set(['recovery-weeks', 'alternation', 'unilateral', 'added-runs'])

/** A race is as long as it is. */
const holdsRace = (week: SeasonWeek | undefined): boolean =>
  week?.sessions.some(({ hardness }) => hardness === 'race') === true

/**
 * Growth in the first weeks is growth on what the athlete brings: fitted to that where it is stated, unknown where not.
 * A first week that is only a part of one tells nothing of what the athlete is used to.
 */
const isOfTheUnknown = ({ athlete, today, weeks }: Season, { rule, week = Infinity }: SeasonFinding): boolean => {
  const begins = weeks[0] && weeks[0].monday < today ? 1 : 0
  if (OF_WHOLE_WEEKS.has(rule) && begins > 0) return week <= (rule === 'unilateral' ? 1 : 2)
  if (rule === 'growth') return week <= COMPARED + begins || holdsRace(weeks[week - 1])
  const looksBack = singleRun.parameters.days.value / 7
  return rule === 'single-run' && athlete.longestRun === undefined && week <= looksBack + begins
}

const whereIn = ({ weeks }: Season, place: Finding['place']): Pick<SeasonFinding, 'week' | 'session'> => {
  if (place.kind === 'plan' || place.kind === 'phase') return {}
  const week = weeks[place.week]
  if (!week) return {}
  const session = place.kind === 'session' ? week.sessions[place.session] : undefined
  return { week: week.number, ...(session ? { session } : {}) }
}
