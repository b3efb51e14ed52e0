import { ageOn, type Athlete } from '../../athlete/athlete.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import { hasJumps } from '../../schedule/strength-days.ts'
import { knownContacts } from '../../schedule/strength-week.ts'
import type { Breach, Rule } from '../rule.ts'
import { dayText } from '../say.ts'

type Figures = Parameters<(typeof jumpContacts)['check']>[0]['figures']

/** Jumps are few at first and never many. */
export const jumpContacts: Rule<'first' | 'weeks' | 'most' | 'young' | 'old'> = {
  id: 'jump-contacts',
  statements: [
    { number: 'R138', document: '002' },
    { number: 'R132', document: '002' },
    { number: 'R97', document: '001' },
  ],
  basis: 'beginners 60 to 100, advanced 120 to 140 landings (NSCA); fewer for runners is convention',
  level: 'warning',
  what: 'The first weeks with jumps have at most 60 landings a session, later ones at most 140; under 16 and over 50 always at most 60.',
  why: 'Jumps are for springy tendons; they take months to get used to, and too many make sore shins instead.',
  example: 'pogo jump 5 x 20 and bounding 4 x 10 in the first week.',
  change: 'Take sets off, change the figures, or allow jump-contacts with a reason.',
  parameters: {
    first: { value: 60, unit: 'landings', meaning: 'most in a session of the first weeks (convention: 40 to 60)' },
    weeks: { value: 3, unit: 'weeks', meaning: 'first weeks with jumps (convention)' },
    most: { value: 140, unit: 'landings', meaning: 'most in any session (NSCA: advanced 120 to 140)' },
    young: { value: 16, unit: 'years', meaning: 'below this age the first figure holds always (convention)' },
    old: { value: 50, unit: 'years', meaning: 'above this age the first figure holds always (convention)' },
  },
  check: ({ schedule, athlete, figures }) => {
    const jumping = schedule.weeks.filter(({ sessions }) => sessions.some(hasJumps))
    const few = isYoungOrOld(athlete, figures)
    return jumping
      .flatMap(({ sessions }, index) => {
        const most = few || index < figures.weeks ? figures.first : figures.most
        return sessions.filter(({ exercises }) => knownContacts(exercises) > most).map((each) => breachOf(each, most))
      })
      .slice(0, 1)
  },
}

const breachOf = (session: ScheduledSession, most: number): Breach => ({
  place: session.place,
  message: `${knownContacts(session.exercises)} landings on ${dayText(session)}; the rule wants ${most} at most.`,
  fix: 'Fewer sets, each one springy.',
})

/** By the age on the day of the latest mark: a plan has no dates. Unknown is neither. */
const isYoungOrOld = (athlete: Athlete | null, { young, old }: Figures): boolean => {
  const days = (athlete?.marks ?? []).flatMap(({ day }) => (day === undefined ? [] : [day])).toSorted()
  const latest = days.at(-1)
  if (athlete?.born === undefined || latest === undefined) return false
  const age = ageOn(athlete.born, latest)
  return age < young || age > old
}
