import type { Workout } from '@bell-lap/core'
import { makeWorkout } from '../notation/make-workout.ts'
import { parseWorkout } from '../notation/parse-workout.ts'
import type { ReadingContext } from '../reading.ts'

/** A figure below 100 glued to a single m: metres in the notation, miles or minutes on most pages. */
const SMALL_M = /(?:^|[^\d.])\d{1,2}(?:\.\d+)?m(?![a-z\d])/i

/** More digits than any figure of a session has. */
const HUGE = /\d{7}/

/** Longer texts are no single prescription of the notation. */
const LONGEST = 2000

/**
 * The workout of a text that is notation already, byte for byte as it prints; `undefined` for prose, for a page that gives letters a meaning of its
 * own, and where a small `m` would be taken for metres by the notation alone.
 */
export const readCanon = (text: string, context: ReadingContext): Workout | undefined => {
  const own = (context.key?.size ?? 0) > 0 || context.bareNumber !== undefined
  if (own || text.length > LONGEST || SMALL_M.test(text) || HUGE.test(text) || !/[a-z\d]/i.test(text)) return undefined
  const result = parseWorkout(text)
  return result.ok && makeWorkout(result.value) === text ? result.value : undefined
}
