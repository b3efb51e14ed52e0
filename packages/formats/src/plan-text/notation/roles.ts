import type { PaceName, PaceTarget, Role, Target } from '@bell-lap/core'

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

/** Whether a target is exactly what the role says by itself, and so is not printed. */
export const isImplied = (role: Role | null, target: Target | null): boolean => {
  if (target === null) return true
  const implied = role === null ? null : impliedTarget(role)
  return (
    implied !== null &&
    target.kind === 'pace' &&
    target.pace === implied.pace &&
    isBare(target) &&
    target.implied === true
  )
}

/** A pace with nothing added to its name. */
export const isBare = ({ to, progressive, basis, offset, percent }: PaceTarget): boolean =>
  to === undefined && !progressive && basis === undefined && offset === undefined && percent === undefined
