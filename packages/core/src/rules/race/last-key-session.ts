import { goalMeetingOf, sessionsOn } from '../../schedule/races.ts'
import type { Rule } from '../rule.ts'
import { countText, dayText } from '../say.ts'

/** The last key session leaves days for the legs to come back. */
export const lastKeySession: Rule<'days'> = {
  id: 'last-key-session',
  statements: [{ number: 'R42', document: '000' }],
  basis: 'convention; the advanced 5K plan leaves five days',
  level: 'warning',
  what: 'No key session lies within three days of the race.',
  why: 'What is trained now comes too late to help, and is still in the legs on the day.',
  example: 'Sunday race, 5 x 1000 m at 5K pace on Friday.',
  change: 'Move it forward, make it strides, or allow last-key-session with a reason.',
  parameters: {
    days: { value: 3, unit: 'days', meaning: 'least from the last key session to the race (convention)' },
  },
  implies: ['hard-days', 'taper'],
  check: ({ schedule, figures: { days } }) => {
    const race = goalMeetingOf(schedule)
    if (!race) return []
    return sessionsOn(schedule, { first: race.day - days + 1, last: race.day - 1 })
      .filter(({ hardness }) => hardness === 'key' || hardness === 'test')
      .map((session) => ({
        place: session.place,
        message: `A key session on ${dayText(session)}, ${countText(race.day - (session.day ?? 0), 'day')} before the race; the rule wants ${days} at least.`,
        fix: 'Move it earlier in the week, or run strides instead.',
      }))
  },
}
