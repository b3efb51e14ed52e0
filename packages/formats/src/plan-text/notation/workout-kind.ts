import type { NamedSession, Part, Workout, WorkoutKind } from '@bell-lap/core'

/** What the exercises of a text are: strength, unless they stand in a block of another kind. */
export type ExerciseKind = Extract<WorkoutKind, 'strength' | 'plyometrics' | 'mobility'>

type Trait = WorkoutKind | 'drills'

const traitsOf = (parts: readonly Part[], exercises: ExerciseKind, traits: Set<Trait>): void => {
  for (const part of parts) {
    if (part.kind === 'repeat') traitsOf(part.steps, exercises, traits)
    else if (part.kind === 'exercise') traits.add(exercises)
    else if (part.kind === 'other') traits.add(part.activity)
    else if (part.role === 'race' || part.role === 'test' || part.role === 'rest' || part.role === 'drills')
      traits.add(part.role)
    else traits.add('run')
  }
}

const ORDER = ['strength', 'plyometrics', 'cross', 'mobility'] as const

/**
 * The kind that the parts of a workout make it: a race or test where one is run, mixed where running and strength or
 * plyometrics stand together, a run where there is running otherwise; drills alone are mobility, rest alone is rest.
 * A total is running, whatever it holds. A workout of another kind prints it as a tag: `[run]`.
 */
export const kindOfParts = (
  { steps, total, remainder }: Pick<Workout, 'steps' | 'total' | 'remainder'>,
  exercises: ExerciseKind = 'strength',
): WorkoutKind => {
  const traits = new Set<Trait>()
  traitsOf(steps, exercises, traits)
  if (total !== null || remainder !== null || steps.length === 0) traits.add('run')
  if (traits.has('race')) return 'race'
  if (traits.has('test')) return 'test'
  if (traits.has('run')) return traits.has('strength') || traits.has('plyometrics') ? 'mixed' : 'run'
  const other = ORDER.find((kind) => traits.has(kind))
  if (other !== undefined) return other
  if (traits.has('drills')) return 'mobility'
  return traits.has('rest') ? 'rest' : 'run'
}

/** What the block of a named session makes of the exercises in it. */
export const exercisesOf = (block: NamedSession['kind']): ExerciseKind => (block === 'session' ? 'strength' : block)
