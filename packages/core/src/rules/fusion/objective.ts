import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { beginning, weeksText } from '../say.ts'

/** Each week says what it is for. */
export const objective: Rule<never> = {
  id: 'objective',
  statements: [{ number: 'R141', document: '002' }],
  level: 'warning',
  style: true,
  what: 'Each week names one clear objective: lactate tolerance, pacing, technique.',
  why: 'A week with one purpose tells what may be cut when life happens, and what may not.',
  example: 'week 3 with sessions and no objective line.',
  change: 'Write objective "lactate tolerance" under the week, or allow objective with a reason.',
  parameters: {},
  check: ({ schedule }) => {
    const without = schedule.weeks.filter(({ source }) => !source.objective?.trim())
    if (without.length === 0) return []
    return [
      {
        place: placeOfWeeks(without),
        message: `${beginning(weeksText(without))}: no objective named.`,
        fix: 'Write one line under the week: objective "lactate tolerance".',
      },
    ]
  },
}
