import type { Break, Draft } from './draft.ts'
import { closeBudget } from './fold-containers.ts'
import { type Folded, giveTarget, hold, mayHold, openList, settle } from './folded.ts'
import { type Node, isCounted, nodeOf } from './node.ts'
import { isTime } from './units.ts'

export const foldBout = (folded: Folded, bout: Extract<Draft, { kind: 'bout' }>): void => {
  if (belongsToDay(folded, bout)) return
  const node = nodeOf(bout, folded.pending)
  if (folded.slot) node.slot = folded.slot
  const [first] = folded.nodes
  closeBudget(folded)
  const list = openList(folded)
  const previous = list.at(-1)
  // `7km 10 x 20sec`, `40-6x400`: a length glued to repetitions holds them.
  const glued =
    isCounted(node) &&
    !(bout.trailing && bout.loose) &&
    previous !== undefined &&
    previous.slot === node.slot &&
    list === folded.nodes &&
    mayHold(previous) &&
    isGlued(node.before, previous)
  // `7 km fartlek, 8 x 1 min / 1 min`
  const told =
    isCounted(node) &&
    node.before === 'comma' &&
    node.bout.roles.length === 0 &&
    previous?.bout.roles.includes('fartlek') === true
  const last =
    (bout.last || bout.inner || told) &&
    first &&
    !first.bout.inner &&
    !first.bout.last &&
    first === previous &&
    mayHold(first) &&
    folded.nodes.length === 1 &&
    bout.figure !== undefined
  if (glued || last) hold(folded, previous)
  openList(folded).push(node)
  if (folded.waiting) giveTarget(node, folded.waiting)
  delete folded.waiting
  settle(folded)
}

/** `Strength, 30 minutes`, `bike 40 min, gentle`: words behind a comma that tell of what is not running. */
const belongsToDay = (folded: Folded, bout: Extract<Draft, { kind: 'bout' }>): boolean => {
  const day = folded.nodes.at(-1)?.day
  const plain =
    bout.counts.length === 0 &&
    bout.targets.length === 0 &&
    !bout.event &&
    !bout.loose &&
    bout.roles.every((role) => role === 'easy')
  const told = !bout.figure && bout.counts.length === 0 && !bout.event && !bout.loose && bout.roles.length === 0
  if (day && told && ['comma', 'joined'].includes(folded.pending)) {
    day.cues.push({ from: bout.from, to: bout.to })
    settle(folded)
    return true
  }
  if (!day || !plain || folded.pending !== 'comma') return false
  if (bout.figure && day.figure) return false
  if (bout.figure && bout.roles.length === 0 && isTime(bout.figure.unit)) day.figure = bout.figure
  else if (bout.figure) return false
  settle(folded)
  return true
}

const isGlued = (before: Break, previous: Node): boolean =>
  (before === 'joined' && previous.bout.targets.length === 0) ||
  (before === 'dash' && previous.bout.roles.length === 0 && previous.after.length === 0 && !previous.bout.effort)
