import { metresPerSecond } from '../units/speed.ts'
import type { Speed } from '../units/quantity.ts'

/** Coefficients of the fifth-order polynomial, highest power first, in J/kg/m. */
const COST = [155.4, -30.4, -43.3, 46.3, 19.5, 3.6] as const

/** Steepest grade measured, up or down, as rise over run. */
const STEEPEST = 0.45

/** Least that a descent may count as running on the flat: steep downhill is braked, which the metabolic cost does not see. */
export const DOWNHILL_FLOOR = 0.85

const clamp = (grade: number): number => Math.min(STEEPEST, Math.max(-STEEPEST, grade))

/**
 * Energy cost of running at a grade (rise over run, 0.05 for 5 %), in J/kg/m; held at its value for 45 % beyond that.
 * Source: Minetti, Moia, Roi, Susta & Ferretti 2002, J Appl Physiol 93:1039-1046.
 */
export const gradeCost = (grade: number): number => {
  const slope = clamp(grade)
  return COST.reduce((sum, coefficient) => sum * slope + coefficient, 0)
}

/** How much harder a metre at a grade is than a level one: 1.66 at 10 %. */
export const gradeFactor = (grade: number): number => gradeCost(grade) / gradeCost(0)

/** Speed on the flat that costs the same as a speed at a grade; `floor` caps what a descent takes off (0 is no cap). */
export const gradeAdjustedSpeed = (speed: Speed, grade: number, floor = 0): Speed =>
  metresPerSecond(speed * Math.max(floor, gradeFactor(grade)))
