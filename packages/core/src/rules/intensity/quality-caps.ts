import type { ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import { highestBefore } from '../../schedule/training-weeks.ts'
import { metresAt } from '../../schedule/work.ts'
import type { Breach, Rule } from '../rule.ts'
import { dayText, lengthText, percentText } from '../say.ts'

type Figure =
  | 'least'
  | 'threshold'
  | 'interval'
  | 'intervalMetres'
  | 'repetition'
  | 'repetitionMetres'
  | 'warning'
  | 'lookback'
type Figures = { readonly [Name in Figure]: number }

/** One session holds a bounded share of the week's running at each kind of hard pace. */
export const qualityCaps: Rule<Figure> = {
  id: 'quality-caps',
  statements: [],
  basis: 'Daniels, Running Formula',
  level: 'note',
  what: 'One session has at most 10 % of the week at threshold, 8 % and 10 km at 5K pace, 5 % and 8 km at mile pace and faster.',
  why: 'What a runner can absorb of hard running grows with what they run in all; Daniels gives these shares from experience.',
  example: '6 x 1000m @5K in a week of 40 km: 15 % of it.',
  change: 'Shorten the set or lengthen the week; the shares are parameters.',
  parameters: {
    threshold: { value: 0.1, unit: 'of the week', meaning: 'at threshold pace (Daniels)' },
    interval: { value: 0.08, unit: 'of the week', meaning: 'at 5K pace (Daniels)' },
    intervalMetres: { value: 10_000, unit: 'm', meaning: 'at 5K pace at most (Daniels)' },
    repetition: { value: 0.05, unit: 'of the week', meaning: 'at mile pace and faster (Daniels)' },
    repetitionMetres: { value: 8000, unit: 'm', meaning: 'at mile pace and faster at most (Daniels)' },
    least: { value: 2400, unit: 'm', meaning: 'smaller sets are never too much: 6 x 400 m (convention)' },
    warning: { value: 2, unit: 'times the cap', meaning: 'from here on it is a warning (convention)' },
    lookback: {
      value: 3,
      unit: 'weeks',
      meaning: 'a short week counts as the highest of so many before it (convention)',
    },
  },
  implies: ['easy-share', 'polarised'],
  check: ({ schedule: { weeks }, figures }) =>
    weeks.flatMap((week) => {
      const base = baseOf(weeks, week, figures.lookback)
      return base === undefined
        ? []
        : week.sessions.filter(isTraining).flatMap((session) => overCaps(session, base, figures))
    }),
}

const isTraining = ({ hardness }: ScheduledSession): boolean => hardness !== 'race' && hardness !== 'test'

/** Recovery and taper weeks are short on purpose: the weeks before tell what the runner is used to. */
const baseOf = (weeks: readonly ScheduledWeek[], week: ScheduledWeek, lookback: number): number | undefined => {
  const known = Math.max(week.distance ?? 0, highestBefore(weeks, week.index, lookback) ?? 0)
  return known > 0 ? known : undefined
}

interface Cap {
  readonly pace: string
  readonly metres: number
  readonly share: number
  readonly most: number
}

const overCaps = (session: ScheduledSession, base: number, figures: Figures): readonly Breach[] => {
  const at = (families: readonly ('threshold' | '5K' | 'mile' | '800')[]): number =>
    families.reduce((sum, family) => sum + metresAt([session], family), 0)
  const caps: readonly Cap[] = [
    { pace: 'threshold pace', metres: at(['threshold']), share: figures.threshold, most: Infinity },
    { pace: '5K pace', metres: at(['5K']), share: figures.interval, most: figures.intervalMetres },
    {
      pace: 'mile pace and faster',
      metres: at(['mile', '800']),
      share: figures.repetition,
      most: figures.repetitionMetres,
    },
  ]
  return caps.flatMap((cap) => overCap(session, cap, { ...figures, base }))
}

const overCap = (
  session: ScheduledSession,
  { pace, metres, share, most }: Cap,
  { base, warning, least }: { readonly base: number; readonly warning: number; readonly least: number },
): readonly Breach[] => {
  const cap = Math.min(base * share, most)
  if (metres <= Math.max(cap, least)) return []
  return [
    {
      place: session.place,
      level: metres > cap * warning ? 'warning' : 'note',
      message: `${lengthText(metres, 'km')} at ${pace} on ${dayText(session)} are ${percentText(metres / base)} of the week; one session has ${percentText(share)} at most, here ${lengthText(cap, 'km')}.`,
      fix: `Shorten the set to ${lengthText(cap, 'km')} at ${pace}.`,
    },
  ]
}
