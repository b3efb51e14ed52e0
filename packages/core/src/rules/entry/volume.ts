import type { Rule } from '../rule.ts'
import { lengthText, percentText } from '../say.ts'

/** Week 1 is near what the athlete runs now. */
export const entryVolume: Rule<'share'> = {
  id: 'entry-volume',
  statements: [],
  basis: 'convention',
  conflicts: ['C4'],
  level: 'warning',
  what: 'The athlete’s usual week has at least 88 % of the running of the plan’s first week.',
  why: 'A first week far above what the legs know is the commonest way to be hurt in the third.',
  example: 'Week 1 of 51 mi for somebody who runs 35.',
  change: 'Scale all distances, build up first, or allow entry-volume with a reason.',
  parameters: { share: { value: 0.88, unit: 'of week 1', meaning: 'least in a usual week (C4: 45 of 51 mi)' } },
  needsAthlete: true,
  implies: ['growth', 'single-run'],
  check: ({ schedule: { weeks, plan }, athlete, figures: { share } }) => {
    const [first] = weeks
    const weekly = athlete?.weekly
    if (weekly === undefined || !first?.distance || weekly >= share * first.distance) return []
    return [
      {
        place: { kind: 'week', week: 0 },
        message: `The first week has ${lengthText(first.distance, plan.unit)}; ${lengthText(weekly, plan.unit)} a week lately are ${percentText(weekly / first.distance)} of it, and ${percentText(share)} would be safe.`,
        fix: `Scale all distances by ${(weekly / (share * first.distance)).toFixed(2)}, or build up first.`,
      },
    ]
  },
}
