import type { Rule } from '../rule.ts'
import { beginning, lengthText, weeksText } from '../say.ts'

/** The week that is called the peak is the highest. */
export const peakWeek: Rule<'slack'> = {
  id: 'peak-week',
  statements: [{ number: 'R36', document: '000' }],
  conflicts: ['C8'],
  level: 'warning',
  style: true,
  what: 'A week that is called the peak has the most running, or says what else peaks in it.',
  why: 'Readers take a peak for the highest week. Document 000 calls week 11 the peak with 58 miles, after 67 in week 10: there the peak is of race-like work, not of volume.',
  example: 'week 11 peak   58mi, after week 10 with 67mi.',
  change: 'Give the name to the highest week, or allow peak-week and say what peaks.',
  parameters: {
    slack: { value: 0.02, unit: 'of the highest week', meaning: 'weeks this close are equally high (convention)' },
  },
  check: ({ schedule: { weeks, plan }, figures }) => {
    const known = weeks.filter((week) => week.distance !== null)
    const highest = known.toSorted((a, b) => (b.distance ?? 0) - (a.distance ?? 0))[0]
    const peaks = known.filter(({ source }) => source.kind === 'peak')
    const top = Math.max(...peaks.map(({ distance }) => distance ?? 0))
    const peak = peaks[0]
    if (!highest?.distance || !peak || top >= highest.distance * (1 - figures.slack)) return []
    const [now, most] = [lengthText(top, plan.unit), lengthText(highest.distance, plan.unit)]
    return [
      {
        place: { kind: 'week', week: peak.index },
        message: `${beginning(weeksText([peak]))} is called the peak with ${now}, but ${weeksText([highest])} is the highest with ${most}.`,
        fix: `Call ${weeksText([highest])} the peak, or allow peak-week and say what peaks here.`,
      },
    ]
  },
}
