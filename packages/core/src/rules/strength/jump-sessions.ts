import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import { hasJumps } from '../../schedule/strength-days.ts'
import type { Breach, Rule } from '../rule.ts'
import { dayText, hoursText, weeksText } from '../say.ts'

type Figures = Parameters<(typeof jumpSessions)['check']>[0]['figures']

/** Jumps at most twice a week, two days apart. */
export const jumpSessions: Rule<'weekly' | 'hours'> = {
  id: 'jump-sessions',
  statements: [{ number: 'R138', document: '002' }],
  basis: 'twice a week and 48 to 72 h between are convention (NSCA)',
  level: 'warning',
  what: 'Jumps are done at most twice a week, with 48 hours between two sessions of them.',
  why: 'They complement running, they do not compete with it: tendons answer to a dose and then need two days.',
  example: 'plyometrics on Monday, Wednesday and Friday.',
  change: 'Leave one out, or allow jump-sessions with a reason.',
  parameters: {
    weekly: { value: 2, unit: 'sessions', meaning: 'most in a week (R138)' },
    hours: { value: 48, unit: 'h', meaning: 'least from the end of one to the start of the next (NSCA)' },
  },
  implies: ['jumps-before-key'],
  check: ({ schedule, figures }) => [...tooMany(schedule, figures), ...tooClose(schedule, figures)],
}

const tooMany = ({ weeks }: Schedule, { weekly }: Figures): readonly Breach[] =>
  weeks
    .map((week) => ({ week, count: week.sessions.filter(hasJumps).length }))
    .filter(({ count }) => count > weekly)
    .slice(0, 1)
    .map(({ week, count }) => ({
      place: { kind: 'week', week: week.index },
      message: `${count} sessions with jumps in ${weeksText([week])}; the rule wants ${weekly} at most.`,
      fix: 'Keep the two that lie furthest from key sessions.',
    }))

const tooClose = ({ sessions }: Schedule, { hours }: Figures): readonly Breach[] => {
  const jumping = sessions.filter((session) => session.start !== null && hasJumps(session))
  return jumping
    .flatMap((session, index) => {
      const before = jumping[index - 1]
      const gap = before ? gapBetween(before, session) : Infinity
      return gap < hours ? [closeBreach(session, gap, hours)] : []
    })
    .slice(0, 1)
}

const gapBetween = (before: ScheduledSession, after: ScheduledSession): number =>
  (after.start ?? Infinity) - (before.end ?? -Infinity)

const closeBreach = (session: ScheduledSession, gap: number, hours: number): Breach => ({
  place: session.place,
  message: `Jumps on ${dayText(session)} start ${hoursText(Math.max(0, gap))} after the last ones; the rule wants ${hours}.`,
  fix: 'Move one of them a day away.',
})
