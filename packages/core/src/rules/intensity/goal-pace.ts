import type { ScheduledSession } from '../../schedule/schedule.ts'
import type { EstimatedBout } from '../../workout/estimate.ts'
import type { Rule } from '../rule.ts'
import { countText, dayText, listText } from '../say.ts'

/** Intervals are run at the pace of today, not of the goal. */
export const goalPace: Rule<never> = {
  id: 'goal-pace',
  statements: [{ number: 'R19', document: '000' }],
  conflicts: ['C13'],
  level: 'note',
  what: 'Repetitions and trials are run at current pace; where goal pace is meant, it is said.',
  why: 'Document 000 runs its intervals at current 5K pace and its time trial at goal pace. For a runner whose goal is far off the second is a race that is too fast.',
  example: 'Tue 11mi with test 5000m @goal',
  change: 'Write @5K for what the athlete can run now, or allow goal-pace.',
  parameters: {},
  check: ({ schedule: { sessions, weeks } }) => {
    const found = sessions.filter((session) => session.hardness !== 'race' && session.estimate.bouts.some(isAtGoal))
    if (found.length === 0) return []
    const places = found
      .slice(0, MOST_NAMED)
      .map((session) => nameOf(session, weeks[session.place.week]?.source.number ?? 0))
    const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : ''
    return [
      {
        place: found.length === 1 && found[0] ? found[0].place : { kind: 'plan' },
        message: `${countText(found.length, 'session')} at goal pace (${listText(places)}${more}): how fast that is depends on the goal, not on what the athlete can run now.`,
        fix: 'Write the current pace, `@5K`, where that is meant.',
      },
    ]
  },
}

const MOST_NAMED = 4

const isAtGoal = ({ step: { target } }: EstimatedBout): boolean =>
  target?.kind === 'pace' && (target.pace === 'goal' || target.to === 'goal' || target.basis === 'goal')

const nameOf = (session: ScheduledSession, week: number): string => `week ${week} ${dayText(session)}`
