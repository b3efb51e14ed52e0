import type { ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import { isRaceWeek, isTaperWeek, runsOf } from '../../schedule/training-weeks.ts'
import type { LongUnit } from '../../units/distance.ts'
import { placeOfWeeks } from '../places.ts'
import type { Breach, Rule } from '../rule.ts'
import { countText, dayText, lengthText, percentText, weeksText } from '../say.ts'

type Figure = 'five' | 'four' | 'three'

/** The long run is a part of the week, not the week. */
export const longRunShare: Rule<Figure> = {
  id: 'long-run-share',
  statements: [],
  basis: 'Daniels, Running Formula',
  level: 'warning',
  what: 'The longest run is at most 30 % of the week with five or more runs, 35 % with four, 40 % with three.',
  why: 'A long run that stands alone is a spike in the week: Daniels keeps it to 25 to 30 % of the week.',
  example: 'A week of 50 km in five runs, 20 km of it on Sunday.',
  change: 'Shorten the long run or spread its kilometres over the week; the shares are parameters.',
  parameters: {
    five: { value: 0.3, unit: 'of the week', meaning: 'with five or more runs (Daniels)' },
    four: { value: 0.35, unit: 'of the week', meaning: 'with four runs (convention)' },
    three: { value: 0.4, unit: 'of the week', meaning: 'with three runs; with fewer there is no limit (convention)' },
  },
  check: ({ schedule: { weeks, plan }, figures }) => {
    const found = weeks
      .filter((week) => !isRaceWeek(week) && !isTaperWeek(week))
      .flatMap((week) => tooLongIn(week, figures))
    return found.length >= TOGETHER ? [together(found)] : found.map((each) => breachOf(each, plan.unit))
  },
}

/** From so many weeks on it is the plan's way, and one finding. */
const TOGETHER = 3

interface TooLong {
  readonly week: ScheduledWeek
  readonly run: ScheduledSession
  /** Metres of the run and of its week. */
  readonly length: number
  readonly total: number
  readonly days: number
  /** Share of the week that is in proportion. */
  readonly most: number
}

const tooLongIn = (week: ScheduledWeek, figures: { readonly [Name in Figure]: number }): readonly TooLong[] => {
  const runs = runsOf(week)
  const days = new Set(runs.map(({ day }) => day)).size
  const most = shareFor(days, figures)
  const run = longestOf(runs)
  const length = run?.estimate.distance
  if (!run || !length || !week.distance || length <= week.distance * most) return []
  return [{ week, run, length, total: week.distance, days, most }]
}

const shareFor = (days: number, figures: { readonly [Name in Figure]: number }): number => {
  if (days >= 5) return figures.five
  if (days === 4) return figures.four
  return days === 3 ? figures.three : 1
}

/** A test or race is no long run. */
const longestOf = (runs: readonly ScheduledSession[]): ScheduledSession | undefined =>
  runs
    .filter(({ hardness }) => hardness !== 'race' && hardness !== 'test')
    .toSorted((a, b) => (b.estimate.distance ?? 0) - (a.estimate.distance ?? 0))[0]

const breachOf = ({ run, length, total, days, most }: TooLong, unit: LongUnit): Breach => ({
  place: run.place,
  message: `The ${lengthText(length, unit)} on ${dayText(run)} are ${percentText(length / total)} of the week's ${lengthText(total, unit)}; with ${countText(days, 'run')} up to ${percentText(most)} is in proportion.`,
  fix: `Shorten the run to ${lengthText(total * most, unit)}, or spread the difference over the other days.`,
})

const together = (found: readonly TooLong[]): Breach => {
  const weeks = found.map(({ week }) => week)
  const shares = found.map(({ length, total }) => length / total)
  const most = [...new Set(found.map((each) => each.most))].map(percentText).join(' or ')
  return {
    place: placeOfWeeks(weeks),
    message: `The longest run is ${percentText(Math.min(...shares))} to ${percentText(Math.max(...shares))} of the week in ${weeksText(weeks)}; up to ${most} is in proportion to the runs of a week.`,
    fix: 'Shorten the long runs, or spread the difference over the other days.',
  }
}
