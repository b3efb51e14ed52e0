import type { Amount } from '@bell-lap/core'
import { emptyBout } from './draft.ts'
import { isBare, isCounted, nodeOf, type Node } from './node.ts'
import { isTime } from './units.ts'

const HEADINGS = new Set(['fartlek', 'tempo', 'long', 'hill', 'easy', 'steady', 'recovery'])

const isHeading = (node: Node): boolean =>
  !node.bout.figure &&
  !isCounted(node) &&
  !node.inside &&
  !node.within &&
  !node.day &&
  !node.bout.loose &&
  node.after.length === 0 &&
  (node.bout.roles.length > 0 || node.bout.targets.length > 0 || node.bout.feel !== undefined) &&
  node.bout.roles.every((role) => HEADINGS.has(role))

/** `Brisk fartlek, 48 minutes`: the length behind a comma is that of the bout that was named before it. */
export const mergeHeadings = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const head = nodes[index]
    const next = nodes[index + 1]
    if (!head || !next || !isHeading(head)) continue
    if (isCounted(next) && ['dash', 'line', 'stop'].includes(next.before)) {
      giveHeading(head, next)
      nodes.splice(index, 1)
      continue
    }
    if (!isBare(next) || next.before !== 'comma') continue
    if (next.bout.figure) head.bout.figure = next.bout.figure
    head.bout.to = next.bout.to
    head.bout.cues.push(...next.bout.cues)
    head.after.push(...next.after)
    nodes.splice(index + 1, 1)
  }
}

const giveHeading = (head: Node, next: Node): void => {
  const { bout } = next
  if (bout.roles.length === 0) bout.roles.push(...head.bout.roles)
  if (bout.targets.length === 0) bout.targets.push(...head.bout.targets)
  if (head.bout.feel) bout.feel ??= head.bout.feel
  bout.cues.unshift(...head.bout.cues)
}

/** `100 minutes, hilly course`: a word about the ground behind a run. */
export const mergeTerrain = (nodes: Node[]): void => {
  for (let index = 1; index < nodes.length; index++) {
    const node = nodes[index]
    const before = nodes[index - 1]
    const ground =
      node &&
      isHeading(node) &&
      node.bout.roles.every((role) => role === 'hill') &&
      node.before === 'comma' &&
      node.bout.targets.length === 0
    if (!node || !before?.bout.figure || !ground) continue
    before.bout.cues.push({ from: node.bout.from, to: node.bout.cues.at(-1)?.to ?? node.bout.to })
    nodes.splice(index, 1)
    index--
  }
}

/** `3 tempo blocks - 10, 8, 5 min`: the count tells how many lengths follow; `6 strides, 100 m`: the length of each. */
export const mergeCounted = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const head = nodes[index]
    if (
      !head ||
      head.bout.figure ||
      head.inside ||
      head.bout.counts.length !== 1 ||
      head.after.length > 0 ||
      head.between[0]
    )
      continue
    const list = barePartsBehind(nodes, index + 1)
    const joint = list[0]?.before ?? 'line'
    const announced =
      joint === 'dash' || joint === 'colon' || (joint === 'comma' && !head.bout.roles.includes('strides'))
    const many = announced && list.length > 1 && list.length === head.bout.counts[0]?.low
    if (many) {
      const tail = list.at(-1)?.bout
      tail?.roles.push(...head.bout.roles)
      tail?.targets.push(...head.bout.targets)
      nodes.splice(index, 1)
    } else if (list.length === 1 && list[0]?.bout.figure && list[0].before === 'comma') {
      head.bout.figure = list[0].bout.figure
      head.bout.to = list[0].bout.to
      head.bout.cues.push(...list[0].bout.cues)
      for (const [slot, recovery] of list[0].after.entries()) {
        if (slot === 0) head.between[0] = recovery
        else head.after.push(recovery)
      }
      nodes.splice(index + 1, 1)
    }
  }
}

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
    if (
      !node?.bout.trailing ||
      !easy ||
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

const hasEffort = (node: Node): boolean => node.bout.targets.length > 0 || node.bout.feel !== undefined

const barePartsBehind = (nodes: readonly Node[], from: number): Node[] => {
  const end = nodes.findIndex(
    (node, index) =>
      index >= from && (!isBare(node) || (index > from && !['comma', 'and', 'dash', 'slash'].includes(node.before))),
  )
  return nodes.slice(from, end < 0 ? nodes.length : end)
}

const sizeOf = (amount: Amount): number => (amount.kind === 'time' ? amount.duration : amount.distance)

const isSame = (one: Amount | undefined, other: Amount | undefined): boolean =>
  one !== undefined && other !== undefined && one.kind === other.kind && Math.abs(sizeOf(one) - sizeOf(other)) < 0.5

/** `Yasso 800s: 8 x 800m`: a heading that names the length. */
export const dropNamed = (nodes: Node[]): void => {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    const [first] = node?.within ?? []
    if (!node?.within || !first || isCounted(node) || !isCounted(first) || node.bout.figure?.unit !== 'plural') continue
    if (node.bout.figure.low !== first.bout.figure?.low) continue
    first.bout.cues.push({ from: node.bout.from, to: node.bout.to })
    nodes.splice(index, 1, ...node.within)
  }
}

