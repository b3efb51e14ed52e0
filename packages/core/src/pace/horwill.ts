import { METRES_PER } from '../units/distance.ts'
import type { Distance, Speed } from '../units/quantity.ts'
import { slowedBy } from '../units/speed.ts'

/**
 * Frank Horwill's four-second rule: each step 800, 1500, 3000, 5000, 10 000 m costs four seconds a lap more.
 * A coach's rule of thumb, to be called an estimate.
 */
const SECONDS_PER_STEP = 4

/** Steps above 400 m. 1500 m and the mile are one step. */
const LADDER = [
  [400, 0],
  [800, 1],
  [1500, 2],
  [METRES_PER.mi, 2],
  [3000, 3],
  [5000, 4],
  [10_000, 5],
] as const

/** Steps from 400 m to a distance; between two rungs in proportion of the logarithms, beyond the ends as beside them. */
const stepsTo = (distance: Distance): number => {
  const above = LADDER.findIndex(([metres]) => metres >= distance)
  const index = Math.max(1, above === -1 ? LADDER.length - 1 : above)
  const [low, lowStep] = LADDER[index - 1] ?? LADDER[0]
  const [high, highStep] = LADDER[index] ?? LADDER[1]
  return lowStep + ((highStep - lowStep) * Math.log(distance / low)) / Math.log(high / low)
}

/** Race speed over `distance` of a runner whose speed over `from` is known: four seconds a lap for each step between. */
export const horwillSpeed = (speed: Speed, from: Distance, distance: Distance): Speed =>
  slowedBy(speed, SECONDS_PER_STEP * (stepsTo(distance) - stepsTo(from)), '400m')
