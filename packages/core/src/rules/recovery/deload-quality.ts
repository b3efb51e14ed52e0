import { isRecoveryWeek } from '../../schedule/training-weeks.ts'
import { qualityMetres } from '../../schedule/work.ts'
import type { Rule } from '../rule.ts'
import { beginning, lengthText, percentText, weeksText } from '../say.ts'

/** A week that eases off in volume eases off in hard running too. */
export const deloadQuality: Rule<'share' | 'lookback'> = {
  id: 'deload-quality',
  statements: [{ number: 'R148', document: '002' }],
  conflicts: ['C12'],
  level: 'warning',
  what: 'A week that eases off has less hard running than the weeks before it, not only less easy running.',
  why: 'Document 002 eases volume and intensity together: a week that drops its easy miles and keeps every repetition is harder for each hour that it lasts, and does not rest.',
  example: 'A recovery week of 60 % of the distance with the same 5 x 1000m and 6 x 400m.',
  change: 'Shorten the sets of the week, or allow deload-quality with a reason.',
  parameters: {
    share: {
      value: 0.9,
      unit: 'of the highest of the last weeks',
      meaning: 'hard running at or below this share eases off (convention)',
    },
    lookback: { value: 3, unit: 'weeks', meaning: 'weeks that it is compared with (convention)' },
  },
  check: ({ schedule, figures: { share, lookback } }) =>
    schedule.weeks
      .filter((week) => isRecoveryWeek(schedule, week))
      .flatMap((week) => {
        const before = schedule.weeks.slice(Math.max(0, week.index - lookback), week.index)
        const highest = Math.max(0, ...before.map(({ sessions }) => qualityMetres(sessions)))
        const metres = qualityMetres(week.sessions)
        if (highest === 0 || metres <= highest * share) return []
        const [now, then] = [lengthText(metres, 'km'), lengthText(highest, 'km')]
        return [
          {
            place: { kind: 'week', week: week.index },
            message: `${beginning(weeksText([week]))} eases off, but its ${now} of hard running are ${percentText(metres / highest)} of the ${then} before it; ${percentText(share)} or less lets it rest.`,
            fix: `Take repetitions out until ${lengthText(highest * share, 'km')} of hard running are left.`,
          },
        ]
      }),
}