/** `6 x 20:40s: sprint 20 seconds, then 40 seconds of rest`: the same repetition told again in words. */
export const mergeRestated = (nodes: Node[]): void => {
  for (let index = 0; index + 1 < nodes.length; index++) {
    const node = nodes[index]
    const next = nodes[index + 1]
    if (!node || !next || !isCounted(node) || node.inside || isCounted(next) || next.inside) continue
    const edge = next.bout.roles.some((role) => role === 'warmup' || role === 'cooldown')
    if (edge || hasEffort(node) || !['colon', 'stop'].includes(next.before) || !isSame(node.amount, next.amount))
      continue
    if (node.bout.targets.length === 0) node.bout.targets.push(...next.bout.targets)
    if (next.bout.feel) node.bout.feel ??= next.bout.feel
    if (node.bout.roles.length === 0) node.bout.roles.push(...next.bout.roles)
    const slot = node.between.findLastIndex((recovery) => recovery === undefined)
    const [first] = next.after
    if (slot >= 0 && first) node.between[slot] = first
    node.bout.to = next.bout.to
    const rest = nodes[index + 2]
    const told = rest?.bout.loose && slot < 0 && rest.bout.figure?.low === node.between.at(-1)?.figure?.low
    nodes.splice(index + 1, told ? 2 : 1)
  }
}

/** `4 x 600m. 150m fast, 150m jog`: parts that fill the repetition a whole number of times say how it is run. */
export const fillRepeats = (nodes: Node[]): void => {
  for (let index = 0; index + 2 < nodes.length; index++) {
    const node = nodes[index]
    if (
      !node?.amount ||
      !isCounted(node) ||
      node.inside ||
      node.bout.targets.length > 0 ||
      (node.bout.feel && !node.bout.flying)
    )
      continue
    const parts = partsBehind(nodes, index + 1, node.amount)
    const times = timesInside(node.amount, parts)
    if (times === undefined || !parts.some((part) => part.bout.loose || part.bout.roles.includes('easy'))) continue
    fill(node, parts, times)
    nodes.splice(index + 1, parts.length)
  }
}

/** How often parts fill a length; once where one of them is that length told again. */
const timesInside = (amount: Amount, parts: readonly Node[]): number | undefined => {
  if (parts.length < 2 || parts.some((part) => part.amount?.kind !== amount.kind || isCounted(part))) return undefined
  const round = parts.reduce((sum, part) => sum + (part.amount ? sizeOf(part.amount) : 0), 0)
  const times = sizeOf(amount) / round
  if (Number.isInteger(times)) return times
  return parts.some((part) => isSame(part.amount, amount)) ? 1 : undefined
}

/** `8K tempo (4K at MP, 4K at 10K)`: a bracket whose parts make up the length is what is run; any other describes it. */
export const settleDescriptions = (nodes: readonly Node[]): void => {
  for (const node of nodes) {
    const { described, amount } = node
    if (!described) continue
    delete node.described
    const times = amount && !node.inside && !node.within ? timesInside(amount, described.nodes) : undefined
    if (times !== undefined && isCounted(node)) fill(node, described.nodes, times)
    else if (times === 1) node.within = described.nodes
    else {
      node.bout.cues.push({ from: described.from, to: described.to })
      describe(node, described.nodes)
    }
  }
}

/** A bracket that tells how a bout is run gives it the pace that it names. */
const describe = (node: Node, parts: readonly Node[]): void => {
  if (node.bout.targets.length > 0 || node.inside || parts.some(isCounted)) return
  const [target] = parts.findLast((part) => part.bout.targets.length > 0)?.bout.targets ?? []
  if (target) node.bout.targets.push(target)
}

const partsBehind = (nodes: readonly Node[], from: number, amount: Amount): Node[] => {
  if (!['stop', 'colon', 'line', 'dash'].includes(nodes[from]?.before ?? '')) return []
  const parts: Node[] = []
  for (const part of nodes.slice(from, from + 6)) {
    const ends = parts.length > 0 && !['comma', 'slash', 'then', 'and'].includes(part.before)
    if (ends || isCounted(part) || part.inside || part.day || part.amount?.kind !== amount.kind) break
    parts.push(part)
  }
  return parts
}

/** Puts parts inside a repetition, as often as they fill it. */
export const fill = (node: Node, parts: Node[], times: number): void => {
  const cues = node.bout.cues
  if (times === 1) node.inside = parts
  else {
    const { amount: _amount, ...round } = nodeOf(
      { ...node.bout, counts: [{ low: times, sets: false }], cues: [] },
      'joined',
    )
    delete (round as { bout: { figure?: unknown } }).bout.figure
    node.inside = [{ ...round, between: [undefined], inside: parts }]
  }
  delete node.bout.figure
  delete node.amount
  node.bout.cues = cues
}
