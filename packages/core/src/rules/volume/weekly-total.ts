import { isOptional, runsOf } from '../../schedule/training-weeks.ts'
import type { ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import { METRES_PER } from '../../units/distance.ts'
import { statedDistance, statedDuration, type RangeEnd } from '../../workout/stated.ts'
import type { Amount } from '../../workout/workout.ts'
import type { Breach, Rule } from '../rule.ts'
import { beginning, countText, dayText, lengthText, listText, weeksText } from '../say.ts'

/** A stated weekly total is what its days come to. */
export const weeklyTotal: Rule<'slack' | 'minutes'> = {
  id: 'weekly-total',
  statements: [{ number: 'R39', document: '000' }],
  conflicts: ['C16'],
  level: 'warning',
  what: 'The total that a week states is the sum of its days.',
  why: 'A reader plans by the total and runs by the days; when they differ, one of them is a slip of the pen. All twelve totals of document 000 agree with their days.',
  example: 'week 3   57mi, above days that come to 55 miles.',
  change:
    'Correct the total or the days. A total that leaves out the race and a shakeout told in minutes, as in the last week of document 000, is only noted.',
  parameters: {
    slack: { value: 0.4, unit: 'of the unit of the total', meaning: 'smaller differences are rounding (convention)' },
    minutes: { value: 3, unit: 'min', meaning: 'the same for totals in time (convention)' },
  },
  check: ({ schedule, figures }) =>
    schedule.weeks.flatMap((week) => {
      const total = week.source.statedTotal
      if (!total) return []
      const slack = total.kind === 'distance' ? figures.slack * METRES_PER[total.unit] : figures.minutes * 60
      return breachOf(week, { total, slack })
    }),
}

interface Stated {
  readonly total: Amount
  /** Metres or seconds that are rounding. */
  readonly slack: number
}

const breachOf = (week: ScheduledWeek, stated: Stated): readonly Breach[] => {
  const runs = runsOf(week)
  const all = sumOf(runs, stated.total.kind)
  if (runs.length === 0 || (all.complete && agrees(all, stated))) return []
  const reason = leftOut(week, stated)
  // Runs told in the other measure may make up what is missing; they cannot take away.
  const open = !all.complete && all.low <= endOf(stated.total) + stated.slack
  return reason.length > 0 || open ? reason : [mismatch(week, stated.total, all)]
}

interface Sum {
  readonly low: number
  readonly high: number
  readonly complete: boolean
}

const amountOf = (session: ScheduledSession, measure: Amount['kind'], end: RangeEnd) =>
  (measure === 'distance' ? statedDistance : statedDuration)(session.workout, end)

/** The days' sum from its low to its high end; what may be left out is left out of the low end. */
const sumOf = (runs: readonly ScheduledSession[], measure: Amount['kind']): Sum => {
  const low = runs.filter((run) => !isOptional(run)).reduce((sum, run) => sum + amountOf(run, measure, 'low').sum, 0)
  const high = runs.reduce((sum, run) => sum + amountOf(run, measure, 'high').sum, 0)
  return { low, high, complete: runs.every((run) => amountOf(run, measure, 'low').complete) }
}

const startOf = (total: Amount): number => (total.kind === 'distance' ? total.distance : total.duration)
const endOf = (total: Amount): number => total.to ?? startOf(total)

const agrees = ({ low, high }: Sum, { total, slack }: Stated): boolean =>
  low <= endOf(total) + slack && high >= startOf(total) - slack

/** The total counts the days without the race and without runs that are told in the other measure (C16). */
const leftOut = (week: ScheduledWeek, stated: Stated): readonly Breach[] => {
  const { total } = stated
  const runs = runsOf(week)
  const counted = runs.filter((run) => run.hardness !== 'race' && amountOf(run, total.kind, 'low').complete)
  const omitted = runs.filter((run) => !counted.includes(run))
  if (omitted.length === 0 || !agrees(sumOf(counted, total.kind), stated)) return []
  return [
    {
      place: { kind: 'week', week: week.index },
      level: 'note',
      message: `The ${totalText(total)} of ${weeksText([week])} leave out ${listText(omitted.map(nameOf))}: the other days come to it exactly.`,
    },
  ]
}

const nameOf = (session: ScheduledSession): string =>
  session.hardness === 'race' ? `the race on ${dayText(session)}` : `the run on ${dayText(session)}`

const mismatch = (week: ScheduledWeek, total: Amount, { low, high }: Sum): Breach => {
  const days = low === high ? amountText(low, total) : `${amountText(low, total)} to ${amountText(high, total)}`
  return {
    place: { kind: 'week', week: week.index },
    message: `${beginning(weeksText([week]))} states ${totalText(total)}, its days come to ${days}.`,
    fix: `State ${days}, or correct the day that is off.`,
  }
}

const amountText = (amount: number, total: Amount): string =>
  total.kind === 'distance'
    ? lengthText(amount, total.unit === 'mi' ? 'mi' : 'km')
    : countText(Math.round(amount / 60), 'minute')

const totalText = (total: Amount): string =>
  total.to === undefined
    ? amountText(startOf(total), total)
    : `${amountText(startOf(total), total)} to ${amountText(total.to, total)}`
