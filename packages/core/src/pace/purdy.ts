import { seconds } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import type { Mark } from '../athlete/mark.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'

/** Terms of the running curve: weight in m/s and decay for each metre. */
const CURVE = [
  [-11.15895, 3.796158e-2],
  [4.304605, 1.646772e-3],
  [0.5234627, 4.10767e-4],
  [4.03156, 7.068099e-6],
  [2.316157, 5.22099e-9],
] as const

const curveSpeed = (distance: Distance): Speed =>
  metresPerSecond(CURVE.reduce((sum, [weight, decay]) => sum + weight * Math.exp(-decay * distance), 0))

/** Standard time at a distance, with the two constants that make points of it. */
const scale = (distance: Distance) => {
  const speed = curveSpeed(distance)
  const a = 85 / (0.0654 - 0.00258 * speed)
  return { standard: distance / speed, a, b: 1 - 1035 / a }
}

/**
 * Purdy points (least-squares variant): men's marks of 1970 make about 1000. A fourth opinion, of historical interest.
 * Source: J.B. Gardner & J.G. Purdy, Computerized Running Training Programs, 1970; Research Quarterly 45:224-238, 1974.
 */
export const purdyPoints = ({ distance, time }: Pick<Mark, 'distance' | 'time'>): number => {
  const { standard, a, b } = scale(distance)
  return a * (standard / time - b)
}

/** Time that makes so many points over a distance. */
export const purdyTime = (points: number, distance: Distance): Duration => {
  const { standard, a, b } = scale(distance)
  return seconds(standard / (points / a + b))
}
