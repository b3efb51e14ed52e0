import { seconds } from '../units/duration.ts'
import type { Mark } from '../athlete/mark.ts'
import type { Distance, Duration } from '../units/quantity.ts'

type Race = Pick<Mark, 'distance' | 'time'>

/** Fatigue exponent for everybody: P. Riegel, Athletic Records and Human Endurance, American Scientist 69:285-290, 1981. */
const RIEGEL_EXPONENT = 1.06

/** Times that the power law was fitted to, in seconds: 3.5 to 230 minutes. */
export const RIEGEL_TIMES = { shortest: 210, longest: 13_800 } as const

/** How far from a mark the power law may be stretched, as a ratio of distances. */
export const RIEGEL_STRETCH = 4

/** Exponents that two maximal races of one runner give; others come from a race that was not one. */
const PERSONAL_EXPONENTS = { low: 1.03, high: 1.15 } as const

/** Time over another distance by the power law T2 = T1 (D2 / D1)^b. */
export const riegelTime = (mark: Race, distance: Distance, exponent = RIEGEL_EXPONENT): Duration =>
  seconds(mark.time * (distance / mark.distance) ** exponent)

/** Exponent through two races of different distance: ln(T2 / T1) / ln(D2 / D1). */
export const exponentBetween = (a: Race, b: Race): number =>
  Math.log(b.time / a.time) / Math.log(b.distance / a.distance)

/**
 * A runner's own exponent: the slope of ln time on ln distance (least squares) over races inside the law's times.
 * `undefined` with fewer than two distances, or where the slope is not one that maximal races give.
 */
export const personalExponent = (marks: readonly Race[]): number | undefined => {
  const races = marks.filter(({ time }) => time >= RIEGEL_TIMES.shortest && time <= RIEGEL_TIMES.longest)
  const x = races.map(({ distance }) => Math.log(distance))
  const y = races.map(({ time }) => Math.log(time))
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length
  const spread = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0)
  if (!(spread > 1e-6)) return undefined
  const slope = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? 0) - meanY), 0) / spread
  return slope >= PERSONAL_EXPONENTS.low && slope <= PERSONAL_EXPONENTS.high ? slope : undefined
}
