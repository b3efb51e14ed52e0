import { metresPerSecond } from '../units/speed.ts'
import type { Range, Speed } from '../units/quantity.ts'
import type { PaceName } from './names.ts'

/**
 * What a speed rests on: the athlete's own mark, a pace model, an estimate where the model has no say, a convention of
 * coaches, the author's own definition, the goal, or the text of the workout itself.
 */
const BASES = ['mark', 'model', 'estimate', 'convention', 'definition', 'goal', 'text'] as const
export type Basis = (typeof BASES)[number]

/** A pace as this athlete runs it, with everything that is needed to say why. */
export interface ResolvedPace {
  /** Slow end first. The mean of the ends is the model's point. */
  readonly speed: Range<Speed>
  readonly basis: Basis
  /** One line: what it rests on. */
  readonly from: string
  readonly formula: string
  /** Figures that went into the formula, by name, as they are to be shown. */
  readonly inputs: { readonly [name: string]: string }
  readonly notes: readonly string[]
}

export type PaceTable = ReadonlyMap<PaceName, ResolvedPace>

/** The model's point in a range. */
export const pointOf = ({ low, high }: Range<Speed>): Speed => metresPerSecond((low + high) / 2)

/** A range with `point` as its mean, so many shares wide to each side. */
export const around = (point: Speed, share: number): Range<Speed> => ({
  low: metresPerSecond(point * (1 - share)),
  high: metresPerSecond(point * (1 + share)),
})

/** From the slowest to the fastest of some speeds. */
export const spanOf = (...speeds: readonly Speed[]): Range<Speed> => ({
  low: metresPerSecond(Math.min(...speeds)),
  high: metresPerSecond(Math.max(...speeds)),
})

/**
 * Half-widths of the ranges, as shares of the speed: conventions that follow how well each basis is known.
 * Two races of one runner in one form differ by about half a per cent; published equivalents by about one.
 */
export const WIDTH = { mark: 0.005, model: 0.01, estimate: 0.02 } as const
