import { polarizationIndex } from '../../athlete/polarization.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Schedule, ScheduledWeek } from '../../schedule/schedule.ts'
import { isBuildWeek } from '../../schedule/training-weeks.ts'
import { distributionOf, easyShare, MEASURES } from '../../schedule/work.ts'
import { plainNumber } from '../../units/text.ts'
import type { Rule } from '../rule.ts'
import { percentText, weeksText } from '../say.ts'

/** Training that calls itself polarised has more hard running than middling. */
export const polarised: Rule<'index' | 'share'> = {
  id: 'polarised',
  statements: [{ number: 'R9', document: '000' }],
  basis: 'Treff 2019',
  conflicts: ['C2'],
  level: 'warning',
  style: true,
  what: 'In a plan that is called polarised building weeks are so: much easy running, some hard, less between, with a polarization index above 2.',
  why: "Document 000 calls its training polarised, 80 % easy and 20 % moderate to hard. By Treff's index its first weeks are not, and it is about 90 % easy by time, so the figures are shown instead of the name.",
  example: 'Weeks with 6 x 1000m @T and 6 x 400m @5K: more time at threshold than above it.',
  change:
    'Move time from threshold to 5K pace and faster, or allow polarised: pyramidal training before polarised training is a good order too (Filipas 2022).',
  parameters: {
    index: { value: 2, unit: '', meaning: 'above this index a week is polarised (Treff 2019)' },
    share: { value: 0.25, unit: 'of the building weeks', meaning: 'so many may be below it (convention)' },
  },
  check: ({ schedule, figures }) => {
    if (!claimsIt(schedule.plan)) return []
    const weeks = schedule.weeks.filter((week) => isBuildWeek(schedule, week) && indexOf(week) !== undefined)
    const below = weeks.filter((week) => (indexOf(week) ?? 0) <= figures.index)
    if (below.length === 0 || below.length <= weeks.length * figures.share) return []
    return [
      {
        place: { kind: 'plan' },
        message: `Polarised training has an index above ${plainNumber(figures.index, 2)} (Treff), ${weeksText(below)} ${below.length === 1 ? 'has' : 'have'} ${rangeText(below)}. Easy is ${sharesText(schedule)}; the name says 80 %.`,
        fix: 'Call it pyramidal, or move time from threshold to 5K pace and faster.',
      },
    ]
  },
}

/** By the document that it follows, its name, or its notes. */
const claimsIt = ({ follows, name, notes = [] }: Plan): boolean =>
  follows.includes('000') || [name ?? '', ...notes].some((text) => /polari[sz]ed|\b80 ?\/ ?20\b/i.test(text))

/** Undefined where the index says nothing: with easy running alone, or with more hard than easy running. */
const indexOf = (week: ScheduledWeek): number | undefined => {
  const distribution = distributionOf(week.sessions, 'time')
  if (distribution.middle + distribution.high === 0) return undefined
  const index = polarizationIndex(distribution)
  return index.ok ? index.value : undefined
}

const rangeText = (weeks: readonly ScheduledWeek[]): string => {
  const indices = weeks.map((week) => indexOf(week) ?? 0)
  const [low, high] = [Math.min(...indices).toFixed(2), Math.max(...indices).toFixed(2)]
  return low === high ? low : `${low} to ${high}`
}

/** `90 % of the time, 88 % of the distance, 63 % of the sessions`. */
const sharesText = (schedule: Schedule): string => {
  const sessions = schedule.weeks.flatMap((week) => week.sessions)
  return MEASURES.map((measure) => {
    const noun = measure === 'sessions' ? 'runs' : measure
    return `${percentText(easyShare(distributionOf(sessions, measure)) ?? 0)} of the ${noun}`
  }).join(', ')
}
