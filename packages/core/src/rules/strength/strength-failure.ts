import { strengthFormsOf } from '../../schedule/strength-week.ts'
import { classOf } from '../../strength/exercise.ts'
import type { Exercise } from '../../workout/workout.ts'
import type { Rule } from '../rule.ts'

type Figures = Parameters<(typeof strengthFailure)['check']>[0]['figures']

/** No sets to failure, and main lifts are not done for muscle size. */
export const strengthFailure: Rule<'rpe' | 'low' | 'high' | 'light'> = {
  id: 'strength-failure',
  statements: [{ number: 'R114', document: '001' }],
  basis: 'Zourdos 2016: RPE 9 leaves one repetition, 10 none; the range of 8 to 12 is the usual one for muscle size',
  level: 'warning',
  what: 'No set goes to failure, and main lifts are not done in sets of 8 to 12.',
  why: 'Such sets make legs tired and muscles bigger; what a runner wants is force, learnt in few fast repetitions.',
  example: 'back squat 4 x 10 @RPE10',
  change: 'Lift heavier for 4 to 6 repetitions with two in reserve, or allow strength-failure with a reason.',
  parameters: {
    rpe: { value: 9, unit: 'RPE', meaning: 'most at the end of a set (Zourdos 2016: one repetition left)' },
    low: { value: 8, unit: 'repetitions', meaning: 'from here on a set of a main lift is one for size (R114)' },
    high: { value: 12, unit: 'repetitions', meaning: 'up to here (R114)' },
    light: { value: 6, unit: 'RPE', meaning: 'up to here a long set is practice (convention)' },
  },
  implies: ['power-day'],
  check: ({ schedule, figures }) =>
    strengthFormsOf(schedule).flatMap(({ exercises, place }) =>
      exercises.flatMap((exercise) => {
        const message = faultOf(exercise, figures)
        return message === undefined
          ? []
          : [{ place, message, fix: 'Stop every set with one or two good repetitions left.' }]
      }),
    ),
}

const faultOf = (exercise: Exercise, figures: Figures): string | undefined => {
  if (goesToFailure(exercise, figures.rpe)) return `${exercise.name}: sets to failure tire more than they teach.`
  const reps = exercise.reps ?? 0
  if (classOf(exercise) !== 'main lift' || isFast(exercise) || isLight(exercise, figures.light)) return undefined
  if (reps < figures.low || reps > figures.high) return undefined
  return `${exercise.name} for ${repsText(exercise)} repetitions makes muscles bigger, not legs quicker; the rule wants fewer than ${figures.low}.`
}

const repsText = ({ reps, repsTo }: Exercise): string => (repsTo === undefined ? `${reps}` : `${reps} to ${repsTo}`)

const goesToFailure = ({ load, cue = '' }: Exercise, most: number): boolean => {
  if (load?.kind === 'rpe' && (load.to ?? load.rpe) > most) return true
  const words = load?.kind === 'word' ? `${load.word} ${cue}` : cue
  return /\b(to failure|amrap|until you (fail|can't)|burn ?out)\b/i.test(words) && !isWarning(words)
}

/** `not to failure`, `never to failure`. */
const isWarning = (words: string): boolean =>
  /\b(not|never|no|without|avoid\w*|short of)\b[^.]*\bfailure\b/i.test(words)

const isLight = ({ name, load }: Exercise, most: number): boolean => {
  if (/\b(body ?weight|air)\b/i.test(name)) return true
  if (load?.kind === 'word') return /\b(bodyweight|light)\b/.test(load.word)
  return load?.kind === 'rpe' && (load.to ?? load.rpe) <= most
}

/** Lifts whose purpose is speed of movement. */
const isFast = ({ name }: Exercise): boolean => /\b(swings?|cleans?|snatch\w*)\b/i.test(name)
