import { goalRaceOf, isSameMeeting, racesOf, type ScheduledRace } from '../../schedule/races.ts'
import type { Rule } from '../rule.ts'
import { countText } from '../say.ts'

/** Few races on the way to the goal. */
export const tuneUps: Rule<'most' | 'weeks'> = {
  id: 'tune-ups',
  statements: [{ number: 'R72', document: '000' }],
  conflicts: ['C18'],
  basis: 'R72 limits races without a figure; one in twelve weeks follows from its 7 to 10 days each',
  level: 'warning',
  style: true,
  what: 'At most one tune-up race in the twelve weeks before the goal race, best at the end of a recovery week.',
  why: 'Each race takes a week or more of training; two of them take the plan apart.',
  example: 'Tune-up races in weeks 4, 6 and 8.',
  change: 'Keep the most useful one, make the others sessions, or change the figure for a racing season.',
  parameters: {
    most: { value: 1, unit: 'races', meaning: 'tune-up races before the goal race (C18)' },
    weeks: { value: 12, unit: 'weeks', meaning: 'weeks before the goal race in which they count (C18)' },
  },
  implies: ['race-gaps'],
  check: ({ schedule, figures: { most, weeks } }) => {
    const goal = goalRaceOf(schedule)
    if (!goal) return []
    const meetings = meetingsOf(racesOf(schedule).filter(({ day }) => day <= goal.day)).slice(0, -1)
    const near = meetings.filter(({ day }) => goal.day - day <= weeks * 7)
    const beyond = near[most]
    if (!beyond) return []
    return [
      {
        place: beyond.session.place,
        message: `${countText(near.length, 'tune-up race')} in the ${weeks} weeks before the goal race; the rule wants ${most} at most.`,
        fix: 'Keep the one that ends a recovery week and train through the others.',
      },
    ]
  },
}

/** The last race of each meeting: rounds count once. */
const meetingsOf = (races: readonly ScheduledRace[]): readonly ScheduledRace[] =>
  races.filter((race, index) => {
    const next = races[index + 1]
    return !next || (!isSameMeeting(race, next) && next.day !== race.day)
  })
