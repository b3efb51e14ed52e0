import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { blocksOf } from '../../schedule/training-weeks.ts'
import { distributionOf } from '../../schedule/work.ts'
import type { Rule } from '../rule.ts'
import { changeText, weeksText } from '../say.ts'

/** From block to block the load rises. */
export const overload: Rule<'slack'> = {
  id: 'overload',
  statements: [
    { number: 'R10', document: '000' },
    { number: 'R147', document: '002' },
  ],
  basis: 'Lucia 2003 for the weights',
  level: 'note',
  what: 'Each block of building weeks has on average at least the load of the block before it.',
  why: 'A body that has adapted needs a little more, in volume or in intensity; what builds up and falls back again trains nothing new.',
  example: 'Three weeks of 60 km, a recovery week, then three weeks of 45 km with the same sessions.',
  change: 'Let the later block keep what the earlier one reached; taper and recovery weeks are not counted.',
  parameters: {
    slack: { value: 0.03, unit: 'of the load', meaning: 'smaller losses are none (convention)' },
  },
  check: ({ schedule, figures }) => {
    const blocks = blocksOf(schedule)
    return blocks.flatMap((block, index) => {
      const before = blocks[index - 1]
      const first = block[0]
      if (!before || !first || meanLoad(block) >= meanLoad(before) * (1 - figures.slack)) return []
      return [
        {
          place: { kind: 'week', week: first.index },
          message: `The mean load of ${weeksText(block)} is ${changeText(meanLoad(block), meanLoad(before))} on that of ${weeksText(before)} (minutes easy, twice in the middle, three times hard); a block builds on the one before it.`,
          fix: 'Add easy running or repetitions to the later block.',
        },
      ]
    })
  },
}

/** Load of a week in weighted minutes: easy counts once, up to threshold twice, above three times (Lucia 2003). */
const loadOf = (week: ScheduledWeek): number => {
  const { low, middle, high } = distributionOf(week.sessions, 'time')
  return (low + 2 * middle + 3 * high) / 60
}

const meanLoad = (weeks: readonly ScheduledWeek[]): number =>
  weeks.reduce((sum, week) => sum + loadOf(week), 0) / weeks.length
