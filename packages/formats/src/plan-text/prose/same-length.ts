import type { Amount } from '@bell-lap/core'

/** Metres or seconds, as they are told. */
export const sizeOf = (amount: Amount): number => (amount.kind === 'time' ? amount.duration : amount.distance)

/** The same length, told twice. */
export const isSame = (one: Amount | undefined, other: Amount | undefined): boolean =>
  one !== undefined && other !== undefined && one.kind === other.kind && Math.abs(sizeOf(one) - sizeOf(other)) < 0.5
