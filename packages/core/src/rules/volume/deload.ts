import type { Rule } from '../rule.ts'

/** Every 4 to 6 weeks one week eases off. */
export const deload: Rule<'share' | 'every' | 'lookback'> = {
  id: 'deload',
  statements: [
    { number: 'R148', document: '002' },
    { number: 'R38', document: '000' },
  ],
  level: 'warning',
  what: 'Every 4 to 6 weeks one week has clearly less running than the weeks before it.',
  why: 'Load turns into fitness while it eases; document 002 asks for a de-load every four to six weeks, document 000 takes 23 to 25 % off every fourth.',
  example: 'Eight weeks in a row of 60 km and more.',
  change: 'Take at least a fifth off one week in six and mark it `recovery`, or allow deload with a reason.',
  parameters: {
    share: {
      value: 0.8,
      unit: 'of the highest of the last weeks',
      meaning: 'a week at or below this share eases off (documents: 0.75, 0.77)',
    },
    every: { value: 6, unit: 'weeks', meaning: 'longest run of weeks without one (R148)' },
    lookback: { value: 3, unit: 'weeks', meaning: 'weeks that a week is compared with (convention)' },
  },
  check: ({ schedule, figures }) => {
    const distances = schedule.weeks.map(({ distance }) => distance)
    let since = 0
    for (const [week, distance] of distances.entries()) {
      const before = distances.slice(Math.max(0, week - figures.lookback), week).filter((each) => each !== null)
      const eases = distance !== null && before.length > 0 && distance <= figures.share * Math.max(...before)
      since = eases || distance === null ? 0 : since + 1
      if (since > figures.every) {
        return [
          {
            place: { kind: 'week', week },
            message: `${since} weeks in a row without one that eases off; the rule wants one at ${figures.share * 100} % or less in every ${figures.every}.`,
          },
        ]
      }
    }
    return []
  },
}
