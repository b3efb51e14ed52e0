import {
  beginsWithWarmup,
  heavySets,
  isToldWhole,
  strengthFormsOf,
  type StrengthForm,
} from '../../schedule/strength-week.ts'
import { classOf, isHeavy, type ExerciseClass } from '../../strength/exercise.ts'
import type { Exercise } from '../../workout/workout.ts'
import type { Rule } from '../rule.ts'
import { listText } from '../say.ts'

type Figures = Parameters<(typeof powerDay)['check']>[0]['figures']

/** Day A: heavy lifts of few repetitions, jumps, core, a warm-up. */
export const powerDay: Rule<'reps' | 'jumps'> = {
  id: 'power-day',
  statements: (['R92', 'R94', 'R95', 'R96', 'R97', 'R98'] as const).map((number) => ({ number, document: '001' })),
  level: 'note',
  what: 'Day A, strength and power, has a warm-up, a squat and a hinge of few heavy repetitions, jumps, and core.',
  why: 'Heavy lifts and jumps make tendons stiffer and force quicker: that is what the economy of running gains from.',
  example: 'strength A of squats 3 x 15 and planks.',
  change: 'Add what is missing, or allow power-day with a reason.',
  parameters: {
    reps: { value: 8, unit: 'repetitions', meaning: 'most in a set of a heavy lift (R95: 4 to 6, R96: 6 to 8)' },
    jumps: { value: 1, unit: 'jump exercises', meaning: 'least (R97: one, 15 to 25 landings)' },
  },
  implies: ['balanced-strength'],
  check: ({ schedule, figures }) => {
    const forms = strengthFormsOf(schedule)
    const day = powerDayOf(forms)
    // A session that nobody describes may be the very one.
    if (forms.length === 0 || (!(day && isCalled(day)) && !isToldWhole(schedule))) return []
    if (!day) return [{ place: { kind: 'plan' }, message: 'No strength session is one of heavy lifts and jumps.' }]
    const missing = missingIn(day, figures)
    if (missing.length === 0) return []
    const name = day.name === null ? 'The heavy session' : `Strength ${day.name}`
    return [
      { place: day.place, message: `${name} lacks what makes it one of strength and power: ${listText(missing)}.` },
    ]
  },
}

/** The one called A, else the one with most heavy sets; a session of heavy lifts has to exist. */
const powerDayOf = (forms: readonly StrengthForm[]): StrengthForm | undefined => {
  const named = forms.find(isCalled)
  const [heaviest] = forms.toSorted((a, b) => heavySets(b.exercises) - heavySets(a.exercises))
  return named ?? (heaviest && heavySets(heaviest.exercises) > 0 ? heaviest : undefined)
}

const missingIn = (form: StrengthForm, figures: Figures): readonly string[] => {
  const { exercises } = form
  return [
    ...(beginsWithWarmup(form) || form.definition === null ? [] : ['a warm-up (R94)']),
    ...(exercises.some((exercise) => isLift(exercise, SQUAT, figures)) ? [] : ['a squat of few repetitions (R95)']),
    ...(exercises.some((exercise) => isLift(exercise, HINGE, figures)) ? [] : ['a deadlift (R96)']),
    ...(countOf(exercises, 'jump') >= figures.jumps ? [] : ['jumps (R97)']),
    ...(countOf(exercises, 'core') > 0 ? [] : ['core (R98)']),
  ]
}

const SQUAT = /squat|leg press/i
const HINGE = /dead ?lift|hinge|hip thrust|good morning|clean|snatch|swing|trap bar/i

const isLift = (exercise: Exercise, movement: RegExp, { reps }: Figures): boolean =>
  classOf(exercise) !== 'jump' &&
  movement.test(exercise.name) &&
  (isHeavy(exercise) || (exercise.reps ?? Infinity) <= reps)

const countOf = (exercises: readonly Exercise[], kind: ExerciseClass): number =>
  exercises.filter((exercise) => classOf(exercise) === kind).length

const isCalled = ({ name }: StrengthForm): boolean => /^(day )?a$/i.test(name ?? '')
