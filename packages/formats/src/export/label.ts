import type { Exercise, Part, Step, Workout } from '@bell-lap/core'
import { makeExercise, makeOther } from '../plan-text/notation/make-exercise.ts'
import { makePart } from '../plan-text/notation/make-part.ts'
import { makeManner } from '../plan-text/notation/make-step.ts'
import { makeWorkout } from '../plan-text/notation/make-workout.ts'

/** A bout in the plan's words, without what stands beside it: `1000m @T`, `jog 200m`, `easy`. */
const stepLabel = (step: Step): string => {
  const {
    cue: _cue,
    implied: _implied,
    position: _position,
    continuous: _continuous,
    session: _session,
    ...bare
  } = step
  const { extent, role, target, mode } = bare
  const open = extent === null || extent.kind === 'open' || extent.kind === 'remaining'
  if (!open) return makePart(bare)
  return [mode ?? '', makeManner(role, target)].filter((word) => word !== '').join(' ')
}

/** One set of an exercise: `back squat / goblet squat 4-6 @RPE7`; its sets and rest are counted around it. */
const setLabel = ({ cue: _cue, rest: _rest, setsTo: _setsTo, ...exercise }: Exercise): string => {
  const { kind, name, or } = exercise
  const names = makeExercise({ kind, name, sets: 1, ...(or ? { or } : {}) }).slice(0, -ONE_OF_UNKNOWN.length)
  const dose = makeExercise({ ...exercise, sets: 1 }).slice(names.length + ONE.length)
  return dose === '?' ? names : `${names} ${dose}`
}

const ONE = ' 1 x '
const ONE_OF_UNKNOWN = `${ONE}?`

/** All sets of an exercise in notation, without its cue. */
export const exerciseLabel = ({ cue: _cue, ...exercise }: Exercise): string => makeExercise(exercise)

/** The plan's own words for a part, as short as they go. */
export const labelOf = (part: Part): string => {
  switch (part.kind) {
    case 'step':
      return stepLabel(part)
    case 'repeat':
      return makePart(part)
    case 'exercise':
      return setLabel(part)
    case 'other':
      return makeOther(part)
    default:
      return part satisfies never
  }
}

/** Names that a title of strength work has room for. */
const MOST_NAMED = 3

const exerciseTitle = (kind: string, exercises: readonly Exercise[]): string => {
  const names = exercises.slice(0, MOST_NAMED).map(({ name }) => name)
  const more = exercises.length - names.length
  return `${kind}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What a session is called: its text in notation, without cue; strength work by its first exercises. */
export const titleOf = (workout: Workout, exercises: readonly Exercise[]): string => {
  const strength = workout.steps.length > 0 && workout.steps.every(({ kind }) => kind === 'exercise')
  if (strength && exercises.length > 0) return exerciseTitle(workout.kind, exercises)
  const { cue: _cue, ...silent } = workout
  return makeWorkout(silent)
}
