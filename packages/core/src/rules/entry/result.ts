import { sameDistance } from '../../athlete/mark.ts'
import { kilometres } from '../../units/distance.ts'
import type { Rule } from '../rule.ts'

/** There is a result that the paces can rest on. */
export const entryResult: Rule<'factor'> = {
  id: 'entry-result',
  statements: [{ number: 'R1', document: '000' }],
  basis: 'for other races than the 5K: a result over half to twice the distance (convention)',
  level: 'warning',
  what: 'The athlete has a result over the race that the plan is for: 5K in document 000.',
  why: 'The plan is for somebody who has raced; and paces that rest on another distance are guesses.',
  example: 'A 5K plan, and a 1500 m result as the only mark.',
  change: 'Race or test once before week 1, or allow entry-result with a reason.',
  parameters: { factor: { value: 2, unit: 'times', meaning: 'how far off another distance may be (convention)' } },
  needsAthlete: true,
  style: true,
  check: ({ schedule, athlete, figures: { factor } }) => {
    const { races, follows } = schedule.plan
    const strict = follows.includes('000')
    const race = strict ? kilometres(5) : races[0]?.distance
    if (!athlete || !race) return []
    const fits = athlete.marks.some(({ distance }) =>
      strict ? sameDistance(distance, race) : distance <= race * factor && distance >= race / factor,
    )
    if (fits) return []
    const name = strict ? '5K' : (races[0]?.name ?? 'the race')
    return [
      {
        place: { kind: 'plan' },
        message: `No result over ${name}${strict ? '' : ' or near it'}: the paces rest on other distances.`,
        fix: 'Run a parkrun or a time trial before the first week.',
      },
    ]
  },
}
