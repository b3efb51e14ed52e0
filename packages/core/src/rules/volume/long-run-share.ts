import { isRaceWeek, isTaperWeek, runsOf } from '../../schedule/training-weeks.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { countText, dayText, lengthText, percentText } from '../say.ts'

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
  check: ({ schedule: { weeks, plan }, figures }) =>
    weeks
      .filter((week) => !isRaceWeek(week) && !isTaperWeek(week))
      .flatMap((week) => {
        const runs = runsOf(week)
        const share = shareFor(new Set(runs.map(({ day }) => day)).size, figures)
        const longest = longestOf(runs)
        const length = longest?.estimate.distance
        if (!longest || !length || !week.distance || length <= week.distance * share) return []
        return [
          {
            place: longest.place,
            message: `The ${lengthText(length, plan.unit)} on ${dayText(longest)} are ${percentText(length / week.distance)} of the week's ${lengthText(week.distance, plan.unit)}; with ${countText(runs.length, 'run')} up to ${percentText(share)} is in proportion.`,
            fix: `Shorten the run to ${lengthText(week.distance * share, plan.unit)}, or spread the difference over the other days.`,
          },
        ]
      }),
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
