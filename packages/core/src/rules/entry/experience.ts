import { plainNumber } from '../../units/text.ts'
import type { Breach, Rule } from '../rule.ts'
import { countText } from '../say.ts'

/** Years and days of running before an advanced plan. */
export const entryExperience: Rule<'years' | 'days'> = {
  id: 'entry-experience',
  statements: [
    { number: 'R6', document: '000' },
    { number: 'R2', document: '000' },
  ],
  conflicts: ['C3'],
  level: 'warning',
  what: 'The athlete has trained for two years without long breaks, and lately on five days a week.',
  why: 'Bones and tendons adapt over years; the plan takes for granted that they have.',
  example: 'Eight months of running, four days a week.',
  change: 'Build up to it with a lighter plan, or allow entry-experience with a reason.',
  parameters: {
    years: { value: 2, unit: 'years', meaning: 'least of consistent training (R6)' },
    days: { value: 5, unit: 'days a week', meaning: 'least running days over the last eight weeks (R2: 5 to 6)' },
  },
  needsAthlete: true,
  style: true,
  implies: ['entry-days', 'entry-beginner'],
  check: ({ schedule, athlete, figures: { years, days } }) => {
    if (!athlete || !schedule.plan.follows.includes('000')) return []
    const { yearsRunning = Infinity, runDaysRecent = Infinity } = athlete
    const breaches: Breach[] = []
    if (yearsRunning < years) {
      breaches.push({
        place: { kind: 'plan' },
        message: `${countText(yearsRunning, 'year')} of running; the plan asks for ${years}.`,
        fix: 'Scale the distances and leave the Saturday speed out.',
      })
    }
    if (runDaysRecent < days) {
      breaches.push({
        place: { kind: 'plan' },
        message: `${plainNumber(runDaysRecent, 1)} running days a week lately; the plan asks for ${days} to 6 before it begins.`,
        fix: 'Add one day every second week first.',
      })
    }
    return breaches
  },
}
