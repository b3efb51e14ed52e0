import { besideRunning } from '../workout/flatten.ts'
import type { Exercise } from '../workout/workout.ts'
import type { NamedSession } from './plan.ts'

/** The exercises of a named session in order. */
export const exercisesOf = (session: NamedSession): readonly Exercise[] =>
  session.lines.flatMap(({ workout }) => besideRunning(workout.steps).filter((part) => part.kind === 'exercise'))
