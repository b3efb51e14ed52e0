import type { Workout } from '@bell-lap/core'

/** Canonical text of a workout. */
export const makeWorkout = (workout: Workout): string => workout.kind
