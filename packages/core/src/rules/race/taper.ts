import { isRunning } from '../../schedule/of-plan.ts'
import { goalMeetingOf, sessionsOn, type ScheduledRace } from '../../schedule/races.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import { highestBefore } from '../../schedule/training-weeks.ts'
import { qualityMetres } from '../../schedule/work.ts'
import type { Breach, Rule } from '../rule.ts'
import { lengthText, percentText } from '../say.ts'

type Figures = Parameters<(typeof taper)['check']>[0]['figures']

/** Running eases by about half before the race. */
export const taper: Rule<'least' | 'most' | 'fast' | 'days' | 'lookback'> = {
  id: 'taper',
  statements: [{ number: 'R42', document: '000' }],
  basis:
    'Bosquet 2007 (volume down 41 to 60 %, intensity and frequency kept), Mujika & Padilla 2003 (down to 90 % less)',
  level: 'warning',
  what: 'The last days before the race hold 41 to 60 % less running than the weeks before.',
  why: 'Freshness comes from volume that goes; pooled studies found the most with 41 to 60 % less, at the usual intensity and frequency.',
  example: 'A race week of 55 km after weeks of 65 km.',
  change: 'Shorten the runs of the last days, keep a little fast running, or allow taper with a reason.',
  parameters: {
    least: { value: 0.41, unit: 'of the highest week', meaning: 'least that goes (Bosquet 2007)' },
    most: {
      value: 0.75,
      unit: 'of the highest week',
      meaning: 'more than this gone is a note (Bosquet 2007 ends at 0.60, Mujika & Padilla 2003 at 0.90)',
    },
    fast: {
      value: 0.67,
      unit: 'of the highest week',
      meaning: 'most fast running that is left (Spilsbury 2015: 53 to 67 % of normal)',
    },
    days: { value: 6, unit: 'days', meaning: 'days before the race that are added up (convention)' },
    lookback: { value: 4, unit: 'weeks', meaning: 'weeks before that are looked at (convention)' },
  },
  implies: ['last-key-session', 'quality-growth', 'quality-caps'],
  check: ({ schedule, figures }) => {
    const race = goalMeetingOf(schedule)
    return race === undefined ? [] : [...volumeOf(schedule, race, figures), ...fastOf(schedule, race, figures)]
  },
}

const lastDays = (schedule: Schedule, { day }: ScheduledRace, { days }: Figures) =>
  sessionsOn(schedule, { first: day - days, last: day - 1 }).filter(({ hardness }) => hardness !== 'race')

/** Two weeks of training at least, before anybody can say what is usual. */
const LEAST_WEEKS = 2

const volumeOf = (schedule: Schedule, race: ScheduledRace, figures: Figures): readonly Breach[] => {
  const { week } = race.session.place
  const highest = highestBefore(schedule.weeks, week, figures.lookback)
  const runs = lastDays(schedule, race, figures).filter(({ workout }) => isRunning(workout))
  const left = runs.reduce((sum, { estimate }) => sum + (estimate.distance ?? NaN), 0)
  if (week < LEAST_WEEKS || !highest || Number.isNaN(left)) return []
  const gone = 1 - left / highest
  const amount = `${lengthText(left, schedule.plan.unit)} in the ${figures.days} days before the race, ${percentText(Math.abs(gone))} ${gone < 0 ? 'more' : 'less'} than the ${lengthText(highest, schedule.plan.unit)} of the highest week before`
  if (gone < figures.least) {
    return [
      {
        place: { kind: 'week', week },
        message: `${amount}; the rule wants at least ${percentText(figures.least)} less.`,
        fix: `Take the last ${figures.days} days down to ${lengthText(highest * (1 - figures.least), schedule.plan.unit)} or less.`,
      },
    ]
  }
  if (gone <= figures.most) return []
  const message = `${amount}; with more than ${percentText(figures.most)} gone, legs go flat.`
  return [{ place: { kind: 'week', week }, level: 'note', message }]
}

const fastOf = (schedule: Schedule, race: ScheduledRace, figures: Figures): readonly Breach[] => {
  const { week } = race.session.place
  const before = schedule.weeks.slice(Math.max(0, week - figures.lookback), week)
  const usual = Math.max(0, ...before.map(({ sessions }) => qualityMetres(sessions)))
  const left = qualityMetres(lastDays(schedule, race, figures))
  if (week < LEAST_WEEKS || usual === 0 || left <= figures.fast * usual) return []
  return [
    {
      place: { kind: 'week', week },
      message: `${lengthText(left, 'km')} of fast running in the ${figures.days} days before the race, ${percentText(left / usual)} of the most in a week before; the rule wants ${percentText(figures.fast)} at most.`,
      fix: 'Keep the pace and run fewer repetitions.',
    },
  ]
}
