import { attachRecovery, lastRun, takesRecovery } from './attach.ts'
import { emptyBout, type Draft, type DraftBout, type DraftGroup } from './draft.ts'
import { fold, giveTarget, hold, mayHold, openList, type Folded } from './fold.ts'
import { isBare, isCounted, nodeOf, type Node } from './node.ts'
import type { Figure } from './figures.ts'
import type { DraftRecovery } from './recoveries.ts'
import { isDistance, isTimed } from './units.ts'

const isBareFigure = (draft: Draft): boolean =>
  draft.kind === 'bout' &&
  draft.figure !== undefined &&
  draft.counts.length === 0 &&
  draft.roles.length === 0 &&
  draft.targets.length === 0 &&
  draft.feel === undefined &&
  !draft.effort &&
  !draft.last &&
  draft.otherFigure === undefined

const isTargetOnly = (draft: Draft): boolean =>
  draft.kind === 'target' ||
  (draft.kind === 'bout' &&
    draft.figure === undefined &&
    draft.counts.length === 0 &&
    !draft.event &&
    !draft.loose &&
    draft.roles.every((role) => role === 'easy' || role === 'steady' || role === 'tempo' || role === 'hill'))

const isRecovering = (draft: Draft): boolean =>
  draft.kind === 'recovery' ||
  isBareFigure(draft) ||
  (draft.kind === 'bout' && draft.loose !== undefined && draft.counts.length === 0)

