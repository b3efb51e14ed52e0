import { easesOff, isRaceWeek, isTaperWeek } from '../../schedule/training-weeks.ts'
import type { ScheduledWeek } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'
import { beginning, percentText, weeksText } from '../say.ts'

/** Every 4 to 6 weeks one week eases off. */
export const deload: Rule<'share' | 'every' | 'lookback'> = {
  id: 'deload',
  statements: [
    { number: 'R148', document: '002' },
    { number: 'R38', document: '000' },
  ],
  level: 'warning',
  what: 'Of any six weeks in a row one has clearly less running than the weeks before it.',
  why: 'Load turns into fitness while it eases; document 002 asks for a de-load every four to six weeks, document 000 takes 23 to 25 % off every fourth.',
  example: 'Eight weeks in a row of 60 km and more.',
  change: 'Take at least a fifth off one week in six and mark it `recovery`, or allow deload with a reason.',
  parameters: {
    share: {
      value: 0.8,
      unit: 'of the highest of the last weeks',
      meaning: 'a week at or below this share eases off (documents: 0.75, 0.77)',
    },
    every: { value: 6, unit: 'weeks', meaning: 'of so many weeks in a row one eases off (R148)' },
    lookback: { value: 3, unit: 'weeks', meaning: 'weeks that a week is compared with (convention)' },
  },
  implies: ['deload-quality', 'overload', 'alternation'],
  check: ({ schedule: { weeks }, figures }) =>
    stretchesWithout(weeks, figures)
      .filter((stretch) => stretch.length >= figures.every)
      .map((stretch) => ({
        place: { kind: 'week', week: stretch[0]?.index ?? 0 },
        message: `${beginning(weeksText(stretch))} follow one another without a week that eases off; one in every ${figures.every} has ${percentText(figures.share)} of the running before it, or less.`,
        fix: `Make one of them a recovery week.`,
      })),
}

/** Stretches of training weeks of which none eases off; a week of unknown length, a taper or a race ends one. */
const stretchesWithout = (
  weeks: readonly ScheduledWeek[],
  figures: { readonly share: number; readonly lookback: number },
): readonly (readonly ScheduledWeek[])[] => {
  const stretches: ScheduledWeek[][] = []
  let open: ScheduledWeek[] | undefined
  for (const week of weeks) {
    if (week.distance === null || isRaceWeek(week) || isTaperWeek(week) || easesOff(weeks, week.index, figures))
      open = undefined
    else if (open) open.push(week)
    else stretches.push((open = [week]))
  }
  return stretches
}
