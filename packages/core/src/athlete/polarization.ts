import { fail, ok, type Result } from '../result.ts'

/** Volume in Seiler's three zones, in any one unit: minutes, metres, sessions. */
export interface IntensityDistribution {
  readonly low: number
  readonly middle: number
  readonly high: number
}

const POLARIZATION_FAULTS = ['no volume', 'more hard than easy'] as const
export type PolarizationFault = (typeof POLARIZATION_FAULTS)[number]

/** Treff's threshold: above it a distribution is polarised. */
export const POLARISED = 2

/** What stands in for an empty middle zone, as a fraction of the volume, so that the logarithm exists. */
const EMPTY_MIDDLE = 0.01

/**
 * Polarization index: log10(Z1 / Z2 x Z3 x 100) with the zones as fractions of the volume.
 * An empty middle zone takes 0.01 from the hard one; without hard running the index is 0.
 * Fails without volume, and where more is hard than easy, for which the index is not made.
 * Source: Treff, Winkert, Sareban, Steinacker & Sperlich 2019, Frontiers in Physiology 10:707.
 */
export const polarizationIndex = ({ low, middle, high }: IntensityDistribution): Result<number, PolarizationFault> => {
  const volume = low + middle + high
  if (!(volume > 0)) return fail('no volume')
  if (high > low) return fail('more hard than easy')
  if (high === 0) return ok(0)
  const [z1, z2, z3] = [low / volume, middle / volume, high / volume]
  if (z2 > 0) return ok(Math.log10((z1 / z2) * z3 * 100))
  const hard = z3 - EMPTY_MIDDLE
  return ok(hard > 0 ? Math.log10((z1 / EMPTY_MIDDLE) * hard * 100) : 0)
}

const DISTRIBUTION_KINDS = ['polarised', 'pyramidal', 'threshold', 'other'] as const
export type DistributionKind = (typeof DISTRIBUTION_KINDS)[number]

/** Name of a distribution by the order of its zones (Treff 2019); polarised needs the index as well. */
export const kindOfDistribution = (distribution: IntensityDistribution): DistributionKind => {
  const { low, middle, high } = distribution
  if (middle > low) return 'threshold'
  const index = polarizationIndex(distribution)
  if (index.ok && low > high && high > middle && index.value > POLARISED) return 'polarised'
  return low > middle && middle > high ? 'pyramidal' : 'other'
}
