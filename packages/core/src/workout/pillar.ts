import type { Estimate, EstimatedBout } from './estimate.ts'
import { PILLARS, type Pillar, type Workout } from './workout.ts'

/**
 * Pillar that a bout trains (R117): threshold and 5K work is tolerance; faster work, hills and strides bridge to speed;
 * a kick is a kick.
 */
const pillarOf = ({ step, family, recovery }: EstimatedBout): Pillar => {
  if (recovery) return 'base'
  if (step.role === 'kick') return 'kick'
  if (step.role === 'hill' || step.role === 'strides' || step.role === 'pickups') return 'transition'
  if (family === 'threshold' || family === '5K') return 'tolerance'
  return family === 'mile' || family === '800' || family === 'sprint' ? 'transition' : 'base'
}

/** What a run is for when its author does not tag it; strength, mobility and rest serve no pillar. */
export const pillarsOf = (workout: Workout, estimate: Estimate): readonly Pillar[] => {
  if (workout.kind === 'rest' || workout.kind === 'strength' || workout.kind === 'mobility') return []
  const served = new Set(estimate.bouts.map(pillarOf))
  if (workout.kind === 'plyometrics') served.add('transition')
  if (workout.kind === 'cross') served.add('base')
  if (served.has('tolerance') || served.has('transition') || served.has('kick')) served.delete('base')
  return PILLARS.filter((pillar) => served.has(pillar))
}
