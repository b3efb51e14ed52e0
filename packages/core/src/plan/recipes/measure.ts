import { makePaceBook, speedAt } from '../../pace/book.ts'
import type { PaceName } from '../../pace/names.ts'
import { kilometres } from '../../units/distance.ts'
import type { Duration } from '../../units/quantity.ts'
import { estimate, type SpeedAt } from '../../workout/estimate.ts'
import type { Family } from '../../workout/family.ts'
import { isQuality, qualityShare } from '../../workout/hardness.ts'
import type { Part } from '../../workout/workout.ts'
import { workout } from './parts.ts'

/** What the work of a session comes to. */
export interface Measured {
  /** Metres of work at each family of pace. */
  readonly metres: { readonly [F in Family]: number }
  /** Metres of work above steady running. */
  readonly hard: number
  /** Metres from the first repetition to the last, recoveries included. */
  readonly length: number
  /** How much of a key session it holds: 1 and more is one. */
  readonly share: number
}

/** Speeds of a runner with this time over 5K; names that the model leaves out take the fastest it has. */
export const speedsFor = (time: Duration): SpeedAt => {
  const book = makePaceBook({ marks: [{ distance: kilometres(5), time }], model: 'equivalent' })
  if (!book.ok) throw new Error(`A level's own mark makes no paces: ${book.fault.message}`)
  const instead: { readonly [Name in PaceName]?: PaceName } = { max: '400', hard: '5K' }
  return (pace) => speedAt(book.value, pace) ?? speedAt(book.value, instead[pace] ?? '800')
}

/** Measures parts as the rules do: recoveries, strides and steady running are no work. */
export const measure = (parts: readonly Part[], speeds: SpeedAt): Measured => {
  const estimated = estimate(workout(parts), speeds)
  const work = estimated.bouts.filter(isQuality)
  const metresAt = (family: Family): number =>
    work.filter((bout) => bout.family === family).reduce((sum, { distance }) => sum + (distance ?? 0), 0)
  return {
    metres: {
      easy: 0,
      steady: 0,
      threshold: metresAt('threshold'),
      '5K': metresAt('5K'),
      mile: metresAt('mile'),
      '800': metresAt('800'),
      sprint: metresAt('sprint'),
    },
    hard: work.reduce((sum, { distance }) => sum + (distance ?? 0), 0),
    length: estimated.bouts.reduce((sum, { distance }) => sum + (distance ?? 0), 0),
    share: qualityShare(estimated),
  }
}

/** Speeds of the fastest and the slowest runner that a level is meant for: what holds for both holds between them. */
export interface Runners {
  readonly fastest: SpeedAt
  readonly slowest: SpeedAt
}
export type Runner = keyof Runners

/** The same work for both. */
export type MeasuredForBoth = { readonly [R in Runner]: Measured }

export const measureForBoth = (parts: readonly Part[], { fastest, slowest }: Runners): MeasuredForBoth => ({
  fastest: measure(parts, fastest),
  slowest: measure(parts, slowest),
})
