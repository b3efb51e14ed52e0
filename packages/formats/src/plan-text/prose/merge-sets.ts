import { emptyBout } from './draft.ts'
import { type Node, isBare, isCounted, nodeOf } from './node.ts'
import { isTime } from './units.ts'

/** `3 x 200/400/200`: joined by one sign and without a word of their own, all of them are repeated. */
export const mergeCountedLists = (nodes: Node[]): void => {
  for (let index = 0; index + 2 < nodes.length; index++) {
    const head = nodes[index]
    if (!head?.bout.figure || head.bout.counts.length !== 1 || head.inside || head.after.length > 0 || head.between[0])
      continue
    const joint = nodes[index + 1]?.before
    if ((joint !== 'slash' && joint !== 'dash') || hasEffort(head)) continue
    const rest = nodes.slice(index + 1)
    const end = rest.findIndex(
      (node) => node.before !== joint || isCounted(node) || node.inside !== undefined || node.day !== undefined,
    )
    const list = rest.slice(0, end < 0 ? rest.length : end)
    if (list.length < 2 || list.slice(0, -1).some((node) => !isBare(node))) continue
    const first = nodeOf({ ...head.bout, counts: [] }, 'joined')
    const { figure: _figure, ...bout } = head.bout
    nodes.splice(index, list.length + 1, {
      ...nodeOf({ ...bout, cues: [] }, head.before),
      inside: [first, ...list],
      ...(head.slot ? { slot: head.slot } : {}),
    })
  }
}

/** `30 s hard, 30 s easy x 12`: a count behind easy running repeats the hard bout before it too. */
export const mergeTrailing = (nodes: Node[]): void => {
  for (let index = 1; index < nodes.length; index++) {
    const node = nodes[index]
    const before = nodes[index - 1]
    const easy = node?.bout.roles.every((role) => role === 'easy') && (node.bout.roles.length > 0 || node.bout.loose)
    const belts = node?.bout.targets[0]?.kind === 'belt' && before?.bout.targets[0]?.kind === 'belt'
    if (
      !node?.bout.trailing ||
      !(easy || belts) ||
      node.bout.counts.length !== 1 ||
      !before ||
      isCounted(before) ||
      before.day ||
      before.inside
    )
      continue
    if (
      !['comma', 'slash', 'and', 'joined', 'plus', 'dash', 'then'].includes(node.before) ||
      before.bout.roles.includes('warmup')
    )
      continue
    const { counts } = node.bout
    const last: Node = { ...node, bout: { ...node.bout, counts: [] }, between: [] }
    const set = nodeOf({ ...emptyBout(before.bout), to: node.bout.to, counts }, before.before)
    set.inside = [before, last]
    nodes.splice(index - 1, 2, set)
  }
}

/** `3 sets of 400, 300, 200`, `5 sets of 1 min hard, 1 min easy`: lengths behind commas belong to the set. */
export const mergeSets = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const head = nodes[index]
    const [count, ...others] = head?.bout.counts ?? []
    if (!head?.bout.figure || !count || others.length > 0 || head.inside || head.between[0] || head.after.length > 0)
      continue
    const rest = nodes.slice(index + 1)
    const end = rest.findIndex(
      (node) => !['comma', 'and', 'slash', 'then'].includes(node.before) || isCounted(node) || !isLikeSet(head, node),
    )
    const list = rest.slice(0, end < 0 ? rest.length : end)
    const mixed = list.some((node) => node.bout.loose || node.bout.roles.includes('easy')) && list.length > 1
    if (list.length === 0 || !(count.sets || (count.of && mixed))) continue
    const first: Node = { ...head, bout: { ...head.bout, counts: [] }, between: [] }
    const set = nodeOf({ ...emptyBout(head.bout), counts: [count] }, head.before)
    set.inside = [first, ...list]
    if (head.slot) set.slot = head.slot
    nodes.splice(index, list.length + 1, set)
  }
}

