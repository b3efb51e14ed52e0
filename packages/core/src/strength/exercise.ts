import type { Exercise } from '../workout/workout.ts'

/** What an exercise is to a runner's week. */
export const EXERCISE_CLASSES = ['main lift', 'single-leg', 'jump', 'calf', 'core', 'mobility', 'other'] as const
export type ExerciseClass = (typeof EXERCISE_CLASSES)[number]

/** Words by which a coach's name for an exercise tells its class; the first that fits decides. */
const WORDS: readonly (readonly [ExerciseClass, RegExp])[] = [
  ['jump', /\b(jumps?|hops?|hopping|bounds?|bounding|pogos?|plyo\w*|depth drops?|skips?|ankle flicks?)\b/],
  [
    'core',
    /\b(planks?|pallof|dead ?bugs?|bird ?dogs?|crunch\w*|sit-?ups?|leg raises?|hollow|rotations?|twists?|v-?ups?|core|bridges?)\b/,
  ],
  ['calf', /\b(calf|calves|heel raises?|soleus|tibialis)\b/],
  ['single-leg', /\b(single[- ]leg|one[- ]leg\w*|split squats?|lunges?|step[- ]?ups?|pistols?|skater)\b/],
  [
    'main lift',
    /\b(squats?|dead ?lifts?|hip thrusts?|cleans?|snatch\w*|leg press\w*|trap bar|good mornings?|kettlebell swings?)\b/,
  ],
  ['mobility', /\b(mobility|stretch\w*|swings?|circles|foam|yoga|balance)\b/],
]

/** Class of an exercise by its name; `other` where no word is known. */
export const classOf = (exercise: Pick<Exercise, 'name'>): ExerciseClass =>
  WORDS.find(([, words]) => words.test(exercise.name.toLowerCase()))?.[0] ?? 'other'

/** Loads that need a day or more before fast running: 80 % of one repetition's maximum, RPE 7, or the coach's word (science 12). */
const isHeavyLoad = ({ load, reps, repsTo }: Exercise): boolean => {
  switch (load?.kind) {
    case 'percent':
      return (load.to ?? load.percent) >= 80
    case 'rpe':
      return (load.to ?? load.rpe) >= 7
    case 'word':
      return /heavy/.test(load.word)
    case 'weight':
    case undefined:
      return (repsTo ?? reps ?? Infinity) <= 6
    default:
      return load satisfies never
  }
}

/** A main lift done heavily: what makes a strength session a heavy one (R105). */
export const isHeavy = (exercise: Exercise): boolean => classOf(exercise) === 'main lift' && isHeavyLoad(exercise)

/** Landings of an exercise: sets times repetitions, both sides counted; null when the text leaves one open. */
export const contactsOf = (exercise: Exercise): number | null => {
  if (classOf(exercise) !== 'jump') return 0
  const reps = exercise.repsTo ?? exercise.reps
  if (exercise.sets === null || reps === undefined) return null
  return exercise.sets * reps * (exercise.eachSide ? 2 : 1)
}
