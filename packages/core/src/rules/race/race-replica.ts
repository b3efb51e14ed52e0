import { effortOf, goalRaceOf } from '../../schedule/races.ts'
import type { Rule } from '../rule.ts'
import { dayText, metresText } from '../say.ts'

/** A trial stands in for the race, it does not copy it. */
export const raceReplica: Rule<'share'> = {
  id: 'race-replica',
  statements: [{ number: 'R153', document: '002' }],
  conflicts: ['C9'],
  level: 'warning',
  style: true,
  what: 'A time trial is shorter than the race or broken into parts, not the whole race at full effort.',
  why: 'A full copy costs the head and the legs what the race should get; a controlled 2K or 3K tells as much. Document 000 disagrees and runs 5000 m twelve days before its 5K.',
  example: 'A 5000 m time trial at goal pace two weeks before a 5K.',
  change: 'Test over 2000 or 3000 m, break the distance, or keep the author’s trial and allow race-replica.',
  parameters: {
    share: { value: 0.95, unit: 'of the race distance', meaning: 'from here on a trial copies the race (convention)' },
  },
  check: ({ schedule, figures: { share } }) => {
    const goal = goalRaceOf(schedule)
    if (!goal || goal.distance === null) return []
    const distance = goal.distance
    return schedule.sessions.flatMap((session) => {
      const test = session.hardness === 'test' ? effortOf(session, 'test') : undefined
      if (!test || test.effort === 'controlled' || test.extent?.kind !== 'distance') return []
      if (test.extent.distance < share * distance) return []
      return [
        {
          place: session.place,
          message: `The trial over ${metresText(test.extent.distance)} on ${dayText(session)} is the race itself (${metresText(distance)}).`,
          fix: 'Break it: 2000 + 2000 + 1000 m with short rests for a 5K, or test over 2000 or 3000 m.',
        },
      ]
    })
  },
}
