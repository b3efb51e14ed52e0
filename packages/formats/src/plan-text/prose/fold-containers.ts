import type { Draft } from './draft.ts'
import { type Folded, hold, mayHold, openList, rank } from './folded.ts'
import type { Node } from './node.ts'

/** `with`, or a colon behind a length: what follows lies inside it. */
export const openContainer = (folded: Folded, next: Draft | undefined): void => {
  const last = openList(folded).at(-1)
  if (last && next?.kind === 'bout' && isToldAgain(folded, last)) return hold(folded, last)
  if (!last || !mayHold(last) || last.bout.loose) return
  if (last.before === 'dash' || last.before === 'slash') {
    folded.pending = 'stop'
    return
  }
  if (next?.kind === 'recovery' || next?.kind === 'day' || next === undefined) return
  hold(folded, last)
}

/** `WU includes 6 strides` behind a warm-up with its length: a word about that warm-up. */
const isToldAgain = (folded: Folded, last: Node): boolean => {
  const [role] = last.bout.roles
  const edge = !last.bout.figure && (role === 'warmup' || role === 'cooldown')
  return (
    edge &&
    folded.nodes.some((node) => node !== last && node.bout.figure !== undefined && node.bout.roles.includes(role))
  )
}

/** `7 miles. 4 x 20 s pick-ups along the way`: what was told last lies inside the run before it. */
export const lieInside = (folded: Folded): void => {
  const [first, ...rest] = folded.nodes
  if (!first || folded.container || !mayHold(first) || rest.length === 0) return
  hold(folded, first)
  first.within?.push(...folded.nodes.splice(1))
}

export const openBudget = (folded: Folded): void => {
  const last = openList(folded).at(-1)
  if (!last?.bout.figure) return
  last.budget = last.bout.figure
  delete last.bout.figure
  hold(folded, last)
}

/** `4 mi alternating 0.5 mi hard / 0.5 mi easy, 1 mi easy`: a wider break than those inside ends what fills the length. */
export const closeBudget = (folded: Folded): void => {
  const parts = folded.container?.budget ? (folded.container.within ?? []) : []
  const widest = Math.max(0, ...parts.slice(1).map((part) => rank(part.before)))
  // One part with its recovery is a whole round.
  const [only] = parts
  const round = parts.length === 1 && only !== undefined && (only.after.length > 0 || only.between.some(Boolean))
  if ((parts.length > 1 && rank(folded.pending) > widest) || (round && rank(folded.pending) > rank('slash')))
    delete folded.container
}
