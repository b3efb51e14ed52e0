import { impliedTarget, type PaceTarget, type Role, type Target } from '@bell-lap/core'

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
