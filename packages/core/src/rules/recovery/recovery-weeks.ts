import { easesOff, highestBefore } from '../../schedule/training-weeks.ts'
import type { Rule } from '../rule.ts'
import { beginning, lengthText, percentText, weeksText } from '../say.ts'

/** A week that is called recovery has clearly less running. */
export const recoveryWeeks: Rule<'share' | 'lookback'> = {
  id: 'recovery-weeks',
  statements: [{ number: 'R38', document: '000' }],
  level: 'warning',
  what: 'A week that is called recovery has at most four fifths of the highest of the three weeks before it.',
  why: 'A name rests nobody. Document 000 takes 25 % off in week 4 and 23 % in week 8.',
  example: 'week 4 recovery with 55 miles after a week of 57.',
  change: 'Take a fifth or more off the week, or do not call it recovery.',
  parameters: {
    share: {
      value: 0.8,
      unit: 'of the highest week',
      meaning: 'at or below this share a week recovers (document 000: 0.75 and 0.77)',
    },
    lookback: { value: 3, unit: 'weeks', meaning: 'weeks that it is compared with (convention)' },
  },
  implies: ['deload', 'deload-quality', 'alternation'],
  check: ({ schedule: { weeks, plan }, figures: { share, lookback } }) =>
    weeks.flatMap((week) => {
      const highest = highestBefore(weeks, week.index, lookback)
      if (week.source.kind !== 'recovery' || week.distance === null || highest === undefined || highest === 0) return []
      if (easesOff(weeks, week.index, { share, lookback })) return []
      const [now, then] = [lengthText(week.distance, plan.unit), lengthText(highest, plan.unit)]
      return [
        {
          place: { kind: 'week', week: week.index },
          message: `${beginning(weeksText([week]))} is called recovery, but its ${now} are ${percentText(week.distance / highest)} of the ${then} before it; recovery is ${percentText(share)} or less.`,
          fix: `Bring the week to ${lengthText(highest * share, plan.unit)} or less.`,
        },
      ]
    }),
}
