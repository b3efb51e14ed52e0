import { repetitionsOf, restToWork, type Repetition } from '../../schedule/repetitions.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import { FAMILY_NAMES } from '../families.ts'
import type { Breach, Rule } from '../rule.ts'
import { dayText, metresText } from '../say.ts'

type Figure = 'interval' | 'mile' | 'fast' | 'sprint' | 'dash'
type Figures = { readonly [Name in Figure]: number }

/** Rests that are too short for anybody to hold the pace. */
export const shortRecovery: Rule<Figure> = {
  id: 'short-recovery',
  statements: [],
  basis: 'convention',
  conflicts: ['C5', 'C7'],
  level: 'warning',
  what: 'Rest between hard repetitions is long enough to run the next one at the same pace.',
  why: 'Below these rests repetitions become a continuous run that is faster than anybody can run it. For all-out runs a few seconds of rest decide whether they train speed or tiredness.',
  example: '8 x 400m @mile, rest 20s.',
  change: 'Lengthen the rest or slow the repetitions; the figures are parameters.',
  parameters: {
    interval: { value: 0.15, unit: 'times the repetition', meaning: 'least rest at 5K pace (convention)' },
    mile: { value: 0.4, unit: 'times the repetition', meaning: 'least rest at mile pace (convention)' },
    fast: { value: 1, unit: 'times the repetition', meaning: 'least rest at 800 m pace (convention)' },
    dash: { value: 120, unit: 's', meaning: 'complete recovery after all-out runs of up to 80 m (convention)' },
    sprint: {
      value: 240,
      unit: 's',
      meaning: 'complete recovery after all-out runs and kicks of up to 200 m (convention)',
    },
  },
  implies: ['interval-recovery', 'speed-recovery'],
  check: ({ schedule: { sessions }, figures }) =>
    sessions.flatMap((session) => {
      const sets = repetitionsOf(session)
      return [...tooShort(session, sets, figures), ...incomplete(session, sets, figures)]
    }),
}

const timesFor = ({ work, next }: Repetition, figures: Figures): number | undefined => {
  if (isAllOut(work.step) || work.family !== next.family) return undefined
  switch (work.family) {
    case '5K':
      return figures.interval
    case 'mile':
      return figures.mile
    case '800':
      return figures.fast
    case 'easy':
    case 'steady':
    case 'threshold':
    case 'sprint':
      return undefined
    default:
      return work.family satisfies never
  }
}

const tooShort = (session: ScheduledSession, sets: readonly Repetition[], figures: Figures): readonly Breach[] => {
  const short = sets.find((set) => (restToWork(set) ?? Infinity) < (timesFor(set, figures) ?? 0))
  if (!short) return []
  const { work } = short
  const times = timesFor(short, figures) ?? 0
  return [
    {
      place: session.place,
      message: `On ${dayText(session)} the rest after ${metresText(work.distance ?? 0)} at ${FAMILY_NAMES[work.family]} lasts ${(restToWork(short) ?? 0).toFixed(2)} times the repetition; under ${times} the pace cannot be held.`,
      fix: `Rest ${Math.ceil(((work.duration ?? 0) * times) / 5) * 5} s or more.`,
    },
  ]
}

const isAllOut = ({ role, target }: Repetition['work']['step']): boolean =>
  role === 'kick' || (target?.kind === 'pace' && target.pace === 'max')

const restFor = ({ work }: Repetition, figures: Figures): number => {
  const metres = work.distance ?? 0
  if (!isAllOut(work.step) || metres === 0 || metres > 200) return 0
  return metres <= 80 ? figures.dash : figures.sprint
}

/** Complete recovery binds kicks and all-out work; a kick at the end of a tired set is meant to be tired. */
const incomplete = (session: ScheduledSession, sets: readonly Repetition[], figures: Figures): readonly Breach[] => {
  const set = sets.find((each) => isAllOut(each.next.step) && restIn(each) < restFor(each, figures))
  if (!set) return []
  return [
    {
      place: session.place,
      level: 'note',
      message: `On ${dayText(session)} ${Math.round(restIn(set))} s of rest follow ${metresText(set.work.distance ?? 0)} at full effort; complete recovery takes ${restFor(set, figures)} s.`,
      fix: `Rest ${restFor(set, figures)} s, or say in the cue that it is run tired on purpose.`,
    },
  ]
}

const restIn = ({ rest }: Repetition): number => rest.reduce((sum, { duration }) => sum + (duration ?? Infinity), 0)
