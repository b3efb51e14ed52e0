import type { PaceName } from '@bell-lap/core'
import type { Figure } from './figures.ts'

/** Distances whose name is a pace, in metres; 3200 and 1600 m are the school races beside two miles and the mile. */
const BY_METRES: ReadonlyMap<number, PaceName> = new Map<number, PaceName>([
  [400, '400'],
  [600, '600'],
  [800, '800'],
  [1000, '1000'],
  [1200, '1200'],
  [1500, '1500'],
  [1600, 'mile'],
  [2000, '3K'],
  [3000, '3K'],
  [3200, '2mi'],
  [5000, '5K'],
  [8000, '8K'],
  [10000, '10K'],
  [15000, '15K'],
  [21000, 'hm'],
  [21100, 'hm'],
  [42000, 'marathon'],
  [42200, 'marathon'],
])
const BY_MILES: ReadonlyMap<number, PaceName> = new Map<number, PaceName>([
  [1, 'mile'],
  [2, '2mi'],
  [3, '5K'],
  [6, '10K'],
  [5, '8K'],
  [10, '10mi'],
  [13, 'hm'],
  [13.1, 'hm'],
  [26, 'marathon'],
  [26.2, 'marathon'],
])

const nameOf = (amount: number, unit: Figure['unit']): PaceName | undefined => {
  switch (unit) {
    case 'mi':
    case 'M':
      return BY_MILES.get(amount)
    case 'km':
    case 'K':
      return BY_METRES.get(Math.round(amount * 1000))
    case 'm':
      return BY_METRES.get(amount) ?? BY_MILES.get(amount)
    case 'metre':
    case 'plural':
      return BY_METRES.get(amount)
    case null:
      return amount >= 400 ? BY_METRES.get(amount) : undefined
    default:
      return undefined
  }
}

/** The pace that a race distance names, with the far end of `5-10k`; `undefined` for any other figure. */
export const racePace = (figure: Figure): { pace: PaceName; to?: PaceName } | undefined => {
  const pace = nameOf(figure.low, figure.unit)
  if (!pace || figure.levels || figure.plus) return undefined
  if (figure.high === undefined) return { pace }
  const to = nameOf(figure.high, figure.unit)
  return to && { pace, to }
}
