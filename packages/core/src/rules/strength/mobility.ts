import { holdsMobility } from '../../schedule/strength-week.ts'
import { isRaceWeek } from '../../schedule/training-weeks.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { beginning, countText, weeksText } from '../say.ts'

/** Mobility once or twice a week. */
export const mobility: Rule<'weekly' | 'from'> = {
  id: 'mobility',
  statements: [{ number: 'R134', document: '002' }],
  basis: 'the document says regular; once a week is convention',
  level: 'warning',
  style: true,
  what: 'Mobility work is in the plan at least once a week.',
  why: 'Hips and ankles that move freely keep a long stride cheap and the injuries fewer.',
  example: 'Eight weeks without any mobility session.',
  change: 'Add mobility 15min after an easy run, or allow mobility with a reason.',
  parameters: {
    weekly: { value: 1, unit: 'sessions', meaning: 'least in a week (convention: 1 to 2)' },
    from: { value: 4, unit: 'weeks', meaning: 'shortest plan that is asked for it (convention)' },
  },
  check: ({ schedule, figures: { weekly, from } }) => {
    const { weeks } = schedule
    if (weeks.length < from) return []
    const without = weeks.filter((week) => !isRaceWeek(week) && week.sessions.filter(holdsMobility).length < weekly)
    if (without.length === 0) return []
    const none = weeks.every(({ sessions }) => !sessions.some(holdsMobility))
    return [
      {
        place: none ? { kind: 'plan' } : placeOfWeeks(without),
        message: none
          ? `No mobility work in ${countText(weeks.length, 'week')}; the rule wants it every week.`
          : `${beginning(weeksText(without))}: no mobility work; the rule wants it every week.`,
        fix: 'Add mobility 15min after an easy run.',
      },
    ]
  },
}
