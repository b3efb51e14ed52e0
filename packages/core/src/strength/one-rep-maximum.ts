/**
 * The weight that could be lifted once, from a set to failure, and what share of it a set takes.
 * Weights in kilograms. Both formulas hold to about 10 repetitions; beyond 12 they say nothing.
 */
const MOST_REPS = 12

/** Epley 1985: w (1 + r / 30); one repetition is the maximum itself. */
export const epley = (kilograms: number, reps: number): number => (reps === 1 ? kilograms : kilograms * (1 + reps / 30))

/** Brzycki 1993: w 36 / (37 - r). */
export const brzycki = (kilograms: number, reps: number): number => (kilograms * 36) / (37 - reps)

/** Per cent of the maximum at which so many repetitions fail, by each formula. */
export const percentByBrzycki = (reps: number): number => 100 / brzycki(1, reps)
export const percentByEpley = (reps: number): number => 100 / epley(1, reps)

/** Repetitions left in reserve at an RPE (Zourdos 2016: 10 is none, 9 is one, 8 is two, 7 is three). */
const repsInReserve = (rpe: number): number => Math.max(0, 10 - rpe)

/**
 * Per cent of the maximum for a set of so many repetitions that ends at an RPE; Brzycki, reserve counted as repetitions.
 * Undefined beyond the formula's reach. People differ widely (Zourdos 2021): a first guess, corrected by the next set.
 */
export const percentFor = (reps: number, rpe: number): number | undefined => {
  const toFailure = reps + repsInReserve(rpe)
  return toFailure > MOST_REPS ? undefined : percentByBrzycki(toFailure)
}