const isLikeSet = (head: Node, node: Node): boolean => {
  const { figure } = head.bout
  const other = node.bout.figure
  const edge = node.bout.roles.some((role) => role === 'warmup' || role === 'cooldown' || role === 'strides')
  if (!figure || !other || edge || node.day || node.inside) return false
  return other.unit === figure.unit
    ? other.low <= figure.low * 4
    : isTime(other.unit) && isTime(figure.unit) && other.unit !== 'h'
}

/** `5 x 1200m: first 3 @ 10K, last 2 @ 5K`: the repetitions dealt out to several paces. */
export const dealOut = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const node = nodes[index]
    const [count, ...others] = node?.bout.counts ?? []
    if (!node || !count?.low || others.length > 0 || node.inside) continue
    const rest = nodes.slice(index + 1)
    const end = rest.findIndex((part) => !isShare(part))
    const parts = rest.slice(0, end < 0 ? rest.length : end)
    const dealt = parts.reduce((sum, part) => sum + (part.bout.figure?.low ?? 0), 0)
    if (parts.length < 2 || dealt !== count.low) continue
    const groups = parts.map((part): Node => {
      const { targets, feel, roles, figure } = part.bout
      const bout = {
        ...node.bout,
        targets,
        roles: roles.length > 0 ? roles : node.bout.roles,
        counts: [{ low: figure?.low ?? null, sets: false }],
        cues: part.bout.cues,
      }
      return { ...node, bout: feel ? { ...bout, feel } : bout, between: [...node.between], after: [] }
    })
    nodes.splice(index, parts.length + 1, ...groups)
  }
}

const isShare = (node: Node): boolean => {
  const { figure, last, inner, targets, feel } = node.bout
  return (
    !isCounted(node) &&
    figure?.unit === null &&
    figure.high === undefined &&
    Boolean(last ?? inner) &&
    (targets.length > 0 || feel !== undefined)
  )
}

/** More than this nobody means by a figure of `2,4,8,12 200 rec`: hundreds of metres. */
const MOST_HUNDREDS = 30

/** `2,4,8,12,8,4 200 rec`: figures of a list are hundreds of metres where the recovery is told in metres. */
export const readHundreds = (nodes: readonly Node[]): void => {
  for (let end = nodes.length - 1; end > 1; end--) {
    const recovery = nodes[end]?.after[0]?.figure
    const metres =
      recovery && recovery.low >= 50 && (recovery.unit === null || recovery.unit === 'm' || recovery.unit === 'metre')
    let start = end
    while (start >= 0 && isHundred(nodes[start], start === end)) start--
    const list = nodes.slice(start + 1, end + 1)
    if (metres && list.length > 2)
      for (const { bout } of list)
        if (bout.figure) bout.figure = { ...bout.figure, low: bout.figure.low * 100, unit: 'metre' }
    end = Math.min(end, start + 1)
  }
}

const isHundred = (node: Node | undefined, tail: boolean): boolean => {
  const figure = node?.bout.figure
  if (
    !node ||
    !figure ||
    figure.unit !== null ||
    figure.decimals > 0 ||
    figure.high !== undefined ||
    figure.low > MOST_HUNDREDS
  )
    return false
  return (
    isBare(node) && (tail || node.after.length === 0) && ['comma', 'dash', 'slash', 'line', 'and'].includes(node.before)
  )
}

/** `4 x 800 at 5K pace, 4 x 800 slower, alternating`: one of each in turn. */
export const interleave = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const one = nodes[index]
    const other = nodes[index + 1]
    if (!one || !other?.alternates || !isCounted(one) || !isCounted(other) || one.inside || other.inside) continue
    const [count, ...more] = one.bout.counts
    if (!count || more.length > 0 || other.bout.counts.length !== 1 || count.low !== other.bout.counts[0]?.low) continue
    const part = (node: Node): Node => ({ ...node, bout: { ...node.bout, counts: [] }, between: [] })
    const set = nodeOf({ ...emptyBout(one.bout), to: other.bout.to, counts: [count] }, one.before)
    set.inside = [part(one), part(other)]
    nodes.splice(index, 2, set)
  }
}

export const hasEffort = (node: Node): boolean => node.bout.targets.length > 0 || node.bout.feel !== undefined
