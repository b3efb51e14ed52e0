import { goalRaceOf } from '../../schedule/races.ts'
import { highestBefore } from '../../schedule/training-weeks.ts'
import type { Rule } from '../rule.ts'
import { lengthText, listText, percentText, weeksText } from '../say.ts'

/** The weeks after the goal race are a rest, where the plan goes on. */
export const afterRace: Rule<'share' | 'weeks' | 'lookback'> = {
  id: 'after-race',
  statements: [{ number: 'R88', document: '000' }],
  basis: 'the share is convention',
  level: 'warning',
  what: 'The two weeks after the goal race hold at most 60 % of the running before it.',
  why: 'A cycle ends with two to three weeks of reduced training; the next one is built on them.',
  example: 'A plan that goes back to full weeks the Monday after its race.',
  change: 'Cut the weeks after the race, end the plan with the race, or allow after-race with a reason.',
  parameters: {
    share: { value: 0.6, unit: 'of the highest week', meaning: 'most running in a week after the race (convention)' },
    weeks: { value: 2, unit: 'weeks', meaning: 'weeks after the race (R88: 2 to 3)' },
    lookback: { value: 6, unit: 'weeks', meaning: 'weeks before the race that are looked at (convention)' },
  },
  implies: ['race-gaps', 'growth'],
  check: ({ schedule, figures }) => {
    const goal = goalRaceOf(schedule)
    if (!goal) return []
    const { week } = goal.session.place
    const highest = highestBefore(schedule.weeks, week, figures.lookback)
    if (highest === undefined) return []
    const full = schedule.weeks
      .slice(week + 1, week + 1 + figures.weeks)
      .filter(({ distance }) => distance !== null && distance > figures.share * highest)
    const [first] = full
    if (!first) return []
    const { unit } = schedule.plan
    const amounts = listText(full.map(({ distance }) => lengthText(distance ?? 0, unit)))
    return [
      {
        place: { kind: 'week', week: first.index },
        message: `${amounts} in ${weeksText(full)}, right after the race; the rule wants at most ${lengthText(figures.share * highest, unit)}, ${percentText(figures.share)} of the highest week before it.`,
        fix: 'Two to three weeks of short easy running first.',
      },
    ]
  },
}
