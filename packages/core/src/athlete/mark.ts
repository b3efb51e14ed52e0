import { speedOver } from '../units/speed.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'

/** Where a mark comes from: a race, a test on purpose, or the best that a recording shows. */
export const MARK_KINDS = ['race', 'test', 'best'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** A race or test result: marks make fitness, fitness makes paces. */
export interface Mark {
  readonly distance: Distance
  readonly time: Duration
  /** Civil day, `2026-10-11`. Left out: the athlete says it is what they can run now. */
  readonly day?: string
  readonly kind?: MarkKind
}

export const speedOfMark = (mark: Mark): Speed => speedOver(mark.distance, mark.time)

/** Distances this close are one race: a 10K measured as 10 000 or 10 001 m, a mile written as 1609 m. */
const SAME_DISTANCE = 0.001

export const sameDistance = (a: Distance, b: Distance): boolean => Math.abs(a / b - 1) <= SAME_DISTANCE

/**
 * The civil day twelve months before, as text. 29 February gives a day that no calendar has,
 * which still sorts where it should: days are only compared.
 */
const yearBefore = (day: string): string => String(Number(day.slice(0, 4)) - 1).padStart(4, '0') + day.slice(4)

/**
 * Whether a mark tells what the athlete can run on a day: at most twelve months old, and not from later.
 * A mark without a day is taken at its word; without `today` age does not matter.
 */
export const isCurrent = (mark: Mark, today: string | undefined): boolean =>
  today === undefined || mark.day === undefined || (mark.day <= today && mark.day >= yearBefore(today))

/** The fastest mark at each distance, shortest distance first. */
export const fastestByDistance = (marks: readonly Mark[]): readonly Mark[] => {
  const fastest: Mark[] = []
  for (const mark of marks.toSorted((a, b) => speedOfMark(b) - speedOfMark(a))) {
    if (!fastest.some((other) => sameDistance(other.distance, mark.distance))) fastest.push(mark)
  }
  return fastest.toSorted((a, b) => a.distance - b.distance)
}
