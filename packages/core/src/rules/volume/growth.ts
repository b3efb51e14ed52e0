import { highestBefore } from '../../schedule/training-weeks.ts'
import type { Level } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { beginning, changeText, lengthText, percentText, weeksText } from '../say.ts'

type Figure = 'note' | 'noteMetres' | 'warning' | 'error' | 'leastMetres' | 'lookback'

/** Weekly running grows in steps that legs can follow, told against the last building weeks. */
export const growth: Rule<Figure> = {
  id: 'growth',
  statements: [
    { number: 'R39', document: '000' },
    { number: 'R120', document: '002' },
    { number: 'R147', document: '002' },
  ],
  basis: 'Nielsen 2014, Damsted 2019',
  level: 'warning',
  always: true,
  what: 'A week has at most a fifth more running than the highest of the four weeks before it.',
  why: 'Runners whose week grew by more than 20 to 30 % were hurt more often (Nielsen 2014, Damsted 2019). Against the last building weeks, because going back up after a recovery week is no jump: document 000 goes from 43 to 59 miles, which is 3.5 % above its last building week.',
  example: 'Weeks of 40, 42 and 44 km, then one of 60 km.',
  change: 'Put a week between, or spread the step over two; the figures are parameters.',
  parameters: {
    note: { value: 1.1, unit: 'of the highest week', meaning: 'above this share it is noted (convention)' },
    noteMetres: { value: 5000, unit: 'm', meaning: 'and this much more (convention)' },
    warning: { value: 1.2, unit: 'of the highest week', meaning: 'above this share it is a warning (Damsted 2019)' },
    error: { value: 1.3, unit: 'of the highest week', meaning: 'above this share it is an error (Nielsen 2014)' },
    leastMetres: { value: 2000, unit: 'm', meaning: 'smaller steps are never a warning (convention)' },
    lookback: { value: 4, unit: 'weeks', meaning: 'weeks that a week is compared with (convention)' },
  },
  implies: [
    'single-run',
    'long-run-share',
    'overload',
    'recovery-weeks',
    'quality-caps',
    'easy-share',
    'peak-week',
    'deload',
  ],
  check: ({ schedule: { weeks, plan }, figures }) =>
    weeks.flatMap((week) => {
      const highest = highestBefore(weeks, week.index, figures.lookback)
      const level = highest && week.distance ? levelOf(week.distance, highest, figures) : undefined
      if (!level || !highest || !week.distance) return []
      const [now, then] = [lengthText(week.distance, plan.unit), lengthText(highest, plan.unit)]
      return [
        {
          place: { kind: 'week', week: week.index },
          level,
          message: `${beginning(weeksText([week]))} has ${now} of running, ${changeText(week.distance, highest)} on the highest of the ${figures.lookback} weeks before (${then}); up to ${percentText(figures.warning - 1)} more is a step that legs can follow.`,
          fix: `Keep the week at ${lengthText(highest * figures.note, plan.unit)} or less.`,
        },
      ]
    }),
}

const levelOf = (
  distance: number,
  highest: number,
  figures: { readonly [Name in Figure]: number },
): Level | undefined => {
  const more = distance - highest
  if (distance > highest * figures.error && more > figures.leastMetres) return 'error'
  if (distance > highest * figures.warning && more > figures.leastMetres) return 'warning'
  return distance > highest * figures.note && more > figures.noteMetres ? 'note' : undefined
}
