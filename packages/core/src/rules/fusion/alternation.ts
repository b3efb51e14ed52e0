import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { blocksOf } from '../../schedule/training-weeks.ts'
import { qualityMetres } from '../../schedule/work.ts'
import type { Rule } from '../rule.ts'
import { changeText, weeksText } from '../say.ts'

/** A week adds volume or intensity, not both. */
export const alternation: Rule<'more' | 'metres'> = {
  id: 'alternation',
  statements: [
    { number: 'R118', document: '002' },
    { number: 'R140', document: '002' },
  ],
  conflicts: ['C17'],
  basis: 'the document names no number',
  level: 'warning',
  style: true,
  what: 'Volume and intensity take turns: a week does not add clearly to both.',
  why: 'Two loads that grow at once are how overreaching begins; one at a time can be absorbed, and undone.',
  example: 'From 50 to 56 km, and from 5 x 800 m to 8 x 1000 m in the same week.',
  change: 'Hold one of them for the week, or allow alternation with a reason.',
  parameters: {
    more: { value: 0.1, unit: 'of the week before', meaning: 'from here on it is clearly more (convention)' },
    metres: { value: 1000, unit: 'm', meaning: 'least fast running more that counts (convention)' },
  },
  implies: ['growth', 'quality-growth', 'overload', 'added-runs'],
  check: ({ schedule, figures: { more, metres } }) =>
    blocksOf(schedule).flatMap((block) =>
      block.flatMap((week, index) => {
        const before = block[index - 1]
        if (!before?.distance || week.distance === null || week.distance <= before.distance * (1 + more)) return []
        const [fast, fastBefore] = [fastIn(week), fastIn(before)]
        if (fastBefore === 0 || fast <= fastBefore * (1 + more) || fast < fastBefore + metres) return []
        return [
          {
            place: { kind: 'week', week: week.index },
            message: `${changeText(week.distance, before.distance)} running and ${changeText(fast, fastBefore)} fast running in ${weeksText([week])} at once.`,
            fix: 'Keep the sessions of last week and add the distance, or the other way round.',
          },
        ]
      }),
    ),
}

const fastIn = ({ sessions }: ScheduledWeek): number => qualityMetres(sessions)