/** What a bracket says about the part before it, or a part of its own. */
export const foldGroup = (folded: Folded, group: DraftGroup, next?: Draft): void => {
  const list = openList(folded)
  const last = lastRun(list)
  const told = group.items.filter((item) => item.kind !== 'break')
  if (group.counts.length > 0) return pushSet(folded, group, last)
  if (told.length === 0) return
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

/** `(1 minute up, then straight back down)`: a length and a way that together tell how a bout is run. */
const isDescription = (told: readonly Draft[]): boolean =>
  told.some(isBareFigure) &&
  told.some((item) => item.kind === 'recovery' && item.figure === undefined && item.relative !== undefined)

/** `(est. 5 mi)`, `(60 s jog, stay loose)`: words beside a length or recovery that stands by itself. */
const isAside = (plain: readonly Draft[], told: readonly Draft[]): boolean => {
  if (plain.length === 0 || !plain.every((item) => item.kind === 'total' || isRecovering(item))) return false
  const bare = plain.filter(isBareFigure)
  const words = told.filter((item) => item.kind === 'remark')
  return bare.length === 0 || (plain.length === 1 && words.every((item) => item.to - item.from <= 12))
}

/** `60 min run (2/1)`: two thirds easy, the last third faster. */
const splitRun = (last: Node, told: readonly Draft[]): boolean => {
  const [first, second, ...others] = told
  const { figure } = last.bout
  if (
    !figure ||
    others.length > 0 ||
    first?.kind !== 'bout' ||
    second?.kind !== 'bout' ||
    !isBareFigure(first) ||
    !isBareFigure(second)
  )
    return false
  const [easy, fast] = [first.figure, second.figure]
  const plain =
    easy?.unit === null &&
    fast?.unit === null &&
    easy.low <= 5 &&
    fast.low <= 5 &&
    easy.high === undefined &&
    fast.high === undefined
  if (!easy || !fast || !plain || figure.high !== undefined || last.bout.targets.length > 0) return false
  const share = figure.low / (easy.low + fast.low)
  const seconds = figure.unit === 'min' && !Number.isInteger(share * easy.low)
  const length = (low: number): Figure =>
    seconds ? { ...figure, low: Math.round(low * 60), unit: 's' } : { ...figure, low }
  const part = (low: number, bout: Partial<DraftBout>): Node =>
    nodeOf({ ...emptyBout(last.bout), figure: length(low), ...bout }, 'comma')
  last.within = [
    part(share * easy.low, { roles: ['easy'] }),
    part(share * fast.low, { faster: true, worded: true, last: true }),
  ]
  return true
}

/** `(2 min easy)` behind repetitions without a recovery. */
const isEasyAside = (item: DraftBout): boolean =>
  item.figure !== undefined &&
  !item.loose &&
  item.counts.length === 0 &&
  item.targets.length === 0 &&
  item.roles.length === 1 &&
  item.roles[0] === 'easy'

const easyRecovery = (item: DraftBout): DraftRecovery => ({
  kind: 'recovery',
  modes: [],
  sure: true,
  resting: false,
  cues: item.cues,
  from: item.from,
  to: item.to,
  ...(item.figure ? { figure: item.figure } : {}),
})

const keepRemark = (folded: Folded, item: Draft): void => {
  const last = lastRun(openList(folded))
  if (item.kind === 'surface') folded.surface = item.surface
  else if (last) last.bout.cues.push({ from: item.from, to: item.to })
  else folded.remarks.push({ from: item.from, to: item.to })
}

const inline = (folded: Folded, group: DraftGroup): void => {
  const inner = fold(group.items, folded.depth + 1)
  for (const node of inner.nodes) openList(folded).push(node)
  folded.totals.push(...inner.totals)
  folded.options.push(...inner.options)
}

/** `3 x (...)`, `(...) x 5`. */
const pushSet = (folded: Folded, group: DraftGroup, last: Node | undefined): void => {
  const inner = fold(group.items, folded.depth + 1)
  const label = last && last.bout.label && !last.bout.figure && !isCounted(last) ? last : undefined
  const list = openList(folded)
  if (label) list.splice(list.lastIndexOf(label), 1)
  // `Flying 30s (40m build / 30m flat out / 40m ease) x 4`: the length before the bracket is told again inside.
  const named =
    last &&
    !label &&
    last.bout.figure &&
    !isCounted(last) &&
    folded.pending === 'joined' &&
    inner.nodes.some((node) => isToldIn(last, node))
  if (named) list.splice(list.lastIndexOf(last), 1)
  const bout = emptyBout(group)
  bout.counts = [...group.counts]
  if (named) bout.cues.push({ from: last.bout.from, to: last.bout.to })
  const node = nodeOf(bout, folded.pending)
  node.inside = inner.nodes
  pairInside(inner.nodes)
  if (folded.slot) node.slot = folded.slot
  if (label) giveLabel(node.inside, label)
  if (
    last &&
    !label &&
    !named &&
    list === folded.nodes &&
    mayHold(last) &&
    folded.pending === 'joined' &&
    folded.nodes.length === 1
  )
    hold(folded, last)
  openList(folded).push(node)
  folded.totals.push(...inner.totals)
}

/** `10 x (1'/1')`: work and rest. */
const pairInside = (nodes: Node[]): void => {
  const [work, rest, ...others] = nodes
  if (
    !work ||
    !rest ||
    others.length > 0 ||
    !isBare(work) ||
    !isBare(rest) ||
    (rest.before !== 'slash' && rest.before !== 'colon')
  )
    return
  const { figure, from, to } = rest.bout
  work.after.push({
    kind: 'recovery',
    modes: [],
    sure: true,
    resting: false,
    cues: [],
    from,
    to,
    ...(figure ? { figure } : {}),
  })
  nodes.splice(1)
}

const isToldIn = (named: Node, node: Node): boolean => {
  const [one, other] = [named.bout.figure, node.bout.figure]
  const alike = one?.unit === other?.unit || one?.unit === 'plural'
  return one !== undefined && one.low === other?.low && alike && named.bout.roles.length === 0
}

/** `Tempo: 3 x (...)`: role and target of the heading for the parts that name none. */
const giveLabel = (nodes: readonly Node[], label: Node): void => {
  for (const node of nodes) {
    if (node.bout.loose || node.recovers) continue
    if (node.inside) giveLabel(node.inside, label)
    else if (node.bout.roles.length === 0 && node.bout.targets.length === 0 && !node.bout.feel) {
      node.bout.roles.push(...label.bout.roles)
      node.bout.targets.push(...label.bout.targets)
      if (label.bout.feel) node.bout.feel = label.bout.feel
    }
  }
}

/** `(or 3 km time trial)`. */
const foldOption = (folded: Folded, items: readonly Draft[]): void => {
  folded.options.push(fold(items.slice(1), folded.depth + 1))
}

/** A bare length or a jog in a bracket: the recovery, the same bout told again, or the time of a repetition. */
const foldAside = (folded: Folded, list: Node[], last: Node, item: Draft, followed: boolean): void => {
  if (item.kind === 'recovery')
    return replaceRelative(last, item) ? undefined : attachRecovery(list, item, folded.pending)
  if (item.kind !== 'bout' || !item.figure) {
    if (item.kind === 'bout' && item.loose) attachRecovery(list, item.loose, folded.pending)
    return
  }
  const recovery: DraftRecovery = item.loose ?? {
    kind: 'recovery',
    figure: item.figure,
    modes: [],
    sure: true,
    resting: false,
    cues: item.cues,
    from: item.from,
    to: item.to,
  }
  if (replaceRelative(last, recovery)) return
  if (isWhole(list, last, item)) {
    folded.totals.push(item.figure)
    return
  }
  if (!last.bout.figure && !last.inside && !item.loose && (isCounted(last) || last.bout.event))
    last.bout.figure = item.figure
  else if (isRepTime(last, item, followed)) {
    const { low, high } = item.figure
    last.bout.targets.push({ kind: 'time', low, ...(high === undefined ? {} : { high }), pace: false })
  } else if (isRestated(last, item)) last.bout.restated = item.figure
  else attachRecovery(list, { ...recovery, sure: true }, folded.pending)
}

/** `... + 2 km easy (11 km)`: behind a shorter run the bracket holds the whole. */
const isWhole = (list: readonly Node[], last: Node, item: DraftBout): boolean => {
  const { figure } = item
  const long = figure?.unit === 'km' || figure?.unit === 'mi'
  if (!long || !figure || item.loose) return false
  // Nobody recovers for miles.
  if (isCounted(last)) return figure.low >= (figure.unit === 'mi' ? 2 : 3)
  if (list.length < 2) return false
  return last.bout.figure !== undefined && last.bout.figure.low < 100 && figure.low > last.bout.figure.low * 1.5
}

/** `with equal time rest (95 seconds)`: the bracket gives the length that the word left open. */
const replaceRelative = (last: Node, recovery: DraftRecovery): boolean => {
  const slots = last.inside?.length === 1 && last.inside[0] ? [last, last.inside[0]] : [last]
  for (const node of slots) {
    const index = node.between.findIndex((slot) => slot?.relative !== undefined && slot.figure === undefined)
    const slot = node.between[index]
    if (slot && recovery.figure && recovery.modes.length === 0) {
      const { relative: _relative, ...kept } = slot
      node.between[index] = { ...kept, figure: recovery.figure, to: recovery.to }
      return true
    }
  }
  return false
}

/** `400m (69-71)`, `1 km (3:22)`: a time that a runner could run the repetition in and no round rest. */
const isRepTime = (last: Node, item: DraftBout, followed: boolean): boolean => {
  const { figure } = item
  const metres = metresOf(last)
  if (!figure || !metres || !isCounted(last) || last.bout.targets.length > 0 || item.loose) return false
  const speed = metres / figure.low
  if (followed && figure.unit !== 'min' && speed > 3.5 && speed < 9) return true
  if (figure.unit !== null && figure.unit !== 'clock') return false
  const ranged = figure.high !== undefined && figure.high - figure.low <= Math.max(6, figure.low / 8)
  const odd = figure.low % 5 !== 0
  return speed > 2.5 && speed < 9 && (ranged || odd)
}

const metresOf = (node: Node): number | undefined => {
  const { figure } = node.bout
  if (!figure) return undefined
  if (figure.unit === 'mi' || figure.unit === 'M') return figure.low * 1609.344
  if (figure.unit === 'km' || figure.unit === 'K') return figure.low * 1000
  return figure.unit === 's' || figure.unit === 'min' || figure.unit === 'clock' || figure.unit === 'h'
    ? undefined
    : figure.low
}

const secondsIn = ({ low, unit }: Figure): number => (unit === 'min' ? low * 60 : unit === 'h' ? low * 3600 : low)

/** `28 min easy run (4 km)`, `9 miles (approx 90 mins)`: the other measure of a run that is long enough to have two. */
const isRestated = (last: Node, item: DraftBout): boolean => {
  const mine = last.bout.figure
  const other = item.figure
  if (!mine || !other || isCounted(last) || item.loose) return false
  const apart = isTimed(mine) !== isTimed(other)
  if (!apart) return mine.unit !== other.unit && isDistance(mine.unit) && isDistance(other.unit)
  const metres = isTimed(mine) ? undefined : metresOf(last)
  return metres === undefined || (metres >= 2000 && metres / secondsIn(other) < 8)
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
  const inner = fold(group.items, folded.depth + 1)
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

/** `16 x 200 (4 sets of 4 x 200)`: the bracket says how the repetitions are grouped. */
const tellsCounts = (last: Node, inner: Folded): boolean => {
  const [only, ...others] = inner.nodes
  if (!only || others.length > 0 || !isCounted(last) || last.inside || only.inside) return false
  const product = (node: Node): number =>
    node.bout.counts.reduce((times, count) => times * (count.low ?? Number.NaN), 1)
  if (product(only) !== product(last) || only.bout.figure?.low !== last.bout.figure?.low) return false
  last.bout.counts = only.bout.counts
  last.between = only.between
  return true
}

/** `5 hill repeats (run 150 yds up, jog down to the foot; repeat 4 times)`: the bracket says what is repeated. */
const fillCounted = (last: Node, inner: Folded): void => {
  const [only] = inner.nodes
  const again = inner.nodes.length === 1 && only?.inside && isCounted(only) ? only.inside : inner.nodes
  const [single] = again
  if (again.length !== 1 || !single || isCounted(single) || single.inside) {
    last.inside = again
    return
  }
  const { figure, roles, targets, feel, mode } = single.bout
  if (figure) last.bout.figure = figure
  last.bout.roles.push(...roles)
  last.bout.targets.push(...targets)
  if (feel) last.bout.feel ??= feel
  if (mode) last.bout.mode = mode
  last.bout.cues.push(...single.bout.cues)
  const [first, ...rest] = single.after
  const slot = last.between.findLastIndex((recovery) => recovery === undefined)
  if (first && slot >= 0) last.between[slot] = first
  last.after.push(...rest)
}
