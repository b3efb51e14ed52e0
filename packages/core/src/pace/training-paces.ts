import { MARATHON } from '../units/distance.ts'
import type { Range, Speed } from '../units/quantity.ts'
import { slowedBy } from '../units/speed.ts'
import { equivalentSpeed, speedAtShare } from './daniels-gilbert.ts'

/**
 * Shares of the Daniels-Gilbert index that the published training paces follow. Never published as formulas: found from
 * the tables of J. Daniels, Daniels' Running Formula (3rd ed. 2013), and checked against their rows.
 */
export const TRAINING_SHARES = {
  easy: { low: 0.62, high: 0.7 },
  threshold: 0.88,
  interval: 0.975,
} as const satisfies { readonly [pace: string]: number | Range<number> }

/** Wide bands that the book's text allows around the points above. */
export const SHARE_BANDS = {
  easy: { low: 0.59, high: 0.74 },
  marathon: { low: 0.75, high: 0.84 },
  threshold: { low: 0.83, high: 0.88 },
  interval: { low: 0.95, high: 1 },
  repetition: { low: 1.05, high: 1.2 },
} as const satisfies { readonly [pace: string]: Range<number> }

/** The book's six-second rule: repetitions are run this much faster than intervals, for each 400 m. */
const REPETITION_GAIN = 6

/** E, M, T, I and R of the book, in metres a second. */
export interface TrainingSpeeds {
  readonly easy: Range<Speed>
  readonly marathon: Speed
  readonly threshold: Speed
  readonly interval: Speed
  readonly repetition: Speed
}

/** The five training speeds of an index. */
export const trainingSpeeds = (index: number): TrainingSpeeds => {
  const interval = speedAtShare(index, TRAINING_SHARES.interval)
  return {
    easy: {
      low: speedAtShare(index, TRAINING_SHARES.easy.low),
      high: speedAtShare(index, TRAINING_SHARES.easy.high),
    },
    marathon: equivalentSpeed(index, MARATHON),
    threshold: speedAtShare(index, TRAINING_SHARES.threshold),
    interval,
    repetition: slowedBy(interval, -REPETITION_GAIN, '400m'),
  }
}

/** Index under which the calculator of the index's owners makes training paces faster than the formula. */
export const SLOW_RUNNER_INDEX = 39

/** Index that the slow-runner rule trains by: V' = 2/3 V + 13 under 39. Found from that calculator's rows. */
export const slowRunnerIndex = (index: number): number => (index < SLOW_RUNNER_INDEX ? (2 / 3) * index + 13 : index)

/**
 * Training speeds with the slow-runner rule: easy and interval by the raised index, threshold halfway, marathon as it is.
 * For hard paces it makes no sense (at 5K 30:00 intervals come out faster than mile pace): only its easy range is offered.
 */
export const slowRunnerSpeeds = (index: number): TrainingSpeeds => {
  const raised = slowRunnerIndex(index)
  return {
    ...trainingSpeeds(raised),
    marathon: equivalentSpeed(index, MARATHON),
    threshold: speedAtShare((index + raised) / 2, TRAINING_SHARES.threshold),
  }
}
