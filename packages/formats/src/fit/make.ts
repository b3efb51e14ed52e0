// The door for whoever writes FIT files.
export { makeFitActivity, type FitStyle } from './make-activity.ts'
export { makeFitWorkout, type WorkoutFault, type WorkoutFileId } from './make-workout.ts'
