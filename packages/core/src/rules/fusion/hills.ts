import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import { isRaceWeek } from '../../schedule/training-weeks.ts'
import type { Breach, Rule } from '../rule.ts'
import { countText, dayText, weeksText } from '../say.ts'

type Figures = Parameters<(typeof hills)['check']>[0]['figures']

/** Hills, in doses. */
export const hills: Rule<'minutes' | 'weekly' | 'from'> = {
  id: 'hills',
  statements: [{ number: 'R125', document: '002' }],
  basis: 'the document says properly dosed; the figures are convention',
  level: 'warning',
  style: true,
  what: 'There are hill repetitions, at most two sessions of them a week, at most 20 minutes of climbing in one.',
  why: 'Hills build power and economy; too much of them takes calves and tendons.',
  example: '20 x 2min hill, jog down.',
  change: 'Run fewer or shorter climbs, change the figures, or allow hills with a reason.',
  parameters: {
    minutes: { value: 20, unit: 'min', meaning: 'most climbing in a session (convention)' },
    weekly: { value: 2, unit: 'sessions', meaning: 'most sessions of hills in a week (convention)' },
    from: { value: 6, unit: 'weeks', meaning: 'shortest plan that is asked for hills (convention)' },
  },
  implies: ['quality-caps', 'quality-days', 'specificity'],
  check: ({ schedule, figures }) => {
    const climbs = schedule.sessions.filter((session) => climbing(session) > 0)
    if (climbs.length === 0) return withoutHills(schedule, figures)
    const long = climbs.filter((session) => climbing(session) > figures.minutes * 60)
    return [...long.map((session) => tooLong(session, figures)), ...tooMany(schedule, figures)]
  },
}

/** Seconds of hill repetitions; a hill whose length nobody tells counts as one second, so that it is a hill at all. */
const climbing = ({ estimate }: ScheduledSession): number =>
  estimate.bouts.filter(({ step }) => step.role === 'hill').reduce((sum, { duration }) => sum + (duration ?? 1), 0)

const withoutHills = ({ weeks }: Schedule, { from }: Figures): readonly Breach[] =>
  weeks.filter((week) => !isRaceWeek(week)).length < from
    ? []
    : [
        {
          place: { kind: 'plan' },
          level: 'note',
          message: `No hill repetitions in ${countText(weeks.length, 'week')}; properly dosed they build power and economy.`,
          fix: 'Add 8 x 60m hill, walk down, to an easy run in the first phase.',
        },
      ]

const tooLong = (session: ScheduledSession, { minutes }: Figures): Breach => ({
  place: session.place,
  message: `${Math.round(climbing(session) / 60)} min of climbing on ${dayText(session)}; the rule wants ${minutes} at most.`,
  fix: 'Run fewer hills, or shorter ones.',
})

const tooMany = ({ weeks }: Schedule, { weekly }: Figures): readonly Breach[] =>
  weeks
    .map((week) => ({ week, count: week.sessions.filter((session) => climbing(session) > 0).length }))
    .filter(({ count }) => count > weekly)
    .slice(0, 1)
    .map(({ week, count }) => ({
      place: { kind: 'week', week: week.index },
      message: `${count} sessions of hills in ${weeksText([week])}; the rule wants ${weekly} at most.`,
      fix: 'Run one of them on the flat.',
    }))
