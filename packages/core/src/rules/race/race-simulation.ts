import { effortOf, goalRaceOf } from '../../schedule/races.ts'
import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import { specificWeeks } from '../../schedule/training-weeks.ts'
import { FAMILIES, type Family } from '../../workout/family.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { metresText, weeksText } from '../say.ts'

/** The race is rehearsed once: broken into parts, or as a trial. */
export const raceSimulation: Rule<'broken' | 'trial' | 'longest' | 'from'> = {
  id: 'race-simulation',
  statements: [
    { number: 'R24', document: '000' },
    { number: 'R41', document: '000' },
  ],
  conflicts: ['C9'],
  basis: 'shares of the distance are convention',
  level: 'warning',
  style: true,
  what: 'The race-specific weeks hold one session that rehearses the race: broken into parts at race pace, or a trial.',
  why: 'Holding race pace for about the race distance teaches what no shorter work does: the discomfort and the rhythm.',
  example: 'Race-specific weeks for a 5K whose longest work at 5K pace is 6 x 400 m.',
  change: 'Add 2000 + 2000 + 1000 m at race pace with short rests, or allow race-simulation with a reason.',
  parameters: {
    broken: { value: 0.8, unit: 'of the race distance', meaning: 'least at race pace in one session (convention)' },
    trial: { value: 0.4, unit: 'of the race distance', meaning: 'least length of a test or tune-up (convention)' },
    longest: { value: 10_000, unit: 'm', meaning: 'longest race that is rehearsed in one session (convention)' },
    from: { value: 8, unit: 'weeks', meaning: 'shortest plan that is asked for one (convention)' },
  },
  implies: ['overload', 'specificity'],
  check: ({ schedule, figures }) => {
    const goal = goalRaceOf(schedule)
    const weeks = specificWeeks(schedule)
    const distance = goal?.distance ?? null
    if (weeks.length === 0 || distance === null || distance > figures.longest || schedule.weeks.length < figures.from)
      return []
    const rehearsed = weeks
      .flatMap(({ sessions }) => sessions)
      .some(
        (session) =>
          racePaceMetres(session, schedule.goal) >= figures.broken * distance ||
          triedMetres(schedule, session) >= figures.trial * distance,
      )
    if (rehearsed) return []
    return [
      {
        place: placeOfWeeks(weeks),
        message: `No session of ${weeksText(weeks)} rehearses the race: none holds ${metresText(figures.broken * distance)} at race pace, and there is no trial.`,
        fix: 'Break the race into parts: for a 5K, 2000 + 2000 + 1000 m at race pace with 60 to 90 s between.',
      },
    ]
  },
}

const racePaceMetres = ({ estimate }: ScheduledSession, goal: Family): number =>
  estimate.bouts
    .filter(
      ({ family, recovery, step }) =>
        !recovery && step.role !== 'strides' && FAMILIES.indexOf(family) >= FAMILIES.indexOf(goal),
    )
    .reduce((sum, { distance }) => sum + (distance ?? 0), 0)

const triedMetres = ({ plan }: Schedule, session: ScheduledSession): number => {
  const { hardness, estimate } = session
  if (hardness === 'race') return estimate.distance ?? plan.races[0]?.distance ?? 0
  const extent = hardness === 'test' ? effortOf(session, 'test')?.extent : null
  if (extent?.kind === 'distance') return extent.distance
  return hardness === 'test' ? Infinity : 0
}
