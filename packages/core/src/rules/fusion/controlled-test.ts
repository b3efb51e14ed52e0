import { isRaceWeek } from '../../schedule/training-weeks.ts'
import type { Rule } from '../rule.ts'
import { countText, weeksText } from '../say.ts'
import { placeOfWeeks } from '../places.ts'

/** Each block is measured once. */
export const controlledTest: Rule<'every'> = {
  id: 'controlled-test',
  statements: [
    { number: 'R151', document: '002' },
    { number: 'R152', document: '002' },
  ],
  basis: 'a block is as long as the document leaves between two de-loads, six weeks at most (R148)',
  level: 'warning',
  style: true,
  what: 'Each block holds one check of performance: a controlled 2K or 3K at race effort, or a race.',
  why: 'Paces rest on what can be run now; without a test they rest on last season.',
  example: 'Ten weeks of training without a test or a race.',
  change: 'Put a test 2000m into the recovery week, or allow controlled-test with a reason.',
  parameters: { every: { value: 6, unit: 'weeks', meaning: 'longest without a test or a race (R148, R152)' } },
  check: ({ schedule: { weeks }, figures: { every } }) => {
    const measured = weeks.map(
      (week) => isRaceWeek(week) || week.sessions.some(({ hardness }) => hardness === 'test' || hardness === 'race'),
    )
    let since = 0
    for (const [index, isMeasured] of measured.entries()) {
      since = isMeasured ? 0 : since + 1
      if (since <= every || measured[index + 1] === false) continue
      const stretch = weeks.slice(index - since + 1, index + 1)
      const message = `No test or race in ${countText(since, 'week')}, ${weeksText(stretch)}; the rule wants one every ${every} weeks at least.`
      return [{ place: placeOfWeeks(stretch), message, fix: 'End the recovery week with test 2000m, controlled.' }]
    }
    return []
  },
}
