/** How even repetitions were, from their times over one distance (or any other number that ought to stay the same). */
export interface Consistency {
  readonly mean: number
  /** Sample standard deviation over the mean, in per cent. */
  readonly cv: number
  /** Last against first, in per cent: above 0 is slower. */
  readonly fade: number
  /** Percentage decrement against the best (Fitzsimons 1993; Glaister 2008, JSCR 22:1597). */
  readonly decrement: number
  /** Least-squares change from one repetition to the next, in the unit of the times. */
  readonly slope: number
  /** The same in per cent of the mean. */
  readonly slopePercent: number
}

/** Undefined for fewer than two times, or times that are none. */
export const consistencyOf = (times: readonly number[]): Consistency | undefined => {
  const [first, last] = [times[0], times.at(-1)]
  if (times.length < 2 || first === undefined || last === undefined || times.some((time) => !(time > 0)))
    return undefined
  const total = times.reduce((sum, time) => sum + time, 0)
  const mean = total / times.length
  const middle = (times.length - 1) / 2
  let [squares, products, steps] = [0, 0, 0]
  times.forEach((time, index) => {
    squares += (time - mean) ** 2
    products += (index - middle) * (time - mean)
    steps += (index - middle) ** 2
  })
  const slope = products / steps
  return {
    mean,
    cv: (100 * Math.sqrt(squares / (times.length - 1))) / mean,
    fade: 100 * (last / first - 1),
    decrement: 100 * (total / (times.length * Math.min(...times)) - 1),
    slope,
    slopePercent: (100 * slope) / mean,
  }
}
