import { attachRecovery, lastRun, takesRecovery } from './attach.ts'
import { isAside, isBareFigure, isDescription, isEasyAside, isRecovering, isTargetOnly } from './draft-shapes.ts'
import type { Draft, DraftGroup } from './draft.ts'
import { easyRecovery, foldAside, splitRun } from './fold-asides.ts'
import { fillCounted, pushSet, tellsCounts } from './fold-sets.ts'
import { type Folded, giveTarget, hold, mayHold, openList } from './folded.ts'
import { type Node, isCounted } from './node.ts'

/** What a bracket says about the part before it, or a part of its own. */
export const foldGroup = (folded: Folded, group: DraftGroup, next?: Draft): void => {
  const list = openList(folded)
  const last = lastRun(list)
  const told = group.items.filter((item) => item.kind !== 'break')
  if (group.counts.length > 0) return pushSet(folded, group, last)
  if (told.length === 0) return
  if (told.every((item) => item.kind === 'optional')) {
    folded.optional = true
    return
  }
  if (told[0]?.kind === 'or') return foldOption(folded, told)
  if (told.every((item) => item.kind === 'remark' || item.kind === 'surface'))
    return told.forEach((item) => keepRemark(folded, item))
  if (told.every((item) => item.kind === 'total'))
    return told.forEach((item) => {
      if (item.kind === 'total') folded.totals.push(item.figure)
    })
  const plain = told.filter((item) => item.kind !== 'remark')
  if (plain.length < told.length && isAside(plain, told)) {
    foldGroup(folded, { ...group, items: plain }, next)
    return told.forEach((item) => {
      if (item.kind === 'remark') keepRemark(folded, item)
    })
  }
  const day = folded.nodes.at(-1)?.day
  if (day && !day.figure && told.length === 1 && told[0]?.kind === 'bout' && isBareFigure(told[0]) && told[0].figure) {
    day.figure = told[0].figure
    return
  }
  if (told[0]?.kind === 'inTurn' && last) {
    last.alternates = true
    last.bout.cues.push({ from: group.from + 1, to: group.to - 1 })
    return
  }
  if (!last) return inline(folded, group)
  if (tellsEachTime(last, told)) return
  const [only] = told
  if (told.length === 1 && only?.kind === 'bout' && isEasyAside(only) && takesRecovery(last)) {
    return attachRecovery(list, easyRecovery(only), folded.pending)
  }
  if (!isCounted(last) && splitRun(last, told)) return
  if (told.every(isRecovering) && !isDescription(told))
    return told.forEach((item) =>
      foldAside(
        folded,
        list,
        last,
        item,
        (next?.kind === 'recovery' && next.scope !== 'set') ||
          (next?.kind === 'bout' && next.loose !== undefined && !next.counts.length),
      ),
    )
  if (told.every((item) => isTargetOnly(item) || item.kind === 'remark'))
    return told.forEach((item) => foldTargetAside(folded, last, item))
  foldParts(folded, group, last)
}

/** `3 x 3 km (10:30, 10:20, 10:10)`: the time of each repetition. */
const tellsEachTime = (last: Node, told: readonly Draft[]): boolean => {
  const times = told.flatMap((item) =>
    item.kind === 'bout' && isBareFigure(item) && item.figure?.unit === 'clock' ? [item.figure.low] : [],
  )
  const count = last.bout.counts.at(-1)?.low
  const [first] = times
  const end = times.at(-1)
  if (
    times.length !== told.length ||
    times.length < 2 ||
    times.length !== count ||
    first === undefined ||
    end === undefined
  )
    return false
  if (last.bout.targets.length > 0) return false
  last.bout.targets.push({ kind: 'time', low: first, high: end, pace: false, rep: true })
  return true
}

const keepRemark = (folded: Folded, item: Draft): void => {
  const last = lastRun(openList(folded))
  if (item.kind === 'surface') folded.surface = item.surface
  else if (last) last.bout.cues.push({ from: item.from, to: item.to })
  else folded.remarks.push({ from: item.from, to: item.to })
}

const inline = (folded: Folded, group: DraftGroup): void => {
  const inner = folded.deeper(group.items, folded.doubts)
  folded.remarks.push(...inner.remarks)
  for (const node of inner.nodes) openList(folded).push(node)
  folded.totals.push(...inner.totals)
  folded.options.push(...inner.options)
}

/** `(or 3 km time trial)`. */
const foldOption = (folded: Folded, items: readonly Draft[]): void => {
  folded.options.push(folded.deeper(items.slice(1), folded.doubts))
}

/** A pace or an effort in a bracket. */
const foldTargetAside = (folded: Folded, last: Node, item: Draft): void => {
  if (item.kind === 'remark') return keepRemark(folded, item)
  if (item.kind === 'target') return giveTarget(last, item)
  if (item.kind !== 'bout') return
  const {
    targets: [target],
    feel,
    roles,
    cues,
  } = item
  const span = { from: item.from, to: item.to }
  if (target) giveTarget(last, { kind: 'target', target, ...span })
  else if (feel) giveTarget(last, { kind: 'target', target: feel, feel: true, ...span })
  const [role] = roles
  if (role && last.bout.roles.length === 0 && !last.inside) last.bout.roles.push(role)
  for (const cue of cues) last.bout.cues.push(cue)
}

/** A bracket with bouts of its own: what is repeated, what lies inside, or a description. */
const foldParts = (folded: Folded, group: DraftGroup, last: Node): void => {
  const inner = folded.deeper(group.items, folded.doubts)
  folded.remarks.push(...inner.remarks)
  if (isCounted(last) && !last.bout.figure && !last.inside) return fillCounted(last, inner)
  const [lone, ...others] = inner.nodes
  const part =
    others.length === 0 && lone?.bout.figure && (lone.bout.targets.length > 0 || lone.bout.roles.includes('tempo'))
  const counted = part || inner.nodes.some((node) => isCounted(node) || node.bout.last || node.bout.inner)
  if (counted && mayHold(last) && folded.nodes.length >= 1) {
    hold(folded, last)
    last.within?.push(...inner.nodes)
    return
  }
  if (tellsCounts(last, inner)) return
  if (last.bout.label && !last.bout.figure && !isCounted(last)) return inline(folded, group)
  last.described = { nodes: inner.nodes, from: group.from + 1, to: group.to - 1 }
}
