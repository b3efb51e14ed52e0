import { metresAt } from '../../schedule/work.ts'
import type { ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import type { Family } from '../../workout/family.ts'
import type { Level } from '../finding.ts'
import { FAMILY_NAMES } from '../families.ts'
import type { Rule } from '../rule.ts'
import { changeText, countText, dayText, metresText } from '../say.ts'

type Figure = 'note' | 'noteMetres' | 'warning' | 'warningMetres' | 'lookback'

const FAMILIES = ['threshold', '5K', 'mile', '800'] as const satisfies readonly Family[]

/** The hard running of a session grows in steps. */
export const qualityGrowth: Rule<Figure> = {
  id: 'quality-growth',
  statements: [{ number: 'R130', document: '002' }],
  level: 'warning',
  what: 'A session has at most half as much again of one kind of hard running as the most in the four weeks before it.',
  why: 'Document 002 avoids sudden jumps in intensity: a set that doubles from one week to the next is run badly, or paid for later.',
  example: '4 x 800m @5K in one week, 8 x 800m @5K in the next.',
  change: 'Put a session between; the figures are parameters. What a plan does for the first time is not compared.',
  parameters: {
    note: { value: 1.3, unit: 'of the most so far', meaning: 'above this share it is noted (R130)' },
    noteMetres: { value: 1000, unit: 'm', meaning: 'and this much more (convention)' },
    warning: { value: 1.5, unit: 'of the most so far', meaning: 'above this share it is a warning (convention)' },
    warningMetres: { value: 1500, unit: 'm', meaning: 'and this much more (convention)' },
    lookback: { value: 4, unit: 'weeks', meaning: 'weeks that are looked back (convention)' },
  },
  implies: ['quality-caps', 'easy-share', 'polarised'],
  check: ({ schedule: { weeks }, figures }) => {
    const highest = weeks.map(({ sessions }) => mostIn(sessions))
    return weeks.flatMap((week) => {
      const before = highest.slice(Math.max(0, week.index - figures.lookback), week.index)
      return trainingOf(week).flatMap((session) =>
        FAMILIES.flatMap((family) => {
          const metres = metresAt([session], family)
          const most = Math.max(0, ...before.map((each) => each[family]))
          const level = levelOf(metres, most, figures)
          if (!level) return []
          return [
            {
              place: session.place,
              level,
              message: `${metresText(metres)} at ${FAMILY_NAMES[family]} on ${dayText(session)} are ${changeText(metres, most)} on the most of any session in the ${countText(before.length, 'week')} before (${metresText(most)}).`,
              fix: `Stay at ${metresText(most * figures.note)} or less this time.`,
            },
          ]
        }),
      )
    })
  },
}

/** A race or a test is not a step of a progression. */
const trainingOf = ({ sessions }: ScheduledWeek): readonly ScheduledSession[] =>
  sessions.filter(({ hardness }) => hardness !== 'race' && hardness !== 'test')

/** Most metres of one session in each family. */
const mostIn = (sessions: readonly ScheduledSession[]): { readonly [F in (typeof FAMILIES)[number]]: number } => {
  const most = (family: Family): number => Math.max(0, ...sessions.map((session) => metresAt([session], family)))
  return { threshold: most('threshold'), '5K': most('5K'), mile: most('mile'), '800': most('800') }
}

const levelOf = (metres: number, most: number, figures: { readonly [Name in Figure]: number }): Level | undefined => {
  if (most === 0) return undefined
  const more = metres - most
  if (metres > most * figures.warning && more > figures.warningMetres) return 'warning'
  return metres > most * figures.note && more > figures.noteMetres ? 'note' : undefined
}
