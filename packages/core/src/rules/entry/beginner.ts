import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { countText, weeksText } from '../say.ts'

/** Beginners get volume and patience first. */
export const entryBeginner: Rule<'years' | 'weeks' | 'key'> = {
  id: 'entry-beginner',
  statements: [{ number: 'R119', document: '002' }],
  basis: 'the document says gradual volume and wiser pacing for beginners; the figures are convention',
  level: 'warning',
  style: true,
  what: 'For somebody in the first year of running the first four weeks hold at most one key session each.',
  why: 'Beginners gain most from regular easy running; hard days multiply what their tendons cannot take yet.',
  example: 'Two interval sessions in week 1 after half a year of running.',
  change: 'Make one of the two an easy run with strides, or allow entry-beginner with a reason.',
  parameters: {
    years: { value: 1, unit: 'years', meaning: 'below this the athlete is a beginner (convention)' },
    weeks: { value: 4, unit: 'weeks', meaning: 'first weeks that are looked at (convention)' },
    key: { value: 1, unit: 'sessions', meaning: 'most key sessions in one of them (convention)' },
  },
  needsAthlete: true,
  implies: ['entry-experience'],
  check: ({ schedule, athlete, figures: { years, weeks, key } }) => {
    const running = athlete?.yearsRunning
    if (running === undefined || running >= years) return []
    const hard = schedule.weeks.slice(0, weeks).filter((week) => keySessions(week) > key)
    if (hard.length === 0) return []
    return [
      {
        place: placeOfWeeks(hard),
        message: `${countText(Math.max(...hard.map(keySessions)), 'key session')} in ${weeksText(hard)}, after ${countText(running, 'year')} of running; the rule wants ${key} a week at first.`,
        fix: 'Run one of them easy, with strides.',
      },
    ]
  },
}

const keySessions = ({ sessions }: ScheduledWeek): number =>
  sessions.filter(({ hardness }) => hardness === 'key' || hardness === 'test').length
