import { beatsPerMinute } from '../units/heart-rate.ts'
import type { HeartRate } from '../units/quantity.ts'

/**
 * Highest heart rate from age, where nobody measured it. Sources: Fox, Naughton & Haskell 1971; Tanaka, Monahan & Seals
 * 2001 (J Am Coll Cardiol 37:153); Nes and others 2013 (HUNT study); Gulati and others 2010 (women).
 */
const MAX_HEART_RATE_FORMULAS = {
  fox: { intercept: 220, perYear: 1 },
  tanaka: { intercept: 208, perYear: 0.7 },
  nes: { intercept: 211, perYear: 0.64 },
  gulati: { intercept: 206, perYear: 0.88 },
} as const satisfies { readonly [name: string]: { readonly intercept: number; readonly perYear: number } }
export type MaxHeartRateFormula = keyof typeof MAX_HEART_RATE_FORMULAS

/** Standard error of the estimate in beats a minute (Nes 2013: 10.8): one person in three is further off than this. */
const MAX_HEART_RATE_ERROR = 11

/** An estimate that is never to be shown without its error, and never judged by. A measured value always wins. */
export interface MaxHeartRateEstimate {
  readonly heartRate: HeartRate
  readonly error: number
  readonly formula: MaxHeartRateFormula
}

/** Estimated highest heart rate at an age in years; Tanaka's formula unless another is asked for. */
export const estimateMaxHeartRate = (age: number, formula: MaxHeartRateFormula = 'tanaka'): MaxHeartRateEstimate => {
  const { intercept, perYear } = MAX_HEART_RATE_FORMULAS[formula]
  return { heartRate: beatsPerMinute(intercept - perYear * age), error: MAX_HEART_RATE_ERROR, formula }
}
