import type { Draft, DraftBout } from './draft.ts'

export const isBareFigure = (draft: Draft): boolean =>
  draft.kind === 'bout' &&
  draft.figure !== undefined &&
  draft.counts.length === 0 &&
  draft.roles.length === 0 &&
  draft.targets.length === 0 &&
  draft.feel === undefined &&
  !draft.effort &&
  !draft.last &&
  draft.otherFigure === undefined

export const isTargetOnly = (draft: Draft): boolean =>
  draft.kind === 'target' ||
  (draft.kind === 'bout' &&
    draft.figure === undefined &&
    draft.counts.length === 0 &&
    !draft.event &&
    !draft.loose &&
    draft.roles.every((role) => role === 'easy' || role === 'steady' || role === 'tempo' || role === 'hill'))

export const isRecovering = (draft: Draft): boolean =>
  draft.kind === 'recovery' ||
  isBareFigure(draft) ||
  (draft.kind === 'bout' && draft.loose !== undefined && draft.counts.length === 0)

/** Zone 1 or 2, or hardly any exertion. */
const isLightTarget = (target: DraftBout['targets'][number] | undefined): boolean => {
  if (target?.kind !== 'known') return false
  const { target: told } = target
  return (told.kind === 'zone' && told.zone <= 2) || (told.kind === 'rpe' && told.rpe <= 3)
}

/** `(2 min easy)` behind repetitions without a recovery. */
export const isEasyAside = (item: DraftBout): boolean =>
  item.figure !== undefined &&
  !item.loose &&
  item.counts.length === 0 &&
  (isLightTarget(item.targets[0]) || (item.targets.length === 0 && item.roles.length === 1 && item.roles[0] === 'easy'))

/** `(1 minute up, then straight back down)`: a length and a way that together tell how a bout is run. */
export const isDescription = (told: readonly Draft[]): boolean =>
  told.some(isBareFigure) &&
  told.some((item) => item.kind === 'recovery' && item.figure === undefined && item.relative !== undefined)

/** `(est. 5 mi)`, `(60 s jog, stay loose)`: words beside a length or recovery that stands by itself. */
export const isAside = (plain: readonly Draft[], told: readonly Draft[]): boolean => {
  if (plain.length === 0 || !plain.every((item) => item.kind === 'total' || isRecovering(item))) return false
  const bare = plain.filter(isBareFigure)
  const words = told.filter((item) => item.kind === 'remark')
  return bare.length === 0 || (plain.length === 1 && words.every((item) => item.to - item.from <= 12))
}
