import { isStrength, strengthOf, strengthWeeksOf } from '../../schedule/strength-week.ts'
import { goalRaceOf } from '../../schedule/races.ts'
import type { Schedule, ScheduledWeek } from '../../schedule/schedule.ts'
import { isRaceWeek, isRecoveryWeek, isTaperWeek, specificWeeks } from '../../schedule/training-weeks.ts'
import { placeOfWeeks } from '../places.ts'
import type { Breach, Rule } from '../rule.ts'
import { beginning, countText, weeksText } from '../say.ts'

type Figures = Parameters<(typeof strengthCount)['check']>[0]['figures']

/** Two strength sessions a week, one where it only has to be held, none in race week. */
export const strengthCount: Rule<'weekly' | 'held' | 'most' | 'from'> = {
  id: 'strength-count',
  statements: [{ number: 'R91', document: '001' }],
  conflicts: ['C11'],
  basis: 'Blagrove 2018: two to three a week; one holds what was gained (C11 settles R91 against R106)',
  level: 'warning',
  style: true,
  what: 'Two strength sessions a week; one in recovery weeks and in the race-specific phase; none needed in taper and race week.',
  why: 'Two sessions a week make runners more economical and faster; one holds it; more than three compete with running.',
  example: 'Eight weeks of running with one strength session each.',
  change: 'Add the second session on an easy day, or allow strength-count with a reason.',
  parameters: {
    weekly: { value: 2, unit: 'sessions', meaning: 'least in a week that builds (R91)' },
    held: { value: 1, unit: 'sessions', meaning: 'least in recovery and race-specific weeks (C11)' },
    most: { value: 3, unit: 'sessions', meaning: 'most in any week (Blagrove 2018)' },
    from: { value: 4, unit: 'weeks', meaning: 'shortest plan that is asked for strength at all (convention)' },
  },
  check: ({ schedule, figures }) => {
    if (strengthWeeksOf(schedule).length === 0) return withoutStrength(schedule, figures)
    return [...tooFew(schedule, figures), ...tooMany(schedule, figures)]
  },
}

const withoutStrength = ({ weeks }: Schedule, { from, weekly }: Figures): readonly Breach[] =>
  weeks.length < from
    ? []
    : [
        {
          place: { kind: 'plan' },
          message: `No strength in ${countText(weeks.length, 'week')}; the rule wants ${weekly} sessions a week.`,
          fix: 'Add strength A and strength B on easy days, or let the season place them.',
        },
      ]

const tooFew = (schedule: Schedule, figures: Figures): readonly Breach[] => {
  const specific = new Set(specificWeeks(schedule))
  const racing = goalRaceOf(schedule)?.session.place.week ?? Infinity
  const least = (week: ScheduledWeek): number => {
    if (isRaceWeek(week) || isTaperWeek(week) || week.index > racing) return 0
    return specific.has(week) || isRecoveryWeek(schedule, week) ? figures.held : figures.weekly
  }
  const few = schedule.weeks.filter((week) => strengthOf(week).length < least(week))
  if (few.length === 0) return []
  const message = `${beginning(weeksText(few))}: fewer strength sessions than the rule wants, ${figures.weekly} a week, ${figures.held} in recovery and race-specific weeks.`
  return [{ place: placeOfWeeks(few), message, fix: 'Add a session on an easy day or after a short easy run.' }]
}

const tooMany = ({ weeks }: Schedule, { most }: Figures): readonly Breach[] =>
  weeks
    .map((week) => ({ week, count: week.sessions.filter(isStrength).length }))
    .filter(({ count }) => count > most)
    .slice(0, 1)
    .map(({ week, count }) => ({
      place: { kind: 'week', week: week.index },
      message: `${count} strength sessions in ${weeksText([week])}; more than ${most} compete with the running.`,
    }))
