import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { isToldWhole, isUnilateral, strengthOf } from '../../schedule/strength-week.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { weeksText } from '../say.ts'

/** One leg at a time, every week. */
export const unilateral: Rule<'weekly'> = {
  id: 'unilateral',
  statements: [
    { number: 'R113', document: '001' },
    { number: 'R132', document: '002' },
  ],
  level: 'warning',
  what: 'Each week with strength has an exercise for one leg at a time.',
  why: 'Running is done on one leg; what two legs do together hides the weaker one, and that is where injuries begin.',
  example: 'Two sessions a week of back squat, deadlift and plank.',
  change: 'Add split squats or single-leg deadlifts, or allow unilateral with a reason.',
  parameters: { weekly: { value: 1, unit: 'exercises', meaning: 'least for one leg in a week (R113)' } },
  implies: ['stability-day', 'balanced-strength'],
  check: ({ schedule, figures: { weekly } }) => {
    const without = schedule.weeks.filter((week) => isTold(week) && singleLegs(week) < weekly)
    if (without.length === 0) return []
    return [
      {
        place: placeOfWeeks(without),
        message: `Strength in ${weeksText(without)} has nothing for one leg at a time.`,
        fix: 'Add split squat 3 x 8 each side, or single-leg romanian deadlift 3 x 8 each side.',
      },
    ]
  },
}

/** There is strength, and every session of it says what is done. */
const isTold = (week: ScheduledWeek): boolean => strengthOf(week).length > 0 && isToldWhole(week)

const singleLegs = (week: ScheduledWeek): number =>
  strengthOf(week).reduce((sum, { exercises }) => sum + exercises.filter(isUnilateral).length, 0)
