import { goalMeetingOf, sessionsOn } from '../../schedule/races.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import { FAMILIES, type Family } from '../../workout/family.ts'
import type { Rule } from '../rule.ts'

/** The last days keep a touch of race pace. */
export const raceWeekSharpness: Rule<'days'> = {
  id: 'race-week-sharpness',
  statements: [
    { number: 'R42', document: '000' },
    { number: 'R37', document: '000' },
  ],
  basis: 'Bosquet 2007: a taper that keeps its intensity gains, one that drops it does not',
  level: 'warning',
  what: 'Where a plan has fast running, the week before the race keeps some at race pace or faster; strides count.',
  why: 'Volume goes, sharpness stays: a taper of easy running only loses what it should keep.',
  example: 'A race week of easy runs alone.',
  change: 'Add strides at race rhythm or a few short repetitions, or allow race-week-sharpness with a reason.',
  parameters: {
    days: { value: 7, unit: 'days', meaning: 'days before the race that are looked at (document 000: the race week)' },
  },
  implies: ['race-pace', 'phases'],
  check: ({ schedule, figures: { days } }) => {
    const race = goalMeetingOf(schedule)
    if (!race || race.day < days) return []
    const isKept = (session: ScheduledSession): boolean => isSharp(session, schedule.goal)
    const before = sessionsOn(schedule, { first: 0, last: race.day - days - 1 })
    const last = sessionsOn(schedule, { first: race.day - days, last: race.day - 1 })
    if (!before.some(isKept) || last.some(isKept)) return []
    return [
      {
        place: { kind: 'week', week: race.session.place.week },
        message: `Nothing in the ${days} days before the race is run at race pace or faster, not even strides.`,
        fix: 'Run 6 x 100m strides three days before the race.',
      },
    ]
  },
}

/** Work at least as fast as the race, or an effort over a distance. */
const isSharp = ({ estimate, hardness }: ScheduledSession, goal: Family): boolean =>
  hardness === 'test' ||
  hardness === 'race' ||
  estimate.bouts.some(({ family, recovery }) => !recovery && FAMILIES.indexOf(family) >= FAMILIES.indexOf(goal))
