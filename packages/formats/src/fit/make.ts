// The door for whoever writes FIT files.
export { makeFitActivity, type FitStyle } from './make-activity.ts'
export {
  makeFitWorkout,
  MOST_TEXT_BYTES,
  WORKOUT_FAULTS,
  type WorkoutFault,
  type WorkoutFileId,
} from './make-workout.ts'
