import { kilometres, metres } from '../../units/distance.ts'
import { plainNumber } from '../../units/text.ts'
import type { Distance } from '../../units/quantity.ts'
import type { Athlete } from '../../athlete/athlete.ts'
import type { Decision } from '../season.ts'
import type { ChosenWeek } from './weeks.ts'

/** How far a week may go, and why that and not the plan's own distance. */
export interface WeekTarget {
  readonly distance: Distance
  /** Share of the plan's week; 1 leaves it as written. Base weeks have no plan to compare with. */
  readonly factor: number
}

/** Growth against the highest of the last four weeks (defaults: a note above this). */
const GROWTH = 1.1
const LEAST_STEP = kilometres(5)
const LOOKBACK = 4
/** A base week eases off where the plan has none near (R148). */
const BASE_DELOAD = 0.8
const DELOAD_EVERY = 4

const planDistance = (week: ChosenWeek): Distance | null => week.source?.distance ?? null

/** A week that the plan means to be lighter than the one before keeps its share of it. */
const easesOff = (week: ChosenWeek): boolean =>
  week.source?.source.kind === 'recovery' || week.source?.source.kind === 'taper' || week.source?.source.kind === 'race'

/**
 * Distance of each week: the plan's own, as far as it can be reached from the athlete's recent mean by steps of a tenth
 * (or 5 km) over the highest of the last four weeks. Weeks that ease off keep the plan's share of the week before them.
 * Without a recent mean the plan stays as written, and the assumption is told.
 */
export const targetsOf = (
  weeks: readonly ChosenWeek[],
  athlete: Athlete,
): { readonly targets: readonly WeekTarget[]; readonly decisions: readonly Decision[] } => {
  const recent = athlete.weekly ?? null
  const targets: WeekTarget[] = []
  for (const [index, week] of weeks.entries()) targets.push(targetOf(week, index, weeks, targets, recent))
  return { targets, decisions: decisionsOf(weeks, targets, recent) }
}

const targetOf = (
  week: ChosenWeek,
  index: number,
  weeks: readonly ChosenWeek[],
  before: readonly WeekTarget[],
  recent: Distance | null,
): WeekTarget => {
  const planned = planDistance(week)
  const cap = capOf(before, recent)
  if (planned === null) return baseTarget(index, weeks, before, recent, cap)
  const eased = easedDistance(week, index, weeks, before)
  const wanted = eased === null ? planned : Math.min(planned, eased)
  const distance = cap === null ? wanted : Math.min(wanted, cap)
  return { distance: metres(distance), factor: planned === 0 ? 1 : distance / planned }
}

/** Highest of the last four weeks and the recent mean, and a step above it. */
const capOf = (before: readonly WeekTarget[], recent: Distance | null): number | null => {
  if (recent === null) return null
  const last = before.slice(-LOOKBACK).map(({ distance }) => distance)
  const highest = Math.max(...last, ...(before.length < LOOKBACK ? [recent] : []))
  return Math.max(highest * GROWTH, highest + LEAST_STEP)
}

/** Share that the plan itself takes off: against its own last week that does not ease. */
const easedDistance = (
  week: ChosenWeek,
  index: number,
  weeks: readonly ChosenWeek[],
  before: readonly WeekTarget[],
): number | null => {
  if (!easesOff(week)) return null
  const reference = weeks.findLastIndex((each, at) => at < index && each.source !== null && !easesOff(each))
  const full = weeks[reference] && planDistance(weeks[reference])
  const fitted = before[reference]?.distance
  const own = planDistance(week)
  return full && fitted && own !== null ? (fitted * own) / full : null
}

/** Base weeks climb evenly from the recent mean towards the plan's first week, every fourth one easing off. */
const baseTarget = (
  index: number,
  weeks: readonly ChosenWeek[],
  before: readonly WeekTarget[],
  recent: Distance | null,
  cap: number | null,
): WeekTarget => {
  const count = weeks.findIndex(({ source }) => source !== null)
  const first = weeks[count] ? (planDistance(weeks[count]) ?? 0) : 0
  const from = Math.min(recent ?? first * 0.85, first)
  const wanted = from + ((first - from) * (index + 1)) / (count + 1)
  const full = Math.min(wanted, cap ?? Infinity)
  const eases = (count - index) % DELOAD_EVERY === 0 && index > 1 && before.length > 0
  return { distance: metres(eases ? full * BASE_DELOAD : full), factor: 1 }
}

const decisionsOf = (
  weeks: readonly ChosenWeek[],
  targets: readonly WeekTarget[],
  recent: Distance | null,
): readonly Decision[] => {
  if (recent === null) {
    return [
      {
        what: 'weekly distances as written',
        because: 'the recent weekly distance is not stated: give weekly_km, and the plan is fitted to it',
        rule: 'C4',
      },
    ]
  }
  const scaled = targets.map(({ factor }, index) => ({ factor, index })).filter(({ factor }) => factor < 0.995)
  const smallest = scaled.reduce((least, each) => Math.min(least, each.factor), 1)
  const kilometresText = (distance: number): string => `${plainNumber(distance / 1000, 1)} km`
  if (scaled.length === 0)
    return [
      {
        what: 'weekly distances as written',
        because: `the plan grows from your ${kilometresText(recent)} by steps of at most a tenth`,
        rule: 'C4',
      },
    ]
  const first = weeks.find(({ source }) => source !== null)
  const wants = (first && planDistance(first)) ?? 0
  const tooBig: Decision[] =
    smallest < 0.75
      ? [
          {
            what: 'this plan is too big for you now',
            rule: 'C4',
            because: `it begins with ${kilometresText(wants)} and you run ${kilometresText(recent)}: the season is scaled, down to ${Math.round(smallest * 100)} % of it; about ${weeksToReach(recent, wants)} more weeks of easy running would get you to its first week as written`,
          },
        ]
      : []
  return [
    ...tooBig,
    ...scaled.map(({ factor, index }): Decision => ({
      week: index + 1,
      rule: 'R39',
      what: `week ${index + 1} at ${Math.round(factor * 100)} % of the plan's distance`,
      because: `not more than a tenth, or 5 km, above the highest of the four weeks before it`,
    })),
  ]
}

const weeksToReach = (recent: number, wanted: number): number => {
  let weeks = 0
  for (let distance = recent; distance < wanted && weeks < 52; weeks++)
    distance = Math.max(distance * GROWTH, distance + LEAST_STEP)
  // Every fourth week eases off.
  return Math.ceil((weeks * 4) / 3)
}
