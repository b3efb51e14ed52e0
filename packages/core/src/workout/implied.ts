import type { PaceName } from '../pace/names.ts'
import type { PaceTarget, Role } from './workout.ts'

const PACE_OF: { readonly [R in Role]?: PaceName } = {
  warmup: 'easy',
  easy: 'easy',
  cooldown: 'easy',
  long: 'long',
  steady: 'steady',
  tempo: 'threshold',
  strides: 'stride',
  pickups: 'stride',
}

/**
 * The pace that a role says by itself, marked `implied`: easy for warm-up, cool-down and easy running, threshold for a
 * tempo, stride for strides and pickups, long and steady for what they name. Recoveries, rests, floats, hills, kicks,
 * builds, fartlek, drills, work, tests and races imply none: null.
 * A step of a role that implies a pace and states no other carries this target, never null.
 */
export const impliedTarget = (role: Role): PaceTarget | null => {
  const pace = PACE_OF[role]
  return pace === undefined ? null : { kind: 'pace', pace, implied: true }
}
