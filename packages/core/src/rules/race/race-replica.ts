import { effortOf, goalRaceOf } from '../../schedule/races.ts'
import type { Step } from '../../workout/workout.ts'
import type { Rule } from '../rule.ts'
import { dayText, metresText } from '../say.ts'

/** A trial stands in for the race, it does not copy it. */
export const raceReplica: Rule<'share' | 'beyond' | 'rpe'> = {
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
    beyond: { value: 1.1, unit: 'of the race distance', meaning: 'beyond it the trial is another one (convention)' },
    rpe: { value: 9, unit: 'RPE', meaning: 'up to here the effort is held back (R151: controlled)' },
  },
  implies: ['same-test', 'effort-told', 'quality-growth'],
  check: ({ schedule, figures: { share, beyond, rpe } }) => {
    const race = goalRaceOf(schedule)?.distance
    if (!race) return []
    return schedule.sessions.flatMap((session) => {
      const test = session.hardness === 'test' ? effortOf(session, 'test') : undefined
      if (test?.extent?.kind !== 'distance' || isHeldBack(test, rpe)) return []
      const { distance } = test.extent
      if (distance < share * race || distance > beyond * race) return []
      return [
        {
          place: session.place,
          message: `The trial over ${metresText(distance)} on ${dayText(session)} is the race itself (${metresText(race)}).`,
          fix: 'Break it: 2000 + 2000 + 1000 m with short rests for a 5K, or test over 2000 or 3000 m.',
        },
      ]
    })
  },
}

/** Controlled by the author's word, or by an effort that is not the utmost. */
const isHeldBack = ({ effort, target }: Step, rpe: number): boolean =>
  effort === 'controlled' || (target?.kind === 'rpe' && (target.to ?? target.rpe) <= rpe) || target?.kind === 'zone'
