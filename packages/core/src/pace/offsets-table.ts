import { metres, miles } from '../units/distance.ts'
import type { Duration, Range, Speed } from '../units/quantity.ts'
import { paceOf, slowedBy, speedOver } from '../units/speed.ts'
import { type Difference, differenceOf } from './compare.ts'
import { equivalentSpeed, indexOf, shareAtSpeed } from './daniels-gilbert.ts'
import { DOCUMENT_OFFSETS } from './offsets.ts'
import { riegelTime } from './riegel.ts'
import { trainingSpeeds } from './training-paces.ts'

/**
 * One 5K time's offsets as the document prints them (never scaled), against the equivalents.
 * Seconds a mile relative to 5K pace, more is slower; shares of the index as fractions, fast offset first.
 */
export interface OffsetsRow {
  readonly fiveK: Duration
  /** 5K pace in seconds a mile. */
  readonly pace: number
  readonly index: number
  readonly easy: Difference & { readonly equivalent: Range<number> }
  readonly threshold: Difference & { readonly equivalent: number; readonly fasterThan10K: boolean }
  readonly mile: Difference & { readonly equivalent: number; readonly riegel: number }
  readonly tenK: number
  readonly repetition: number
  readonly interval: number
  readonly shares: {
    readonly [Pace in 'easy' | 'threshold' | 'mile']: { readonly fast: number; readonly slow: number }
  }
}

const FIVE_K = metres(5000)
const MILE = miles(1)

/** The row of a 5K time (conflict C1). */
export const offsetsRow = (fiveK: Duration): OffsetsRow => {
  const mark = { distance: FIVE_K, time: fiveK }
  const [index, speed] = [indexOf(mark), speedOver(FIVE_K, fiveK)]
  const pace = paceOf(speed, 'mi') ?? Number.NaN
  const offset = (of: Speed) => (paceOf(of, 'mi') ?? Number.NaN) - pace
  const training = trainingSpeeds(index)
  const easy = { low: offset(training.easy.high), high: offset(training.easy.low) }
  const [threshold, mile] = [offset(training.threshold), offset(equivalentSpeed(index, MILE))]
  const tenK = offset(equivalentSpeed(index, metres(10_000)))
  const against = (name: 'easy' | 'threshold' | 'mile', equivalent: Range<number>) =>
    differenceOf(DOCUMENT_OFFSETS[name], equivalent)
  const sharesOf = (name: 'easy' | 'threshold' | 'mile') => ({
    fast: shareAtSpeed(index, slowedBy(speed, DOCUMENT_OFFSETS[name].low, 'mi')),
    slow: shareAtSpeed(index, slowedBy(speed, DOCUMENT_OFFSETS[name].high, 'mi')),
  })
  return {
    fiveK,
    pace,
    index,
    easy: { equivalent: easy, ...against('easy', easy) },
    threshold: {
      equivalent: threshold,
      fasterThan10K: DOCUMENT_OFFSETS.threshold.low < tenK,
      ...against('threshold', { low: threshold, high: threshold }),
    },
    mile: { equivalent: mile, riegel: riegelTime(mark, MILE) - pace, ...against('mile', { low: mile, high: mile }) },
    tenK,
    repetition: offset(training.repetition),
    interval: offset(training.interval),
    shares: { easy: sharesOf('easy'), threshold: sharesOf('threshold'), mile: sharesOf('mile') },
  }
}
