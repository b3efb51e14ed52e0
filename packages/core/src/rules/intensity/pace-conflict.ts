import { comparisonText } from '../../pace/compare.ts'
import { markText } from '../../pace/mark-text.ts'
import { paceBookFor } from '../../schedule/nominal.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import type { Rule } from '../rule.ts'

/** Where the document's paces part from the equivalents, the plan is told. */
export const paceConflict: Rule<never> = {
  id: 'pace-conflict',
  statements: [
    { number: 'R13', document: '000' },
    { number: 'R15', document: '000' },
    { number: 'R48', document: '000' },
    { number: 'R17', document: '000' },
  ],
  basis: 'Daniels and Gilbert 1979',
  conflicts: ['C1', 'C14'],
  level: 'note',
  what: 'A plan that means the paces of document 000 is shown where they part from equivalent race performances.',
  why: 'The document adds the same seconds for everybody. By equivalent performances its mile pace is too slow for every runner, its easy pace too fast for most, and it has no 800 m pace at all.',
  example: 'paces offsets',
  change:
    'Write `paces equivalent`, or give the athlete a mark over a mile or 800 m, which wins over any model; or allow pace-conflict.',
  parameters: {},
  check: ({ schedule, athlete }) => {
    const { plan } = schedule
    if (plan.paces !== 'offsets') return []
    const book = paceBookFor(plan, athlete)
    const parts = book.comparison.filter(({ pace, verdict }) => verdict !== 'agree' && pace !== 'vo2max')
    const missing = usesEightHundred(schedule) && !book.marks.some(({ distance }) => distance === EIGHT_HUNDRED)
    if (parts.length === 0 && !missing) return []
    const texts = parts.map((part) => comparisonText(part, plan.unit))
    const estimate = missing ? ['800 m pace has no definition in the document and is an estimate.'] : []
    return [
      {
        place: { kind: 'plan' },
        message: `For ${book.marks.map(markText).join(', ')} the plan's paces and equivalent performances part: ${[...texts, ...estimate].join(' ')}`,
        fix: 'Write `paces equivalent`, or check the plan with an athlete who has a mark over a mile or 800 m.',
      },
    ]
  },
}

const EIGHT_HUNDRED = 800

const usesEightHundred = ({ sessions }: Schedule): boolean =>
  sessions.some(({ estimate }) =>
    estimate.bouts.some(
      ({ step: { target } }) => target?.kind === 'pace' && (target.pace === '800' || target.to === '800'),
    ),
  )
