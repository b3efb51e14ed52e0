import { metres } from '../units/distance.ts'
import { metresPerSecond } from '../units/speed.ts'
import type { Mark } from '../athlete/mark.ts'
import type { CappedCriticalSpeed, CriticalSpeed } from './critical-speed.ts'

export type Effort = Pick<Mark, 'distance' | 'time' | 'day'>

/** `distance` fits distance on time, `inverse` speed on 1/time (short efforts weigh more), `hyperbola` time on speed. */
export const FIT_METHODS = ['distance', 'inverse', 'hyperbola'] as const
export type FitMethod = (typeof FIT_METHODS)[number]

/** A fit with what is needed to trust it or not. Errors are undefined for two efforts, which fit anything. */
export interface CriticalSpeedFit extends CriticalSpeed {
  readonly method: FitMethod
  readonly efforts: readonly Effort[]
  /** Standard errors of CS in m/s and of D' in m. */
  readonly speedError: number | undefined
  readonly reserveError: number | undefined
  /** Standard error of the estimate, in the unit of what is fitted: m, m/s or s. */
  readonly residual: number | undefined
  readonly rSquared: number
}

interface Line {
  readonly slope: number
  readonly intercept: number
  readonly slopeError: number | undefined
  readonly interceptError: number | undefined
  readonly residual: number | undefined
  readonly rSquared: number
  readonly squares: number
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Ordinary least squares of y on x; `undefined` where all x are the same. */
const fitLine = (x: readonly number[], y: readonly number[]): Line | undefined => {
  const count = x.length
  const [meanX, meanY] = [total(x) / count, total(y) / count]
  const spread = total(x.map((value) => (value - meanX) ** 2))
  if (!(spread > 0)) return undefined
  const slope = total(x.map((value, index) => (value - meanX) * ((y[index] ?? 0) - meanY))) / spread
  const intercept = meanY - slope * meanX
  const squares = total(x.map((value, index) => ((y[index] ?? 0) - intercept - slope * value) ** 2))
  const residual = count > 2 ? Math.sqrt(squares / (count - 2)) : undefined
  return {
    slope,
    intercept,
    squares,
    residual,
    slopeError: residual === undefined ? undefined : residual / Math.sqrt(spread),
    interceptError: residual === undefined ? undefined : residual * Math.sqrt(1 / count + meanX ** 2 / spread),
    rSquared: explained(squares, y),
  }
}

const explained = (squares: number, y: readonly number[]): number => {
  const mean = total(y) / y.length
  const all = total(y.map((value) => (value - mean) ** 2))
  return all > 0 ? 1 - squares / all : 1
}

const speeds = (efforts: readonly Effort[]): number[] => efforts.map(({ distance, time }) => distance / time)
const times = (efforts: readonly Effort[]): number[] => efforts.map(({ time }) => time)

/** d = D' + CS t. The default. */
const fitDistance = (efforts: readonly Effort[]): CriticalSpeedFit | undefined => {
  const line = fitLine(
    times(efforts),
    efforts.map(({ distance }) => distance),
  )
  return (
    line && {
      method: 'distance',
      efforts,
      speed: metresPerSecond(line.slope),
      reserve: metres(line.intercept),
      speedError: line.slopeError,
      reserveError: line.interceptError,
      residual: line.residual,
      rSquared: line.rSquared,
    }
  )
}

/** v = CS + D' / t. */
const fitInverse = (efforts: readonly Effort[]): CriticalSpeedFit | undefined => {
  const line = fitLine(
    efforts.map(({ time }) => 1 / time),
    speeds(efforts),
  )
  return (
    line && {
      method: 'inverse',
      efforts,
      speed: metresPerSecond(line.intercept),
      reserve: metres(line.slope),
      speedError: line.interceptError,
      reserveError: line.slopeError,
      residual: line.residual,
      rSquared: line.rSquared,
    }
  )
}

const GRID = 400
const REFINEMENTS = 100
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Least of a function of CS below the slowest effort's speed. The distance to that speed is searched by its logarithm,
 * first on a grid (the valley can be narrow), then by golden section.
 */
const leastBelow = (slowest: number, squares: (speed: number) => number): number => {
  const at = (exponent: number) => slowest * (1 - 10 ** exponent)
  const cost = (exponent: number) => squares(at(exponent))
  const exponents = Array.from({ length: GRID + 1 }, (_, index) => -6 + (6 * index) / GRID)
  const best = exponents.reduce((least, exponent) => (cost(exponent) < cost(least) ? exponent : least))
  let [low, high] = [best - 6 / GRID, Math.min(0, best + 6 / GRID)]
  for (let step = 0; step < REFINEMENTS; step += 1) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
    if (cost(left) < cost(right)) high = right
    else low = left
  }
  return at((low + high) / 2)
}

