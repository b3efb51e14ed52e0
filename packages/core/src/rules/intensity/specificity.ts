import { blocksOf } from '../../schedule/training-weeks.ts'
import { metresAt } from '../../schedule/work.ts'
import { FAMILY_NAMES } from '../families.ts'
import type { Rule } from '../rule.ts'
import { lengthText, weeksText } from '../say.ts'

/** The nearer the race, the more running at its pace. */
export const specificity: Rule<'slack'> = {
  id: 'specificity',
  statements: [
    { number: 'R11', document: '000' },
    { number: 'R41', document: '000' },
  ],
  level: 'warning',
  what: 'From block to block the mean weekly running at the pace of the race does not fall.',
  why: 'Near the race the work becomes like the race in pace, duration and demand. Document 000 goes from 2.4 to 4 km a week at 5K pace over 4 to 6.4 to 8 to 9.2.',
  example: 'A 5K plan with 6 km a week at 5K pace in its first block and 2 km in its last.',
  change: 'Move race-pace sets from the first blocks to the last; recovery weeks, taper and race week are not counted.',
  parameters: {
    slack: { value: 0.05, unit: 'of the metres', meaning: 'smaller losses are none (convention)' },
  },
  implies: ['race-pace'],
  check: ({ schedule, figures }) => {
    const blocks = blocksOf(schedule).map((weeks) => ({
      weeks,
      metres: weeks.reduce((sum, { sessions }) => sum + metresAt(sessions, schedule.goal), 0) / weeks.length,
    }))
    return blocks.flatMap(({ weeks, metres }, index) => {
      const [before, first] = [blocks[index - 1], weeks[0]]
      if (!before || !first || metres >= before.metres * (1 - figures.slack)) return []
      const pace = FAMILY_NAMES[schedule.goal]
      return [
        {
          place: { kind: 'week', week: first.index },
          message: `${lengthText(metres, 'km')} a week at ${pace} in ${weeksText(weeks)}, after ${lengthText(before.metres, 'km')} in ${weeksText(before.weeks)}: nearer the race there should be more of it.`,
          fix: `Bring ${weeksText(weeks)} to ${lengthText(before.metres, 'km')} a week at ${pace} or more.`,
        },
      ]
    })
  },
}
