import type { Estimate, EstimatedBout } from './estimate.ts'
import type { Family } from './family.ts'
import type { Part, Workout } from './workout.ts'

/** What a session costs the days beside it; the words of placement. */
export const HARDNESS = [
  'race',
  'test',
  'key',
  'hard',
  'easy',
  'long',
  'heavy-strength',
  'light-strength',
  'plyometrics',
  'mobility',
  'rest',
] as const
export type Hardness = (typeof HARDNESS)[number]

/**
 * Seconds of work in a family that make a run a key session by themselves; mixtures add their shares (convention).
 * So 20 min of tempo, 6 x 400 m at 5K pace and 6 x 300 m at mile pace are key; 6 x 150 m and strides are not.
 */
const KEY_SECONDS: { readonly [F in Family]: number } = {
  easy: Infinity,
  steady: Infinity,
  threshold: 720,
  '5K': 360,
  mile: 360,
  '800': 360,
  sprint: 600,
}

/** Work of a session: bouts above steady running, strides and pickups left out. */
export const isQuality = ({ recovery, family, step }: EstimatedBout): boolean =>
  !recovery && family !== 'easy' && family !== 'steady' && step.role !== 'strides' && step.role !== 'pickups'

/** How much of a key session a run holds: 1 and more is one. */
export const qualityShare = (estimate: Estimate): number =>
  estimate.bouts
    .filter(isQuality)
    .reduce((share, { duration, family }) => share + (duration ?? 0) / KEY_SECONDS[family], 0)

const holds = (parts: readonly Part[], role: 'race' | 'test' | 'long'): boolean =>
  parts.some((part) => (part.kind === 'step' ? part.role === role : part.kind === 'repeat' && holds(part.steps, role)))

/** Hardness of a run; strength is judged by its exercises (strength/). */
export const hardnessOfRun = (workout: Workout, estimate: Estimate): Hardness => {
  if (workout.kind === 'rest') return 'rest'
  if (workout.kind === 'race' || holds(workout.steps, 'race')) return 'race'
  if (workout.kind === 'test' || holds(workout.steps, 'test')) return 'test'
  const share = qualityShare(estimate)
  if (workout.key || share >= 1) return 'key'
  if (workout.total?.role === 'long' || workout.remainder === 'long' || holds(workout.steps, 'long')) return 'long'
  return share > 0 ? 'hard' : 'easy'
}
