import type { ProgressView } from '@bell-lap/server'

export type ProgressWeek = ProgressView['weeks'][number]
export type Shown = ProgressWeek['by_intensity'][number]['intensity']

/** Easy at the bottom, fast on top: the order of the ramp. */
export const RAMP = [
  'recovery',
  'easy',
  'steady',
  'threshold',
  '5K',
  'mile',
  '800',
  'other',
] as const satisfies readonly Shown[]

/** Metres at one intensity of a week. */
export const metresAt = ({ by_intensity: parts }: ProgressWeek, intensity: Shown): number =>
  parts.filter((part) => part.intensity === intensity).reduce((sum, { distance_m: metres }) => sum + metres, 0)

/** The intensities that any of the weeks has. */
export const usedIn = (weeks: readonly ProgressWeek[]): readonly (typeof RAMP)[number][] =>
  RAMP.filter((intensity) => weeks.some((week) => metresAt(week, intensity) > 0))
