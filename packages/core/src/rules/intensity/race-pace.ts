import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import { isRaceWeek, specificWeeks } from '../../schedule/training-weeks.ts'
import { metresAt } from '../../schedule/work.ts'
import { FAMILY_NAMES } from '../families.ts'
import type { Breach, Rule } from '../rule.ts'
import { countText } from '../say.ts'

/** In the race-specific weeks the pace of the race comes up again and again. */
export const racePace: Rule<'days'> = {
  id: 'race-pace',
  statements: [{ number: 'R46', document: '000' }],
  level: 'warning',
  what: 'In the race-specific weeks no more than ten days pass without running at the pace of the race.',
  why: 'Race pace has to become automatic. Document 000 practises 5K pace in every week but its first recovery week.',
  example: 'A 5K plan whose last five weeks hold threshold and mile pace only.',
  change: 'Put a few repetitions at race pace into the gap; four are enough.',
  parameters: {
    days: { value: 10, unit: 'days', meaning: 'longest time without it (convention for R46)' },
  },
  implies: ['specificity', 'phases'],
  check: ({ schedule, figures }) => {
    const weeks = specificWeeks(schedule)
    const [first, last] = [weeks[0], weeks.at(-1)]
    if (!first || !last) return []
    const end = raceDay(schedule) ?? (last.index + 1) * 7
    const days = schedule.sessions
      .filter((session) => isPractice(session, schedule))
      .flatMap(({ day }) => (day === null ? [] : [day]))
    const marks = [first.index * 7 - 1, ...days.filter((day) => day >= first.index * 7 && day < end), end]
    return gapsIn(marks, figures.days).map((gap) => breachOf(gap, schedule, figures.days))
  },
}

const isPractice = (session: ScheduledSession, { goal }: Schedule): boolean => metresAt([session], goal) > 0

const raceDay = ({ weeks }: Schedule): number | undefined => {
  const race = weeks
    .filter(isRaceWeek)
    .flatMap(({ sessions }) => sessions)
    .find(({ hardness }) => hardness === 'race')
  return race?.day ?? undefined
}

interface Gap {
  readonly from: number
  readonly days: number
}

const gapsIn = (days: readonly number[], most: number): readonly Gap[] =>
  days.slice(1).flatMap((day, index) => {
    const from = days[index] ?? day
    return day - from > most ? [{ from, days: day - from }] : []
  })

const breachOf = ({ from, days }: Gap, { goal, weeks }: Schedule, most: number): Breach => {
  const week = Math.min(weeks.length - 1, Math.floor((from + 1) / 7))
  return {
    place: { kind: 'week', week },
    message: `${countText(days, 'day')} pass from here without running at ${FAMILY_NAMES[goal]}, the pace of the race; in the race-specific weeks ${most} are the most.`,
    fix: `Put 4 to 6 repetitions at ${FAMILY_NAMES[goal]} in between.`,
  }
}
