import {
  beginsWithWarmup,
  heavySets,
  isToldWhole,
  isUnilateral,
  strengthFormsOf,
  type StrengthForm,
} from '../../schedule/strength-week.ts'
import { classOf } from '../../strength/exercise.ts'
import type { Rule } from '../rule.ts'
import { listText } from '../say.ts'

type Figures = Parameters<(typeof stabilityDay)['check']>[0]['figures']

/** Day B: one leg at a time, calves, core against rotation, more repetitions. */
export const stabilityDay: Rule<'singles' | 'reps'> = {
  id: 'stability-day',
  statements: (['R93', 'R99', 'R100', 'R101', 'R102', 'R103'] as const).map((number) => ({ number, document: '001' })),
  level: 'note',
  what: 'Day B, endurance and stability, has a warm-up, two exercises for one leg, calf raises, and core; eight repetitions and more.',
  why: 'It keeps hips level and calves whole through the last kilometre: durability, where day A is power.',
  example: 'A plan whose only strength session is heavy squats and jumps.',
  change: 'Add what is missing, or allow stability-day with a reason.',
  parameters: {
    singles: { value: 2, unit: 'exercises', meaning: 'least for one leg (R100, R101)' },
    reps: { value: 8, unit: 'repetitions', meaning: 'least in a set for one leg (R100: 8 to 12, R101: 8)' },
  },
  implies: ['balanced-strength', 'unilateral'],
  check: ({ schedule, figures }) => {
    const forms = strengthFormsOf(schedule)
    const day = stabilityDayOf(forms)
    // A session that nobody describes may be the very one.
    if (forms.length === 0 || (!(day && isCalled(day)) && !isToldWhole(schedule))) return []
    if (!day)
      return [{ place: { kind: 'plan' }, message: 'No strength session is one of endurance and stability (R93).' }]
    const missing = missingIn(day, figures)
    if (missing.length === 0) return []
    const name = day.name === null ? 'The lighter session' : `Strength ${day.name}`
    return [{ place: day.place, message: `${name} lacks what makes it one of stability: ${listText(missing)}.` }]
  },
}

/** The one called B, else the one without heavy lifts that has most for one leg. */
const stabilityDayOf = (forms: readonly StrengthForm[]): StrengthForm | undefined => {
  const named = forms.find(isCalled)
  const singles = ({ exercises }: StrengthForm): number => exercises.filter(isUnilateral).length
  const [lighter] = forms
    .filter(({ exercises }) => heavySets(exercises) === 0)
    .toSorted((a, b) => singles(b) - singles(a))
  return named ?? lighter
}

const missingIn = (form: StrengthForm, figures: Figures): readonly string[] => {
  const { exercises } = form
  const singles = exercises.filter(isUnilateral)
  const long = singles.every(({ reps, duration }) => duration !== undefined || (reps ?? figures.reps) >= figures.reps)
  return [
    ...(beginsWithWarmup(form) || form.definition === null ? [] : ['a warm-up (R99)']),
    ...(singles.length >= figures.singles ? [] : [`${figures.singles} exercises for one leg (R100, R101)`]),
    ...(long ? [] : [`sets of ${figures.reps} and more for one leg (R100)`]),
    ...(exercises.some((exercise) => classOf(exercise) === 'calf') ? [] : ['calf raises (R102)']),
    ...(exercises.some((exercise) => classOf(exercise) === 'core') ? [] : ['core against rotation (R103)']),
  ]
}

const isCalled = ({ name }: StrengthForm): boolean => /^(day )?b$/i.test(name ?? '')