/** t = D' / (v - CS), least squares on time. For each CS the best D' is known, so one unknown is searched. */
const fitHyperbola = (efforts: readonly Effort[]): CriticalSpeedFit | undefined => {
  const [t, v] = [times(efforts), speeds(efforts)]
  const slopesAt = (speed: number) => v.map((value) => 1 / (value - speed))
  const reserveAt = (x: readonly number[]) =>
    total(x.map((value, index) => value * (t[index] ?? 0))) / total(x.map((value) => value ** 2))
  const squaresAt = (speed: number) => {
    const x = slopesAt(speed)
    const reserve = reserveAt(x)
    return total(x.map((value, index) => ((t[index] ?? 0) - reserve * value) ** 2))
  }
  if (!(Math.max(...v) > Math.min(...v))) return undefined
  const speed = leastBelow(Math.min(...v), squaresAt)
  const x = slopesAt(speed)
  const reserve = reserveAt(x)
  const squares = squaresAt(speed)
  const residual = efforts.length > 2 ? Math.sqrt(squares / (efforts.length - 2)) : undefined
  const errors = hyperbolaErrors(x, reserve, residual)
  return {
    method: 'hyperbola',
    efforts,
    speed: metresPerSecond(speed),
    reserve: metres(reserve),
    ...errors,
    residual,
    rSquared: explained(squares, t),
  }
}

/** Standard errors from the curvature at the solution (Gauss-Newton): the inverse of J'J times the residual variance. */
const hyperbolaErrors = (x: readonly number[], reserve: number, residual: number | undefined) => {
  if (residual === undefined) return { speedError: undefined, reserveError: undefined }
  const speedSquare = total(x.map((value) => (reserve * value ** 2) ** 2))
  const reserveSquare = total(x.map((value) => value ** 2))
  const cross = total(x.map((value) => reserve * value ** 3))
  const determinant = speedSquare * reserveSquare - cross ** 2
  return {
    speedError: residual * Math.sqrt(reserveSquare / determinant),
    reserveError: residual * Math.sqrt(speedSquare / determinant),
  }
}

const METHODS = { distance: fitDistance, inverse: fitInverse, hyperbola: fitHyperbola } as const

/**
 * Critical speed and D' through two or more efforts of different length; `undefined` with fewer.
 * Any efforts are fitted: whether the answer may be used is for `criticalSpeedRefusals` to say.
 */
export const fitCriticalSpeed = (
  efforts: readonly Effort[],
  method: FitMethod = 'distance',
): CriticalSpeedFit | undefined => (efforts.length < 2 ? undefined : METHODS[method](efforts))

/** Efforts that the three-parameter model needs: four, one of them under 90 s (Hill 2011). */
const CAPPED_EFFORTS = 4
const CAPPED_SHORTEST = 90

/**
 * Morton's three parameters, least squares on time. `undefined` where the efforts cannot carry them: fewer than four,
 * none under 90 s, or a fit without a highest speed. Often unrealistic (Hill 2011): the two-parameter fit is the default.
 */
export const fitCappedCriticalSpeed = (efforts: readonly Effort[]): CappedCriticalSpeed | undefined => {
  if (efforts.length < CAPPED_EFFORTS || !efforts.some(({ time }) => time < CAPPED_SHORTEST)) return undefined
  const [t, v] = [times(efforts), speeds(efforts)]
  const lineAt = (speed: number) =>
    fitLine(
      v.map((value) => 1 / (value - speed)),
      t,
    )
  const speed = leastBelow(Math.min(...v), (candidate) => lineAt(candidate)?.squares ?? Number.POSITIVE_INFINITY)
  const line = lineAt(speed)
  if (line === undefined || !(line.intercept < 0 && line.slope > 0)) return undefined
  const fastest = speed - line.slope / line.intercept
  return { speed: metresPerSecond(speed), reserve: metres(line.slope), fastest: metresPerSecond(fastest) }
}
